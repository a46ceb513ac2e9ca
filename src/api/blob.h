/* The embedded corpus: a database image that the build links in; empty in the bootstrap command. */
#ifndef G4_API_BLOB_H
#define G4_API_BLOB_H

extern const unsigned char g4_corpus_blob[];
extern const unsigned char g4_corpus_blob_end[];

#endif
