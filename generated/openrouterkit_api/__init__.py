# Generated from openapi.yaml sha256:d6d09962d40f58f7 by `make generate`: do not edit, change the contract or codegen/ instead.
"""OpenRouter: models that hold and convert data, operations that describe a call, namespaces that hand them on.

Generated from the contract, version 2026-08-22. No I/O happens here, and nothing is loaded before it is named:

    from openrouterkit_api import BASE_URL, operations

    operation = operations.oauth.exchange_auth_code_for_api_key(...)
    response = httpx.request(**operation.httpx_arguments(BASE_URL, api_key))
    result = operation.read(response.status_code, response.headers, response.content)
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from . import models as models
    from . import namespaces as namespaces
    from . import operations as operations
    from ._runtime.model import JsonModel as JsonModel
    from ._runtime.operation import Operation as Operation
    from ._runtime.operation import PagedOperation as PagedOperation
    from ._runtime.operation import StreamingOperation as StreamingOperation
    from ._runtime.sender import AsyncSender as AsyncSender
    from ._runtime.sender import Sender as Sender
    from ._runtime.text import DecodeError as DecodeError
    from ._runtime.unset import UNSET as UNSET
    from ._runtime.unset import Unset as Unset
    from ._runtime.variants import UnknownVariant as UnknownVariant

BASE_URL = "https://openrouter.ai/api/v1"
"""Where the contract says the service is."""

_MODULES = {
    "JsonModel": "._runtime.model",
    "Operation": "._runtime.operation",
    "PagedOperation": "._runtime.operation",
    "StreamingOperation": "._runtime.operation",
    "AsyncSender": "._runtime.sender",
    "Sender": "._runtime.sender",
    "DecodeError": "._runtime.text",
    "UNSET": "._runtime.unset",
    "Unset": "._runtime.unset",
    "UnknownVariant": "._runtime.variants",
}
_PACKAGES = ("models", "namespaces", "operations")

__all__ = [
    "BASE_URL",
    "UNSET",
    "AsyncSender",
    "DecodeError",
    "JsonModel",
    "Operation",
    "PagedOperation",
    "Sender",
    "StreamingOperation",
    "UnknownVariant",
    "Unset",
    "models",
    "namespaces",
    "operations",
]


if not TYPE_CHECKING:  # hidden from type checkers, or every misspelt name would pass them

    def __getattr__(name: str) -> Any:
        if name in _PACKAGES:
            return import_module(f".{name}", __name__)
        if name not in _MODULES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        value = getattr(import_module(_MODULES[name], __name__), name)
        globals()[name] = value
        return value


def __dir__() -> list[str]:
    return list(__all__)
