"""The listings of a database, each a call with filters by keyword."""

from __future__ import annotations

from typing import Any, Generic, NoReturn, Optional, Type, TypeVar, overload

from . import arguments
from .arguments import Day, Name, Names
from .rows import Row, Rows

R = TypeVar("R", bound=Row)


class BoundListing(Generic[R]):
    """A listing of one database: call it."""

    def __init__(self, database: Any, name: str, kind: Type[R], doc: Optional[str]) -> None:
        self._database, self._name, self._kind = database, name, kind
        self.__doc__ = doc

    def __call__(
        self,
        *,
        id: Names = None,
        text: Names = None,
        theme: Names = None,
        ministry: Names = None,
        responsible: Names = None,
        stakeholder: Names = None,
        role: Names = None,
        kind: Names = None,
        action: Names = None,
        instrument: Names = None,
        document: Names = None,
        as_of: Day = None,
        limit: Optional[int] = None,
        after: Optional[Name] = None,
        with_contacts: bool = False,
    ) -> Rows[R]:
        """Rows that pass all filters; several names in one filter are alternatives."""
        given = dict(locals())
        found: Rows[R] = self._database._list(self._name, self._kind, arguments.query(given))
        return found

    def __repr__(self) -> str:
        return f"<listing {self._name} of {self._database!r}>"


class Listing(Generic[R]):
    """A listing: `database.positions(kind="ask")`."""

    def __init__(self, kind: Type[R], doc: str) -> None:
        self._kind = kind
        self.__doc__ = doc

    def __set_name__(self, owner: type, name: str) -> None:
        self.name = name

    @overload
    def __get__(self, database: None, owner: Optional[type] = None) -> Listing[R]: ...
    @overload
    def __get__(self, database: object, owner: Optional[type] = None) -> BoundListing[R]: ...
    def __get__(self, database: Optional[object], owner: Optional[type] = None) -> Any:
        return self if database is None else BoundListing(database, self.name, self._kind, self.__doc__)

    def __set__(self, database: object, value: NoReturn) -> None:
        raise AttributeError(f"{self.name} cannot be set")
