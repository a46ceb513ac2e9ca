/* The registry in the tables. */
#ifndef G4_STORE_REGISTRY_H
#define G4_STORE_REGISTRY_H

#include "base/buf.h"
#include "lexicon/registry.h"
#include "store/store.h"

/* Writes a checked registry into empty registry tables. */
int g4_store_write_registry(g4_store *store, const g4_registry *registry, g40_error *err);

/* Brings the built-in rows of another database's registry in place of those of this one, in a transaction of its own.
 * G40_UNSUPPORTED: this one knows later days. */
int g4_store_update_registry(g4_store *store, g4_store *from, g40_error *err);

/* Writes what a user's registry file holds (origin "user") beside what is there; in place of what a user wrote under
 * the same ids. Ministries, changes, posts and what is no ministry are left out. Inside the caller's transaction. */
int g4_store_add_registry(g4_store *store, const g4_registry *registry, g40_error *err);

/* Reads versions of ministries and the changes between them: what "now" needs. The registry must be empty. */
int g4_store_read_ministries(g4_store *store, g4_registry *registry, g40_error *err);
/* Reads what names resolve to, behind g4_store_read_ministries(): posts, aliases of both and what is no ministry;
 * behind those entities with their names; or all of it. */
int g4_store_read_ministry_names(g4_store *store, g4_registry *registry, g40_error *err);
int g4_store_read_entities(g4_store *store, g4_registry *registry, g40_error *err);
int g4_store_read_names(g4_store *store, g4_registry *registry, g40_error *err);

/* Reads ids and titles of sources. */
int g4_store_read_sources(g4_store *store, g4_registry *registry, g40_error *err);
/* Reads the portfolios, behind g4_store_read_ministries(). */
int g4_store_read_portfolios(g4_store *store, g4_registry *registry, g40_error *err);

/* What a post is called in the table of names: name and start tell posts apart. */
void g4_store_post_target(const g4_post *post, g4_buf *target);

#endif
