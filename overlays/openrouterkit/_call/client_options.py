"""The types of the keyword arguments of clients, for the constructors of subclasses."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from openrouterkit_runtime.sender import Timeout

    from .._transport.clients import AsyncHttpClient, Certificate, HttpClient, Limits, Proxy, Verify
    from ..authentication import Auth
    from ..middleware.signatures import Middleware
    from ..options import Key
    from ..retries import RetryOptions


class _CommonOptions(TypedDict, total=False):
    api_key: Key | None
    auth: Auth | None
    timeout: Timeout
    retries: RetryOptions | int | None
    headers: Mapping[str, str | None] | None
    middleware: Sequence[Middleware] | None
    attempt_middleware: Sequence[Middleware] | None
    proxy: Proxy | None
    verify: Verify
    cert: Certificate | None
    limits: Limits | None


class ClientOptionsExceptURL(_CommonOptions, total=False):
    """The keyword arguments of `Client`, except `base_url`, for a subclass with a `base_url` of its own."""

    http_client: HttpClient | None


class ClientOptions(ClientOptionsExceptURL, total=False):
    """The keyword arguments of `Client`, for the constructor of a subclass.

    class Pets(Client):
        service = PETS

        def __init__(self, zoo: str, **options: Unpack[ClientOptions]) -> None:
            super().__init__(**options)
            self.zoo = zoo
    """

    base_url: str | None


class AsyncClientOptionsExceptURL(_CommonOptions, total=False):
    """The keyword arguments of `AsyncClient`, except `base_url`, for a subclass with a `base_url` of its own."""

    http_client: AsyncHttpClient | None


class AsyncClientOptions(AsyncClientOptionsExceptURL, total=False):
    """The keyword arguments of `AsyncClient`. See `ClientOptions`."""

    base_url: str | None
