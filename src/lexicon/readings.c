#include "lexicon/readings.h"

#include <string.h>

bool g4_match_is_whole(g4_match match) {
  return match == G4_MATCH_POST || match == G4_MATCH_MINISTRY || match == G4_MATCH_BARE_POST;
}

bool g4_match_is_bare(g4_match match) { return match >= G4_MATCH_BARE_POST; }

void g4_readings_free(g4_readings *readings) {
  g4_vec_free(&readings->items);
  *readings = (g4_readings){0};
}

static bool add(g4_readings *readings, g4_match match, g4_target target, int index) {
  for (size_t i = 0; i < readings->items.count; i++) {
    g4_reading *old = &readings->items.items[i];
    if (old->target == target && old->index == index) {
      old->match = match < old->match ? match : old->match;
      return true;
    }
  }
  return g4_vec_push(&readings->items, (g4_reading){match, target, index});
}

/* Whether the version bears what stands in brackets behind the name: "Economische Zaken (EZ)", "EZ (Economische
 * Zaken)". */
static bool brackets_agree(const g4_lexicon *lexicon, int version, g4_slice inside) {
  for (const g4_candidate *c = g4_lexicon_exact(lexicon, inside); c; c = c->next) {
    if (c->target == G4_TARGET_VERSION && c->index == version) {
      return true;
    }
  }
  g4_parts parts;
  g4_parts_split(inside, &parts);
  const g4_full_name_link *link = parts.count ? g4_lexicon_with_part(lexicon, parts.items[0]) : NULL;
  for (; link; link = link->next) {
    const g4_full_name *name = link->name;
    if (name->target == G4_TARGET_VERSION && name->index == version &&
        g4_parts_within(&parts, name->parts, name->count)) {
      return true;
    }
  }
  return false;
}

static bool add_version(const g4_lexicon *lexicon, const g4_title *title, g4_match match, int version,
                        g4_readings *readings) {
  if (title->brackets.length && !brackets_agree(lexicon, version, title->brackets)) {
    return true;
  }
  return add(readings, match, G4_TARGET_VERSION, version);
}

/* Whether a person so called can hold the post. Without a head only the post's own name counts: "Minister voor VRO"
 * makes no ministry of "VRO". */
static bool may_be_post(g4_head asked, const g4_full_name *post) {
  if (asked == G4_HEAD_NONE) {
    return !post->alias;
  }
  bool ranks_agree = asked == G4_HEAD_MEMBER || post->head == G4_HEAD_MEMBER || asked == post->head;
  return asked != G4_HEAD_MINISTRY && ranks_agree;
}

/* "Minister voor X" is how a minister without a ministry was called. */
static g4_match post_match(const g4_registry *registry, const g4_title *title, g4_date date, bool whole) {
  if (title->head == G4_HEAD_NONE) {
    return whole ? G4_MATCH_BARE_POST : G4_MATCH_BARE_PART_OF_POST;
  }
  if (whole) {
    return G4_MATCH_POST;
  }
  g4_date until = registry->minister_voor_until;
  bool cue = title->voor && (!until || date < until);
  return cue ? G4_MATCH_PART_OF_POST : G4_MATCH_PART;
}

static bool add_by_parts(const g4_lexicon *lexicon, const g4_title *title, g4_date date, g4_readings *readings) {
  g4_parts parts;
  g4_parts_split(title->field, &parts);
  readings->several_parts = parts.count > 1;
  const g4_full_name_link *link = parts.count ? g4_lexicon_with_part(lexicon, parts.items[0]) : NULL;
  for (; link; link = link->next) {
    const g4_full_name *name = link->name;
    if (!g4_parts_within(&parts, name->parts, name->count)) {
      continue;
    }
    bool whole = parts.count == name->count, done = true;
    if (name->target == G4_TARGET_VERSION) {
      done = add_version(lexicon, title, whole ? G4_MATCH_MINISTRY : G4_MATCH_PART, name->index, readings);
    } else if (may_be_post(title->head, name)) {
      done = add(readings, post_match(g4_lexicon_registry(lexicon), title, date, whole), G4_TARGET_POST, name->index);
    }
    if (!done) {
      return false;
    }
  }
  return true;
}

static bool add_exact(const g4_lexicon *lexicon, const g4_title *title, g4_slice key, g4_readings *readings) {
  for (const g4_candidate *c = g4_lexicon_exact(lexicon, key); c; c = c->next) {
    if (c->target == G4_TARGET_VERSION && !add_version(lexicon, title, G4_MATCH_MINISTRY, c->index, readings)) {
      return false;
    }
  }
  return true;
}

/* "I & W" is written "I&W" in the registry. False where there is nothing to close up. */
static bool close_up(g4_slice field, char *text, size_t size, g4_slice *closed) {
  size_t n = 0;
  bool changed = false;
  for (size_t i = 0; i < field.length && n < size; i++) {
    bool beside = field.text[i] == ' ' &&
                  ((i + 1 < field.length && field.text[i + 1] == '&') || (i > 0 && field.text[i - 1] == '&'));
    changed = changed || beside;
    if (!beside) {
      text[n++] = field.text[i];
    }
  }
  *closed = (g4_slice){text, n};
  return changed && field.length <= size;
}

bool g4_readings_find(const g4_lexicon *lexicon, const g4_title *title, g4_date date, g4_readings *readings) {
  *readings = (g4_readings){0};
  char text[32];
  g4_slice closed;
  bool done = add_exact(lexicon, title, title->field, readings) &&
              (!close_up(title->field, text, sizeof text, &closed) || add_exact(lexicon, title, closed, readings)) &&
              add_by_parts(lexicon, title, date, readings);
  if (!done) {
    g4_readings_free(readings);
  }
  return done;
}
