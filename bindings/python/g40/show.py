"""How rows look in a notebook. Every text is escaped; long ones wrap."""

from __future__ import annotations

from html import escape
from typing import Any, Iterable, Optional, Tuple

from .rows import Row, Rows

_SHOWN_ROWS = 20
_AROUND = 240  # bytes of the text on each side of a quote
_WRAP = "white-space: normal; overflow-wrap: break-word; text-align: left; vertical-align: top"
_LONG = "; overflow-wrap: anywhere"  # where a word may be longer than a narrow page: an id, a hash, an address
_TABLE = 'style="margin: 0; table-layout: auto"'
_LONG_FIELDS = ("id", "ask", "document", "sha256", "url", "file")


def row(what: Row) -> str:
    """A row: its quote in its sentence where it has one, what else says which it is, and its fields."""
    head = f"<strong>{escape(type(what).__name__)}</strong> {escape(str(getattr(what, 'id', '') or ''))}"
    quote = _quote(what)
    if not quote:
        head += " · ".join(cell for cell in (_cell(what, name) for name in what._shown if name != "id") if cell)
    fields = "".join(
        f'<tr><th style="{_WRAP}">{escape(name)}</th><td style="{_style(name)}; max-width: 60em">{cell}</td></tr>'
        for name, cell in ((name, _cell(what, name)) for name in what._fields if name not in ("id", "quote", "text"))
        if cell
    )
    return (
        f'<div class="g40-row"><p style="overflow-wrap: anywhere">{head}</p>{quote}'
        f"<details><summary>fields</summary><table {_TABLE}>{fields}</table></details></div>"
    )


def rows(what: Rows[Any]) -> str:
    """A table of the first rows, with how many there are."""
    names = what._kind._shown or what._kind._fields
    shown = min(len(what), _SHOWN_ROWS)
    below = f"<p>{shown} of {what.total} {escape(what._kind.__name__)}</p>"
    if not shown:
        return below
    head = "".join(f'<th style="{_WRAP}">{escape(name)}</th>' for name in names)
    body = "".join(
        "<tr>" + "".join(f'<td style="{_style(name)}; max-width: 40em">{_cell(one, name)}</td>' for name in names) + "</tr>"
        for one in what[:_SHOWN_ROWS]
    )
    return f'<table class="g40-rows" {_TABLE}><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{below}'


def _style(name: str) -> str:
    return _WRAP + (_LONG if name in _LONG_FIELDS else "")


def _cell(of: Row, name: str) -> str:
    """A field's value as HTML; "" where it is absent or empty."""
    value = getattr(of, name)
    if name == "text":
        return _marked(value, getattr(of, "marks", ()), "mark")
    if name == "before_text" and value:
        return _marked(value, getattr(of, "gone"), "del")
    if name == "after_text" and value:
        return _marked(value, getattr(of, "come"), "ins")
    if isinstance(value, Rows):
        return "; ".join(_label(one) for one in value)
    if isinstance(value, Row):
        return _label(value)
    if isinstance(value, float):
        return f"{value:.3g}"
    return "" if value is None or value == () else escape(str(value))


def _label(one: Row) -> str:
    """A part of a row in one word or two."""
    for name in ("abbreviation", "name", "as_written", "text", "message", "id", "kind", "date"):
        value = getattr(one, name, None)
        if value:
            role = getattr(one, "relation", None) or getattr(one, "role", None)
            return escape(str(value)) + (f" ({escape(str(role))})" if role else "")
    return escape(repr(one))


def _marked(text: str, spans: Iterable[Any], tag: str) -> str:
    """A text with its ranges of bytes in a tag."""
    data, done, parts = text.encode(), 0, []
    for span in spans:
        parts.append(escape(data[done : span.start].decode()) + f"<{tag}>{escape(data[span.start : span.end].decode())}</{tag}>")
        done = span.end
    return "".join(parts) + escape(data[done:].decode())


def _quote(one: Row) -> str:
    if not hasattr(one, "quote"):
        return f"<p>{_cell(one, 'text')}</p>" if hasattr(one, "text") else ""
    around = None if hasattr(one, "marks") else _context(one)
    if around is None:
        words = _cell(one, "text") if hasattr(one, "marks") else f"<mark>{escape(str(getattr(one, 'text', None) or one.quote))}</mark>"
    else:
        words = f"{escape(around[0])}<mark>{escape(around[1])}</mark>{escape(around[2])}"
    return f'<blockquote style="{_WRAP}; max-width: 60em">{words}</blockquote>'


def _context(one: Row) -> Optional[Tuple[str, str, str]]:
    """The words around the quote, where the database is still there to ask."""
    database = None if one._origin is None else one._origin()
    if database is None or database.closed:
        return None
    place = [getattr(one, name, None) for name in ("document", "start", "end")]
    if None in place:
        return None
    before, quote, after = database.context(*place, around=_AROUND)
    return _last_sentence(before), quote, "" if quote.endswith((".", "!", "?")) else _first_sentence(after)


def _last_sentence(before: str) -> str:
    return before[max(before.rfind(stop) + 2 for stop in (". ", "! ", "? ")) if any(s in before for s in (". ", "! ", "? ")) else 0 :]


def _first_sentence(after: str) -> str:
    ends = [after.find(stop) + 1 for stop in (". ", "! ", "? ") if stop in after]
    return after[: min(ends)] if ends else after
