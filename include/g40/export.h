/* g40/export.h - marks what the library exports. */
#ifndef G40_EXPORT_H
#define G40_EXPORT_H

#if defined(G40_STATIC)
#define G40_API
#elif defined(_WIN32)
#define G40_API __declspec(dllimport)
#elif defined(__GNUC__)
#define G40_API __attribute__((visibility("default")))
#else
#define G40_API
#endif

#endif
