"""What is found in texts: hits, matches, segments, and what checks say."""

from __future__ import annotations

from typing import Any, Optional, Tuple

from . import fields as f
from .positions import Reason
from .rows import Row, Rows, rows


class Marked(Row):
    """Words that answer a search."""

    __slots__ = ()
    start = f.count("First byte in the hit's reading form.")
    end = f.count("The byte behind the last.")


class Facet(Row):
    """How many of the passages found fall to something."""

    __slots__ = ()
    _key = ("kind", "id")
    _shown = ("kind", "id", "passages")
    kind = f.text("theme, ministry, stakeholder, document, year.")
    id = f.text("Its id; of a year the year.")
    name = f.text("Its name.")
    passages = f.count("Passages among the hits.")


class Expansion(Row):
    """A name that was looked for besides."""

    __slots__ = ()
    words = f.text("The words as typed.")
    id = f.text("Id of what they name.")
    name = f.text("A further name.")
    relation = f.text("same_as or related.")


class Hit(Row):
    """A passage that answers a search."""

    __slots__ = ()
    _key = ("document", "start", "end")
    _shown = ("document", "score", "text")
    document = f.text("Slug of the document.")
    sha256 = f.text("SHA-256 of the document's stored text.")
    section = f.maybe("The heading above it.")
    quote = f.text("The exact words.")
    text = f.text("Their reading form.")
    key = f.text("What the next page goes on after.")
    score = f.number("Higher is better; comparable within one answer only.")
    marks = rows(lambda: Marked, "The words that answer.")
    positions = rows(lambda: Reason, "Positions whose words stand in it.")
    start = f.count("Where it stands, in bytes.")
    end = f.count("Where it ends, in bytes.")
    char_start = f.count("Where it stands, in code points.")
    char_end = f.count("Where it ends, in code points.")


class Hits(Rows[Hit]):
    """The answer to a search."""

    __slots__ = ()
    any = f.flag("Whether no passage had all words, so that those with some of them are given.")
    suggestion = f.maybe("Where nothing was found, what may have been meant.")
    facets = rows(lambda: Facet, "What the passages fall to.")
    expansions = rows(lambda: Expansion, "Names that were looked for besides.")


class Match(Row):
    """A passage of another document that takes up an ask."""

    __slots__ = ()
    _key = ("document", "start", "end")
    _shown = ("document", "score", "text")
    document = f.text("Slug of the document.")
    sha256 = f.text("SHA-256 of the document's stored text.")
    section = f.maybe("The heading above it.")
    quote = f.text("The exact words.")
    text = f.text("Their reading form.")
    key = f.text("What the next page goes on after.")
    names = f.maybe("Names that mean what the ask names, joined by '; '.")
    words = f.maybe("Words that the ask has too, joined by '; '.")
    compounds = f.maybe("Words that share a part of a compound with the ask.")
    concepts = f.maybe("Words that belong, or are related, to what the ask names.")
    theme = f.maybe("Words shared through the heading above it, or through what is around the ask.")
    score = f.number("How well it matches: higher is better.")
    meaning = f.number("How near the meanings are: a cosine, at most 1.")
    start = f.count("Where it stands, in bytes.")
    end = f.count("Where it ends, in bytes.")
    char_start = f.count("Where it stands, in code points.")
    char_end = f.count("Where it ends, in code points.")


def _match(row: Any) -> Optional[Match]:
    return None if row is None else Match(row)


class Uptake(Row):
    """What became of an ask in a document."""

    __slots__ = ()
    _key = ("ask", "document")
    _shown = ("ask", "document", "state", "match")
    ask = f.text("Id of the ask.")
    ask_document = f.text("Slug of its document.")
    ask_section = f.maybe("The heading above it.")
    ask_sha256 = f.text("SHA-256 of that document's stored text.")
    ask_quote = f.text("Its exact words.")
    ask_text = f.text("Their reading form.")
    document = f.text("Slug of the document that was searched.")
    state = f.text("taken_up, same_subject or not_found.")
    verdict = f.maybe("What a person judged, which wins: literal, same_aim, weaker, stronger, contrary, none.")
    note = f.maybe("What the person noted.")
    words = f.maybe("Words that were looked for, joined by '; '.")
    names = f.maybe("Names that were looked for, joined by '; '.")
    ask_start = f.count("Where the ask's words stand in its document, in bytes.")
    ask_end = f.count("Where they end, in bytes.")
    ask_char_start = f.count("Where they stand, in code points.")
    ask_char_end = f.count("Where they end, in code points.")
    match: f.Field[Optional[Match]] = f.Field("The best passage; of not_found what comes nearest, and no evidence.", _match)
    margin = f.number("How far its score stands above what the ask usually reaches.")


class Uptakes(Rows[Uptake]):
    """Asks x documents, and how right the states were on judged documents, 0 to 1."""

    __slots__ = ()
    precision = f.number("Of the documents said to take an ask up the share that does.")
    recall = f.number("Of those that do the share found.")
    subject_precision = f.number("The same where same_subject counts as well.")
    subject_recall = f.number("The same where same_subject counts as well.")
    passage_precision = f.number("Of the passages shown for taken_up the share that takes the ask up itself.")


def _ranges(segment: Any) -> Tuple[Tuple[int, int], ...]:
    return tuple((segment.range_start(i), segment.range_end(i)) for i in range(segment.range_count()))


class Actor(Row):
    """Whom or what a segment names."""

    __slots__ = ()
    _shown = ("text", "type", "id", "role")
    text = f.text("The words in reading form.")
    type = f.text("ministry, government, organisation, group, instrument, advice, other.")
    id = f.maybe("What the registry knows it as.")
    abbreviation = f.maybe("Of a ministry that is resolved.")
    form = f.maybe("Of a ministry: ministry or post.")
    state = f.maybe("resolved, ambiguous, unresolved.")
    reason = f.maybe("Why it is unresolved.")
    role = f.maybe("Its role in a position.")
    rule = f.maybe("registry, or the rule that found it.")
    start = f.count("Where the words stand, in bytes of the text as given.")
    end = f.count("Where they end.")


class Segment(Row):
    """A sentence, list item or heading of a text that nobody prepared."""

    __slots__ = ()
    _shown = ("kind", "type", "text")
    text = f.text("Reading form.")
    form = f.text("heading, sentence, noise, link, contact.")
    kind = f.text("position, principle, statement, other.")
    type = f.maybe("Of a position: ask, commitment, rule.")
    action = f.maybe("Of an ask: what is asked.")
    rule = f.maybe("The rule that says so.")
    confidence = f.number("The rule's measured precision, 0 to 1.")
    start = f.count("Where it stands, in bytes of the text as given.")
    end = f.count("Where it ends.")
    page = f.count("The page on which it begins, from 1; 0 where the text has no pages.")
    actors = rows(lambda: Actor, "Whom and what it names, in order.")
    ranges = f.Field("Its exact ranges in bytes: more than one where it runs on past page noise.", read=_ranges)


class Segments(Rows[Segment]):
    """The segments of a text, in order."""

    __slots__ = ()
    note = f.maybe("What should be known of how a file was read (\"read as Windows-1252\"); mostly None.")


class Diagnostic(Row):
    """A fault that was found, or a warning."""

    __slots__ = ()
    _shown = ("severity", "code", "file", "line", "message")
    file = f.maybe("The file as it was named, or the id of a row.")
    line = f.count("From 1; 0 where there is none.")
    column = f.count("From 1, in code points.")
    severity = f.text("error, warning or note.")
    code = f.text("A word that stays the same: duplicate, unknown-id, ...")
    message = f.text("One line.")


class Diagnostics(Rows[Diagnostic]):
    """All faults that were found."""

    __slots__ = ()
    errors = f.count("How many are errors.")


class Anchor(Row):
    """Words that a coding file looks for in its text."""

    __slots__ = ()
    _shown = ("owner", "words", "state")
    owner = f.text("What it belongs to: id of the position, context, citation, contact.")
    words = f.text("The words looked for.")
    state = f.text("found, moved, ambiguous or orphaned.")
    start = f.place("Where it stands in the text, in bytes; None unless found or moved.")
    end = f.place("Where it ends.")
    line = f.count("Where it is written in the coding file.")
    column = f.count("From 1.")


class Unit(Row):
    """A unit of a text, and what accounts for it."""

    __slots__ = ()
    _shown = ("kind", "covered_by", "text")
    kind = f.text("heading, sentence, noise, link, contact.")
    text = f.text("Reading form.")
    covered_by = f.maybe("Id of a position, context, heading, citation, ...; None: nothing does.")
    start = f.count("Where it stands, in bytes.")
    end = f.count("Where it ends.")
    words = f.count("Words in it.")
    uncovered_words = f.count("How many of them no quote covers.")


class Units(Rows[Unit]):
    """The units of a text, in order."""

    __slots__ = ()
    covered = f.count("How many are accounted for.")


class Check(Row):
    """What a coding file says of its text."""

    __slots__ = ()
    diagnostics = f.Field("Faults of the file itself.", lambda array: Diagnostics(array, Diagnostic))
    anchors = rows(lambda: Anchor, "The words that it looks for.")
    units = f.Field("The units of the text, with what accounts for each.", lambda array: Units(array, Unit))
