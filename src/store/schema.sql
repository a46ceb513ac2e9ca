-- The tables of a libg40 database, version 1. docs/schema.md explains them.
-- Ordinary tables and views only: stock SQLite reads, counts, dumps and vacuums them.
-- byte_*/char_* are half-open offsets into document_text.text, in bytes and in code points.

CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE feature (name TEXT PRIMARY KEY, note TEXT) WITHOUT ROWID;

-- registry --------------------------------------------------------------------------------------------------------

CREATE TABLE source (
  id TEXT PRIMARY KEY, title TEXT NOT NULL, url TEXT, licence TEXT, note TEXT, origin TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE stakeholder (
  pk INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, name_nl TEXT NOT NULL, name_en TEXT,
  broader TEXT, tooi TEXT, cbs_code TEXT, oin TEXT, wikidata TEXT,
  source TEXT, doubt TEXT, origin TEXT NOT NULL
);
CREATE TABLE ministry_version (
  pk INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, ministry INTEGER NOT NULL REFERENCES stakeholder(pk),
  abbreviation TEXT NOT NULL, name TEXT NOT NULL,
  political_from TEXT, political_to TEXT, register_from TEXT, register_to TEXT,
  tooi_version TEXT, owms TEXT, wikidata TEXT, oin TEXT,
  source TEXT, doubt TEXT, origin TEXT NOT NULL
);
CREATE TABLE ministry_change (
  pk INTEGER PRIMARY KEY, kind TEXT NOT NULL, political_date TEXT NOT NULL, register_date TEXT,
  from_version INTEGER REFERENCES ministry_version(pk), to_version INTEGER REFERENCES ministry_version(pk),
  note TEXT, source TEXT, doubt TEXT, origin TEXT NOT NULL
);
CREATE TABLE post (
  pk INTEGER PRIMARY KEY, name TEXT NOT NULL, ministry INTEGER NOT NULL REFERENCES stakeholder(pk),
  valid_from TEXT, valid_to TEXT, source TEXT, doubt TEXT, origin TEXT NOT NULL
);
CREATE TABLE portfolio (
  pk INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, field_nl TEXT NOT NULL, field_en TEXT, terms TEXT NOT NULL,
  ministry INTEGER NOT NULL REFERENCES stakeholder(pk), valid_from TEXT, valid_to TEXT,
  source TEXT, doubt TEXT, origin TEXT NOT NULL
);
CREATE TABLE theme (
  pk INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, label_nl TEXT NOT NULL, label_en TEXT, broader TEXT, scheme TEXT,
  source TEXT, doubt TEXT, origin TEXT NOT NULL
);
CREATE TABLE instrument (
  pk INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, name_nl TEXT NOT NULL, name_en TEXT,
  url TEXT, date TEXT, source TEXT, doubt TEXT, origin TEXT NOT NULL
);
CREATE TABLE member (
  network INTEGER NOT NULL REFERENCES stakeholder(pk), stakeholder INTEGER NOT NULL REFERENCES stakeholder(pk),
  labour_market_region INTEGER REFERENCES stakeholder(pk), province INTEGER REFERENCES stakeholder(pk),
  source TEXT, doubt TEXT, origin TEXT NOT NULL,
  PRIMARY KEY (network, stakeholder)
) WITHOUT ROWID;
-- Further names. target: the id of a stakeholder, theme or instrument; the key of a ministry version;
-- "post/<name>@<start>"; "not_ministry/" with a number. relation: name, same_as, related.
CREATE TABLE name (
  target TEXT NOT NULL, ordinal INTEGER NOT NULL, text TEXT NOT NULL, language TEXT NOT NULL, relation TEXT NOT NULL,
  source TEXT, doubt TEXT, origin TEXT NOT NULL,
  PRIMARY KEY (target, ordinal)
) WITHOUT ROWID;

-- documents -------------------------------------------------------------------------------------------------------

CREATE TABLE document (
  pk INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, title TEXT, holder INTEGER REFERENCES stakeholder(pk),
  kind TEXT, language TEXT, date_issued TEXT, date_precision TEXT, occasion_nl TEXT, occasion_en TEXT,
  url TEXT, licence TEXT, sha256 TEXT NOT NULL, source_sha256 TEXT NOT NULL,
  bytes INTEGER NOT NULL, characters INTEGER NOT NULL, origin TEXT NOT NULL,
  -- The file's name; SHA-256 of its absolute path, so that the same file stays the same document; SHA-256 of the coding.
  source_name TEXT, source_key TEXT, coding_sha256 TEXT, format TEXT, encoding TEXT
);
CREATE INDEX document_source ON document(source_key);
-- Apart, so that rows of document stay short. A BLOB, because a text may hold any byte, also NUL.
-- hints: what the format of the file said of the text's blocks and marks, a line each.
CREATE TABLE document_text (document INTEGER PRIMARY KEY REFERENCES document(pk), text BLOB NOT NULL, hints TEXT);
-- Where each page starts in the text; only of documents with more than one.
CREATE TABLE page (
  document INTEGER NOT NULL REFERENCES document(pk), number INTEGER NOT NULL,
  byte_start INTEGER NOT NULL, char_start INTEGER NOT NULL,
  PRIMARY KEY (document, number)
) WITHOUT ROWID;

CREATE TABLE section (
  pk INTEGER PRIMARY KEY, document INTEGER NOT NULL REFERENCES document(pk), ordinal INTEGER NOT NULL,
  parent INTEGER REFERENCES section(pk), level INTEGER NOT NULL, heading TEXT, theme INTEGER REFERENCES theme(pk),
  byte_start INTEGER NOT NULL, byte_end INTEGER NOT NULL, char_start INTEGER NOT NULL, char_end INTEGER NOT NULL
);
CREATE INDEX section_document ON section(document);
-- Units of the text in reading order. text: reading form. masked: the same without contact data, where it has some.
CREATE TABLE passage (
  pk INTEGER PRIMARY KEY, document INTEGER NOT NULL REFERENCES document(pk), ordinal INTEGER NOT NULL,
  section INTEGER REFERENCES section(pk), kind TEXT NOT NULL, list_item INTEGER NOT NULL,
  text TEXT NOT NULL, masked TEXT,
  byte_start INTEGER NOT NULL, byte_end INTEGER NOT NULL, char_start INTEGER NOT NULL, char_end INTEGER NOT NULL
);
CREATE INDEX passage_document ON passage(document, ordinal);
-- Only passages of more than one range.
CREATE TABLE passage_range (
  passage INTEGER NOT NULL REFERENCES passage(pk), ordinal INTEGER NOT NULL,
  byte_start INTEGER NOT NULL, byte_end INTEGER NOT NULL, char_start INTEGER NOT NULL, char_end INTEGER NOT NULL,
  PRIMARY KEY (passage, ordinal)
) WITHOUT ROWID;
-- Contact data of persons: private.
CREATE TABLE contact (
  pk INTEGER PRIMARY KEY, document INTEGER NOT NULL REFERENCES document(pk), kind TEXT NOT NULL,
  byte_start INTEGER NOT NULL, byte_end INTEGER NOT NULL, char_start INTEGER NOT NULL, char_end INTEGER NOT NULL
);
CREATE INDEX contact_document ON contact(document, byte_start);

-- positions -------------------------------------------------------------------------------------------------------

CREATE TABLE position (
  pk INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, document INTEGER NOT NULL REFERENCES document(pk),
  section INTEGER REFERENCES section(pk), theme INTEGER REFERENCES theme(pk), kind TEXT NOT NULL, action TEXT,
  summary_nl TEXT, summary_en TEXT, method TEXT NOT NULL, rule TEXT, confidence REAL NOT NULL,
  reviewed INTEGER NOT NULL, origin TEXT NOT NULL
);
CREATE INDEX position_document ON position(document);
-- The words of a position, the first is primary. masked_*: without contact data, where there is some.
CREATE TABLE position_passage (
  position INTEGER NOT NULL REFERENCES position(pk), ordinal INTEGER NOT NULL,
  quote TEXT NOT NULL, text TEXT NOT NULL, masked_quote TEXT, masked_text TEXT,
  byte_start INTEGER NOT NULL, byte_end INTEGER NOT NULL, char_start INTEGER NOT NULL, char_end INTEGER NOT NULL,
  PRIMARY KEY (position, ordinal)
) WITHOUT ROWID;
-- Only passages of more than one range.
CREATE TABLE position_range (
  position INTEGER NOT NULL REFERENCES position(pk), passage INTEGER NOT NULL, ordinal INTEGER NOT NULL,
  byte_start INTEGER NOT NULL, byte_end INTEGER NOT NULL, char_start INTEGER NOT NULL, char_end INTEGER NOT NULL,
  PRIMARY KEY (position, passage, ordinal)
) WITHOUT ROWID;
CREATE TABLE position_reason (
  position INTEGER NOT NULL REFERENCES position(pk), reason INTEGER NOT NULL REFERENCES position(pk),
  PRIMARY KEY (position, reason)
) WITHOUT ROWID;
CREATE INDEX position_reason_reason ON position_reason(reason, position);
-- Actors named in a position, ministries too. stakeholder is NULL where the words are not resolved.
CREATE TABLE position_role (
  position INTEGER NOT NULL REFERENCES position(pk), ordinal INTEGER NOT NULL,
  stakeholder INTEGER REFERENCES stakeholder(pk), actor TEXT NOT NULL, role TEXT NOT NULL, as_written TEXT NOT NULL,
  state TEXT NOT NULL, reason TEXT, method TEXT NOT NULL, rule TEXT, confidence REAL NOT NULL,
  byte_start INTEGER NOT NULL, byte_end INTEGER NOT NULL, char_start INTEGER NOT NULL, char_end INTEGER NOT NULL,
  PRIMARY KEY (position, ordinal)
) WITHOUT ROWID;
CREATE INDEX position_role_stakeholder ON position_role(stakeholder, position);
-- Ministries in whose portfolio an ask falls on the document's date: never from the text alone.
CREATE TABLE position_responsible (
  position INTEGER NOT NULL REFERENCES position(pk), ministry INTEGER NOT NULL REFERENCES stakeholder(pk),
  source TEXT NOT NULL, method TEXT NOT NULL, rule TEXT, confidence REAL NOT NULL,
  PRIMARY KEY (position, ministry)
) WITHOUT ROWID;
CREATE INDEX position_responsible_ministry ON position_responsible(ministry, position);
-- Instruments and advices named in a position; instrument is NULL where the registry does not know the name. type:
-- instrument, advice. folded: of such a name, without case and accents, so that it is one name however it is written.
CREATE TABLE position_instrument (
  position INTEGER NOT NULL REFERENCES position(pk), ordinal INTEGER NOT NULL,
  instrument INTEGER REFERENCES instrument(pk), type TEXT NOT NULL, state TEXT NOT NULL, as_written TEXT NOT NULL,
  folded TEXT,
  byte_start INTEGER NOT NULL, byte_end INTEGER NOT NULL, char_start INTEGER NOT NULL, char_end INTEGER NOT NULL,
  PRIMARY KEY (position, ordinal)
) WITHOUT ROWID;
CREATE INDEX position_instrument_instrument ON position_instrument(instrument, position);
CREATE TABLE position_place (
  position INTEGER NOT NULL REFERENCES position(pk), ordinal INTEGER NOT NULL,
  stakeholder INTEGER NOT NULL REFERENCES stakeholder(pk), as_written TEXT NOT NULL,
  byte_start INTEGER NOT NULL, byte_end INTEGER NOT NULL, char_start INTEGER NOT NULL, char_end INTEGER NOT NULL,
  PRIMARY KEY (position, ordinal)
) WITHOUT ROWID;
CREATE TABLE figure (
  pk INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, document INTEGER NOT NULL REFERENCES document(pk),
  position INTEGER REFERENCES position(pk), value REAL NOT NULL, unit TEXT, about_nl TEXT, about_en TEXT,
  precision TEXT, as_written TEXT NOT NULL,
  byte_start INTEGER NOT NULL, byte_end INTEGER NOT NULL, char_start INTEGER NOT NULL, char_end INTEGER NOT NULL
);
CREATE INDEX figure_position ON figure(position);
CREATE INDEX figure_document ON figure(document);
CREATE TABLE citation (
  pk INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, document INTEGER NOT NULL REFERENCES document(pk),
  position INTEGER REFERENCES position(pk), url TEXT NOT NULL, kind TEXT NOT NULL, target TEXT,
  as_written TEXT NOT NULL,
  byte_start INTEGER NOT NULL, byte_end INTEGER NOT NULL, char_start INTEGER NOT NULL, char_end INTEGER NOT NULL,
  link_start INTEGER, link_end INTEGER
);
CREATE INDEX citation_document ON citation(document);
-- Reviewed positions whose words a newer text of the document does not have, or has more than once: kept as coded.
CREATE TABLE unplaced (
  document INTEGER NOT NULL REFERENCES document(pk), id TEXT NOT NULL, state TEXT NOT NULL, coding TEXT NOT NULL,
  PRIMARY KEY (document, id)
) WITHOUT ROWID;
-- Whether a document takes up an ask, by a person (docs/data.md). ask: a position's id, maybe of another database.
-- words: in reading form; no place: the text does not have them any more, or the verdict is none.
CREATE TABLE verdict (
  document INTEGER NOT NULL REFERENCES document(pk), ask TEXT NOT NULL, verdict TEXT NOT NULL, note TEXT,
  words TEXT, masked_words TEXT,
  byte_start INTEGER, byte_end INTEGER, char_start INTEGER, char_end INTEGER,
  PRIMARY KEY (document, ask)
) WITHOUT ROWID;

-- text index ------------------------------------------------------------------------------------------------------

-- Its passages are numbered through the file: `first` + ordinal - 1. lengths: words of each passage, a byte each.
-- headings: which of them are headings, as steps from one to the next.
CREATE TABLE index_document (
  document INTEGER PRIMARY KEY REFERENCES document(pk), segment INTEGER NOT NULL REFERENCES index_segment(pk),
  first INTEGER NOT NULL, lengths BLOB NOT NULL, headings BLOB NOT NULL
);
-- Documents are indexed into segments, and segments of a level merged into one of the next.
CREATE TABLE index_segment (pk INTEGER PRIMARY KEY, level INTEGER NOT NULL);
-- Where a term stands; what is long is in several rows, `part` from 0. data, positions: variable-length numbers, see
-- docs/schema.md.
CREATE TABLE index_posting (
  segment INTEGER NOT NULL REFERENCES index_segment(pk), term TEXT NOT NULL, part INTEGER NOT NULL,
  passages INTEGER NOT NULL, data BLOB NOT NULL, positions BLOB NOT NULL,
  PRIMARY KEY (segment, term, part)
) WITHOUT ROWID;
-- The positions whose words stand in a passage, which is known by its number.
CREATE TABLE index_position (
  passage INTEGER NOT NULL, position INTEGER NOT NULL REFERENCES position(pk), PRIMARY KEY (passage, position)
) WITHOUT ROWID;
