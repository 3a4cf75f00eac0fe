# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""OpenRouter: models, operations that describe requests, and namespaces whose methods send them.

Generated from version 2026-08-22 of the API description. The package performs no I/O, and imports each of its modules
on first use. To send an operation with any HTTP library:

    from openrouterkit_api import BASE_URL, operations

    operation = operations.oauth.exchange_auth_code(...)
    response = httpx.request(**operation.httpx_arguments(BASE_URL, api_key))
    result = operation.read(response.status_code, response.headers, response.content)
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from openrouterkit_runtime.decoders import UnknownVariant as UnknownVariant
    from openrouterkit_runtime.json import DecodeError as DecodeError
    from openrouterkit_runtime.model import JsonModel as JsonModel
    from openrouterkit_runtime.operation import (
        Operation as Operation,
        PagedOperation as PagedOperation,
        StreamingOperation as StreamingOperation,
    )
    from openrouterkit_runtime.security import SecurityScheme as SecurityScheme
    from openrouterkit_runtime.sender import AsyncSender as AsyncSender, Sender as Sender
    from openrouterkit_runtime.unset import UNSET as UNSET, Unset as Unset

    from . import constructors as constructors, models as models, namespaces as namespaces, operations as operations
    from .groups import AsyncGroups as AsyncGroups, Groups as Groups
    from .security import SECURITY as SECURITY, SECURITY_SCHEMES as SECURITY_SCHEMES

BASE_URL = "https://openrouter.ai/api/v1"
"""The base URL of the service, as the API description declares it."""

__generated_by__ = "openrouterkit"
"""Marks a generated package, whose frames are removed from the tracebacks of errors."""

_MODULES = {
    "JsonModel": "openrouterkit_runtime.model",
    "Operation": "openrouterkit_runtime.operation",
    "PagedOperation": "openrouterkit_runtime.operation",
    "StreamingOperation": "openrouterkit_runtime.operation",
    "AsyncSender": "openrouterkit_runtime.sender",
    "Sender": "openrouterkit_runtime.sender",
    "SecurityScheme": "openrouterkit_runtime.security",
    "DecodeError": "openrouterkit_runtime.json",
    "UNSET": "openrouterkit_runtime.unset",
    "Unset": "openrouterkit_runtime.unset",
    "UnknownVariant": "openrouterkit_runtime.decoders",
    "AsyncGroups": ".groups",
    "Groups": ".groups",
    "SECURITY": ".security",
    "SECURITY_SCHEMES": ".security",
}
_PACKAGES = ("constructors", "models", "namespaces", "operations")

__all__ = [
    "BASE_URL",
    "SECURITY",
    "SECURITY_SCHEMES",
    "UNSET",
    "AsyncGroups",
    "AsyncSender",
    "DecodeError",
    "Groups",
    "JsonModel",
    "Operation",
    "PagedOperation",
    "SecurityScheme",
    "Sender",
    "StreamingOperation",
    "UnknownVariant",
    "Unset",
    "constructors",
    "models",
    "namespaces",
    "operations",
]


if not TYPE_CHECKING:  # hidden from type checkers, which would otherwise accept any name

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
