#define G4_BLOB_EMPTY
#include "blob.S"
