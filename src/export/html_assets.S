/* The style and the script of HTML pages, embedded as NUL-terminated text. */
#if defined(__APPLE__)
#define NAME(x) _##x
#define HIDDEN(x) .private_extern _##x
    .const
#else
#define NAME(x) x
#define HIDDEN(x) .hidden x
    .section .rodata
#endif

    .globl NAME(g4_report_css)
    HIDDEN(g4_report_css)
NAME(g4_report_css):
    .incbin "export/report.css"
    .byte 0

    .globl NAME(g4_report_js)
    HIDDEN(g4_report_js)
NAME(g4_report_js):
    .incbin "export/report.js"
    .byte 0

#if !defined(__APPLE__)
    .section .note.GNU-stack, "", %progbits
#endif
