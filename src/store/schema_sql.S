/* The SQL files, embedded as NUL-terminated text. */
#if defined(__APPLE__)
#define NAME(x) _##x
#define HIDDEN(x) .private_extern _##x
    .const
#else
#define NAME(x) x
#define HIDDEN(x) .hidden x
    .section .rodata
#endif

    .globl NAME(g4_schema_sql)
    HIDDEN(g4_schema_sql)
    .balign 16
NAME(g4_schema_sql):
    .incbin "store/schema.sql"
    .byte 0

    .globl NAME(g4_views_sql)
    HIDDEN(g4_views_sql)
    .balign 16
NAME(g4_views_sql):
    .incbin "store/views.sql"
    .byte 0

#if !defined(__APPLE__)
    .section .note.GNU-stack, "", %progbits
#endif
