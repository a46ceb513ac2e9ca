/* Cosines of passages, against sums of vectors that are made from their texts. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "index/meaning.h"
#include "index_world.h"
#include "text/words.h"

enum { DOCUMENTS = 12, PASSAGES = 40, QUERIES = 5 };

static g4_vectors_file file;

static g4_index *loaded(index_world *world) {
  g40_error err = {0};
  g4_index *index = g4_index_load(world->store, &err);
  assert_non_null(index);
  return index;
}

static void add_term(const g4_index *index, uint32_t term, float times, double *sum) {
  size_t n;
  const char *text = g4_analyser_term(index->analyser, term, &n);
  int place = g4_vectors_find(&file, text, n);
  if (place == G4_NO_VECTOR || g4_vectors_weight(&file, place) < G4_LEAST_WEIGHT) {
    return;
  }
  double scale = (double)(times * g4_vectors_weight(&file, place) * file.scales[place]);
  for (uint32_t i = 0; i < file.dimensions; i++) {
    sum[i] += scale * file.vectors[(size_t)place * file.dimensions + i];
  }
}

/* As the index reads words: a compound whole, and its parts for half. */
static void add_text(const g4_index *index, const char *text, double *sum) {
  g40_error err = {0};
  g4_word word;
  for (size_t at = 0; g4_word_next(text, strlen(text), at, &word); at = word.end) {
    const g4_word_terms *terms = g4_analyse(index->analyser, text + word.start, word.end - word.start, &err);
    assert_non_null(terms);
    for (uint32_t i = 0; i < terms->count; i++) {
      add_term(index, terms->parts[i], terms->count > 1 ? G4_PART_WEIGHT : 1, sum);
    }
    if (terms->count > 1) {
      add_term(index, terms->whole, 1, sum);
    }
  }
}

static double product(const double *a, const double *b) {
  double sum = 0;
  for (uint32_t i = 0; i < file.dimensions; i++) {
    sum += a[i] * b[i];
  }
  return sum;
}

static double cosine(const double *a, const double *b) {
  double lengths = sqrt(product(a, a) * product(b, b));
  return lengths > 0 ? product(a, b) / lengths : 0;
}

/* Every passage of the world, in order, with the heading above it. */
static void compare_all(index_world *world, const double *query, const float *cosines) {
  static const char sql[] =
      "SELECT x.first + s.ordinal - 1, s.kind, s.text FROM index_document x JOIN passage s ON s.document = x.document"
      " ORDER BY 1";
  g40_error err = {0};
  g4_index *index = loaded(world);
  double *sum = calloc(file.dimensions, sizeof *sum), *heading = calloc(file.dimensions, sizeof *heading);
  sqlite3_stmt *row = g4_store_prepare(world->store, sql, &err);
  assert_non_null(row);
  uint32_t compared = 0;
  while (g4_store_step(world->store, row, &err) == 1) {
    uint32_t slot = (uint32_t)sqlite3_column_int64(row, 0);
    const char *kind = (const char *)sqlite3_column_text(row, 1);
    const char *text = (const char *)sqlite3_column_text(row, 2);
    memset(sum, 0, file.dimensions * sizeof *sum);
    if (strcmp(kind, "noise") != 0) {
      add_text(index, text, sum);
    }
    if (index->headings[slot] == slot) {
      memcpy(heading, sum, file.dimensions * sizeof *sum);
      memset(sum, 0, file.dimensions * sizeof *sum); /* nothing is compared with a heading */
    } else if (index->headings[slot] != G4_NO_HEADING) {
      for (uint32_t i = 0; i < file.dimensions; i++) {
        sum[i] += (double)G4_HEADING_WEIGHT * heading[i];
      }
    }
    assert_true(fabs((double)cosines[slot] - cosine(query, sum)) < 0.004);
    compared++;
  }
  assert_int_equal(compared, index->slots);
  sqlite3_finalize(row);
  free(sum);
  free(heading);
}

static void ask(index_world *world) {
  g40_error err = {0};
  g4_index *index = loaded(world);
  float *query = calloc(file.dimensions, sizeof *query), *cosines = calloc(index->slots + 1u, sizeof *cosines);
  double *wanted = calloc(file.dimensions, sizeof *wanted);
  for (int i = 0; i < 4; i++) {
    add_text(index, index_world_word(world), wanted);
  }
  for (uint32_t i = 0; i < file.dimensions; i++) {
    query[i] = (float)wanted[i];
  }
  const g4_meanings *meanings = g4_index_meanings(index, &file, &err);
  assert_non_null(meanings);
  assert_int_equal(g4_meanings_compare(index, meanings, &file, query, cosines, &err), G40_OK);
  compare_all(world, wanted, cosines);
  free(query);
  free(cosines);
  free(wanted);
}

static void test_meaning__a_cosine_is_that_of_the_sums_of_vectors(void **state) {
  (void)state;
  g40_error err = {0};
  index_world world;
  assert_int_equal(g4_vectors_open(&file, &err), G40_OK);
  index_world_open(&world);
  for (int i = 1; i <= DOCUMENTS; i++) {
    index_world_add(&world, i, PASSAGES);
  }
  for (int i = 0; i < QUERIES; i++) {
    ask(&world);
  }
  index_world_remove(&world, 3); /* what was made of it is made anew */
  index_world_remove(&world, DOCUMENTS);
  index_world_add(&world, DOCUMENTS + 1, PASSAGES);
  g4_index *index = loaded(&world);
  assert_null(index->meanings);
  index_world_close(&world);
}

static void test_meaning__a_query_without_vectors_is_like_nothing(void **state) {
  (void)state;
  g40_error err = {0};
  index_world world;
  assert_int_equal(g4_vectors_open(&file, &err), G40_OK);
  index_world_open(&world);
  index_world_add(&world, 1, PASSAGES);
  g4_index *index = loaded(&world);
  float *query = calloc(file.dimensions, sizeof *query), *cosines = calloc(index->slots + 1u, sizeof *cosines);
  const g4_meanings *meanings = g4_index_meanings(index, &file, &err);
  assert_non_null(meanings);
  cosines[0] = 7;
  assert_int_equal(g4_meanings_compare(index, meanings, &file, query, cosines, &err), G40_OK);
  for (uint32_t slot = 0; slot < index->slots; slot++) {
    assert_true(cosines[slot] == 0);
  }
  free(query);
  free(cosines);
  index_world_close(&world);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_meaning__a_cosine_is_that_of_the_sums_of_vectors),
                                     cmocka_unit_test(test_meaning__a_query_without_vectors_is_like_nothing)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
