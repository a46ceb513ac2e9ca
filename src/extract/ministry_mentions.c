/* Ministries and posts, each read at the document's date. What their names take up is closed to all other finders. */
#include <string.h>

#include "extract/ministry_title.h"

typedef struct {
  g4_search *search;
  g4_buf name;       /* as it is resolved */
  bool seen;         /* a ministry or post was found in the segment */
  g4_name_form form; /* of the last title */
} ministries;

static void take(g4_search *search, size_t first, size_t last) {
  g4_search_mark(search, first, last, G4_MARK_MINISTRY);
}

static bool is_taken(const g4_search *search, size_t i) { return g4_search_is_marked(search, i, G4_MARK_MINISTRY); }

/* Resolves what is in `m->name`. False: it is no ministry at all, or memory ran out. */
static bool resolve(ministries *m, g4_mention *mention) {
  g4_search *search = m->search;
  g4_resolution found;
  if (m->name.failed || g4_resolve(search->finder->lexicon, g4_buf_text(&m->name), search->date, 0, &found, NULL)) {
    search->failed = true;
    return false;
  }
  mention->state = found.state;
  mention->reason = found.reason;
  mention->version = found.state == G4_RESOLVED ? found.version : G4_NO_VERSION;
  mention->post = found.post;
  mention->form = found.form;
  bool none = found.reason == G4_REASON_NOT_A_MINISTRY || found.reason == G4_REASON_INCOMPLETE;
  g4_resolution_free(&found);
  return !none;
}

static void add_word_text(g4_buf *name, const g4_view *view, size_t i) {
  g4_slice low = g4_view_low(view, i);
  if (name->length) {
    g4_buf_add_char(name, ' ');
  }
  g4_buf_add(name, low.text, low.length);
}

/* "minister van landbouw, natuur en visserij" of the fields first..last. */
static void name_of(ministries *m, const g4_ministry_title *title, size_t first, size_t last) {
  static const char *const heads[] = {"", "ministerie", "minister", "staatssecretaris", "bewindspersoon"};
  const g4_view *view = &m->search->view;
  g4_buf_clear(&m->name);
  g4_buf_add_text(&m->name, heads[title->kind]);
  if (title->kind) {
    g4_buf_add_text(&m->name, g4_view_is(view, title->head + 1, "voor") ? " voor" : " van");
  }
  for (size_t k = first; k <= last; k++) {
    if (k > first) {
      g4_buf_add_text(&m->name, k == last ? " en" : ",");
    }
    for (size_t i = title->fields[k].first; i <= title->fields[k].last; i++) {
      add_word_text(&m->name, view, i);
    }
  }
}

static bool is_settled(const g4_mention *mention) { return mention->state != G4_UNRESOLVED; }

/* The longest run of fields from `first` on that is one ministry; *last is its end. False: not even the first alone is
 * one (and the mention says why). */
static bool read_group(ministries *m, const g4_ministry_title *title, size_t first, size_t *last, g4_mention *mention) {
  for (size_t end = title->field_count; end > first; end--) {
    name_of(m, title, first, end - 1);
    *last = end - 1;
    if (!resolve(m, mention) || is_settled(mention)) {
      return is_settled(mention);
    }
  }
  return false;
}

/* An abbreviation or name in brackets behind a name is the same mention: where it ends, in words. */
static size_t with_brackets(ministries *m, const g4_mention *mention, size_t last) {
  const g4_view *view = &m->search->view;
  g4_field inside;
  if (!(g4_view_gap(view, last + 1) & G4_GAP_OPEN) || !g4_ministry_field_known(m->search, last + 1, &inside) ||
      !(inside.last + 1 >= view->words.count || (g4_view_gap(view, inside.last + 1) & G4_GAP_CLOSE))) {
    return last;
  }
  g4_mention other = *mention;
  g4_buf_clear(&m->name);
  for (size_t i = inside.first; i <= inside.last; i++) {
    add_word_text(&m->name, view, i);
  }
  bool same = resolve(m, &other) && (other.version == mention->version || !is_settled(mention) || !is_settled(&other));
  return same ? inside.last : last;
}

static void add(ministries *m, g4_mention mention, size_t first, size_t last) {
  const g4_view_word *words = m->search->view.words.items;
  size_t end = with_brackets(m, &mention, last);
  mention.reading = (g4_span){words[first].start, words[end].end};
  if (end > last && words[end].end < m->search->view.length) {
    mention.reading.end++; /* the bracket */
  }
  g4_search_add_mention(m->search, mention);
  take(m->search, first, end);
  m->seen = true;
}

static g4_mention blank(const char *rule) { return g4_mention_unknown(0, 0, G4_MENTION_MINISTRY, rule); }

/* Every field group by itself: "ministeries van EZ, KGG en VRO". */
static void add_list(ministries *m, const g4_ministry_title *title) {
  for (size_t k = 0; k < title->field_count && !m->search->failed;) {
    g4_mention mention = blank("ministry-list");
    size_t last = k;
    if (!read_group(m, title, k, &last, &mention)) {
      last = k;
    }
    mention.form = m->form;
    if (mention.reason != G4_REASON_NOT_A_MINISTRY) {
      add(m, mention, title->fields[k].first, title->fields[last].last);
    }
    k = last + 1;
  }
}

/* One office or ministry. Where the fields together are none, but all of them are by themselves ("minister van J&V en
 * SZW"), there are several. */
static void add_title(ministries *m, const g4_ministry_title *title) {
  g4_mention whole = blank("ministry-title"), part = whole;
  size_t last = 0;
  bool wanted = g4_ministry_title_is_wanted(m->search, title);
  if (!wanted && read_group(m, title, 0, &last, &whole)) {
    size_t next = last + 1, end = last;
    bool each = true;
    while (each && next < title->field_count) {
      each = read_group(m, title, next, &end, &part) && part.version != whole.version;
      next = end + 1;
    }
    if (each) {
      whole.form = m->form;
      add(m, whole, title->head, title->fields[last].last);
      g4_ministry_title rest = *title;
      rest.field_count = title->field_count - last - 1;
      memmove(rest.fields, title->fields + last + 1, rest.field_count * sizeof *rest.fields);
      add_list(m, &rest);
      return;
    }
  }
  g4_mention none = blank(wanted ? "ministry-wanted" : "ministry-title");
  if (!wanted) {
    name_of(m, title, 0, title->field_count - 1);
    resolve(m, &none);
    none.state = G4_UNRESOLVED;
    none.version = G4_NO_VERSION;
    none.post = -1;
  }
  none.form = m->form;
  add(m, none, title->head, title->fields[title->field_count - 1].last);
}

static void read_title(ministries *m, size_t i) {
  g4_ministry_title title;
  if (!g4_ministry_title_read(m->search, i, &title)) {
    return;
  }
  size_t last = title.fields[title.field_count - 1].last;
  if (g4_ministry_title_is_foreign(m->search, &title)) {
    take(m->search, i, last);
    return;
  }
  m->form = title.kind == G4_HEAD_MINISTRY ? G4_MINISTRY : G4_POST;
  if (title.plural || title.several) {
    take(m->search, title.head, title.head);
    add_list(m, &title);
  } else {
    add_title(m, &title);
  }
}

/* "... en niet die van Landbouw", "ministers van Justitie en van Defensie": named like the one before. */
static void read_pronoun(ministries *m, size_t i) {
  const g4_view *view = &m->search->view;
  g4_ministry_title title;
  g4_mention mention = blank("ministry-list");
  size_t last;
  if (!g4_view_is(view, i + 1, "van") || i + 2 >= view->words.count || !view->words.items[i + 2].capital) {
    return;
  }
  g4_ministry_fields_read(m->search, i + 2, &title);
  title.head = i;
  title.kind = m->form == G4_POST ? G4_HEAD_MINISTER : G4_HEAD_MINISTRY;
  if (title.field_count && read_group(m, &title, 0, &last, &mention)) {
    add_list(m, &title);
  }
}

/* "Inspectie SZW", "inspectiedienst SZW", "SZW-inspectie", "Raad Buitenlandse Zaken", "Officier van Justitie". */
static bool is_part_of_other_name(const g4_view *view, size_t i, size_t end) {
  g4_slice before = g4_view_low(view, i - 1);
  if (i > 0 && ((before.length >= 9 && memcmp(before.text, "inspectie", 9) == 0) ||
                (before.length >= 9 && memcmp(before.text + before.length - 9, "inspectie", 9) == 0) ||
                g4_view_one_of(view, i - 1, "raad agentschap academie"))) {
    return true;
  }
  if (i > 1 && g4_view_one_of(view, i - 1, "van voor") &&
      g4_view_one_of(view, i - 2, "officier officieren hof raad commissie kamercommissie vertegenwoordiger paleis")) {
    return true;
  }
  static const char inspection[] = "-inspectie";
  return end + sizeof inspection - 1 <= view->length &&
         memcmp(view->text + end, inspection, sizeof inspection - 1) == 0;
}

/* The shortest, and those that are words or other names as well: they count only beside another ministry. */
static bool is_rare(g4_slice name) {
  static const char *const rare[] = {"AZ", "IW", "JV", "A&M", "Def", "Fin", "Just"};
  for (size_t i = 0; i < sizeof rare / sizeof *rare; i++) {
    if (strlen(rare[i]) == name.length && memcmp(rare[i], name.text, name.length) == 0) {
      return true;
    }
  }
  return false;
}

/* An abbreviation by itself, also in a compound: "IenW-begroting". */
static void read_abbreviation(ministries *m, const g4_spot *spot) {
  const g4_view *view = &m->search->view;
  size_t i = g4_view_word_at(view, spot->start + 1);
  i -= i > 0;
  g4_slice name = {view->text + spot->start, spot->end - spot->start};
  if (is_taken(m->search, i) || (is_rare(name) && !m->seen) || is_part_of_other_name(view, i, spot->end)) {
    return;
  }
  g4_mention mention = blank("ministry-abbreviation");
  g4_buf_clear(&m->name);
  g4_buf_add(&m->name, name.text, name.length);
  if (resolve(m, &mention)) {
    mention.form = G4_MINISTRY;
    mention.reading = (g4_span){spot->start, spot->end};
    g4_search_add_mention(m->search, mention);
    take(m->search, i, i);
    m->seen = true;
  }
}

/* A name without a head: "Buitenlandse Zaken"; one word only beside another ministry ("onder Onderwijs en Justitie"),
 * but for Defensie. */
static void read_bare_name(ministries *m, size_t i) {
  const g4_view *view = &m->search->view;
  g4_field field;
  if (!g4_view_is_proper(view, i) || view->words.items[i].upper || !g4_ministry_field_known(m->search, i, &field) ||
      field.abbreviation || is_part_of_other_name(view, i, view->words.items[field.last].end) ||
      (field.last + 1 < view->words.count && view->words.items[field.last + 1].capital &&
       !g4_view_gap(view, field.last + 1))) {
    return;
  }
  bool affairs = field.last > i && g4_view_is(view, i + 1, "zaken");
  bool defence = g4_view_is(view, i, "defensie") &&
                 (g4_search_acts(m->search, i) || g4_view_one_of(view, i - 1, "door bij van met aan"));
  bool listed = g4_view_is(view, i - 1, "en") && i > 1 && is_taken(m->search, i - 2);
  bool named = m->seen && (listed || g4_view_one_of(view, i - 1, "onder bij van naar tussen door met aan vanuit"));
  if (!affairs && !defence && !named) {
    return;
  }
  g4_ministry_title title;
  g4_ministry_fields_read(m->search, i, &title);
  for (size_t k = 0, last = 0; k < title.field_count && !m->search->failed; k = last + 1) {
    g4_mention mention = blank("ministry-name");
    last = k;
    if (read_group(m, &title, k, &last, &mention) && mention.post < 0) { /* no post without its head */
      mention.form = G4_MINISTRY;
      add(m, mention, title.fields[k].first, title.fields[last].last);
    } else {
      last = k;
    }
  }
}

static void read_spots(ministries *m) {
  for (size_t k = 0; k < m->search->spots.count && !m->search->failed; k++) {
    const g4_spot *spot = &m->search->spots.items[k];
    for (const g4_candidate *c = spot->first; c; c = c->next) {
      if (c->target == G4_TARGET_VERSION && spot->abbreviation) {
        read_abbreviation(m, spot);
        break;
      }
    }
  }
}

void g4_find_ministries(g4_search *search) {
  ministries m = {.search = search};
  const g4_view *view = &search->view;
  for (size_t i = 0; i < view->words.count && !search->failed; i++) {
    if (is_taken(search, i)) {
      continue;
    }
    if (view->words.items[i].kind == G4_WORD_OFFICE) {
      read_title(&m, i);
    } else if (m.seen && g4_view_one_of(view, i, "die en")) {
      read_pronoun(&m, i);
    }
  }
  read_spots(&m);
  for (size_t i = 1; i < view->words.count && !search->failed; i++) {
    if (view->words.items[i].capital && !is_taken(search, i)) {
      read_bare_name(&m, i);
    }
  }
  g4_buf_free(&m.name);
}
