#include "base/sha256.h"

#include <sys/types.h>

#include <sha2.h>

char *g4_sha256(const void *bytes, size_t n, char text[G4_SHA256_TEXT]) {
  static const char digits[] = "0123456789abcdef";
  uint8_t digest[SHA256_DIGEST_LENGTH];
  SHA2_CTX context;
  SHA256Init(&context);
  SHA256Update(&context, bytes, n);
  SHA256Final(digest, &context);
  for (size_t i = 0; i < sizeof digest; i++) {
    text[2 * i] = digits[digest[i] >> 4];
    text[2 * i + 1] = digits[digest[i] & 15];
  }
  text[2 * sizeof digest] = '\0';
  return text;
}
