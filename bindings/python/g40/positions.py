"""Positions, and what is in them."""

from __future__ import annotations

from . import fields as f
from .ministries import Ministry
from .rows import Row, rows


class Range(Row):
    """An exact range of a document's stored text, half-open."""

    __slots__ = ()
    start = f.count("Its first byte.")
    end = f.count("The byte behind its last.")
    char_start = f.count("Its first code point: an index into the text as a str.")
    char_end = f.count("The code point behind its last.")


class Passage(Row):
    """Words that a position rests on."""

    __slots__ = ()
    _shown = ("text", "char_start", "char_end")
    quote = f.text("The exact words; of several ranges joined by a line feed.")
    text = f.text("The reading form: lines joined, hyphenation undone.")
    ranges = rows(lambda: Range, "The exact ranges: more than one where page noise lies between.")
    start = f.count("Start of the first range, in bytes.")
    end = f.count("End of the last range, in bytes.")
    char_start = f.count("Start of the first range, in code points.")
    char_end = f.count("End of the last range, in code points.")


class MinistryRole(Row):
    """A ministry in a position: named in the text, or responsible by portfolio."""

    __slots__ = ()
    _shown = ("abbreviation", "relation", "as_written", "state")
    id = f.maybe("The organisation; None where the name is not resolved.")
    version = f.maybe("Its version on the document's date.")
    abbreviation = f.maybe("Abbreviation of that version.")
    name = f.maybe("Name of that version.")
    relation = f.text("A role by the text (addressee, partner, ...), or responsible: by portfolio.")
    as_written = f.maybe("The words; None for responsible.")
    source = f.maybe("For responsible what says so.")
    state = f.text("resolved, ambiguous or unresolved.")
    reason = f.maybe("Why it is unresolved.")
    method = f.text("curated or rule.")
    start = f.place("Where the words stand, in bytes; None for responsible.")
    end = f.place("Where they end.")
    before_registry = f.flag("Whether `now` lacks someone because the day lies before what is known.")
    now = rows(lambda: Ministry, "Who answers for it on the as-of date.")


class StakeholderRole(Row):
    """Another stakeholder in a position."""

    __slots__ = ()
    _shown = ("name", "role", "as_written", "state")
    id = f.maybe("None where the words are not resolved.")
    name = f.maybe("Name in Dutch.")
    name_en = f.maybe("Name in English.")
    kind = f.maybe("What it is.")
    role = f.text("addressee, executor, partner, beneficiary, affected, cited_authority, holder, other.")
    as_written = f.maybe("The words.")
    state = f.text("resolved, ambiguous or unresolved.")
    reason = f.maybe("Why it is unresolved.")
    method = f.text("curated or rule.")
    start = f.place("Where the words stand, in bytes.")
    end = f.place("Where they end.")


class Mention(Row):
    """An instrument, advice or place that a position names."""

    __slots__ = ()
    _shown = ("id", "name", "as_written")
    id = f.maybe("What it is in the registry.")
    name = f.maybe("Its name there.")
    kind = f.text("What it is; without an id instrument or advice.")
    as_written = f.maybe("The words.")
    start = f.place("Where the words stand, in bytes.")
    end = f.place("Where they end.")
    state = f.text("resolved, ambiguous (the registry has several of that name) or unresolved.")


class Reason(Row):
    """Another position: one that gives a reason, or the ask that a reason is given for."""

    __slots__ = ()
    _key = ("id",)
    _shown = ("id", "kind", "text")
    id = f.text("Its id.")
    kind = f.text("Its kind.")
    document = f.text("Slug of its document.")
    section = f.maybe("The heading above it.")
    sha256 = f.text("SHA-256 of the document's stored text.")
    quote = f.text("The exact words of its first passage.")
    text = f.text("Their reading form.")
    start = f.count("Where it stands, in bytes.")
    end = f.count("Where it ends, in bytes.")
    char_start = f.count("Where it stands, in code points.")
    char_end = f.count("Where it ends, in code points.")


class Figure(Row):
    """A number: value, unit, what it measures, the words."""

    __slots__ = ()
    _key = ("id",)
    _shown = ("id", "value", "unit", "about")
    id = f.text('"figure/g40-economie-en-werk-2025/1".')
    document = f.text("Slug of the document.")
    section = f.maybe("Heading of the section it stands in.")
    sha256 = f.text("SHA-256 of the document's stored text.")
    position = f.maybe("Id of the position that it stands in.")
    value = f.number("The number; 15 for 15%.")
    unit = f.maybe("Unit, or what is counted.")
    about = f.maybe("What it measures, in Dutch.")
    about_en = f.maybe("The same in English.")
    precision = f.maybe("exact, rounded, approximate, at_least, at_most, target.")
    quote = f.text("The exact words.")
    start = f.count("Where they stand, in bytes.")
    end = f.count("Where they end, in bytes.")
    char_start = f.count("Where they stand, in code points.")
    char_end = f.count("Where they end, in code points.")


class Position(Row):
    """What a document wants, holds or observes, with the exact words.

    >>> import g40
    >>> ask = g40.open().positions(id="position/g40-economie-en-werk-2025/aanbevelingen-roemer")[0]
    >>> ask.kind, ask.text
    ('ask', 'Zet de aanbevelingen van de commissie-Roemer (2020) om in daden.')
    >>> [ministry.abbreviation for ministry in ask.ministries if ministry.relation == "responsible"]
    ['SZW']
    """

    __slots__ = ()
    _key = ("id",)
    _shown = ("id", "kind", "text")
    id = f.text('"position/g40-economie-en-werk-2025/circulaire-economie".')
    document = f.text("Slug of the document.")
    sha256 = f.text("SHA-256 of the document's stored text.")
    theme = f.maybe("Slug of the theme.")
    section = f.maybe("Heading of the section it stands in.")
    kind = f.text("ask, commitment, rule, principle, problem, observation.")
    action = f.maybe("What is asked: fund, regulate, allow, ...")
    quote = f.text("The exact words of its first passage.")
    text = f.text("Their reading form: lines joined, hyphenation undone.")
    start = f.count("Where they stand in the stored text, in bytes.")
    end = f.count("Where they end, in bytes.")
    char_start = f.count("Where they stand, in code points: an index into Database.text().")
    char_end = f.count("Where they end, in code points.")
    passages = rows(lambda: Passage, "All its passages; the first is primary.")
    summary_nl = f.maybe("One sentence in Dutch, written by a person.")
    summary_en = f.maybe("One sentence in English.")
    method = f.text("curated (a person) or rule (the program).")
    rule = f.maybe("Name of the rule.")
    confidence = f.number("The rule's measured precision, 0 to 1; 1 for curated.")
    ministries = rows(lambda: MinistryRole, "Ministries that it names, and those responsible.")
    stakeholders = rows(lambda: StakeholderRole, "Other stakeholders in it.")
    instruments = rows(lambda: Mention, "Instruments that it names.")
    advices = rows(lambda: Mention, "Advices that it names.")
    places = rows(lambda: Mention, "Places that it names.")
    figures = rows(lambda: Figure, "Numbers in it.")
    reasons = rows(lambda: Reason, "For an ask the reasons given; for another kind the asks that it gives reasons for.")
