# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""Namespaces: classes with one method per operation of a group."""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from . import (
        api_keys as api_keys,
        chat as chat,
        credits as credits,
        embeddings as embeddings,
        endpoints as endpoints,
        generations as generations,
        models as models,
        oauth as oauth,
        providers as providers,
    )

__all__ = ("oauth", "chat", "credits", "embeddings", "endpoints", "generations", "api_keys", "models", "providers")


if not TYPE_CHECKING:  # hidden from type checkers, which would otherwise accept any name

    def __getattr__(name: str) -> Any:
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return import_module(f".{name}", __name__)


def __dir__() -> Iterable[str]:
    return __all__
