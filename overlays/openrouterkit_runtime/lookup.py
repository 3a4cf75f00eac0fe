"""Importing an object by its path, `module:name`, as `Behavior` states it."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import Any


@cache
def load(path: str) -> Any:
    """The object at an import path; imported once, then remembered.

    Args:
        path: the module and the name in it, joined by a colon: `openrouterkit.results:ChatCompletion`.

    Raises:
        ImportError: there is no such module.
        AttributeError: the module has no such name.
    """
    module, _, name = path.partition(":")
    return getattr(import_module(module), name)
