/* Data about the Dutch language that the library carries: see data/language/README.md. */
#ifndef G4_INDEX_LANGUAGE_H
#define G4_INDEX_LANGUAGE_H

/* Lines "word count", sorted by word. */
extern const char g4_compounds_text[];
extern const char g4_compounds_end[];
/* The file that tools/learn_vectors.py writes. */
extern const unsigned char g4_vectors[];
extern const unsigned char g4_vectors_end[];

#endif
