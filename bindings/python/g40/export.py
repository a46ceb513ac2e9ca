"""A database in the forms that other tools read: where the bytes go."""

from __future__ import annotations

import os
from typing import Any, Callable, Dict, Optional, Union

from . import arguments, core

Piece = Callable[[bytes], object]
"""Called with bytes, piece by piece. False, or an exception, ends the call."""


def settings(format: str, given: Dict[str, Optional[str]], asks: Any) -> Any:
    """What to write and how: `given` by the names of the settings, `asks` an array of positions or None."""
    made = core.g40_export_new(format)
    for name, value in given.items():
        if value is not None:
            getattr(made, "set_" + name)(value)
    if asks is not None:
        made.set_uptake(asks)
    return made


def write(handle: Any, how: Any, query: Any, to: Any) -> None:
    """Writes to a path, a descriptor, a binary file object or a callable."""
    if isinstance(to, int) and not isinstance(to, bool):
        handle.export_fd(how, query, to)
    elif hasattr(to, "write"):
        handle.export(how, query, _whole(to.write))
    elif callable(to):
        handle.export(how, query, to)
    elif isinstance(to, (str, os.PathLike)):
        handle.export_file(how, query, arguments.path(to, "to"))
    else:
        raise TypeError(f"to must be a path, a descriptor, a binary file or a callable, not {type(to).__name__}")


def _whole(write: Callable[[Any], Union[None, int]]) -> Piece:
    """A raw file may take a part at a time, and says how much."""

    def put(piece: bytes) -> None:
        taken = write(piece)
        while taken is not None and taken < len(piece):
            piece = piece[taken:]
            taken = write(piece)

    return put
