"""Rows, and the sequences that hold them."""

from __future__ import annotations

import gc
import importlib
import weakref
from datetime import date
from typing import Any, Callable, Dict, Generic, Iterable, Iterator, List, Optional, Tuple, Type, TypeVar, Union, overload

from .fields import Field, Holder

R = TypeVar("R", bound="Row")
S = TypeVar("S", bound="Rows[Any]")

# The database that a row came from, for the words around it; a row does not keep it open.
Origin = Optional["weakref.ReferenceType[Any]"]


class Row(Holder):
    """One answer. It stays valid when the database is closed; it can be compared, hashed and pickled."""

    __slots__ = ("_origin",)
    _key: Tuple[str, ...] = ()  # the fields that say which row it is; none: all of them
    _shown: Tuple[str, ...] = ()  # the fields that its repr shows
    _origin: Origin

    def __init__(self, core_row: Any, values: Optional[Dict[str, Any]] = None, origin: Origin = None) -> None:
        self._core = core_row
        self._values = values
        self._origin = origin

    def to_dict(self) -> Dict[str, Any]:
        """Plain values that json.dumps() takes: texts, numbers, lists, dicts; days as "YYYY-MM-DD"."""
        return {name: _plain(getattr(self, name)) for name in self._fields}

    def _identity(self) -> Tuple[Any, ...]:
        return tuple(getattr(self, name) for name in self._key or self._fields)

    def __eq__(self, other: object) -> bool:
        if type(self) is not type(other):
            return NotImplemented
        return self._identity() == other._identity()  # type: ignore[attr-defined, no-any-return]

    def __hash__(self) -> int:
        return hash((type(self), self._identity()))

    def __repr__(self) -> str:
        shown = ", ".join(f"{name}={_short(getattr(self, name))}" for name in self._shown or self._fields)
        return f"{type(self).__name__}({shown})"

    def _repr_html_(self) -> str:
        from . import show

        return show.row(self)

    def __reduce__(self) -> Tuple[Any, ...]:
        return type(self), (None, {name: getattr(self, name) for name in self._fields})


class Rows(Holder, Generic[R]):
    """An answer: a sequence of rows. A slice is one too, and costs nothing.

    It has all that a sequence has, and is no collections.abc.Sequence, because polars.DataFrame(rows) would then take the
    rows for single values before it asks for their columns.

    >>> import g40
    >>> asks = g40.open().positions(kind="ask", responsible="SZW")
    >>> len(asks) == asks.total
    True
    >>> asks[0] == asks.first()
    True
    """

    __slots__ = ("_kind", "_range", "_origin", "_kept")
    _kind: Type[R]
    _range: range
    _origin: Origin
    _kept: Optional[List[R]]  # from a pickle

    def __init__(self, array: Any, kind: Type[R], origin: Origin = None) -> None:
        self._core = array
        self._values = None
        self._kind = kind
        self._range = range(array.count())
        self._origin = origin
        self._kept = None

    @property
    def total(self) -> int:
        """How many rows there are; more than len() where a limit was set."""
        return int(self._values["total"] if self._values is not None else self._core.total())

    def first(self) -> Optional[R]:
        """The first row, or None."""
        return self[0] if self._range else None

    def __len__(self) -> int:
        return len(self._range)

    @overload
    def __getitem__(self, index: int) -> R: ...
    @overload
    def __getitem__(self: S, index: slice) -> S: ...
    def __getitem__(self, index: Union[int, slice]) -> Any:
        if isinstance(index, slice):
            part = object.__new__(type(self))
            part._core, part._values, part._kind = self._core, self._values, self._kind
            part._range, part._origin, part._kept = self._range[index], self._origin, self._kept
            return part
        try:
            return self._row(self._range[index])
        except IndexError:
            raise IndexError(f"row {index} of {len(self)}") from None

    def __iter__(self) -> Iterator[R]:
        return map(self._row, self._range)

    def __reversed__(self) -> Iterator[R]:
        return map(self._row, reversed(self._range))

    def __contains__(self, row: object) -> bool:
        return any(row == one for one in self)

    def index(self, row: object) -> int:
        """Where the row stands. ValueError: it does not."""
        for i, one in enumerate(self):
            if row == one:
                return i
        raise ValueError(f"{row!r} is not among the rows")

    def count(self, row: object) -> int:
        """How often the row stands in it."""
        return sum(row == one for one in self)

    def _row(self, i: int) -> R:
        if self._kept is not None:
            return self._kept[i]
        return self._kind(self._core.at(i), None, self._origin)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Rows):
            return NotImplemented
        return self._kind is other._kind and len(self) == len(other) and all(a == b for a, b in zip(self, other))

    def __hash__(self) -> int:
        return hash(tuple(self))

    def __repr__(self) -> str:
        of = "" if self.total == len(self) else f" of {self.total}"
        rows = [f"  {row!r}," for row in self[:5]] + (["  ..."] if len(self) > 5 else [])
        return "\n".join([f"<{len(self)}{of} {self._kind.__name__}>"] + rows)

    def _repr_html_(self) -> str:
        from . import show

        return show.rows(self)

    def __reduce__(self) -> Tuple[Any, ...]:
        values = {name: getattr(self, name) for name in self._fields}
        values["total"] = self.total
        return _restore, (type(self), self._kind, list(self), values)

    # --- as plain data and in bulk ---

    def to_dicts(self) -> List[Dict[str, Any]]:
        """A list with a dict a row: plain values, as Row.to_dict() gives them."""
        return [row.to_dict() for row in self]

    def to_pandas(self, columns: Optional[Iterable[str]] = None) -> Any:
        """A pandas.DataFrame with a column a field, or a field of `columns`. Rows in rows are lists of dicts: where many rows are
        wanted and their parts are not, naming columns saves most of the time.

        >>> import g40
        >>> g40.open().themes().to_pandas(columns=["slug", "asks"]).shape
        (6, 2)
        """
        try:
            import pandas  # type: ignore[import]
        except ImportError as error:
            raise ImportError("to_pandas() needs pandas, which is not installed (pip install pandas)") from error
        numpy = importlib.import_module("numpy")  # pandas is made of it
        names = list(self._kind._fields if columns is None else columns)
        unknown = [name for name in names if name not in self._kind._fields]
        if unknown:
            raise ValueError(f"columns: {self._kind.__name__} has no field {unknown[0]!r}")
        collects = gc.isenabled()
        gc.disable()  # it would look again and again through what is being made and holds no cycle
        try:
            made = {name: _array(numpy, self._column(name)) for name in names}
        finally:
            if collects:
                gc.enable()
        return pandas.DataFrame(made, columns=names, copy=False).infer_objects()

    def _column(self, name: str) -> Any:
        """A list, or of numbers the code of their type and their bytes."""
        if self._core is None or getattr(self._kind, name)._read is not None:
            return [_plain(getattr(row, name)) for row in self]
        return self._core.column(name, *self._slice())

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        """What pyarrow.table(rows), polars.DataFrame(rows), duckdb and pandas 3 read: columns, without a loop in Python.
        Rows in rows are lists of structs; days are texts; a requested schema is not needed, the reader casts."""
        if self._core is None:
            raise TypeError("rows from a pickle have no columns: pickle what Arrow made of them, or use to_dicts()")
        return self._core.arrow(*self._slice())

    def _slice(self) -> Tuple[int, int, int]:
        return (self._range[0], self._range.step, len(self)) if self._range else (0, 1, 0)


def _restore(kind_of_rows: Type[S], kind: Type[Any], rows: List[Any], values: Dict[str, Any]) -> S:
    made = object.__new__(kind_of_rows)
    made._core, made._values, made._kind, made._origin = None, values, kind, None
    made._range, made._kept = range(len(rows)), rows
    return made


def rows(kind: Callable[[], Type[R]], doc: str) -> Field[Rows[R]]:
    """A field that holds rows. The class is named late, because rows hold rows of their own kind."""
    return Field(doc, lambda array: Rows(array, kind()))


def _plain(value: Any) -> Any:
    if isinstance(value, Rows):
        return value.to_dicts()
    if isinstance(value, Row):
        return value.to_dict()
    return value.isoformat() if isinstance(value, date) else value


def _array(numpy: Any, column: Any) -> Any:
    """What a DataFrame takes as it is."""
    if isinstance(column, tuple):
        return numpy.frombuffer(column[1], dtype=column[0])
    made = numpy.empty(len(column), dtype=object)
    if isinstance(next((value for value in column if value is not None), ""), str):
        made[:] = column
        return made
    for i, value in enumerate(column):  # as above numpy would look into lists, and take some for rows of a matrix
        made[i] = value
    return made


def _short(value: Any) -> str:
    if isinstance(value, Rows):
        return f"<{len(value)} {value._kind.__name__}>"
    if isinstance(value, str) and len(value) > 60:
        value = value[:57] + "..."
    return value.isoformat() if isinstance(value, date) else repr(value)
