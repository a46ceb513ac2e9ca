"""Fields: the attributes of rows, read from the library when they are asked for."""

from __future__ import annotations

from datetime import date
from typing import Any, Callable, Dict, Generic, NoReturn, Optional, Tuple, TypeVar, Union, overload

T = TypeVar("T")


class Holder:
    """What has fields: an object of SWIG's layer, or the values that a pickle kept."""

    __slots__ = ("_core", "_values")
    _core: Any
    _values: Optional[Dict[str, Any]]
    _fields: Tuple[str, ...] = ()

    def __init_subclass__(cls, **options: Any) -> None:
        super().__init_subclass__(**options)
        own = tuple(name for name, value in vars(cls).items() if isinstance(value, Field))
        cls._fields = cls._fields + own


class Field(Generic[T]):
    """One attribute, read only."""

    name: str

    def __init__(
        self, doc: str, convert: Optional[Callable[[Any], T]] = None, read: Optional[Callable[[Any], T]] = None
    ) -> None:
        self.__doc__ = doc
        self._convert = convert  # from what the getter of that name gives
        self._read = read  # instead of that getter

    def __set_name__(self, owner: type, name: str) -> None:
        self.name = name

    @overload
    def __get__(self, holder: None, owner: Optional[type] = None) -> Field[T]: ...
    @overload
    def __get__(self, holder: Holder, owner: Optional[type] = None) -> T: ...
    def __get__(self, holder: Optional[Holder], owner: Optional[type] = None) -> Union[Field[T], T]:
        if holder is None:
            return self
        value: Any
        if holder._values is not None:
            value = holder._values[self.name]
            return value  # type: ignore[no-any-return]
        if self._read is not None:
            return self._read(holder._core)
        value = getattr(holder._core, self.name)()
        return value if self._convert is None else self._convert(value)

    def __set__(self, holder: object, value: NoReturn) -> None:
        raise AttributeError(f"{self.name} cannot be set: rows do not change")


def text(doc: str) -> Field[str]:
    """A text that is always there."""
    return Field(doc)


def maybe(doc: str) -> Field[Optional[str]]:
    """A text, or None."""
    return Field(doc)


def count(doc: str) -> Field[int]:
    """A whole number."""
    return Field(doc)


def place(doc: str) -> Field[Optional[int]]:
    """An offset, or None where the library says -1."""
    return Field(doc, _place)


def number(doc: str) -> Field[float]:
    """A number."""
    return Field(doc)


def flag(doc: str) -> Field[bool]:
    """Yes or no."""
    return Field(doc)


def day(doc: str) -> Field[Optional[date]]:
    """A day, or None."""
    return Field(doc, _day)


def _place(value: int) -> Optional[int]:
    return None if value < 0 else value


def _day(value: Optional[str]) -> Optional[date]:
    return None if value is None else date.fromisoformat(value)
