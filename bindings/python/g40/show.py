"""How rows look in a notebook. Every text is escaped; long ones wrap."""

from __future__ import annotations

from html import escape
from typing import Any, List, Optional, Tuple

from .rows import Row, Rows

_SHOWN_ROWS = 20
_AROUND = 240  # bytes of the text on each side of a quote
_WRAP = "white-space: normal; overflow-wrap: anywhere; text-align: left; max-width: 60em"


def row(what: Row) -> str:
    """A row: its quote in its sentence where it has one, and its fields."""
    head = f"<strong>{escape(type(what).__name__)}</strong> {escape(str(getattr(what, 'id', '') or ''))}"
    fields = "".join(
        f'<tr><th style="text-align: left; vertical-align: top">{escape(name)}</th>'
        f'<td style="{_WRAP}">{_cell(getattr(what, name))}</td></tr>'
        for name in what._fields
        if name not in ("id", "quote", "text") and getattr(what, name) not in (None, ())
    )
    return f'<div class="g40-row"><p>{head}</p>{_quote(what)}<details><summary>fields</summary><table>{fields}</table></details></div>'


def rows(what: Rows[Any]) -> str:
    """A table of the first rows, with how many there are."""
    names = what._kind._shown or what._kind._fields
    head = "".join(f'<th style="text-align: left">{escape(name)}</th>' for name in names)
    body = "".join(
        "<tr>"
        + "".join(
            f'<td style="{_WRAP}; vertical-align: top">{_words(one) if name == "text" else _cell(getattr(one, name))}</td>'
            for name in names
        )
        + "</tr>"
        for one in what[:_SHOWN_ROWS]
    )
    shown = min(len(what), _SHOWN_ROWS)
    return f'<table class="g40-rows"><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table><p>{shown} of {what.total}</p>'


def _cell(value: Any) -> str:
    if isinstance(value, Rows):
        return "; ".join(_label(one) for one in value)
    return "" if value is None else escape(str(value))


def _label(one: Row) -> str:
    """A part of a row in one word or two."""
    for name in ("abbreviation", "name", "as_written", "text", "message", "id", "kind", "date"):
        value = getattr(one, name, None)
        if value:
            role = getattr(one, "relation", None) or getattr(one, "role", None)
            return escape(str(value)) + (f" ({escape(str(role))})" if role else "")
    return escape(repr(one))


def _words(one: Row) -> str:
    """The reading form, with the words marked that answered a search."""
    text = str(getattr(one, "text"))
    spans: List[Tuple[int, int]] = [(mark.start, mark.end) for mark in getattr(one, "marks", ())]
    data, done, parts = text.encode(), 0, []
    for start, end in spans:
        parts.append(escape(data[done:start].decode()) + "<mark>" + escape(data[start:end].decode()) + "</mark>")
        done = end
    return "".join(parts) + escape(data[done:].decode())


def _quote(one: Row) -> str:
    if not hasattr(one, "quote"):
        return f"<p>{_words(one)}</p>" if hasattr(one, "text") else ""
    around = None if hasattr(one, "marks") else _context(one)
    if around is None:
        words = _words(one) if hasattr(one, "marks") else f"<mark>{escape(str(getattr(one, 'text', None) or one.quote))}</mark>"
    else:
        words = f"{escape(around[0])} <mark>{escape(around[1])}</mark> {escape(around[2])}"
    return f'<blockquote style="{_WRAP}">{words}</blockquote>'


def _context(one: Row) -> Optional[Tuple[str, str, str]]:
    """The words around the quote, where the database is still there to ask."""
    database = None if one._origin is None else one._origin()
    if database is None or database.closed:
        return None
    place = [getattr(one, name, None) for name in ("document", "start", "end")]
    if None in place:
        return None
    before, quote, after = database.context(*place, around=_AROUND)
    return _last_sentence(before), quote, _first_sentence(after)


def _last_sentence(before: str) -> str:
    return before[max(before.rfind(stop) + 2 for stop in (". ", "! ", "? ")) if any(s in before for s in (". ", "! ", "? ")) else 0 :]


def _first_sentence(after: str) -> str:
    ends = [after.find(stop) + 1 for stop in (". ", "! ", "? ") if stop in after]
    return after[: min(ends)] if ends else after
