"""An open database: listings, resolving, searching, matching, taking papers in."""

from __future__ import annotations

import weakref
from types import TracebackType
from typing import Any, BinaryIO, Callable, Iterable, List, NamedTuple, NoReturn, Optional, Type, TypeVar, Union

from . import arguments, core, export
from .arguments import Day, Name, Names, Path
from .compared import Difference, Differences
from .entities import Citation, Document, Info, Instrument, Member, Stakeholder, Theme
from .errors import Invalid
from .export import Piece
from .fields import count
from .listing import Listing
from .ministries import Ministry, Resolution
from .network import Edge, Edges
from .passages import Diagnostic, Diagnostics, Hit, Hits, Match, Segment, Segments, Uptake, Uptakes
from .positions import Figure, Position
from .review import Finding
from .rows import Row, Rows, rows

R = TypeVar("R", bound=Row)
Progress = Callable[[int, int, Optional[str]], object]
"""Called with done, total (0: not known yet) and what (a path, an id; None at the end). False, or an exception, ends the call."""


class Context(NamedTuple):
    """The words around a range, in reading form."""

    before: str
    quote: str
    after: str


class Ingested(Row):
    """What became of papers that were taken in."""

    __slots__ = ()
    _shown = ("added", "replaced", "unchanged", "failed")
    added = count("New documents.")
    replaced = count("Documents of which a version was replaced.")
    unchanged = count("Documents that were there already.")
    failed = count("Files that could not be taken in; the diagnostics say why.")
    diagnostics = rows(lambda: Diagnostic, "Faults and warnings by file.")


class Database:
    """An open database; g40.open() makes one. It may be used from several threads.

    Filters of the listings combine with and; several names in one are alternatives. A name is an id, an id without its
    type, a name in Dutch or English, or a row. `as_of` is the day for which "now" is answered.

    >>> import g40
    >>> with g40.open() as db:
    ...     asks = db.positions(kind="ask", responsible="SZW")
    ...     print(asks[0].text)
    Voer de aanbevelingen uit van de commissie Borstlap (2020) voor aanpassing van het arbeidsmarktstelsel.
    """

    def __init__(self, handle: Any, path: Optional[str]) -> None:
        self._handle = handle
        self._path = path
        self._closed = False

    # --- listings ---

    positions = Listing(Position, "Positions, in the order of documents and of the text.")
    ministries = Listing(Ministry, "Versions of ministries, with the positions that pass and name them or fall to them.")
    stakeholders = Listing(Stakeholder, "Stakeholders, with the positions that pass and have them in a role.")
    themes = Listing(Theme, "Themes, with the positions that pass.")
    instruments = Listing(Instrument, "Instruments, those with most positions first.")
    advices = Listing(Instrument, "Advices, those with most positions first.")
    figures = Listing(Figure, "Numbers in the positions that pass.")
    citations = Listing(Citation, "Links and references of documents.")
    documents = Listing(Document, "Documents, by date and id.")
    members = Listing(Member, "Members of the networks; only filters by id apply.")

    def _list(self, name: str, kind: Type[R], query: Any) -> Rows[R]:
        return Rows(getattr(self._handle, name)(query), kind, weakref.ref(self))

    # --- questions ---

    def resolve(self, name: str, date: Day = None, as_of: Day = None) -> Resolution:
        """What a ministry's name meant on a date, and who answers for it as of another. Not resolved is an answer.

        >>> import g40
        >>> g40.open().resolve("VROM", date="2025-10-29").reason
        'ended'
        """
        return Resolution(self._handle.resolve(name, arguments.day(date, "date"), arguments.day(as_of, "as_of")))

    def search(
        self,
        words: str,
        *,
        related: bool = False,
        id: Names = None,
        text: Names = None,
        theme: Names = None,
        ministry: Names = None,
        responsible: Names = None,
        stakeholder: Names = None,
        role: Names = None,
        kind: Names = None,
        action: Names = None,
        instrument: Names = None,
        document: Names = None,
        as_of: Day = None,
        limit: Optional[int] = None,
        with_contacts: bool = False,
    ) -> Hits:
        """Passages by their words, best first: `"words in quotes"`, `begin*`, `-without`. Compounds are opened.

        >>> import g40
        >>> "Bedrijventerreinen" in g40.open().search("terrein")[0].text
        True
        """
        query = arguments.query(dict(locals()))
        return Hits(self._handle.search(words, query, related), Hit, weakref.ref(self))

    def match(
        self,
        ask: Union[str, Position],
        *,
        id: Names = None,
        text: Names = None,
        theme: Names = None,
        ministry: Names = None,
        responsible: Names = None,
        stakeholder: Names = None,
        role: Names = None,
        kind: Names = None,
        action: Names = None,
        instrument: Names = None,
        document: Names = None,
        as_of: Day = None,
        limit: Optional[int] = None,
        with_contacts: bool = False,
    ) -> Rows[Match]:
        """Passages that take up an ask, best first: its words, or a position, which may be another database's."""
        query = arguments.query(dict(locals()))
        if isinstance(ask, Position):
            if ask._values is not None:
                raise ValueError("ask: a position from a pickle cannot be matched; take it from its database")
            found = self._handle.match_position(ask._core, query)
        else:
            found = self._handle.match(ask, query)
        return Rows(found, Match, weakref.ref(self))

    def uptake(
        self,
        asks: Optional[Rows[Position]] = None,
        *,
        id: Names = None,
        text: Names = None,
        theme: Names = None,
        ministry: Names = None,
        responsible: Names = None,
        stakeholder: Names = None,
        role: Names = None,
        kind: Names = None,
        action: Names = None,
        instrument: Names = None,
        document: Names = None,
        as_of: Day = None,
        limit: Optional[int] = None,
        with_contacts: bool = False,
        progress: Optional[Progress] = None,
    ) -> Uptakes:
        """What becomes of asks in the documents: a row an ask and document. `asks` is a whole answer of positions(), of any
        database; None: the asks of the library's corpus. Filters keep passages."""
        query = arguments.query(dict(locals()))
        if asks is None:
            array = core.g40_db_open(None).positions(arguments.asks())
        else:
            array = _whole(asks, "asks")
        return Uptakes(self._handle.uptake(array, query, progress), Uptake, weakref.ref(self))

    def compare(
        self,
        before: Union[Name, Rows[Position]],
        after: Union[Name, Rows[Position]],
        *,
        limit: Optional[int] = None,
        with_contacts: bool = False,
    ) -> Differences:
        """What became of the positions of an earlier edition in a later one. An edition is a document of this database, or a
        whole answer of positions(), of any database.

        >>> import g40
        >>> db = g40.open()
        >>> asks = db.positions(kind="ask")
        >>> found = db.compare("g40-economie-en-werk-2025", asks)
        >>> found.kept == len(asks), found.dropped == db.positions().total - len(asks)
        (True, True)
        """
        arrays = [self._edition(one, name, with_contacts) for one, name in ((before, "before"), (after, "after"))]
        query = core.g40_query_new()
        if limit is not None:
            query.set_limit(limit)
        return Differences(core.g40_compare(*arrays, query), Difference)

    def _edition(self, given: Union[Name, Rows[Position]], name: str, with_contacts: bool) -> Any:
        if isinstance(given, Rows):
            return _whole(given, name)
        query = core.g40_query_new()
        query.add_document(arguments.one(given, name))
        query.set_with_contacts(with_contacts)
        return self._handle.positions(query)

    def network(
        self,
        *,
        between: Optional[str] = None,
        relation: Optional[str] = None,
        id: Names = None,
        text: Names = None,
        theme: Names = None,
        ministry: Names = None,
        responsible: Names = None,
        stakeholder: Names = None,
        role: Names = None,
        kind: Names = None,
        action: Names = None,
        instrument: Names = None,
        document: Names = None,
        as_of: Day = None,
        limit: Optional[int] = None,
        with_contacts: bool = False,
    ) -> Edges:
        """Who occurs with whom in the positions that pass. `between`: stakeholder-stakeholder, stakeholder-ministry or
        theme-ministry; None: all three. `relation` says how a ministry takes part: responsible, named, or a role; None: named
        and responsible.

        >>> import g40
        >>> edge = g40.open().network(between="theme-ministry", relation="responsible")[0]
        >>> edge.from_id, edge.to_abbreviation, edge.weight == len(edge.positions)
        ('theme/participatie', 'SZW', True)
        """
        query = arguments.query(dict(locals()))
        return Edges(self._handle.network(between, relation, query), Edge, weakref.ref(self))

    def export(
        self,
        format: str,
        to: Union[Path, int, BinaryIO, Piece],
        *,
        table: Optional[str] = None,
        base: Optional[str] = None,
        between: Optional[str] = None,
        relation: Optional[str] = None,
        language: Optional[str] = None,
        uptake: Optional[Rows[Position]] = None,
        id: Names = None,
        text: Names = None,
        theme: Names = None,
        ministry: Names = None,
        responsible: Names = None,
        stakeholder: Names = None,
        role: Names = None,
        kind: Names = None,
        action: Names = None,
        instrument: Names = None,
        document: Names = None,
        as_of: Day = None,
        with_contacts: bool = False,
    ) -> None:
        """Writes the positions that pass, and what they need, as other tools read them (jsonld, popolo, skos, csv, ...), to a
        path, an open descriptor, a binary file, or a callable that gets bytes piece by piece. What is written to a path is
        whole or not there. `table`: which one csv writes; to a path without it, a folder of all of them. `base`: what makes ids IRIs.
        `between` and `relation`: the edges of graphml, as of network(). Of html, `language`: "en" or "nl", of the page's own words;
        `uptake`: asks, a whole answer of positions() of any database, beside what takes them up; None: the papers themselves.

        >>> import g40, io
        >>> themes = io.BytesIO()
        >>> g40.open().export("csv", themes, table="themes")
        >>> themes.getvalue().decode("utf-8-sig").startswith("id,label_nl")
        True
        """
        query = arguments.query({**locals(), "limit": None})
        asks = None if uptake is None else _whole(uptake, "uptake")
        given = {"table": table, "base": base, "between": between, "relation": relation, "language": language}
        export.write(self._handle, export.settings(format, given, asks), query, to)

    def analyze(self, text: Union[str, bytes], date: Day = None, *, with_contacts: bool = False) -> Segments:
        """As g40.analyze(), with the names of this database."""
        return Segments(self._handle.analyze(text, arguments.day(date, "date"), with_contacts), Segment)

    def analyze_file(self, path: Path, date: Day = None, *, with_contacts: bool = False) -> Segments:
        """The same of a file: plain text, Markdown, HTML or PDF."""
        return Segments(self._handle.analyze_file(arguments.path(path, "path"), arguments.day(date, "date"), with_contacts), Segment)

    def text(self, document: Name, *, with_contacts: bool = False) -> str:
        """A document's stored text. Offsets (`char_start`, `char_end`) are indices into it where contacts are shown."""
        return self.text_bytes(document, with_contacts=with_contacts).decode()

    def text_bytes(self, document: Name, *, with_contacts: bool = False) -> bytes:
        """The same as bytes: for `start` and `end`."""
        return bytes(self._handle.text(arguments.one(document, "document"), with_contacts).bytes())

    def context(self, document: Name, start: int, end: int, *, around: int = 200, with_contacts: bool = False) -> Context:
        """The words around a range of bytes: up to `around` bytes on each side, cut at words."""
        found = self._handle.context(arguments.one(document, "document"), start, end, around, with_contacts)
        return Context(found.before() or "", found.quote() or "", found.after() or "")

    def review(self, document: Name, *, with_contacts: bool = False) -> Rows[Finding]:
        """What a paper's authors may want to look at before they send it: by kind, the severest first, then by place.

        >>> import g40
        >>> found = g40.open().review("g40-economie-en-werk-2025")
        >>> next(one for one in found if one.kind == "figure_without_source").subject
        '15%'
        """
        found = self._handle.review(arguments.one(document, "document"), with_contacts)
        return Rows(found, Finding, weakref.ref(self))

    def review_file(
        self,
        path: Path,
        *,
        holder: Optional[Name] = None,
        kind: Optional[str] = None,
        date: Day = None,
        title: Optional[str] = None,
        url: Optional[str] = None,
        coding: Optional[Path] = None,
        with_contacts: bool = False,
    ) -> Rows[Finding]:
        """The same of a file (text, Markdown, HTML, PDF) that is in no database, with the names of this one; nothing is written.
        What is said of the paper is as of ingest()."""
        order = _order(path, coding=coding, holder=holder, kind=kind, date=date, title=title, url=url)
        return Rows(self._handle.review_file(order, with_contacts), Finding)

    def info(self) -> Info:
        """What the database says of itself."""
        return Info(self._handle.info())

    def verify(self, progress: Optional[Progress] = None) -> Diagnostics:
        """Checks every quote, offset, hash and reference; no errors means that all hold."""
        return Diagnostics(self._handle.verify(progress), Diagnostic)

    # --- taking in: the database must be open for writing ---

    def ingest(
        self,
        path: Union[None, Path, Iterable[Path]] = None,
        *,
        meta: Optional[Path] = None,
        holder: Optional[Name] = None,
        kind: Optional[str] = None,
        date: Day = None,
        title: Optional[str] = None,
        url: Optional[str] = None,
        coding: Optional[Path] = None,
        threads: int = 0,
        progress: Optional[Progress] = None,
    ) -> Ingested:
        """Takes papers in: a path or several, or those that the CSV file `meta` names. What `progress` raises is raised."""
        order = _order(path, meta=meta, coding=coding, holder=holder, kind=kind, date=date, title=title, url=url)
        order.set_threads(threads)
        order.set_progress()
        return Ingested(self._handle.ingest(order, progress))

    def remove(self, document: Name) -> None:
        """Takes a document out, with all that was read in it."""
        self._handle.remove(arguments.one(document, "document"))

    def reindex(self) -> None:
        """Makes the text index anew, where another version made it."""
        self._handle.reindex()

    def coding(self, document: Name, *, with_contacts: bool = False) -> str:
        """A document's coding as a person edits it: YAML."""
        return bytes(self._handle.coding(arguments.one(document, "document"), with_contacts).bytes()).decode()

    def registry_add(self, path: Path) -> Diagnostics:
        """Adds your own names from a registry file. Where it has an error nothing is added, and Invalid is raised."""
        return checked(Diagnostics(self._handle.registry_add(arguments.path(path, "path")), Diagnostic))

    def registry_update(self) -> None:
        """Brings the facts that this library carries into the file; your own stay."""
        self._handle.registry_update()

    # --- the end ---

    @property
    def closed(self) -> bool:
        """Whether close() was called."""
        return self._closed

    def close(self) -> None:
        """Closes it, after calls that other threads are in. Results stay valid; later calls raise Closed."""
        self._handle.close()
        self._closed = True

    def __enter__(self) -> Database:
        return self

    def __exit__(
        self, kind: Optional[Type[BaseException]], value: Optional[BaseException], trace: Optional[TracebackType]
    ) -> None:
        self.close()

    def __repr__(self) -> str:
        what = "the corpus of the library" if self._path is None else repr(self._path)
        return f"<g40.Database {what}{', closed' if self._closed else ''}>"

    def __reduce__(self) -> NoReturn:
        raise TypeError("a Database cannot be pickled: pickle rows, or its path and open it again there")


def checked(found: Diagnostics) -> Diagnostics:
    """Raises Invalid where there are errors; it has all of them in `diagnostics`."""
    faults = [one for one in found if one.severity == "error"]
    if faults:
        more = f" (and {len(faults) - 1} more)" if len(faults) > 1 else ""
        first = faults[0]
        error = Invalid(f"{first.file}:{first.line}:{first.column}: {first.message}{more}", -10)
        error.diagnostics = tuple(found)
        raise error
    return found


def _order(path: Union[None, Path, Iterable[Path]], *, date: Day, **said: Any) -> Any:
    """What to take in, and what is said of it."""
    order = core.g40_ingest_new()
    for one in _paths(path):
        order.add_path(one)
    for name, given in said.items():
        if given is not None:
            made = arguments.path(given, name) if name in ("meta", "coding") else arguments.one(given, name)
            getattr(order, "set_" + name)(made)
    if date is not None:
        order.set_date(arguments.day(date, "date"))
    return order


def _whole(given: Any, name: str) -> Any:
    """The library's array of a whole answer."""
    if isinstance(given, Rows) and given._kind is Position and given._core is not None and len(given) == given._core.count():
        return given._core
    raise TypeError(f"{name} must be a whole answer of positions(), no slice and not from a pickle")


def _paths(given: Union[None, Path, Iterable[Path]]) -> List[str]:
    if given is None:
        return []
    if isinstance(given, (str, bytes)) or hasattr(given, "__fspath__") or not hasattr(given, "__iter__"):
        return [arguments.path(given, "path")]  # type: ignore[arg-type]
    return [arguments.path(one, "path") for one in given]
