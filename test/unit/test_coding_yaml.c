#include "coding/yaml.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

#include "unit/faults.h"

typedef struct {
  g4_yaml yaml;
  g4_arena arena;
  g40_diagnostics *faults;
} world;

static void open(world *w, const char *text) {
  g40_error err = {0};
  *w = (world){.faults = g4_diagnostics_new(&err)};
  assert_non_null(w->faults);
  if (g4_yaml_open_bytes(&w->yaml, text, strlen(text), "a.yaml", &w->arena, w->faults, &err) != G40_OK) {
    fail_msg("%s", err.message);
  }
}

static void close(world *w) {
  g4_yaml_close(&w->yaml);
  g40_diagnostics_free(w->faults);
  g4_arena_free(&w->arena);
}

/* There must be exactly one fault, at this place, whose message holds `words`. */
static void has_fault(const world *w, int line, int column, const char *words) {
  size_t count = g40_diagnostics_count(w->faults);
  const g40_diagnostic *fault = count ? g40_diagnostics_at(w->faults, 0) : NULL;
  if (count != 1 || g40_diagnostic_line(fault) != line || g40_diagnostic_column(fault) != column ||
      !strstr(g40_diagnostic_message(fault), words)) {
    fail_msg("%zu faults, not the one of %d:%d %s: %d:%d %s", count, line, column, words,
             count ? g40_diagnostic_line(fault) : 0, count ? g40_diagnostic_column(fault) : 0,
             count ? g40_diagnostic_message(fault) : "none");
  }
}

static size_t faults_of(const world *w) { return g40_diagnostics_count(w->faults); }

static void test_yaml__values_of_every_form(void **state) {
  (void)state;
  static const char *const words[] = {"ask", "rule", NULL};
  world w;
  open(&w,
       "id: een-twee\ntext: \"Wél\"\nday: 2025-03-01\nperiod: [2025-01-01, null]\nnumber: 1.5\nflag: true\n"
       "label: {nl: Wonen, en: Housing}\nplain: Wonen\nforms: [een, {en: two}]\nword: rule\nnone: null\n");
  g4_yaml *yaml = &w.yaml;
  yaml_node_t *root = yaml->root;
  double number = 0;
  assert_string_equal(g4_yaml_need_id(yaml, root, "id"), "een-twee");
  assert_string_equal(g4_yaml_text(yaml, root, "text"), "W\xC3\xA9l");
  assert_int_equal(g4_yaml_date(yaml, root, "day"), 20250301);
  assert_int_equal(g4_yaml_period(yaml, root, "period").from, 20250101);
  assert_int_equal(g4_yaml_period(yaml, root, "period").to, 0);
  assert_true(g4_yaml_number(yaml, root, "number", &number) && number > 1.49 && number < 1.51);
  assert_true(g4_yaml_flag(yaml, root, "flag"));
  assert_string_equal(g4_yaml_label(yaml, root, "label").en, "Housing");
  assert_string_equal(g4_yaml_label(yaml, root, "plain").nl, "Wonen");
  assert_null(g4_yaml_label(yaml, root, "plain").en);
  assert_int_equal(g4_yaml_forms(yaml, root, "forms").count, 2);
  assert_string_equal(g4_yaml_word(yaml, root, "word", words), "rule");
  assert_int_equal(g4_yaml_mark(yaml, g4_yaml_get(yaml, root, "day")).line, 3);
  assert_int_equal(faults_of(&w), 0);
  close(&w);
}

static void test_yaml__what_is_absent_or_null_is_nothing(void **state) {
  (void)state;
  static const char *const words[] = {"ask", NULL};
  world w;
  open(&w, "none: null\n");
  double number = 7;
  const char *const keys[] = {"none", "absent"};
  for (size_t i = 0; i < 2; i++) {
    assert_null(g4_yaml_get(&w.yaml, w.yaml.root, keys[i]));
    assert_null(g4_yaml_text(&w.yaml, w.yaml.root, keys[i]));
    assert_int_equal(g4_yaml_date(&w.yaml, w.yaml.root, keys[i]), 0);
    assert_int_equal(g4_yaml_period(&w.yaml, w.yaml.root, keys[i]).from, 0);
    assert_false(g4_yaml_number(&w.yaml, w.yaml.root, keys[i], &number));
    assert_false(g4_yaml_flag(&w.yaml, w.yaml.root, keys[i]));
    assert_null(g4_yaml_label(&w.yaml, w.yaml.root, keys[i]).nl);
    assert_int_equal(g4_yaml_forms(&w.yaml, w.yaml.root, keys[i]).count, 0);
    assert_null(g4_yaml_word(&w.yaml, w.yaml.root, keys[i], words));
  }
  assert_int_equal(faults_of(&w), 0);
  assert_null(g4_yaml_need_text(&w.yaml, w.yaml.root, "absent"));
  has_fault(&w, 1, 1, "absent");
  close(&w);
}

/* Reads one key of a text by `read`: that must be one fault at the place. */
static void faulty(const char *text, void (*read)(g4_yaml *yaml, yaml_node_t *root), int line, int column,
                   const char *words) {
  world w;
  open(&w, text);
  assert_non_null(w.yaml.root);
  read(&w.yaml, w.yaml.root);
  has_fault(&w, line, column, words);
  close(&w);
}

static void read_date(g4_yaml *yaml, yaml_node_t *root) { assert_int_equal(g4_yaml_date(yaml, root, "a"), 0); }
static void read_id(g4_yaml *yaml, yaml_node_t *root) { g4_yaml_need_id(yaml, root, "a"); }
static void read_text(g4_yaml *yaml, yaml_node_t *root) { assert_null(g4_yaml_text(yaml, root, "a")); }
static void read_period(g4_yaml *yaml, yaml_node_t *root) { g4_yaml_period(yaml, root, "a"); }
static void read_flag(g4_yaml *yaml, yaml_node_t *root) { assert_false(g4_yaml_flag(yaml, root, "a")); }
static void read_label(g4_yaml *yaml, yaml_node_t *root) { g4_yaml_label(yaml, root, "a"); }
static void read_number(g4_yaml *yaml, yaml_node_t *root) {
  double value;
  assert_false(g4_yaml_number(yaml, root, "a", &value));
}
static void read_word(g4_yaml *yaml, yaml_node_t *root) {
  static const char *const words[] = {"ask", "rule", NULL};
  assert_null(g4_yaml_word(yaml, root, "a", words));
}
static void read_list(g4_yaml *yaml, yaml_node_t *root) {
  yaml_node_t *list = g4_yaml_get(yaml, root, "a");
  assert_int_equal(g4_yaml_count(yaml, list), 0);
}
static void read_mapping(g4_yaml *yaml, yaml_node_t *root) {
  static const char *const keys[] = {"a", "b", NULL};
  g4_yaml_mapping(yaml, root, keys);
}

static void test_yaml__a_value_of_the_wrong_form_is_a_fault_at_its_place(void **state) {
  (void)state;
  faulty("a: 2025-02-30\n", read_date, 1, 4, "2025-02-30");
  faulty("b: 1\na: [2025]\n", read_date, 2, 4, "text is expected");
  faulty("a: Een Twee\n", read_id, 1, 4, "Een Twee");
  faulty("b: 1\n", read_id, 1, 1, "'a' is missing");
  faulty("a: {b: 1}\n", read_text, 1, 4, "text is expected");
  faulty("a: [2025-01-01]\n", read_period, 1, 4, "[from, to]");
  faulty("a: [2025-01-02, 2025-01-01]\n", read_period, 1, 4, "ends before");
  faulty("a: 2025-01-01\n", read_period, 1, 4, "[from, to]");
  faulty("a: misschien\n", read_flag, 1, 4, "'a' must be true or false");
  faulty("a: {nl: Wonen, fr: Loger}\n", read_label, 1, 16, "fr");
  faulty("a: [Wonen]\n", read_label, 1, 4, "a mapping");
  faulty("a: veel\n", read_number, 1, 4, "veel");
  faulty("a: 1e999\n", read_number, 1, 4, "1e999");
  faulty("a: wens\n", read_word, 1, 4, "wens");
  faulty("a: geen lijst\n", read_list, 1, 4, "a list");
  faulty("a: 1\nc: 2\n", read_mapping, 2, 1, "c");
  faulty("a: 1\na: 2\n", read_mapping, 2, 1, "a second time");
  faulty("[a, b]\n", read_mapping, 1, 1, "a mapping");
}

/* Texts that are not read at all: one fault, and no root. */
static void test_yaml__what_cannot_be_read_is_one_fault(void **state) {
  (void)state;
  static const struct {
    const char *text;
    int line;
  } texts[] = {{"a: \"b\n", 2}, {"a: b\n--- \na: c\n", 2}, {"a: &x 1\nb: *x\n", 2}, {"a: \x01\n", 1}, {"a: \xFF\n", 1}};
  for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
    world w;
    open(&w, texts[i].text);
    if (w.yaml.root || faults_of(&w) != 1) {
      fail_msg("%s: %zu faults", texts[i].text, faults_of(&w));
    }
    int line = g40_diagnostic_line(g40_diagnostics_at(w.faults, 0));
    if (line != texts[i].line) {
      fail_msg("%s: line %d: %s", texts[i].text, line, g40_diagnostic_message(g40_diagnostics_at(w.faults, 0)));
    }
    close(&w);
  }
}

static void test_yaml__too_deep_is_a_fault(void **state) {
  (void)state;
  char text[4096];
  memset(text, '[', sizeof text);
  text[sizeof text - 1] = '\0';
  world w;
  open(&w, text);
  assert_null(w.yaml.root);
  assert_int_equal(faults_of(&w), 1);
  close(&w);
}

static void test_yaml__nothing_is_an_empty_file(void **state) {
  (void)state;
  world w;
  open(&w, "# only a comment\n");
  assert_null(w.yaml.root);
  assert_int_equal(faults_of(&w), 0);
  close(&w);
}

static void test_yaml__a_file_that_is_not_there_is_no_fault_but_a_failure(void **state) {
  (void)state;
  g40_error err = {0};
  world w = {.faults = g4_diagnostics_new(&err)};
  assert_int_equal(g4_yaml_open(&w.yaml, DATA_DIR "/absent.yaml", "absent.yaml", &w.arena, w.faults, &err), G40_IO);
  assert_non_null(strstr(err.message, "absent.yaml"));
  assert_int_equal(faults_of(&w), 0);
  close(&w);
}

static void test_yaml__each_allocation_may_fail(void **state) {
  (void)state;
  static const char text[] = "a: {nl: Wonen, en: Housing}\nb: [een, {en: two}, drie]\n";
  for (long k = 1, more = 1; more; k++) {
    g40_error err = {0};
    world w = {.faults = g4_diagnostics_new(&err)};
    faults_start(k);
    int code = g4_yaml_open_bytes(&w.yaml, text, sizeof text - 1, "a.yaml", &w.arena, w.faults, &err);
    bool read = code == G40_OK && w.yaml.root;
    g4_label label = read ? g4_yaml_label(&w.yaml, w.yaml.root, "a") : (g4_label){0};
    g4_forms forms = read ? g4_yaml_forms(&w.yaml, w.yaml.root, "b") : (g4_forms){0};
    more = faults_stop() >= k;
    if (more) {
      assert_true(code == G40_NOMEM || w.yaml.failed);
    } else {
      assert_string_equal(label.en, "Housing");
      assert_int_equal(forms.count, 3);
    }
    close(&w);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_yaml__values_of_every_form),
      cmocka_unit_test(test_yaml__what_is_absent_or_null_is_nothing),
      cmocka_unit_test(test_yaml__a_value_of_the_wrong_form_is_a_fault_at_its_place),
      cmocka_unit_test(test_yaml__what_cannot_be_read_is_one_fault),
      cmocka_unit_test(test_yaml__too_deep_is_a_fault),
      cmocka_unit_test(test_yaml__nothing_is_an_empty_file),
      cmocka_unit_test(test_yaml__a_file_that_is_not_there_is_no_fault_but_a_failure),
      cmocka_unit_test(test_yaml__each_allocation_may_fail),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
