"""What callers give, made into what SWIG's layer takes. Every refusal names the argument."""

from __future__ import annotations

import os
from datetime import date, datetime
from typing import Any, Dict, Iterable, List, Optional, Union

from . import core
from .rows import Row

Name = Union[str, Row]
Names = Union[None, str, Row, Iterable[Name]]
Day = Union[None, str, date]
Path = Union[str, "os.PathLike[str]"]

# Filters that take names, and the method of the query that adds one.
_FILTERS = ("id", "text", "theme", "ministry", "responsible", "stakeholder", "role", "kind", "action", "instrument", "document")


def day(value: Day, name: str) -> Optional[str]:
    """A day as "YYYY-MM-DD"."""
    if isinstance(value, datetime):
        value = value.date()
    if isinstance(value, date):
        return value.isoformat()
    if value is None or isinstance(value, str):
        return value
    raise TypeError(f"{name} must be a datetime.date or a str like '2025-10-29', not {type(value).__name__}")


def path(value: Path, name: str) -> str:
    """A path as a str."""
    given: Any = value
    if not isinstance(given, (str, os.PathLike)):
        raise TypeError(f"{name} must be a str or a path, not {type(given).__name__}")
    made: Any = os.fspath(given)
    if not isinstance(made, str):
        raise TypeError(f"{name} must be a str or a path of str, not of {type(made).__name__}")
    return made


def milliseconds(seconds: float) -> int:
    """A time to wait."""
    if isinstance(seconds, bool) or not isinstance(seconds, (int, float)):
        raise TypeError(f"busy_timeout must be a number of seconds, not {type(seconds).__name__}")
    if not 0 <= seconds <= 3600:
        raise ValueError("busy_timeout must be 0 to 3600 seconds")
    return round(seconds * 1000)


def one(value: Name, name: str) -> str:
    """A name: a str, or a row that has an id."""
    if isinstance(value, Row):
        found = getattr(value, "version", None) or getattr(value, "id", None)
        if isinstance(found, str):
            return found
        raise ValueError(f"{name}: a row of {type(value).__name__} without an id names nothing")
    if isinstance(value, str):
        return value
    raise TypeError(f"{name} must be a str or a row, not {type(value).__name__}")


def many(value: Names, name: str) -> List[str]:
    """Names that are alternatives."""
    if value is None:
        return []
    if isinstance(value, (str, Row)):
        return [one(value, name)]
    try:
        alternatives = list(value)
    except TypeError:
        raise TypeError(f"{name} must be a str, a row, or several of them, not {type(value).__name__}") from None
    if not alternatives:
        raise ValueError(f"{name}: an empty list leaves nothing; give None for no filter")
    return [one(item, name) for item in alternatives]


def query(given: Dict[str, Any]) -> Any:
    """Filters, as the keywords of a listing, made into a query."""
    made = core.g40_query_new()
    for name in _FILTERS:
        add = getattr(made, "add_" + name)
        for value in many(given[name], name):
            add(value)
    if given["as_of"] is not None:
        made.set_as_of(day(given["as_of"], "as_of"))
    if given["limit"] is not None:
        made.set_limit(given["limit"])
    if given.get("after") is not None:
        made.set_after(one(given["after"], "after"))
    made.set_with_contacts(given["with_contacts"])
    return made


def asks() -> Any:
    """A query for asks."""
    made = core.g40_query_new()
    made.add_kind("ask")
    return made
