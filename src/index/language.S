/* Data about the Dutch language (data/language), embedded as it is. */
#if defined(__APPLE__)
#define NAME(x) _##x
#define HIDDEN(x) .private_extern _##x
    .const
#else
#define NAME(x) x
#define HIDDEN(x) .hidden x
    .section .rodata
#endif

    .globl NAME(g4_compounds_text)
    HIDDEN(g4_compounds_text)
    .globl NAME(g4_compounds_end)
    HIDDEN(g4_compounds_end)
    .balign 16
NAME(g4_compounds_text):
    .incbin "../data/language/compounds.txt"
NAME(g4_compounds_end):
    .byte 0

    .globl NAME(g4_vectors)
    HIDDEN(g4_vectors)
    .globl NAME(g4_vectors_end)
    HIDDEN(g4_vectors_end)
    .balign 16
NAME(g4_vectors):
    .incbin "../data/language/vectors.bin"
NAME(g4_vectors_end):
    .byte 0

#if !defined(__APPLE__)
    .section .note.GNU-stack, "", %progbits
#endif
