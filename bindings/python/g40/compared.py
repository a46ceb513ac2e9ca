"""Two editions of a paper, position by position."""

from __future__ import annotations

from typing import Any, Optional

from . import fields as f
from .passages import Marked
from .positions import Position
from .rows import Row, Rows, rows


def _position(row: Any) -> Optional[Position]:
    return None if row is None else Position(row)


class Difference(Row):
    """What became of a position in a later edition."""

    __slots__ = ()
    _shown = ("state", "moved", "before_text", "after_text")
    state = f.text("kept, changed, dropped or new.")
    moved = f.flag("Whether it left its place in the order of what both editions have.")
    likeness = f.number("The share of words that both have, 0 to 1, rare words counting more.")
    before: f.Field[Optional[Position]] = f.Field("The position in the earlier edition; None: it is new.", _position)
    after: f.Field[Optional[Position]] = f.Field("The position in the later edition; None: it was dropped.", _position)
    before_text = f.maybe("The words of all its passages in reading form, a line feed between passages.")
    after_text = f.maybe("The same of the later edition.")
    gone = rows(lambda: Marked, "Of what changed: words of `before_text` that went, as bytes of it in UTF-8.")
    come = rows(lambda: Marked, "Of what changed: words of `after_text` that came, as bytes of it in UTF-8.")


class Differences(Rows[Difference]):
    """A row a position, in the order of the later edition, with how many there are of each state, whatever the limit.

    >>> import g40
    >>> asks = g40.open().positions(kind="ask")
    >>> same = g40.open().compare(asks, asks)
    >>> same.kept == len(asks), same.changed, same.dropped, same.added, same.moved
    (True, 0, 0, 0, 0)
    """

    __slots__ = ()
    kept = f.count("How many have the same words.")
    changed = f.count("How many changed their words.")
    dropped = f.count("How many are in the earlier edition only.")
    added = f.count("How many are in the later edition only.")
    moved = f.count("How many of those kept and changed moved.")
