"""Imports an object by its import path, `module:name`; `Behavior` contains such paths."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import Any


@cache
def load(path: str) -> Any:
    """Return the object at an import path; the result is cached.

    Args:
        path: The module and the name in it, joined by a colon, such as `openrouterkit.results:ChatCompletion`.

    Raises:
        ImportError: The module does not exist.
        AttributeError: The module does not define the name.
    """
    module, _, name = path.partition(":")
    return getattr(import_module(module), name)
