#include "query/meant.h"

#include <string.h>

#include "lexicon/resolve.h"

int g4_version_meant(g4_session *session, const char *ministry_id, const char *as_written, g4_date date, int *version,
                     g40_error *err) {
  const g4_registry *registry = g4_session_ministries(session, err);
  if (!registry) {
    return err->code;
  }
  *version = g4_registry_version_meant(registry, ministry_id, date);
  if (date || *version != G4_NO_VERSION || !as_written) {
    return G40_OK;
  }
  const g4_lexicon *lexicon = g4_session_ministry_names(session, err);
  if (!lexicon) {
    return err->code;
  }
  g4_resolution ever;
  int code = g4_resolve(lexicon, as_written, 0, 0, &ever, err);
  if (code == G40_OK) {
    if (ever.state == G4_RESOLVED && strcmp(registry->versions.items[ever.version].id, ministry_id) == 0) {
      *version = ever.version;
    }
    g4_resolution_free(&ever);
  }
  return code;
}
