"""Stakeholders, themes, instruments, citations, documents and members."""

from __future__ import annotations

from . import fields as f
from .rows import Row, rows


class Name(Row):
    """A further name."""

    __slots__ = ()
    text = f.text("The name.")
    language = f.maybe("nl or en.")
    relation = f.text("same_as (means it), or related (only widens a search).")


class Stakeholder(Row):
    """An actor: ministry, government, region, agency, union, group, commission, post, ..."""

    __slots__ = ()
    _key = ("id",)
    _shown = ("id", "name", "kind", "positions")
    id = f.text('"stakeholder/gemeenten".')
    kind = f.text("What it is.")
    name = f.text("Name in Dutch.")
    name_en = f.maybe("Name in English.")
    broader = f.maybe("Id of what it belongs to.")
    tooi = f.maybe("TOOI URI.")
    cbs_code = f.maybe("Code of Statistics Netherlands.")
    wikidata = f.maybe("Wikidata id.")
    source = f.maybe("Source of the facts.")
    doubt = f.maybe("What is uncertain about them.")
    names = rows(lambda: Name, "All its names.")
    positions = f.count("Positions that it has a role in.")


class Theme(Row):
    """A subject."""

    __slots__ = ()
    _key = ("id",)
    _shown = ("id", "label_nl", "positions")
    id = f.text('"theme/economie".')
    slug = f.text("The same without its type.")
    label_nl = f.text("Label in Dutch.")
    label_en = f.maybe("Label in English.")
    broader = f.maybe("Id of the theme above it.")
    scheme = f.maybe("The scheme it belongs to.")
    positions = f.count("Positions in it.")
    asks = f.count("How many of them are asks.")


class Instrument(Row):
    """An instrument (law, programme, fund, agreement, ...) or an advice: of the registry, or a name that it does not know."""

    __slots__ = ()
    _key = ("id", "name")
    _shown = ("id", "name", "kind", "positions")
    id = f.maybe('"instrument/participatiewet", "advice/commissie-borstlap"; None: the registry does not know it.')
    kind = f.text("law, programme, fund, agreement, agenda, ...; without an id instrument or advice.")
    name = f.text("Name in Dutch; without an id as one of the texts writes it.")
    name_en = f.maybe("Name in English.")
    url = f.maybe("Where it can be read.")
    date = f.maybe("Its date, YYYY-MM-DD or less precise.")
    source = f.maybe("Source of the facts.")
    doubt = f.maybe("What is uncertain about them.")
    quote = f.maybe("The words of the first position that names it.")
    positions = f.count("Positions that name it.")
    names = rows(lambda: Name, "All its names.")


class Citation(Row):
    """A link or reference: the words that cite, and what they point to."""

    __slots__ = ()
    _key = ("id",)
    _shown = ("id", "kind", "url", "quote")
    id = f.text('"citation/g40-economie-en-werk-2025/1".')
    document = f.text("Slug of the document.")
    section = f.maybe("Heading of the section it stands in.")
    sha256 = f.text("SHA-256 of the document's stored text.")
    position = f.maybe("Id of the position that it stands in.")
    url = f.maybe("The address.")
    kind = f.maybe("website, advice, law, report, ...")
    target = f.maybe("Id of the thing, where it is known.")
    quote = f.text("The exact words that cite.")
    link_start = f.place("Where the address itself stands, in bytes; None where it does not.")
    link_end = f.place("Where it ends.")
    start = f.count("Where the words stand, in bytes.")
    end = f.count("Where they end, in bytes.")
    char_start = f.count("Where they stand, in code points.")
    char_end = f.count("Where they end, in code points.")


class Document(Row):
    """A fixed text: who holds it, when, and its hash."""

    __slots__ = ()
    _key = ("id",)
    _shown = ("id", "title", "date_issued", "positions")
    id = f.text('"document/g40-economie-en-werk-2025".')
    slug = f.text("The same without its type.")
    title = f.maybe("Title.")
    holder = f.maybe("Id of the stakeholder that holds it.")
    holder_name = f.maybe("Its name.")
    kind = f.maybe("position_paper, manifesto, coalition_agreement, motion, letter, report, other.")
    language = f.maybe("Language code.")
    date_issued = f.day("When it was issued.")
    date_precision = f.maybe("How precise that is: day, month, season, year.")
    occasion = f.maybe("What it was issued for, in Dutch.")
    occasion_en = f.maybe("The same in English.")
    url = f.maybe("Where it was published.")
    licence = f.maybe("Whose text it is.")
    sha256 = f.text("SHA-256 of the stored text.")
    source_sha256 = f.maybe("SHA-256 of the file it was read from.")
    bytes = f.count("Size of the stored text in bytes.")
    characters = f.count("Size in code points.")
    positions = f.count("Positions in it.")
    asks = f.count("How many of them are asks.")


class Member(Row):
    """A member of a network: a city of the G40."""

    __slots__ = ()
    _key = ("id", "network")
    _shown = ("id", "name", "province")
    id = f.text('"stakeholder/gemeente-zwolle".')
    network = f.text("Id of the network.")
    name = f.text("Its name.")
    cbs_code = f.maybe("Code of Statistics Netherlands.")
    tooi = f.maybe("TOOI URI.")
    oin = f.maybe("Organisation number.")
    wikidata = f.maybe("Wikidata id.")
    labour_market_region = f.maybe("Name of its labour-market region.")
    province = f.maybe("Name of its province.")
    source = f.maybe("Source of the membership.")


class Info(Row):
    """What a database says of itself."""

    __slots__ = ()
    path = f.maybe("The file; None for the corpus that the library carries.")
    schema_version = f.count("Version of the table layout.")
    known_from = f.day("First day that the registry claims to know.")
    known_through = f.day("Last day that the registry claims to know.")
    written_by = f.maybe("Version of the library that wrote it.")
    documents = f.count("Documents in it.")
    positions = f.count("Positions in it.")
    asks = f.count("Asks in it.")
    stakeholders = f.count("Stakeholders in it.")
    ministries = f.count("Versions of ministries in it.")
