"""libg40: who wants what from whom, which ministry answers for it then and now, with the exact words.

>>> import g40
>>> with g40.open() as db:
...     for ask in db.positions(kind="ask", theme="arbeidsmigratie", limit=1):
...         print(ask.text)
Zet de aanbevelingen van de commissie-Roemer (2020) om in daden.
"""

from __future__ import annotations

import itertools
from typing import Callable, Optional, Tuple, Union

from . import arguments, core
from .arguments import Day, Path
from .compared import Difference, Differences
from .database import Context, Database, Ingested, Progress, checked
from .entities import Citation, Document, Info, Instrument, Member, Name, Stakeholder, Theme
from .errors import (
    BadArgument,
    Busy,
    Cancelled,
    Closed,
    Corrupt,
    FileError,
    G40Error,
    Invalid,
    NotFound,
    OutOfMemory,
    ReadOnly,
    ReindexNeeded,
    Unsupported,
)
from .export import Piece
from .ministries import Change, Ministry, Resolution
from .network import Edge, Edges
from .passages import Actor, Anchor, Check, Diagnostic, Diagnostics, Expansion, Facet, Hit, Hits, Marked, Match, Segment, Segments, Unit, Units, Uptake, Uptakes
from .positions import Figure, Mention, MinistryRole, Passage, Position, Range, Reason, StakeholderRole
from .review import Finding
from .rows import Row, Rows

__all__ = [
    "Actor", "Anchor", "BadArgument", "Busy", "Cancelled", "Change", "Check", "Citation", "Closed", "Context",
    "Corrupt", "Database", "Diagnostic", "Diagnostics", "Difference", "Differences", "Document", "Edge", "Edges",
    "Expansion", "Facet", "Figure", "FileError", "Finding", "G40Error", "Hit", "Hits", "Info", "Ingested", "Instrument", "Invalid",
    "Marked", "Match", "Member", "Mention", "Ministry", "MinistryRole", "Name", "NotFound", "OutOfMemory", "Passage",
    "Piece", "Position", "Progress", "Range", "ReadOnly", "Reason", "ReindexNeeded", "Resolution", "Row", "Rows",
    "Segment", "Segments", "Stakeholder", "StakeholderRole", "Theme", "Unit", "Units", "Unsupported", "Uptake",
    "Uptakes", "analyze", "check_coding", "compile", "export_formats", "export_tables", "open", "review", "sqlite_version",
]  # fmt: skip

__version__ = str(core.g40_version())
sqlite_version = str(core.g40_sqlite_version())


def open(
    path: Optional[Path] = None, *, writable: bool = False, create: bool = False, busy_timeout: Optional[float] = None
) -> Database:
    """Opens a database file for reading, or the corpus that the library carries. `create` makes a file that is missing,
    and opens it for writing. `busy_timeout`: how many seconds calls wait for a lock that another process holds; None: not at
    all, and ten seconds where it is open for writing.

    >>> import g40
    >>> g40.open()
    <g40.Database the corpus of the library>
    """
    name = None if path is None else arguments.path(path, "path")
    writes = writable or create
    options = core.g40_options_new()
    options.set_busy_timeout(arguments.milliseconds((10.0 if writes else 0.0) if busy_timeout is None else busy_timeout))
    options.set_progress()
    handle = core.g40_db_open_writable_with(name, create, options, None) if writes else core.g40_db_open_with(name, options, None)
    return Database(handle, name)


def analyze(text: Union[str, bytes], date: Day = None, *, with_contacts: bool = False) -> Segments:
    """Takes apart a Dutch text that nobody prepared: its segments, what they are, whom and what they name. Ministries are
    read at `date`. Offsets are bytes of the text as given.

    >>> import g40
    >>> sentence = g40.analyze("Wij vragen het ministerie van EZ om een plan.", date="2025-09-01")[0]
    >>> sentence.kind, [actor.abbreviation for actor in sentence.actors if actor.type == "ministry"]
    ('position', ['EZ'])
    """
    return Segments(core.g40_analyze(text, arguments.day(date, "date"), with_contacts), Segment)


def review(
    path: Path,
    *,
    holder: Optional[str] = None,
    kind: Optional[str] = None,
    date: Day = None,
    title: Optional[str] = None,
    url: Optional[str] = None,
    coding: Optional[Path] = None,
    with_contacts: bool = False,
) -> Rows[Finding]:
    """What a paper's authors may want to look at before they send it: of a file (text, Markdown, HTML, PDF), which is stored
    nowhere. `date` is the day at which ministries are read."""
    with open() as db:
        return db.review_file(
            path, holder=holder, kind=kind, date=date, title=title, url=url, coding=coding, with_contacts=with_contacts
        )


def compile(data: Path, out: Path, progress: Optional[Progress] = None) -> Diagnostics:
    """Compiles the data files below `data` to a database file; gives the warnings. Where there is an error nothing is
    written, and Invalid is raised."""
    options = core.g40_options_new()
    options.set_progress()
    found = core.g40_compile_with(arguments.path(data, "data"), arguments.path(out, "out"), options, progress)
    return checked(Diagnostics(found, Diagnostic))


def export_formats() -> Tuple[str, ...]:
    """The formats that Database.export() writes.

    >>> import g40
    >>> "jsonld" in g40.export_formats()
    True
    """
    return _names(core.g40_export_format_at)


def export_tables() -> Tuple[str, ...]:
    """The tables that Database.export("csv", ...) writes.

    >>> import g40
    >>> "themes" in g40.export_tables()
    True
    """
    return _names(core.g40_export_table_at)


def _names(at: Callable[[int], Optional[str]]) -> Tuple[str, ...]:
    return tuple(itertools.takewhile(bool, map(at, itertools.count())))  # type: ignore[arg-type]


def check_coding(coding: Path, *, with_contacts: bool = False) -> Check:
    """Looks up every anchor of a coding file in the text beside it."""
    return Check(core.g40_coding_check(arguments.path(coding, "coding"), with_contacts))
