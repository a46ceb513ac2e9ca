/* A position with all that is known of it: an item of the list below a paper, and what the panel shows. */
#include <stdio.h>
#include <string.h>

#include "export/html.h"

static bool is(const char *text, const char *word) { return text && strcmp(text, word) == 0; }

/* --- attributes that the filters read */

static void put_keys(g4_page *page, const g40_position *position) {
  g4_page_put(page, " data-k=\"%t\" data-a=\"%t\" data-t=\"%t\"", position->kind, position->action, position->theme);
  g4_page_put(page, " data-m=\"");
  const g40_ministry_roles *ministries = position->ministries;
  for (size_t i = 0; i < ministries->count; i++) {
    const g40_ministry_role *role = &ministries->rows[i];
    if (role->version) {
      g4_page_put(page, i ? " %t~%t" : "%t~%t", role->version, is(role->relation, "responsible") ? "r" : "n");
    }
  }
  g4_page_put(page, "\" data-s=\"");
  const g40_stakeholder_roles *stakeholders = position->stakeholders;
  for (size_t i = 0; i < stakeholders->count; i++) {
    g4_page_put(page, i ? " %t" : "%t", g4_page_slug(stakeholders->rows[i].id));
  }
  g4_page_put(page, "\" data-y=\"");
  for (size_t i = 0; i < stakeholders->count; i++) {
    g4_page_put(page, i ? " %t" : "%t", stakeholders->rows[i].kind);
  }
  g4_page_put(page, "\"");
}

/* --- actors */

static void put_written(g4_page *page, const char *as_written) {
  if (as_written) {
    g4_page_put(page, " <q%a>%t</q>", page->language, as_written);
  }
}

/* Nothing where the words are resolved: that is what a reader expects. */
static void put_state(g4_page *page, const char *state, const char *reason) {
  if (state && !is(state, "resolved")) {
    g4_page_put(page, " <em class=\"state\">%t", g4_page_word(page, "state", state));
    g4_page_put(page, reason ? ": %t</em>" : "%t</em>", reason ? g4_page_word(page, "reason", reason) : "");
  }
}

static void put_stakeholders(g4_page *page, const g40_position *position) {
  const g40_stakeholder_roles *roles = position->stakeholders;
  if (!roles->count) {
    return;
  }
  g4_page_put(page, "<dt>%l</dt><dd><ul>", G4_L_ROLES);
  for (size_t i = 0; i < roles->count; i++) {
    const g40_stakeholder_role *role = &roles->rows[i];
    const char *name = g4_page_choose(page, role->name, role->name_en);
    g4_page_put(page, "<li>%t: ", g4_page_word(page, "role", role->role));
    if (name) {
      g4_page_put(page, "<strong%a>%t</strong> (%t)", name == role->name ? "nl" : "en", name,
                  g4_page_word(page, "stakeholder_kind", role->kind));
    }
    put_written(page, role->as_written);
    put_state(page, role->state, role->reason);
    g4_page_put(page, "</li>");
  }
  g4_page_put(page, "</ul></dd>");
}

/* Who it is, and who answers for it now: said where that is not the same one. */
static void put_ministry(g4_page *page, const g40_ministry_role *role) {
  if (!role->abbreviation) {
    put_written(page, role->as_written);
    return;
  }
  g4_page_put(page, "<strong>%t</strong> <span%a>%t</span>", role->abbreviation, "nl", role->name);
  put_written(page, role->as_written);
  if (role->now->count == 1 && role->version && is(role->now->rows[0].version, role->version)) {
    g4_page_put(page, ", %l", G4_L_SAME_NOW);
    return;
  }
  g4_page_put(page, " → %l ", G4_L_NOW);
  for (size_t i = 0; i < role->now->count; i++) {
    const g40_ministry *now = &role->now->rows[i];
    g4_page_put(page, i ? ", %t <span%a>%t</span>" : "%t <span%a>%t</span>", now->abbreviation, "nl", now->name);
  }
  if (!role->now->count) {
    g4_page_put(page, "%l", G4_L_NOBODY_NOW);
  }
  if (role->before_registry) {
    g4_page_put(page, " <em class=\"state\">%l</em>", G4_L_BEFORE_REGISTRY);
  }
}

static void put_ministries(g4_page *page, const g40_position *position, bool responsible) {
  const g40_ministry_roles *roles = position->ministries;
  bool any = false;
  for (size_t i = 0; i < roles->count; i++) {
    const g40_ministry_role *role = &roles->rows[i];
    if (is(role->relation, "responsible") != responsible) {
      continue;
    }
    if (!any && responsible) {
      g4_page_put(page, "<dt>%l <span class=\"aside\">(%l)</span></dt><dd><ul>", G4_L_RESPONSIBLE, G4_L_NOT_FROM_TEXT);
    } else if (!any) {
      g4_page_put(page, "<dt>%l</dt><dd><ul>", G4_L_MINISTRIES);
    }
    any = true;
    g4_page_put(page, "<li>");
    if (!responsible) {
      g4_page_put(page, "%t: ", g4_page_word(page, "role", role->relation));
    }
    put_ministry(page, role);
    put_state(page, role->state, role->reason);
    if (role->source) {
      g4_page_put(page, " · %l: %t", G4_L_SOURCE, role->source);
    }
    g4_page_put(page, "</li>");
  }
  g4_page_put(page, any ? "</ul></dd>" : "");
}

/* --- what it names */

static void put_mentions(g4_page *page, g4_page_label label, const g40_mentions *mentions, const char *list) {
  if (!mentions->count) {
    return;
  }
  g4_page_put(page, "<dt>%l</dt><dd><ul>", label);
  for (size_t i = 0; i < mentions->count; i++) {
    const g40_mention *mention = &mentions->rows[i];
    const char *english = g4_page_english(page, mention->id);
    g4_page_put(page, "<li>");
    if (mention->id) {
      g4_page_put(page, "<span%a>%t</span> (%t)", english ? "en" : "nl", english ? english : mention->name,
                  g4_page_word(page, list, mention->kind));
    }
    put_written(page, mention->as_written);
    put_state(page, mention->state, NULL);
    g4_page_put(page, "</li>");
  }
  g4_page_put(page, "</ul></dd>");
}

static void put_figures(g4_page *page, const g40_figures *figures) {
  if (!figures->count) {
    return;
  }
  g4_page_put(page, "<dt>%l</dt><dd><ul>", G4_L_FIGURES);
  for (size_t i = 0; i < figures->count; i++) {
    const g40_figure *figure = &figures->rows[i];
    const char *about = g4_page_choose(page, figure->about, figure->about_en);
    g4_page_put(page, "<li>");
    g4_sink_real(&page->e->sink, figure->value);
    g4_page_put(page, figure->unit ? " %t" : "%t", figure->unit);
    if (about) {
      g4_page_put(page, ": <span%a>%t</span>", about == figure->about ? "nl" : "en", about);
    }
    if (figure->precision) {
      g4_page_put(page, " (%t)", g4_page_word(page, "precision", figure->precision));
    }
    put_written(page, figure->quote);
    g4_page_put(page, "</li>");
  }
  g4_page_put(page, "</ul></dd>");
}

/* The number on the page of the position with this id; 0: it is not in the list. */
static size_t number_of(const g40_position *position, const g40_positions *all, size_t number, const char *id) {
  size_t self = (size_t)(position - all->rows);
  for (size_t i = 0; i < all->count; i++) { /* mostly near by: looked for outwards */
    size_t before = self - i, behind = self + i;
    if (i <= self && is(all->rows[before].id, id)) {
      return number - i;
    }
    if (behind < all->count && is(all->rows[behind].id, id)) {
      return number + i;
    }
  }
  return 0;
}

static void put_reasons(g4_page *page, const g40_position *position, const g40_positions *all, size_t number) {
  const g40_reasons *reasons = position->reasons;
  if (!reasons->count) {
    return;
  }
  g4_page_put(page, "<dt>%l</dt><dd><ul>", is(position->kind, "ask") ? G4_L_REASONS : G4_L_REASON_FOR);
  for (size_t i = 0; i < reasons->count; i++) {
    const g40_reason *reason = &reasons->rows[i];
    size_t target = number_of(position, all, number, reason->id);
    g4_page_put(page, "<li>%t: ", g4_page_word(page, "kind", reason->kind));
    g4_page_put(page, target ? "<a href=\"#p%n\">" : "", target);
    g4_page_put(page, "<q%a>%t</q>", page->language, reason->at.text);
    g4_page_put(page, target ? " (%n)</a></li>" : "</li>", target);
  }
  g4_page_put(page, "</ul></dd>");
}

/* --- evidence */

static void put_words(g4_page *page, const g40_position *position) {
  g4_page_put(page, "<dt class=\"fine\">%l</dt><dd>", G4_L_WORDS);
  for (size_t i = 0; i < position->passages->count; i++) {
    const g40_passage *passage = &position->passages->rows[i];
    g4_page_put(page, "<blockquote%a>%t</blockquote>", page->language, passage->quote);
    g4_page_put(page, "<p class=\"place\">%l %n–%n, %l %n–%n</p>", G4_L_BYTES, (size_t)passage->start,
                (size_t)passage->end, G4_L_CHARACTERS, (size_t)passage->char_start, (size_t)passage->char_end);
  }
  g4_page_put(page, "</dd>");
}

/* Of no use in print (class "fine") beside the words themselves: what says the same in the text's own language. */
static void put_summary(g4_page *page, const g40_position *position) {
  const char *texts[2] = {position->summary_nl, position->summary_en}, *languages[2] = {"nl", "en"};
  for (int i = 0; i < 2; i++) {
    int which = page->dutch ? i : 1 - i;
    if (texts[which]) {
      bool fine = i || strcmp(languages[which], page->language) == 0;
      g4_page_put(page, fine ? "<dt class=\"fine\">%l</dt><dd%a>%t</dd>" : "<dt>%l</dt><dd%a>%t</dd>",
                  i ? G4_L_SUMMARY_OTHER : G4_L_SUMMARY, languages[which], texts[which]);
    }
  }
}

static void put_provenance(g4_page *page, const g40_position *position) {
  char confidence[16];
  snprintf(confidence, sizeof confidence, "%.0f%%", position->confidence * 100);
  g4_page_put(page, "<dt>%l</dt><dd>%t", G4_L_HOW_KNOWN, g4_page_word(page, "method", position->method));
  if (position->rule) {
    g4_page_put(page, " <code>%t</code>", position->rule);
  }
  g4_page_put(page, ", %l %t</dd><dt class=\"fine\">%l</dt><dd><code>%t</code></dd>", G4_L_CONFIDENCE, confidence,
              G4_L_ID, position->id);
}

void g4_html_position(g4_page *page, const g40_position *position, const g40_positions *all, size_t number) {
  size_t known;
  if (g4_map_get(&page->numbers, position->id, strlen(position->id), &known)) {
    g4_map_put(&page->numbers, position->id, strlen(position->id), number);
  }
  const char *kind = g4_page_word(page, "kind", position->kind);
  g4_page_put(page, "<li id=\"p%n\" class=\"k-%t\" value=\"%n\"", number, position->kind, number);
  put_keys(page, position);
  g4_page_put(page, "><details><summary><span class=\"n\">%n</span> <span class=\"kind\">%t</span> ", number, kind);
  g4_page_put(page, "<q%a>%t</q></summary><dl>", page->language, position->text);
  put_summary(page, position);
  if (position->action) {
    g4_page_put(page, "<dt>%l</dt><dd>%t</dd>", G4_L_ACTION, g4_page_word(page, "action", position->action));
  }
  if (position->theme) {
    const char *language, *theme = g4_page_theme(page, position->theme, &language);
    g4_page_put(page, "<dt>%l</dt><dd%a>%t</dd>", G4_L_THEME, language, theme);
  }
  put_stakeholders(page, position);
  put_ministries(page, position, false);
  put_ministries(page, position, true);
  put_mentions(page, G4_L_INSTRUMENTS, position->instruments, "instrument_kind");
  put_mentions(page, G4_L_ADVICES, position->advices, "instrument_kind");
  put_mentions(page, G4_L_PLACES, position->places, "stakeholder_kind");
  put_figures(page, position->figures);
  put_reasons(page, position, all, number);
  put_words(page, position);
  if (position->section) {
    g4_page_put(page, "<dt class=\"fine\">%l</dt><dd%a>%t</dd>", G4_L_SECTION, page->language, position->section);
  }
  put_provenance(page, position);
  g4_page_put(page, "</dl></details></li>\n");
}
