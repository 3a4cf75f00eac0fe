# Generated from openapi.yaml sha256:90bd8214f0a1e295 by `make generate`: do not edit, change the contract or codegen/ instead.
"""Namespaces: the operations of a group as methods."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from . import chat as chat
    from . import models as models

__all__ = [
    "chat",
    "models",
]


if not TYPE_CHECKING:  # hidden from type checkers, or every misspelt name would pass them

    def __getattr__(name: str) -> Any:
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return import_module(f".{name}", __name__)


def __dir__() -> list[str]:
    return list(__all__)
