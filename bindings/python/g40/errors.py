"""What calls raise when they fail: a class for each code of the library, all of them G40Error."""

from __future__ import annotations

from typing import Any, Dict, Tuple, Type

from . import core


class G40Error(Exception):
    """A failed call.

    >>> import g40
    >>> try:
    ...     g40.open("/no/such/file")
    ... except g40.G40Error as error:
    ...     error.name, error.offset
    ('G40_IO', -1)
    """

    code: int
    """The library's code, negative and never renumbered."""
    offset: int
    """The byte of the argument at which the fault stands, or -1."""

    def __init__(self, message: str, code: int = -1, offset: int = -1) -> None:
        super().__init__(message)
        self.code = code
        self.offset = offset

    @property
    def name(self) -> str:
        """The code's name: "G40_NOT_FOUND"."""
        return str(core.g40_error_name(self.code))

    def __reduce__(self) -> Tuple[Any, ...]:
        return make, (str(self), self.code, self.offset), self.__dict__


class OutOfMemory(G40Error, MemoryError):
    """Memory ran out; what was asked is as before the call."""


class BadArgument(G40Error, ValueError):
    """An argument is not of the documented form; the message names it."""


class NotFound(G40Error, LookupError):
    """A name or id that the database does not know."""


class FileError(G40Error, OSError):
    """A file cannot be read or written."""


class Corrupt(G40Error):
    """Not a libg40 database, or a damaged one."""


class Unsupported(G40Error):
    """A newer schema, or a feature that this version does not know."""


class Busy(G40Error):
    """Another process holds the file's lock."""


class Closed(G40Error, ValueError):
    """The database was closed."""


class Invalid(G40Error, ValueError):
    """Input has faults; `diagnostics` has all of them."""

    diagnostics: Tuple[Any, ...] = ()


class Cancelled(G40Error):
    """The progress callable asked to stop."""


class ReindexNeeded(G40Error):
    """Another version made the text index: Database.reindex() makes it anew."""


class ReadOnly(G40Error, OSError):
    """The database is not open for writing."""


_CLASSES: Dict[int, Type[G40Error]] = {
    -2: OutOfMemory,
    -3: BadArgument,
    -4: NotFound,
    -5: FileError,
    -6: Corrupt,
    -7: Unsupported,
    -8: Busy,
    -9: Closed,
    -10: Invalid,
    -11: Cancelled,
    -12: ReindexNeeded,
    -13: ReadOnly,
}


def make(message: str, code: int, offset: int) -> G40Error:
    """The exception for a failed call; SWIG's layer raises it."""
    return _CLASSES.get(code, G40Error)(message, code, offset)
