/* A small registry in memory: the real ministries and posts, and a handful of other names. */
#ifndef TEST_UNIT_REGISTRY_FIXTURE_H
#define TEST_UNIT_REGISTRY_FIXTURE_H

#include "lexicon/registry.h"

/* Fills a zeroed registry, known from 1982-11-04 through 2026-05-19, and sorts it. G40_NOMEM or 0. */
int registry_fixture(g4_registry *registry);

/* The version of that abbreviation which holds on the date, or G4_NO_VERSION. */
int fixture_version(const g4_registry *registry, const char *abbreviation, g4_date date);

#endif
