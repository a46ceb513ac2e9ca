"""libg40: who wants what from whom, which ministry answers for it then and now, with the exact words."""

from . import core
from .errors import Error

__all__ = ["Error", "open", "query"]
__version__ = core.g40_version()


def open(path=None):
    """Opens the database file at path, or the corpus that the library carries."""
    return core.g40_db_open(path)


def query():
    """An empty set of filters."""
    return core.g40_query_new()
