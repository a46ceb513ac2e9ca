#include "coding/figure_value.h"

#include <stddef.h>
#include <string.h>

static bool digit(char c) { return c >= '0' && c <= '9'; }

static bool three_digits(const char *at) { return digit(at[0]) && digit(at[1]) && digit(at[2]) && !digit(at[3]); }

/* Reads the number that starts at a digit; returns where it ends. */
static const char *read_number(const char *at, double *number) {
  double scale = 1;
  *number = 0;
  for (;; at++) {
    if (digit(*at)) {
      *number = *number * 10 + (*at - '0');
    } else if (*at != '.' || !three_digits(at + 1)) {
      break;
    }
  }
  if ((*at == ',' || *at == '.') && digit(at[1])) {
    for (at++; digit(*at); at++) {
      scale /= 10;
      *number += (*at - '0') * scale;
    }
  }
  return at;
}

static double multiplier(const char *at) {
  static const struct {
    const char *word;
    double times;
  } words[] = {{"duizend", 1e3}, {"miljoen", 1e6}, {"mln", 1e6}, {"miljard", 1e9}, {"mld", 1e9}, {"mrd", 1e9}};
  at += strspn(at, " ");
  for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
    if (strncmp(at, words[i].word, strlen(words[i].word)) == 0) {
      return words[i].times;
    }
  }
  return 1;
}

static bool same(double a, double b) {
  double difference = a > b ? a - b : b - a, size = a > 0 ? a : -a;
  return difference <= (size > 1 ? size : 1) * 1e-9;
}

bool g4_figure_agrees(const char *words, double value) {
  bool any = false;
  double size = value < 0 ? -value : value;
  for (const char *at = words; *at;) {
    if (!digit(*at)) {
      at++;
      continue;
    }
    double number;
    at = read_number(at, &number);
    any = true;
    if (same(number, size) || same(number * multiplier(at), size)) {
      return true;
    }
  }
  return !any;
}
