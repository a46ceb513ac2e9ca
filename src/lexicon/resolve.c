#include "lexicon/resolve.h"

#include <string.h>

#include "lexicon/readings.h"

const char *g4_state_name(g4_state state) {
  static const char *const names[] = {"resolved", "ambiguous", "unresolved"};
  return names[state];
}

const char *g4_reason_name(g4_reason reason) {
  static const char *const names[] = {NULL, "unknown", "incomplete", "not_a_ministry", "renamed", "ended", "not_yet"};
  return names[reason];
}

const char *g4_name_form_name(g4_name_form form) { return form == G4_POST ? "post" : "ministry"; }

void g4_resolution_free(g4_resolution *resolution) {
  g4_vec_free(&resolution->now);
  g4_vec_free(&resolution->changes);
  g4_vec_free(&resolution->transfers);
  g4_vec_free(&resolution->candidates);
  *resolution = (g4_resolution){0};
}

typedef struct {
  const g4_registry *registry;
  g4_date date;
  g4_readings readings;
  g4_resolution *out;
  g4_date start; /* where the lineage of a name without a date starts */
} question;

static const g4_ministry_version *version_at(const question *q, int index) {
  return &q->registry->versions.items[index];
}

static const g4_post *post_at(const question *q, int index) { return &q->registry->posts.items[index]; }

/* The version that a reading means on the date, or G4_NO_VERSION. */
static int version_on_date(const question *q, const g4_reading *reading) {
  if (reading->target == G4_TARGET_VERSION) {
    return g4_period_holds(version_at(q, reading->index)->political, q->date) ? reading->index : G4_NO_VERSION;
  }
  const g4_post *post = post_at(q, reading->index);
  if (!g4_period_holds(post->period, q->date)) {
    return G4_NO_VERSION;
  }
  return g4_registry_version_on(q->registry, post->ministry, q->date);
}

static bool overlap(g4_period a, g4_period b) { return (!a.to || b.from < a.to) && (!b.to || a.from < b.to); }

/* Adds what a reading may mean at any date: the version, or those of the post's organisation in the post's time. */
static bool add_versions(const question *q, const g4_reading *reading, g4_indices *versions) {
  if (reading->target == G4_TARGET_VERSION) {
    return g4_indices_add(versions, reading->index);
  }
  const g4_post *post = post_at(q, reading->index);
  for (size_t i = 0; i < q->registry->versions.count; i++) {
    const g4_ministry_version *version = &q->registry->versions.items[i];
    if (strcmp(version->id, post->ministry) == 0 && overlap(version->political, post->period) &&
        !g4_indices_add(versions, (int)i)) {
      return false;
    }
  }
  return true;
}

/* Whether a reading counts where no date picks one. Of a list of parts the versions that bear it whole are meant; a
 * single word may be short for any ("Justitie"). Posts count for a bare name only where no ministry is so called. */
static bool counts_without_date(const question *q, const g4_reading *reading) {
  bool whole = false, ministry = false;
  for (size_t i = 0; i < q->readings.items.count; i++) {
    whole = whole || g4_match_is_whole(q->readings.items.items[i].match);
    ministry = ministry || !g4_match_is_bare(q->readings.items.items[i].match);
  }
  if (ministry && g4_match_is_bare(reading->match)) {
    return false;
  }
  return !whole || !q->readings.several_parts || g4_match_is_whole(reading->match);
}

static void note_reading(question *q, const g4_reading *reading) {
  bool is_post = reading->target == G4_TARGET_POST;
  q->out->form = g4_match_is_bare(reading->match) ? G4_POST : q->out->form;
  q->out->post = is_post ? reading->index : -1;
  q->start = is_post ? post_at(q, reading->index)->period.from : 0;
}

/* Several readings may agree on the ministry; then it is not said which post. */
static void forget_post(question *q, size_t readings) {
  if (readings != 1) {
    q->out->post = -1;
    q->start = 0;
  }
}

/* The readings that count go to the candidates: on a date those of the best match that holds then. */
static bool collect_on_date(question *q) {
  g4_match best = G4_MATCH_BARE_PART_OF_POST;
  for (size_t i = 0; i < q->readings.items.count; i++) {
    const g4_reading *reading = &q->readings.items.items[i];
    if (reading->match < best && version_on_date(q, reading) != G4_NO_VERSION) {
      best = reading->match;
    }
  }
  size_t found = 0;
  for (size_t i = 0; i < q->readings.items.count; i++) {
    const g4_reading *reading = &q->readings.items.items[i];
    int version = reading->match == best ? version_on_date(q, reading) : G4_NO_VERSION;
    if (version == G4_NO_VERSION) {
      continue;
    }
    note_reading(q, reading);
    found++;
    if (!g4_indices_add(&q->out->candidates, version)) {
      return false;
    }
  }
  forget_post(q, found);
  return true;
}

static bool collect_at_any_date(question *q) {
  size_t found = 0;
  for (size_t i = 0; i < q->readings.items.count; i++) {
    const g4_reading *reading = &q->readings.items.items[i];
    if (!counts_without_date(q, reading)) {
      continue;
    }
    note_reading(q, reading);
    found++;
    if (!add_versions(q, reading, &q->out->candidates)) {
      return false;
    }
  }
  forget_post(q, found);
  return true;
}

/* Why a reading does not hold on the date. */
static g4_reason reason_of(const question *q, const g4_reading *reading) {
  g4_period period;
  if (reading->target == G4_TARGET_POST) {
    period = post_at(q, reading->index)->period;
  } else {
    const g4_ministry_version *version = version_at(q, reading->index);
    period = version->political;
    if (g4_registry_version_on(q->registry, version->id, q->date) != G4_NO_VERSION) {
      return G4_REASON_RENAMED;
    }
  }
  if (period.to && period.to <= q->date) {
    return G4_REASON_ENDED;
  }
  return period.from > q->date ? G4_REASON_NOT_YET : G4_REASON_UNKNOWN;
}

/* The first of renamed, ended, not_yet that holds of a reading that counts; their enum has that order. */
static g4_reason find_reason(const question *q) {
  g4_reason reason = G4_REASON_UNKNOWN;
  for (size_t i = 0; i < q->readings.items.count; i++) {
    const g4_reading *reading = &q->readings.items.items[i];
    g4_reason found = counts_without_date(q, reading) ? reason_of(q, reading) : G4_REASON_UNKNOWN;
    if (found != G4_REASON_UNKNOWN && (reason == G4_REASON_UNKNOWN || found < reason)) {
      reason = found;
    }
  }
  return reason;
}

static int unresolved(question *q, g4_reason reason) {
  q->out->state = G4_UNRESOLVED;
  q->out->reason = reason;
  q->out->post = -1;
  for (size_t i = 0; q->date && i < q->out->candidates.count; i++) {
    if (g4_lineage_unknown_on(q->registry, q->out->candidates.items[i], q->date)) {
      q->out->notes |= G4_NOTE_BEFORE_REGISTRY;
    }
  }
  return G40_OK;
}

static int resolved(question *q, g4_date as_of) {
  g4_resolution *out = q->out;
  int version = out->candidates.items[0];
  g4_date from = version_at(q, version)->political.from;
  g4_date start = q->date ? q->date : q->start > from ? q->start : from;
  g4_lineage lineage;
  int code = g4_lineage_trace(q->registry, version, start, as_of, &lineage, NULL);
  if (code) {
    return code;
  }
  g4_vec_free(&out->candidates);
  out->state = G4_RESOLVED;
  out->version = version;
  out->as_of = lineage.as_of;
  out->now = lineage.now;
  out->changes = lineage.changes;
  out->transfers = lineage.transfers;
  out->notes |= lineage.before_known ? G4_NOTE_BEFORE_REGISTRY : 0u;
  return G40_OK;
}

static int decide(question *q, g4_date as_of) {
  if (!(q->date ? collect_on_date(q) : collect_at_any_date(q))) {
    return G40_NOMEM;
  }
  if (q->out->candidates.count == 1) {
    return resolved(q, as_of);
  }
  if (q->out->candidates.count > 1) {
    q->out->state = G4_AMBIGUOUS;
    q->out->post = -1;
    return G40_OK;
  }
  if (!collect_at_any_date(q)) {
    return G40_NOMEM;
  }
  return unresolved(q, find_reason(q));
}

static bool is_no_ministry(const g4_lexicon *lexicon, g4_slice folded, const g4_title *title) {
  static const char *const articles[] = {"de ", "het "};
  bool found = title->foreign;
  for (size_t i = 0; i < 2 && !found; i++) {
    size_t n = strlen(articles[i]);
    if (folded.length > n && memcmp(folded.text, articles[i], n) == 0) {
      folded = (g4_slice){folded.text + n, folded.length - n};
    }
  }
  for (const g4_candidate *c = g4_lexicon_exact(lexicon, folded); c && !found; c = c->next) {
    found = c->target == G4_TARGET_NOT_MINISTRY;
  }
  return found;
}

static int answer(const g4_lexicon *lexicon, const char *name, question *q, g4_date as_of) {
  g4_buf folded = {0};
  int code = g4_lexicon_fold(name, &folded);
  if (code) {
    g4_buf_free(&folded);
    return code == G40_NOT_FOUND ? unresolved(q, G4_REASON_UNKNOWN) : code;
  }
  g4_slice whole = g4_slice_trim((g4_slice){g4_buf_text(&folded), folded.length});
  g4_title title;
  g4_title_parse(whole.text, whole.length, &title);
  q->out->form = title.head > G4_HEAD_MINISTRY ? G4_POST : G4_MINISTRY;
  if (is_no_ministry(lexicon, whole, &title)) {
    code = unresolved(q, G4_REASON_NOT_A_MINISTRY);
  } else if (!title.field.length) {
    code = unresolved(q, G4_REASON_INCOMPLETE);
  } else {
    code = g4_readings_find(lexicon, &title, q->date, &q->readings) ? decide(q, as_of) : G40_NOMEM;
    if (title.inspectorate && q->out->reason == G4_REASON_UNKNOWN) {
      q->out->reason = G4_REASON_NOT_A_MINISTRY;
    }
  }
  g4_readings_free(&q->readings);
  g4_buf_free(&folded);
  return code;
}

static unsigned notes_of(const g4_registry *registry, g4_date date, g4_date as_of) {
  unsigned notes = 0;
  if (registry->known_through && (date > registry->known_through || as_of > registry->known_through)) {
    notes |= G4_NOTE_BEYOND_REGISTRY;
  }
  if ((date && date < registry->known_from) || (as_of && as_of < registry->known_from)) {
    notes |= G4_NOTE_BEFORE_REGISTRY;
  }
  return notes;
}

int g4_resolve(const g4_lexicon *lexicon, const char *name, g4_date date, g4_date as_of, g4_resolution *out,
               g40_error *err) {
  const g4_registry *registry = g4_lexicon_registry(lexicon);
  as_of = as_of ? as_of : registry->known_through;
  *out = (g4_resolution){.version = G4_NO_VERSION, .post = -1, .as_of = as_of};
  out->notes = notes_of(registry, date, as_of);
  question q = {.registry = registry, .date = date, .out = out};
  int code = answer(lexicon, name, &q, as_of);
  if (code) {
    g4_resolution_free(out);
    return g4_nomem(err);
  }
  return G40_OK;
}
