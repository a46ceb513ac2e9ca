# SWIG's layer is private and generated; the faces check what they give it.
from typing import Any

def __getattr__(name: str) -> Any: ...
