# Generated from acme.yaml sha256:821beca4db60ceda by `openrouterkit generate SPEC OUT`: do not edit; change its document, or how it is generated, instead.
"""The clients of Acme: `Client` for sync code, `AsyncClient` for asyncio and trio."""

from __future__ import annotations

from openrouterkit.client import AsyncClient as _AsyncClient, Client as _Client
from openrouterkit.errors import (
    APIError,
    BadRequestResponseError,
    ConfigurationError,
    ConflictResponseError,
    ConnectionFailedError,
    ForbiddenResponseError,
    IncompleteStreamError,
    InternalServerResponseError,
    InvalidArgumentError,
    NotFoundResponseError,
    SDKError,
    ServiceUnavailableResponseError,
    StreamError,
    TimedOutError,
    TooManyRequestsResponseError,
    UnauthorizedResponseError,
    UnprocessableEntityResponseError,
)
from openrouterkit.options import RequestOptions
from openrouterkit.retries import RetryOptions
from openrouterkit.service import Service
from openrouterkit.timeouts import TimeoutOptions

from .groups import AsyncGroups, Groups

__all__ = [
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
]

SERVICE = Service(
    "Acme",
    package=__name__.rpartition(".")[0],
    key_env={"key": "ACME_KEY", "app": "ACME_APP", "login": "ACME_LOGIN"},
    base_url_env="ACME_BASE_URL",
    log_env="ACME",
    headers={"User-Agent": "acme_api/1"},
)
"""The description of the service, from which the clients know its URL, its credentials and its errors."""


class Client(_Client, Groups):
    """A client of Acme for sync code. It is safe to share between threads.

        with Client() as client:
            client.answers.ask(...)

    Credentials are passed as `auth`, by name of the security scheme, or in environment variables:

        'key': ACME_KEY
        'app': ACME_APP (a token)
        'login': ACME_LOGIN (`user:password`)

    The environment variable ACME_BASE_URL replaces the URL of the service, and ACME_LOG=info logs
    requests.

    Its arguments are the settings of `openrouterkit.Client`: `base_url`, `auth`, `timeout`, `retries`,
    `headers`, `middleware`, `proxy`, `verify`, `limits`, `http_client` and others.
    """

    service = SERVICE


class AsyncClient(_AsyncClient, AsyncGroups):
    """A client of Acme for async code, on asyncio or trio. Prefer one client per event loop.

        async with AsyncClient() as client:
            await client.answers.ask(...)

    Credentials are passed as `auth`, by name of the security scheme, or in environment variables:

        'key': ACME_KEY
        'app': ACME_APP (a token)
        'login': ACME_LOGIN (`user:password`)

    The environment variable ACME_BASE_URL replaces the URL of the service, and ACME_LOG=info logs
    requests.

    Its arguments are the settings of `openrouterkit.AsyncClient`: `base_url`, `auth`, `timeout`,
    `retries`, `headers`, `middleware`, `proxy`, `verify`, `limits`, `http_client` and others.
    """

    service = SERVICE
