"""Ministries as dated versions, the changes between them, and what a name resolves to."""

from __future__ import annotations

from typing import Any, Optional

from . import fields as f
from .rows import Row, Rows, rows


class Ministry(Row):
    """A ministry under one name: an organisation lasts, its versions differ in name and period."""

    __slots__ = ()
    _key = ("version",)
    _shown = ("version", "abbreviation", "name", "valid_from", "valid_to")
    id = f.text('The lasting organisation: "ministry/mnre1045".')
    version = f.text('Organisation and political start: "mnre1045@2024-07-02".')
    abbreviation = f.text("Its abbreviation.")
    name = f.text("Its name.")
    valid_from = f.day("Political start; None: before the records.")
    valid_to = f.day("Political end, exclusive; None: open.")
    registered_from = f.day("The register's start, which differs by days or weeks.")
    registered_to = f.day("The register's end.")
    tooi = f.maybe("TOOI URI.")
    wikidata = f.maybe("Wikidata id.")
    source = f.maybe("Source of the facts.")
    doubt = f.maybe("What is uncertain about them.")
    positions = f.count("Positions that name it.")
    responsible = f.count("Positions that fall to it by portfolio.")
    before_registry = f.flag("Whether `now` lacks someone because the day lies before what is known.")
    now: f.Field[Rows[Ministry]] = rows(lambda: Ministry, "Who answers for it on the as-of date: none (ended), one, or more.")


class Change(Row):
    """What happened between two versions."""

    __slots__ = ()
    _shown = ("kind", "date", "from_abbreviation", "to_abbreviation")
    kind = f.text("rename, split, merge, found, dissolve, task_transfer.")
    date = f.day("Political date.")
    register_date = f.day("The register's date.")
    from_id = f.maybe("Organisation before; None for found.")
    from_version = f.maybe("Version before.")
    from_abbreviation = f.maybe("Its abbreviation.")
    to_id = f.maybe("Organisation after; None for dissolve.")
    to_version = f.maybe("Version after.")
    to_abbreviation = f.maybe("Its abbreviation.")
    note = f.maybe("What moved.")


def _ministry(row: Any) -> Optional[Ministry]:
    return None if row is None else Ministry(row)


class Resolution(Row):
    """What a name meant on a date, and who answers for it as of another.

    >>> import g40
    >>> found = g40.open().resolve("EZ", date="2025-09-01", as_of="2026-05-01")
    >>> found.state, found.ministry.name, [ministry.abbreviation for ministry in found.now]
    ('resolved', 'Economische Zaken', ['EZK'])
    """

    __slots__ = ()
    _shown = ("state", "reason", "ministry", "now", "candidates")
    state = f.text("resolved, ambiguous or unresolved.")
    reason = f.maybe("Of unresolved: unknown, incomplete, not_a_ministry, renamed, ended, not_yet.")
    form = f.text("ministry, or post: a minister or state secretary.")
    post = f.maybe("The post's full name.")
    date = f.day("The date at which the name was read.")
    as_of = f.day("The day for which `now` is answered.")
    beyond_registry = f.flag("Whether a date lies after what the registry knows.")
    before_registry = f.flag("Whether a date lies before what the registry knows.")
    ministry: f.Field[Optional[Ministry]] = f.Field("The version meant; None unless resolved.", _ministry)
    now = rows(lambda: Ministry, "Who answers on the as-of date.")
    changes = rows(lambda: Change, "The changes between, in order.")
    transfers = rows(lambda: Change, "Tasks that moved meanwhile.")
    candidates = rows(lambda: Ministry, "The versions it could be, or that bore the name at other dates.")
