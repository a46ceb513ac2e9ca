"""What the authors of a paper may want to look at before they send it."""

from __future__ import annotations

from . import fields as f
from .rows import Row


class Finding(Row):
    """What rules did not find in the words; no judgement."""

    __slots__ = ()
    _key = ("kind", "start", "end", "label_nl", "position")
    _shown = ("label_en", "quote")
    kind = f.text("ask_lacks, theme_without_ask, actor_not_asked, name_unresolved or figure_without_source.")
    severity = f.text("How much it asks for attention: high, medium or low.")
    lacks = f.maybe("Of an ask: which of addressee, amount, date, instrument it does not name, with commas between them.")
    subject = f.maybe("The theme, actor, name or figure; of an ask the ministries that answer for it by portfolio.")
    label_nl = f.text("The finding in a few words of Dutch.")
    label_en = f.text("The same in English.")
    position = f.maybe("Id of the position, where it is about one.")
    document = f.text("Slug of the document.")
    section = f.maybe("Heading of the section it stands in.")
    sha256 = f.text("SHA-256 of the document's stored text.")
    quote = f.text("The exact words.")
    page = f.count("The page they start on, from 1; 0 where there are no pages, or one.")
    start = f.count("Where the words stand, in bytes.")
    end = f.count("Where they end, in bytes.")
    char_start = f.count("Where they stand, in code points.")
    char_end = f.count("Where they end, in code points.")
