"""Returns an object, or imports it by its import path, `module:name`; `Behavior` contains both."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import Any


def load(reference: Any) -> Any:
    """Return the object at an import path; any other object is returned unchanged.

    Args:
        reference: The object itself, or its import path: the module and the name in it, joined by a colon, such as
            `openrouterkit.results:ChatCompletion`. What was imported is cached.

    Raises:
        ImportError: The module does not exist.
        AttributeError: The module does not define the name.
    """
    return _import(reference) if isinstance(reference, str) else reference


@cache
def _import(path: str) -> Any:
    module, _, name = path.partition(":")
    return getattr(import_module(module), name)
