# Generated from acme.yaml sha256:821beca4db60ceda by `openrouterkit generate SPEC OUT`: do not edit; change its document, or how it is generated, instead.
"""Acme: clients, models, and operations that describe requests.

    from acme_api import Client

    with Client() as client:
        client.answers.ask(...)

Async code uses `AsyncClient`. Generated from version 1 of the API description. The package imports each of its
modules on first use. To send an operation with any HTTP library, without a client:

    from acme_api import BASE_URL, operations

    operation = operations.answers.ask(...)
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

    from . import client as client, models as models, namespaces as namespaces, operations as operations
    from .client import (
        SERVICE as SERVICE,
        APIError as APIError,
        AsyncClient as AsyncClient,
        BadRequestResponseError as BadRequestResponseError,
        Client as Client,
        ConfigurationError as ConfigurationError,
        ConflictResponseError as ConflictResponseError,
        ConnectionFailedError as ConnectionFailedError,
        ForbiddenResponseError as ForbiddenResponseError,
        IncompleteStreamError as IncompleteStreamError,
        InternalServerResponseError as InternalServerResponseError,
        InvalidArgumentError as InvalidArgumentError,
        NotFoundResponseError as NotFoundResponseError,
        RequestOptions as RequestOptions,
        RetryOptions as RetryOptions,
        SDKError as SDKError,
        ServiceUnavailableResponseError as ServiceUnavailableResponseError,
        StreamError as StreamError,
        TimedOutError as TimedOutError,
        TimeoutOptions as TimeoutOptions,
        TooManyRequestsResponseError as TooManyRequestsResponseError,
        UnauthorizedResponseError as UnauthorizedResponseError,
        UnprocessableEntityResponseError as UnprocessableEntityResponseError,
    )
    from .groups import AsyncGroups as AsyncGroups, Groups as Groups
    from .security import SECURITY as SECURITY, SECURITY_SCHEMES as SECURITY_SCHEMES

BASE_URL = "https://api.acme.example/v1"
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
    "AsyncClient": ".client",
    "Client": ".client",
    "SERVICE": ".client",
    "RequestOptions": ".client",
    "RetryOptions": ".client",
    "TimeoutOptions": ".client",
    "APIError": ".client",
    "BadRequestResponseError": ".client",
    "ConfigurationError": ".client",
    "ConflictResponseError": ".client",
    "ConnectionFailedError": ".client",
    "ForbiddenResponseError": ".client",
    "IncompleteStreamError": ".client",
    "InternalServerResponseError": ".client",
    "InvalidArgumentError": ".client",
    "NotFoundResponseError": ".client",
    "SDKError": ".client",
    "ServiceUnavailableResponseError": ".client",
    "StreamError": ".client",
    "TimedOutError": ".client",
    "TooManyRequestsResponseError": ".client",
    "UnauthorizedResponseError": ".client",
    "UnprocessableEntityResponseError": ".client",
}
_PACKAGES = ("client", "models", "namespaces", "operations")

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
    "AsyncClient",
    "Client",
    "SERVICE",
    "RequestOptions",
    "RetryOptions",
    "TimeoutOptions",
    "APIError",
    "BadRequestResponseError",
    "ConfigurationError",
    "ConflictResponseError",
    "ConnectionFailedError",
    "ForbiddenResponseError",
    "IncompleteStreamError",
    "InternalServerResponseError",
    "InvalidArgumentError",
    "NotFoundResponseError",
    "SDKError",
    "ServiceUnavailableResponseError",
    "StreamError",
    "TimedOutError",
    "TooManyRequestsResponseError",
    "UnauthorizedResponseError",
    "UnprocessableEntityResponseError",
    "client",
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
