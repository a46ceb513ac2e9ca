/* g40/instrument.h - instruments (laws, programmes, funds, agreements) and advices (reports of commissions).
 *
 * Rows are owned by their array and live as long as it; retaining a row retains the array.
 */
#ifndef G40_INSTRUMENT_H
#define G40_INSTRUMENT_H

#include <stddef.h>

#include "g40/stakeholder.h"

#ifdef __cplusplus
extern "C" {
#endif

/** An instrument or advice, and an array of them. Opaque. Since 0.1. */
typedef struct g40_instrument g40_instrument;
typedef struct g40_instruments g40_instruments;

/** Instruments, those with most positions first, with the number of positions of `query` that name each: those of the
 * registry, and names that positions have and the registry does not know (no id; a row a name, however it is written).
 * Pages go on after such a row by its name (g40_query_set_after()). NULL on failure. Free with g40_instruments_free().
 * Since 0.1. */
G40_API g40_instruments *g40_db_instruments(g40_db *db, const g40_query *query, g40_error *err);
/** The same of advices. NULL on failure. Free with g40_instruments_free(). Since 0.1. */
G40_API g40_instruments *g40_db_advices(g40_db *db, const g40_query *query, g40_error *err);

/** Rows held; rows that match, which are more where a limit was set; row i, owned by the array, or NULL past the end;
 * one more owner of the array; one fewer, and the last one frees it. Since 0.1. */
G40_API size_t g40_instruments_count(const g40_instruments *instruments);
G40_API int64_t g40_instruments_total(const g40_instruments *instruments);
G40_API const g40_instrument *g40_instruments_at(const g40_instruments *instruments, size_t i);
G40_API const g40_instruments *g40_instruments_retain(const g40_instruments *instruments);
G40_API void g40_instruments_free(const g40_instruments *instruments);

/** "instrument/participatiewet", "advice/commissie-borstlap". NULL: the registry does not know it. Since 0.1. */
G40_API const char *g40_instrument_id(const g40_instrument *instrument);
/** law, programme, fund, agreement, agenda, vision, pilot, scheme, tax, benefit, report, plan, treaty, code, advice;
 * without an id "instrument" or "advice". Never NULL. Since 0.1. */
G40_API const char *g40_instrument_kind(const g40_instrument *instrument);
/** Names in Dutch (never NULL; without an id as one of the texts writes it) and English. Since 0.1. */
G40_API const char *g40_instrument_name(const g40_instrument *instrument);
G40_API const char *g40_instrument_name_en(const g40_instrument *instrument);
/** All its names in the registry. Since 0.1. */
G40_API const g40_names *g40_instrument_names(const g40_instrument *instrument);
/** Where it can be read; its date, YYYY-MM-DD or less precise. NULL where not known. Since 0.1. */
G40_API const char *g40_instrument_url(const g40_instrument *instrument);
G40_API const char *g40_instrument_date(const g40_instrument *instrument);
/** Source of the facts, and what is uncertain about them; NULL where nothing is noted. Since 0.1. */
G40_API const char *g40_instrument_source(const g40_instrument *instrument);
G40_API const char *g40_instrument_doubt(const g40_instrument *instrument);
/** Positions that name it, and the words of the first one, as written (NULL: none). Since 0.1. */
G40_API int64_t g40_instrument_positions(const g40_instrument *instrument);
G40_API const char *g40_instrument_quote(const g40_instrument *instrument);
/** One more owner of it and of what it came from; one fewer. NULL is allowed. Since 0.1. */
G40_API const g40_instrument *g40_instrument_retain(const g40_instrument *instrument);
G40_API void g40_instrument_release(const g40_instrument *instrument);

#ifdef __cplusplus
}
#endif

#endif
