-- Views for reading in any SQLite client. No contact data of persons is in them. A ministry is shown in the version of
-- the document's date; without a date only where it never had another one.

CREATE VIEW positions AS
SELECT p.id AS id, substr(d.id, 10) AS document, substr(t.id, 7) AS theme, p.kind AS kind, p.action AS action,
       coalesce(q.masked_text, q.text) AS text,
       (SELECT group_concat(named, ', ') FROM (
          SELECT r.as_written AS named FROM position_role r
          WHERE r.position = p.pk AND r.actor = 'ministry' ORDER BY r.ordinal)) AS ministries_named,
       (SELECT group_concat(abbreviation, ', ') FROM (
          SELECT v.abbreviation AS abbreviation FROM position_responsible r JOIN ministry_version v
            ON v.ministry = r.ministry AND (CASE WHEN d.date_issued IS NULL
            THEN NOT EXISTS (SELECT 1 FROM ministry_version o WHERE o.ministry = v.ministry AND o.pk <> v.pk)
            ELSE coalesce(v.political_from, '') <= d.date_issued AND d.date_issued < coalesce(v.political_to, '9999') END)
          WHERE r.position = p.pk ORDER BY v.key)) AS ministries_responsible,
       p.summary_nl AS summary_nl, p.summary_en AS summary_en, p.method AS method, p.confidence AS confidence,
       q.byte_start AS byte_start, q.byte_end AS byte_end, q.char_start AS char_start, q.char_end AS char_end,
       d.sha256 AS sha256
FROM position p
JOIN document d ON d.pk = p.document
JOIN position_passage q ON q.position = p.pk AND q.ordinal = 1
LEFT JOIN theme t ON t.pk = p.theme
ORDER BY p.pk;

CREATE VIEW position_passages AS
SELECT p.id AS position, q.ordinal AS ordinal, coalesce(q.masked_quote, q.quote) AS quote,
       coalesce(q.masked_text, q.text) AS text,
       q.byte_start AS byte_start, q.byte_end AS byte_end, q.char_start AS char_start, q.char_end AS char_end
FROM position p JOIN position_passage q ON q.position = p.pk
ORDER BY p.pk, q.ordinal;

CREATE VIEW position_actors AS
SELECT p.id AS position, s.id AS stakeholder, s.name_nl AS name_nl, s.name_en AS name_en,
       coalesce(s.kind, r.actor) AS kind, r.role AS role, r.as_written AS as_written, r.state AS state,
       r.reason AS reason, r.method AS method, r.byte_start AS byte_start, r.byte_end AS byte_end
FROM position p JOIN position_role r ON r.position = p.pk LEFT JOIN stakeholder s ON s.pk = r.stakeholder
ORDER BY p.pk, r.ordinal;

CREATE VIEW position_ministries AS
SELECT p.id AS position, s.id AS ministry, v.key AS version, v.abbreviation AS abbreviation, v.name AS name,
       x.relation AS relation, x.as_written AS as_written, x.source AS source, x.method AS method,
       CASE WHEN x.ministry IS NULL OR v.pk IS NOT NULL THEN x.state WHEN d.date_issued IS NULL THEN 'ambiguous'
            ELSE 'unresolved' END AS state
FROM (SELECT position, stakeholder AS ministry, role AS relation, as_written, NULL AS source, method, state, ordinal
      FROM position_role WHERE actor = 'ministry'
      UNION ALL
      SELECT position, ministry, 'responsible', NULL, source, method, 'resolved', 1000000 FROM position_responsible) x
JOIN position p ON p.pk = x.position
JOIN document d ON d.pk = p.document
LEFT JOIN stakeholder s ON s.pk = x.ministry
LEFT JOIN ministry_version v ON v.ministry = x.ministry AND (CASE WHEN d.date_issued IS NULL
      THEN NOT EXISTS (SELECT 1 FROM ministry_version o WHERE o.ministry = v.ministry AND o.pk <> v.pk)
      ELSE coalesce(v.political_from, '') <= d.date_issued AND d.date_issued < coalesce(v.political_to, '9999') END)
ORDER BY p.pk, x.ordinal, v.key;

CREATE VIEW position_instruments AS
SELECT p.id AS position, i.id AS instrument, coalesce(i.kind, x.type) AS kind, i.name_nl AS name_nl,
       i.name_en AS name_en, x.as_written AS as_written, x.state AS state, x.byte_start AS byte_start,
       x.byte_end AS byte_end
FROM position_instrument x JOIN position p ON p.pk = x.position LEFT JOIN instrument i ON i.pk = x.instrument
ORDER BY p.pk, x.ordinal;

CREATE VIEW position_reasons AS
SELECT a.id AS ask, r.id AS reason, r.kind AS kind, coalesce(q.masked_text, q.text) AS text
FROM position_reason x JOIN position a ON a.pk = x.position JOIN position r ON r.pk = x.reason
JOIN position_passage q ON q.position = r.pk AND q.ordinal = 1
ORDER BY a.pk, r.pk;

CREATE VIEW documents AS
SELECT d.id AS id, substr(d.id, 10) AS document, d.title AS title, s.id AS holder, d.kind AS kind, d.language AS language,
       d.date_issued AS date_issued, d.date_precision AS date_precision, d.occasion_nl AS occasion_nl,
       d.occasion_en AS occasion_en, d.url AS url, d.sha256 AS sha256, d.bytes AS bytes, d.characters AS characters,
       (SELECT count(*) FROM position p WHERE p.document = d.pk) AS positions
FROM document d LEFT JOIN stakeholder s ON s.pk = d.holder
ORDER BY d.date_issued, d.id;

CREATE VIEW passages AS
SELECT substr(d.id, 10) AS document, x.ordinal AS ordinal, x.kind AS kind, s.heading AS section,
       coalesce(x.masked, x.text) AS text, x.byte_start AS byte_start, x.byte_end AS byte_end,
       x.char_start AS char_start, x.char_end AS char_end, d.sha256 AS sha256
FROM passage x JOIN document d ON d.pk = x.document LEFT JOIN section s ON s.pk = x.section
ORDER BY d.pk, x.ordinal;

CREATE VIEW ministries AS
SELECT s.id AS id, v.key AS version, v.abbreviation AS abbreviation, v.name AS name,
       v.political_from AS valid_from, v.political_to AS valid_to, v.register_from AS register_from,
       v.register_to AS register_to, s.tooi AS tooi, v.source AS source, v.doubt AS doubt
FROM ministry_version v JOIN stakeholder s ON s.pk = v.ministry
ORDER BY v.pk;

CREATE VIEW ministry_changes AS
SELECT c.kind AS kind, c.political_date AS date, c.register_date AS register_date, f.key AS from_version,
       f.abbreviation AS from_abbreviation, t.key AS to_version, t.abbreviation AS to_abbreviation, c.note AS note
FROM ministry_change c LEFT JOIN ministry_version f ON f.pk = c.from_version
LEFT JOIN ministry_version t ON t.pk = c.to_version
ORDER BY c.political_date, c.pk;

CREATE VIEW stakeholders AS
SELECT s.id AS id, s.kind AS kind, s.name_nl AS name_nl, s.name_en AS name_en,
       (SELECT group_concat(n.text, '; ') FROM name n WHERE n.target = s.id AND n.relation = 'same_as') AS other_names,
       s.broader AS broader, s.tooi AS tooi, s.cbs_code AS cbs_code, s.wikidata AS wikidata, s.source AS source,
       s.doubt AS doubt,
       (SELECT count(DISTINCT r.position) FROM position_role r WHERE r.stakeholder = s.pk) AS positions
FROM stakeholder s ORDER BY s.pk;

CREATE VIEW themes AS
SELECT t.id AS id, substr(t.id, 7) AS theme, t.label_nl AS label_nl, t.label_en AS label_en, t.broader AS broader,
       t.scheme AS scheme, (SELECT count(*) FROM position p WHERE p.theme = t.pk) AS positions,
       (SELECT count(*) FROM position p WHERE p.theme = t.pk AND p.kind = 'ask') AS asks
FROM theme t ORDER BY t.pk;

CREATE VIEW instruments AS
SELECT i.id AS id, i.kind AS kind, i.name_nl AS name_nl, i.name_en AS name_en,
       (SELECT group_concat(n.text, '; ') FROM name n WHERE n.target = i.id AND n.relation = 'same_as') AS other_names,
       i.url AS url, i.date AS date, i.source AS source, i.doubt AS doubt,
       (SELECT count(DISTINCT x.position) FROM position_instrument x WHERE x.instrument = i.pk) AS positions
FROM instrument i ORDER BY i.pk;

CREATE VIEW figures AS
SELECT f.id AS id, substr(d.id, 10) AS document, p.id AS position, f.value AS value, f.unit AS unit, f.about_nl AS about_nl,
       f.about_en AS about_en, f.precision AS precision, f.as_written AS quote, f.byte_start AS byte_start,
       f.byte_end AS byte_end, f.char_start AS char_start, f.char_end AS char_end, d.sha256 AS sha256
FROM figure f JOIN document d ON d.pk = f.document LEFT JOIN position p ON p.pk = f.position
ORDER BY f.pk;

CREATE VIEW citations AS
SELECT c.id AS id, substr(d.id, 10) AS document, p.id AS position, c.url AS url, c.kind AS kind, c.target AS target,
       c.as_written AS quote, c.byte_start AS byte_start, c.byte_end AS byte_end, c.char_start AS char_start,
       c.char_end AS char_end, d.sha256 AS sha256
FROM citation c JOIN document d ON d.pk = c.document LEFT JOIN position p ON p.pk = c.position
ORDER BY c.pk;

CREATE VIEW members AS
SELECT n.id AS network, s.id AS id, s.name_nl AS name, s.cbs_code AS cbs_code, s.tooi AS tooi,
       r.name_nl AS labour_market_region, v.name_nl AS province
FROM member m JOIN stakeholder n ON n.pk = m.network JOIN stakeholder s ON s.pk = m.stakeholder
LEFT JOIN stakeholder r ON r.pk = m.labour_market_region LEFT JOIN stakeholder v ON v.pk = m.province
ORDER BY n.id, s.name_nl;
