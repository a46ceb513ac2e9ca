/* The style and the script of HTML pages, embedded as they stand in report.css and report.js. */
#ifndef G4_EXPORT_HTML_ASSETS_H
#define G4_EXPORT_HTML_ASSETS_H

/* Each ends with a NUL. */
extern const char g4_report_css[], g4_report_js[];

#endif
