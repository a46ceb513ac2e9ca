#include "text/noise.h"

#include <string.h>

#include "text/chars.h"
#include "text/heads.h"
#include "text/numbering.h"

enum {
  LONGEST_NUMBER_LINE = 12,
  LONGEST_ENTRY = 140,
  LONGEST_TITLE = 80,
  MOST_TITLE_LINES = 3,
  LARGEST_PAGE = 20000,
  PROSE_WIDTH = 50,
  LEADER_DOTS = 6
};

/* "12", "- 12 -", "2 | 3", "12/36": nothing but numbers of up to three digits, and what typesetters put around. */
static bool is_number_line(const char *source, const g4_line *line) {
  uint32_t digits = 0, run = 0;
  if (line->width > LONGEST_NUMBER_LINE) {
    return false;
  }
  for (uint32_t at = line->start; at < line->end;) {
    size_t length;
    uint32_t first = at;
    g4_char_class kind = g4_char_at(source + at, line->end - at, &length);
    at += (uint32_t)length;
    if (kind == G4_CHAR_DIGIT) {
      run++;
      digits++;
    } else if (kind == G4_CHAR_SPACE || kind == G4_CHAR_DASH || source[first] == '|' || source[first] == '/') {
      run = 0;
    } else {
      return false;
    }
    /* A year alone may be a word of a narrow column. */
    if (run > 3 && (run > 4 || !(line->flags & (G4_LINE_AFTER_BLANK | G4_LINE_AFTER_PAGE)))) {
      return false;
    }
  }
  return digits > 0;
}

/* Links back to the table of contents. */
static bool is_navigation(const char *source, const g4_line *line) {
  static const char *const links[] = {"naar inhoudsopgave", "naar de inhoudsopgave", "naar inhoud", "naar boven"};
  static const char *const leads[] = {"", "ga ", "terug "};
  char text[40];
  size_t n = line->end - line->start;
  if (n >= sizeof text || !memchr("nNgGtT", source[line->start], 6)) {
    return false;
  }
  for (size_t i = 0; i < n; i++) {
    text[i] = g4_ascii_lower(source[line->start + i]);
  }
  text[n] = '\0';
  for (size_t i = 0; i < sizeof leads / sizeof leads[0]; i++) {
    size_t lead = strlen(leads[i]);
    for (size_t k = 0; k < sizeof links / sizeof links[0] && strncmp(text, leads[i], lead) == 0; k++) {
      if (strcmp(text + lead, links[k]) == 0) {
        return true;
      }
    }
  }
  return false;
}

static bool is_leader(char c) { return c == '.' || c == '_'; }

/* Dots or dashes that lead from a title to its page: more than LEADER_DOTS, so that one of them is met in such steps.
 */
static bool has_leaders(const char *source, const g4_line *line) {
  const uint32_t step = LEADER_DOTS + 1;
  for (uint32_t at = line->start + LEADER_DOTS; at < line->end; at += step) {
    uint32_t start = at, end = at;
    while (start > line->start && is_leader(source[at]) && is_leader(source[start - 1])) {
      start--;
    }
    while (end < line->end && is_leader(source[end])) {
      end++;
    }
    if (end - start > LEADER_DOTS) {
      return true;
    }
  }
  return false;
}

/* One or two letters: three such lines on end are a word set downwards. */
static bool is_letter_line(const char *source, const g4_line *line) {
  if (line->width > 2) {
    return false;
  }
  size_t length;
  g4_char_class kind = g4_char_at(source + line->start, line->end - line->start, &length);
  return kind == G4_CHAR_UPPER || kind == G4_CHAR_LOWER || kind == G4_CHAR_DIGIT;
}

static void flag(g4_lines *lines, size_t first, size_t end) {
  for (size_t i = first; i < end; i++) {
    lines->items[i].flags |= G4_LINE_NOISE;
  }
}

static void find_vertical(const char *source, g4_lines *lines) {
  size_t run = 0, letters = 0;
  for (size_t i = 0; i <= lines->count; i++) {
    if (i < lines->count && is_letter_line(source, &lines->items[i])) {
      run++;
      letters += !(lines->items[i].flags & G4_LINE_NUMBER);
      continue;
    }
    if (run >= 3 && letters >= 3) {
      flag(lines, i - run, i);
    }
    run = letters = 0;
  }
}

/* The page that an entry of a table of contents ends with: "Wonen en bouwen ..... 12"; 0 for other lines. */
static uint32_t entry_page(const char *source, const g4_line *line) {
  uint32_t at = line->end, page = 0, unit = 1;
  while (at > line->start && line->end - at < 4 && g4_ascii_is_digit(source[at - 1])) {
    page += unit * (uint32_t)(source[--at] - '0');
    unit *= 10;
  }
  if (at == line->end || line->end - at > 3 || line->width > LONGEST_ENTRY || at == line->start) {
    return 0;
  }
  char before = source[at - 1];
  return before == ' ' || before == '\t' || before == '.' ? page : 0;
}

/* A title may stand on lines before its page. */
static bool is_title_line(const char *source, const g4_line *line) {
  g4_line_end end = g4_end_of(source + line->start, line->end - line->start);
  return line->width <= LONGEST_TITLE && end != G4_END_STOP && end != G4_END_COMMA;
}

/* Part of a sentence that happens to end with a number. */
static bool is_prose(const char *source, const g4_line *line) {
  size_t length;
  g4_char_class begin = g4_char_at(source + line->start, line->end - line->start, &length);
  return line->width > PROSE_WIDTH && begin == G4_CHAR_LOWER;
}

static bool is_contents_title(const char *source, const g4_line *line) {
  static const char title[] = "inhoud";
  for (size_t i = 0; title[i]; i++) {
    if (line->start + i >= line->end || g4_ascii_lower(source[line->start + i]) != title[i]) {
      return false;
    }
  }
  return line->width <= 20;
}

/* A run of lines that may be a table of contents. */
typedef struct {
  size_t first, end; /* lines from the first entry to past the last */
  size_t entries, drops, prose;
  uint32_t page;
  size_t titles, last_title; /* lines without a page since the last entry */
  bool announced;
} contents;

static void close_run(g4_lines *lines, contents *run) {
  bool in_order = run->drops * 4 <= run->entries;
  if (run->prose * 4 > run->entries) {
    *run = (contents){0};
    return;
  }
  if (run->entries >= 8 || (run->entries >= 4 && in_order) || (run->entries >= 2 && run->announced)) {
    flag(lines, run->first, run->end);
  }
  *run = (contents){0};
}

static void add_entry(contents *run, size_t first, size_t i, uint32_t page) {
  if (!run->entries && !run->announced) {
    run->first = first;
  }
  run->drops += page < run->page;
  run->page = page;
  run->entries++;
  run->end = i + 1;
  run->titles = 0;
}

static uint32_t leading_number(const char *source, const g4_line *line) {
  uint32_t number = 0;
  for (uint32_t at = line->start; at < line->end && at - line->start < 4 && g4_ascii_is_digit(source[at]); at++) {
    number = number * 10 + (uint32_t)(source[at] - '0');
  }
  return number;
}

static void find_contents(const char *source, g4_lines *lines) {
  contents run = {0};
  for (size_t i = 0; i < lines->count; i++) {
    const g4_line *line = &lines->items[i];
    uint32_t page = line->flags & G4_LINE_NOISE ? 0 : entry_page(source, line);
    if ((line->flags & G4_LINE_NUMBER) && run.titles) { /* the page of the title before it */
      add_entry(&run, run.last_title, i, leading_number(source, line));
    } else if (line->flags & G4_LINE_NOISE) {
      continue;
    } else if (is_contents_title(source, line)) {
      close_run(lines, &run);
      run = (contents){.first = i, .end = i + 1, .announced = true};
    } else if (page) {
      run.prose += is_prose(source, line);
      add_entry(&run, i, i, page);
    } else if (is_title_line(source, line) && run.titles < MOST_TITLE_LINES) {
      run.titles++;
      run.last_title = i;
    } else {
      close_run(lines, &run);
    }
  }
  close_run(lines, &run);
}

int g4_noise_find(const char *source, g4_lines *lines, g40_error *err) {
  size_t pages = 0;
  g4_numbering_cut(source, lines);
  for (size_t i = 0; i < lines->count; i++) {
    g4_line *line = &lines->items[i];
    pages += (line->flags & G4_LINE_AFTER_PAGE) != 0;
    if (is_number_line(source, line)) {
      line->flags |= G4_LINE_NUMBER | G4_LINE_NOISE;
    } else if (is_navigation(source, line) || (line->width <= LONGEST_ENTRY && has_leaders(source, line))) {
      line->flags |= G4_LINE_NOISE;
    }
  }
  uint32_t length = lines->count ? lines->items[lines->count - 1].end : 0;
  bool form_feeds = pages > 1 && length / pages < LARGEST_PAGE;
  int code = g4_heads_find(source, lines, form_feeds, err);
  if (code == G40_OK) {
    find_vertical(source, lines);
    find_contents(source, lines);
  }
  return code;
}
