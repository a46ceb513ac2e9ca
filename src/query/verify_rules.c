#include "query/verify_rules.h"

#include <stddef.h>

#define RANGES_OF(position, passage)                                                                                \
  "(SELECT r.byte_start, r.byte_end FROM position_range r WHERE r.position = " position " AND r.passage = " passage \
  " UNION ALL SELECT q.byte_start, q.byte_end WHERE NOT EXISTS (SELECT 1 FROM position_range r WHERE r.position "   \
  "= " position " AND r.passage = " passage ") ORDER BY 1)"
#define RANGES_OF_PASSAGE                                                                                         \
  "(SELECT r.byte_start, r.byte_end FROM passage_range r WHERE r.passage = q.pk"                                  \
  " UNION ALL SELECT q.byte_start, q.byte_end WHERE NOT EXISTS (SELECT 1 FROM passage_range r WHERE r.passage = " \
  "q.pk))"

/* Words touch a contact, or they do not; then they have a masked copy, or they have none. The copy begins as the words
 * do and holds none of the contacts that they touch. */
#define TOUCHES(ranges, document)                                               \
  "EXISTS (SELECT 1 FROM " ranges " x JOIN contact c ON c.document = " document \
  " AND c.byte_start < x.byte_end AND x.byte_start < c.byte_end)"
#define HOLDS_CONTACT(masked, document)                                                                          \
  "EXISTS (SELECT 1 FROM contact c JOIN document_text t ON t.document = c.document WHERE c.document = " document \
  " AND instr(" masked ", CAST(substr(t.text, c.byte_start + 1, c.byte_end - c.byte_start) AS TEXT)))"
#define BAD_MASK(masked, words, touches, document)                                                   \
  "(" masked " IS NOT NULL) <> (" touches ") OR (" masked " IS NOT NULL AND (instr(" masked          \
  ", '[contact]') = 0 OR substr(" words ", 1, instr(" masked ", '[contact]') - 1) <> substr(" masked \
  ", 1, instr(" masked ", '[contact]') - 1) OR " HOLDS_CONTACT(masked, document) "))"
#define POSITION_TOUCHES TOUCHES(RANGES_OF("q.position", "q.ordinal"), "p.document")

const g4_verify_rule g4_verify_rules[] = {
    {"PRAGMA integrity_check(10)", "ok", "integrity", NULL},
    {"SELECT \"table\" || coalesce(' row ' || rowid, '') FROM pragma_foreign_key_check", NULL, "reference",
     "a row names one that does not exist"},
    {"SELECT id FROM position p WHERE NOT EXISTS (SELECT 1 FROM position_passage q WHERE q.position = p.pk)", NULL,
     "evidence", "a position has no words"},
    {"SELECT p.id FROM position_passage q JOIN position p ON p.pk = q.position JOIN document_text t ON t.document ="
     " p.document WHERE q.quote <> (SELECT group_concat(CAST(substr(t.text, byte_start + 1, byte_end - byte_start) AS"
     " TEXT), char(10)) FROM " RANGES_OF("q.position", "q.ordinal") ")",
     NULL, "words", "the quote is not the bytes of its ranges"},
    {"SELECT p.id FROM position_passage q JOIN position p ON p.pk = q.position WHERE " BAD_MASK(
         "q.masked_quote", "q.quote", POSITION_TOUCHES, "p.document"),
     NULL, "contact", "the masked quote does not fit the contacts of the text"},
    {"SELECT p.id FROM position_passage q JOIN position p ON p.pk = q.position WHERE " BAD_MASK(
         "q.masked_text", "q.text", POSITION_TOUCHES, "p.document"),
     NULL, "contact", "the masked text does not fit the contacts of the text"},
    {"SELECT substr(d.id, 10) || ' passage/' || q.ordinal FROM passage q JOIN document d ON d.pk = q.document "
     "WHERE " BAD_MASK("q.masked", "q.text", TOUCHES(RANGES_OF_PASSAGE, "q.document"), "q.document"),
     NULL, "contact", "the masked text does not fit the contacts of the text"},
    {"SELECT a.key FROM ministry_version a JOIN ministry_version b ON a.ministry = b.ministry AND a.pk <> b.pk AND"
     " coalesce(a.political_from, '') <= coalesce(b.political_from, '') AND coalesce(b.political_from, '') <"
     " coalesce(a.political_to, '9999')",
     NULL, "overlap", "two versions of a ministry overlap"},
    {"SELECT id FROM citation WHERE url LIKE 'mailto:%' OR url LIKE 'tel:%'", NULL, "contact",
     "a contact is a citation"},
    {"SELECT c.id FROM citation c JOIN document_text t ON t.document = c.document WHERE c.link_start IS NOT NULL AND"
     " CAST(substr(t.text, c.link_start + 1, c.link_end - c.link_start) AS TEXT) <> c.url",
     NULL, "words", "the address does not stand where the row says"},
    {"SELECT id FROM position WHERE kind NOT IN ('ask', 'commitment', 'rule', 'principle', 'problem', 'observation') OR"
     " method NOT IN ('curated', 'rule') OR confidence NOT BETWEEN 0 AND 1",
     NULL, "vocabulary", "kind, method or confidence is none of ours"},
    {"SELECT p.id FROM position_role r JOIN position p ON p.pk = r.position WHERE r.role NOT IN ('addressee', "
     "'executor',"
     " 'partner', 'beneficiary', 'affected', 'cited_authority', 'holder', 'other') OR r.state NOT IN ('resolved',"
     " 'ambiguous', 'unresolved') OR r.actor NOT IN ('ministry', 'stakeholder') OR (r.state = 'resolved') <>"
     " (r.stakeholder IS NOT NULL)",
     NULL, "vocabulary", "role, state or actor is none of ours"},
    {"SELECT p.id FROM position_instrument x JOIN position p ON p.pk = x.position WHERE x.type NOT IN ('instrument',"
     " 'advice') OR x.state NOT IN ('resolved', 'ambiguous', 'unresolved') OR (x.state = 'resolved') <> (x.instrument "
     "IS"
     " NOT NULL) OR (x.folded IS NULL) <> (x.instrument IS NOT NULL)",
     NULL, "vocabulary", "type or state of an instrument is none of ours"},
    {"SELECT 'verdict on ' || ask FROM verdict WHERE verdict NOT IN ('literal', 'same_aim', 'weaker', 'stronger',"
     " 'contrary', 'none') OR ask NOT GLOB 'position/?*/?*'",
     NULL, "vocabulary", "the verdict is none of ours, or what it judges no position"},
    {"SELECT 'verdict on ' || ask FROM verdict WHERE (verdict = 'none') <> (words IS NULL) OR (words IS NULL AND"
     " byte_start IS NOT NULL) OR (byte_start IS NULL) + (byte_end IS NULL) + (char_start IS NULL) + (char_end IS NULL)"
     " NOT IN (0, 4)",
     NULL, "evidence", "a verdict has no words, or half a place"},
    {"SELECT 'verdict on ' || v.ask FROM verdict v JOIN document d ON v.ask GLOB 'position/' || substr(d.id, 10) || "
     "'/*'"
     " WHERE NOT EXISTS (SELECT 1 FROM position p WHERE p.id = v.ask AND p.document = d.pk)",
     NULL, "reference", "the document of the ask has no such position"},
    {"SELECT 'verdict on ' || v.ask FROM verdict v WHERE v.words IS NOT NULL AND (v.masked_words IS NULL OR"
     " (v.byte_start IS NOT NULL AND CASE WHEN EXISTS (SELECT 1 FROM contact c WHERE c.document = v.document AND"
     " c.byte_start < v.byte_end AND v.byte_start < c.byte_end) THEN instr(v.masked_words, '[contact]') = 0 OR"
     " " HOLDS_CONTACT("v.masked_words", "v.document") " ELSE v.masked_words <> v.words END))",
     NULL, "contact", "the masked words do not fit the contacts of the text"},
    {"SELECT 'unplaced ' || id FROM unplaced WHERE state NOT IN ('ambiguous', 'orphaned') OR coding = ''", NULL,
     "vocabulary", "a position without its words says neither why nor what it was"},
    {"SELECT 'known_through' WHERE (SELECT count(*) FROM meta WHERE key IN ('known_from', 'known_through') AND value "
     "GLOB"
     " '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]') <> 2",
     NULL, "meta", "the days that the registry knows are missing"},
    {"SELECT v.name FROM (SELECT 'positions' AS name UNION ALL SELECT 'passages' UNION ALL SELECT 'documents') v WHERE"
     " NOT EXISTS (SELECT 1 FROM sqlite_schema s WHERE s.type = 'view' AND s.name = v.name)",
     NULL, "view", "a documented view is missing"},
    {NULL, NULL, NULL, NULL}};
