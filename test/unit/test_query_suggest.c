#include "query/suggest.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

#include "model/rows.h"
#include "query_world.h"

static void suggests(query_world *world, const char *words, const char *expected) {
  g40_error err = {0};
  g40_hits *hits = g4_answer_search(world->session, words, world->query, false, &err);
  if (!hits) {
    fail_msg("%s: %s", words, err.message);
  }
  const char *found = g40_hits_suggestion(hits);
  if (expected ? !found || strcmp(found, expected) != 0 : found != NULL) {
    fail_msg("%s: %s", words, found ? found : "nothing");
  }
  g40_hits_free(hits);
}

static void test_suggest__a_word_like_one_that_stands_there(void **state) {
  suggests(*state, "weing", "weinig");            /* a letter left out */
  suggests(*state, "wenig", "weinig");            /* another one */
  suggests(*state, "weingi", "weinig");           /* two swapped */
  suggests(*state, "sxad", "stad");               /* another letter */
  suggests(*state, "minnisterrie", "ministerie"); /* two too many in a longer word */
  suggests(*state, "bouwraat", "Bouwraad");       /* as it is written there */
}

static void test_suggest__nothing_where_all_words_stand_there(void **state) { suggests(*state, "weinig huizen", NULL); }

static void test_suggest__nothing_that_is_too_short_or_too_far(void **state) {
  suggests(*state, "sta", NULL);
  suggests(*state, "gxad", NULL); /* two letters of four */
  suggests(*state, "kwartaalcijfers", NULL);
  suggests(*state, "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", NULL);
}

static void test_suggest__the_other_words_stay(void **state) {
  suggests(*state, "Kwartaalcijfers: wenig, sxad!", "Kwartaalcijfers: weinig, stad!");
}

static void test_suggest__a_phrase_or_a_prefix_is_left_alone(void **state) {
  suggests(*state, "\"wenig huizen\"", NULL);
  suggests(*state, "wenig*", NULL);
}

static void test_suggest__damaged_terms_are_never_shown(void **state) {
  query_world_change(*state, "UPDATE index_posting SET term = CAST(x'7765FF6E6967' AS TEXT) WHERE term = 'weinig'");
  suggests(*state, "wenig", NULL);
}

#define WORLD(test) cmocka_unit_test_setup_teardown(test, query_world_set_up, query_world_tear_down)

int main(void) {
  const struct CMUnitTest tests[] = {
      WORLD(test_suggest__a_word_like_one_that_stands_there),
      WORLD(test_suggest__nothing_where_all_words_stand_there),
      WORLD(test_suggest__nothing_that_is_too_short_or_too_far),
      WORLD(test_suggest__the_other_words_stay),
      WORLD(test_suggest__a_phrase_or_a_prefix_is_left_alone),
      WORLD(test_suggest__damaged_terms_are_never_shown),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
