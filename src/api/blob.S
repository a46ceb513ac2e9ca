/* The compiled corpus as bytes of the library: g4_corpus_blob up to g4_corpus_blob_end.
 * blob_empty.S defines G4_BLOB_EMPTY for the bootstrap tool, which makes the corpus. */
#ifdef __APPLE__
#define SYMBOL(name) _##name
#define HIDDEN .private_extern
	.section __TEXT,__const
#else
#define SYMBOL(name) name
#define HIDDEN .hidden
	.section .rodata
#endif

	.globl SYMBOL(g4_corpus_blob)
	HIDDEN SYMBOL(g4_corpus_blob)
	.globl SYMBOL(g4_corpus_blob_end)
	HIDDEN SYMBOL(g4_corpus_blob_end)
	.balign 16
SYMBOL(g4_corpus_blob):
#ifndef G4_BLOB_EMPTY
	.incbin "corpus.g40"
#endif
SYMBOL(g4_corpus_blob_end):
	.byte 0

#ifdef __ELF__
	.section .note.GNU-stack,"",%progbits
#endif
