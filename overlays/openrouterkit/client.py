"""Clients of any service: `Client` for sync code, `AsyncClient` for asyncio and trio.

    PETS = Service("Pets", base_url="https://api.pets.example/v1", key_env="PETS_API_KEY")

    with Client(PETS) as client:
        client.request("GET", "/dogs").json()

With a package that was generated from the service's description, a client has its namespaces:

    class Pets(Client, pets_api.Groups):
        service = PETS

    with Pets(api_key="...") as client:
        client.dogs.list()

A package that was generated with its client has this class already, as `pets_api.Client`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, TypeVar

from openrouterkit_runtime.unset import UNSET

from ._call.client_options import (
    AsyncClientOptions,
    AsyncClientOptionsExceptURL,
    ClientOptions,
    ClientOptionsExceptURL,
)
from ._call.configured_client import ConfiguredClient
from ._call.raw_client import AsyncRawClient, RawClient
from ._client.operation_client import AsyncOperationClient, OperationClient
from ._options.connection_settings import build_connection_settings, hide_password, hide_proxy
from ._options.suggestions import suggest_names
from ._request.headers import hide_credentials
from ._request.settings import build_client_settings, choose_timeout
from .errors import ConfigurationError
from .options import hide_auth, wrap_key

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from openrouterkit_runtime.sender import Timeout

    from ._client.servers import Server, choose_server
    from ._transport.async_transport import AsyncHttpxTransport
    from ._transport.clients import AsyncHttpClient, Certificate, HttpClient, Limits, Proxy, Verify
    from ._transport.exchanges import OpenExchanges
    from ._transport.sync_transport import HttpxTransport
    from .authentication import Auth
    from .middleware.signatures import Middleware
    from .options import Key
    from .retries import RetryOptions
    from .service import Service

__all__ = [
    "AsyncClient",
    "AsyncClientOptions",
    "AsyncClientOptionsExceptURL",
    "Client",
    "ClientOptions",
    "ClientOptionsExceptURL",
    "Server",
    "choose_server",
]

if not TYPE_CHECKING:  # hidden, or type checkers would accept every name

    def __getattr__(name: str) -> Any:
        """Import what only the clients of services with several servers need."""
        if name not in ("Server", "choose_server"):
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from ._client import servers

        return getattr(servers, name)


OTHER_NAMES: Final = {
    "max_retries": "retries",
    "retry_config": "retries",
    "default_headers": "headers",
    "server_url": "base_url",
    "key": "api_key",
    "timeout_ms": "timeout, in seconds",
    "client": "http_client",
    "proxies": "proxy",
}
"""Name of a setting in other packages -> its name here."""

T = TypeVar("T")
C = TypeVar("C")
R = TypeVar("R")


@suggest_names(**OTHER_NAMES)
class Client(OperationClient, RawClient, ConfiguredClient):
    """A client of any service for sync code. It is safe to share between threads.

        with Client(PETS) as client:
            pet = client.send(pets_api.operations.pets.get(id="1"))

    The client is a context manager that closes its connections at the end. It imports httpx and opens connections at
    the first call, not earlier.

    Args:
        service: The service to call. Defaults to the attribute `service` of the class.
        api_key: The API key, or a function that returns it and runs at every call. Defaults to the
            environment variable `key_env` of the service. The key is sent only to the origin of `base_url`.
        auth: The value of the service's only security scheme, or values by name of the scheme; see
            `openrouterkit.authentication`. Not together with `api_key`.
        base_url: The URL of the service. Defaults to the environment variable `base_url_env` of the service,
            then to the URL that the service declares.
        timeout: A number of seconds that applies to connect, read, write and pool each, a `TimeoutOptions`, an
            `httpx.Timeout`, or None for no limit. Defaults to `TimeoutOptions()`.
        retries: A `RetryOptions`, or the maximum number of retries as an int (0 disables them). Defaults to
            `RetryOptions()`.
        headers: Headers to send with every request. A value of None removes a default header.
        middleware: Middleware to run around every call; the first is the outermost. See `openrouterkit.middleware`.
        attempt_middleware: Middleware to run around every attempt of a call, inside the retries.
        proxy: The URL of a proxy, such as `http://user:password@proxy.example.com:3128`, or an `httpx.Proxy`. Defaults
            to the proxies of the environment variables HTTPS_PROXY, HTTP_PROXY, ALL_PROXY and NO_PROXY.
        verify: The certificates to trust: the path of a file or folder, or an `ssl.SSLContext`. False disables the
            verification of the service. Defaults to True: the environment variables SSL_CERT_FILE or SSL_CERT_DIR,
            then the package certifi.
        cert: A client certificate: the path of a file with its private key, or a tuple of certificate path, key path
            and, if the key is encrypted, password.
        limits: The numbers of connections: a `ConnectionLimits`, or an `httpx.Limits`. Defaults to
            `ConnectionLimits()`.
        http_client: An `httpx.Client` to send all requests with. `close()` leaves it open. Its timeout applies if
            `timeout` is not passed, unless it is the default of httpx, 5 s. It cannot be combined with `proxy`,
            `verify`, `cert` and `limits`, which configure the connections that this client opens itself.

    Attributes:
        service: The service that the client calls. A subclass defines it as an attribute of the class.

    Raises:
        ConfigurationError: A setting is invalid, or there is no service.
    """

    def __init__(
        self,
        service: Service | None = None,
        *,
        api_key: Key | None = None,
        auth: Auth | None = None,
        base_url: str | None = None,
        timeout: Timeout = UNSET,
        retries: RetryOptions | int | None = None,
        headers: Mapping[str, str | None] | None = None,
        middleware: Sequence[Middleware] | None = (),
        attempt_middleware: Sequence[Middleware] | None = (),
        proxy: Proxy | None = None,
        verify: Verify = UNSET,
        cert: Certificate | None = None,
        limits: Limits | None = None,
        http_client: HttpClient | None = None,
    ) -> None:
        # First, so that a traceback with local variables does not show the key, credential headers and passwords.
        if service is not None:
            self.service = service
        secret = getattr(getattr(self, "service", None), "secret_names", ())
        api_key, auth, headers = wrap_key(api_key), hide_auth(auth), hide_credentials(headers, secret)
        proxy, cert = hide_proxy(proxy), hide_password(cert)
        self._settings = build_client_settings(
            getattr(self, "service", None),
            api_key=api_key,
            auth=auth,
            base_url=base_url,
            timeout=timeout if http_client is None else choose_timeout(timeout, http_client),
            retries=retries,
            headers=headers,
            middleware=middleware,
            attempt_middleware=attempt_middleware,
        )
        if http_client is not None and not hasattr(http_client, "close"):
            async_name = f"Async{type(self).__name__}"
            raise ConfigurationError(f"http_client must be an httpx.Client; an httpx.AsyncClient needs {async_name}")
        connections = build_connection_settings(http_client, proxy=proxy, verify=verify, cert=cert, limits=limits)
        self._transport_arguments = http_client, connections

    def _create_transport(self, exchanges: OpenExchanges) -> HttpxTransport:
        from ._transport.sync_transport import HttpxTransport

        return HttpxTransport(*self._transport_arguments, exchanges=exchanges)


@suggest_names(**OTHER_NAMES)
class AsyncClient(AsyncOperationClient, AsyncRawClient, ConfiguredClient):
    """A client of any service for async code, on asyncio or trio.

        async with AsyncClient(PETS) as client:
            pet = await client.send(pets_api.operations.pets.get(id="1"))

    The client is an async context manager that closes its connections at the end. It imports httpx and opens
    connections at the first call, not earlier. Connections belong to the event loop in which they were opened, and
    `aclose()` frees those of the current loop only: prefer one client per event loop.

    Args:
        service: The service to call. Defaults to the attribute `service` of the class.
        api_key: The API key, or a sync or async function that returns it and runs at every call. Defaults to the
            environment variable `key_env` of the service. The key is sent only to the origin of `base_url`.
        auth: The value of the service's only security scheme, or values by name of the scheme; see
            `openrouterkit.authentication`. Not together with `api_key`.
        base_url: The URL of the service. Defaults to the environment variable `base_url_env` of the service,
            then to the URL that the service declares.
        timeout: A number of seconds that applies to connect, read, write and pool each, a `TimeoutOptions`, an
            `httpx.Timeout`, or None for no limit. Defaults to `TimeoutOptions()`.
        retries: A `RetryOptions`, or the maximum number of retries as an int (0 disables them). Defaults to
            `RetryOptions()`.
        headers: Headers to send with every request. A value of None removes a default header.
        middleware: Middleware to run around every call; the first is the outermost. See `openrouterkit.middleware`.
        attempt_middleware: Middleware to run around every attempt of a call, inside the retries.
        proxy: The URL of a proxy, such as `http://user:password@proxy.example.com:3128`, or an `httpx.Proxy`. Defaults
            to the proxies of the environment variables HTTPS_PROXY, HTTP_PROXY, ALL_PROXY and NO_PROXY.
        verify: The certificates to trust: the path of a file or folder, or an `ssl.SSLContext`. False disables the
            verification of the service. Defaults to True: the environment variables SSL_CERT_FILE or SSL_CERT_DIR,
            then the package certifi.
        cert: A client certificate: the path of a file with its private key, or a tuple of certificate path, key path
            and, if the key is encrypted, password.
        limits: The numbers of connections: a `ConnectionLimits`, or an `httpx.Limits`. Defaults to
            `ConnectionLimits()`.
        http_client: An `httpx.AsyncClient` to send all requests with. `aclose()` leaves it open. Its timeout applies if
            `timeout` is not passed, unless it is the default of httpx, 5 s. It cannot be combined with `proxy`,
            `verify`, `cert` and `limits`, which configure the connections that this client opens itself.

    Attributes:
        service: The service that the client calls. A subclass defines it as an attribute of the class.

    Raises:
        ConfigurationError: A setting is invalid, or there is no service.
    """

    def __init__(
        self,
        service: Service | None = None,
        *,
        api_key: Key | None = None,
        auth: Auth | None = None,
        base_url: str | None = None,
        timeout: Timeout = UNSET,
        retries: RetryOptions | int | None = None,
        headers: Mapping[str, str | None] | None = None,
        middleware: Sequence[Middleware] | None = (),
        attempt_middleware: Sequence[Middleware] | None = (),
        proxy: Proxy | None = None,
        verify: Verify = UNSET,
        cert: Certificate | None = None,
        limits: Limits | None = None,
        http_client: AsyncHttpClient | None = None,
    ) -> None:
        # First, so that a traceback with local variables does not show the key, credential headers and passwords.
        if service is not None:
            self.service = service
        secret = getattr(getattr(self, "service", None), "secret_names", ())
        api_key, auth, headers = wrap_key(api_key), hide_auth(auth), hide_credentials(headers, secret)
        proxy, cert = hide_proxy(proxy), hide_password(cert)
        self._settings = build_client_settings(
            getattr(self, "service", None),
            api_key=api_key,
            auth=auth,
            base_url=base_url,
            timeout=timeout if http_client is None else choose_timeout(timeout, http_client),
            retries=retries,
            headers=headers,
            middleware=middleware,
            attempt_middleware=attempt_middleware,
        )
        if http_client is not None and not hasattr(http_client, "aclose"):
            sync_name = type(self).__name__.removeprefix("Async")
            raise ConfigurationError(f"http_client must be an httpx.AsyncClient; an httpx.Client needs {sync_name}")
        connections = build_connection_settings(http_client, proxy=proxy, verify=verify, cert=cert, limits=limits)
        self._transport_arguments = http_client, connections

    def _create_transport(self, exchanges: OpenExchanges) -> AsyncHttpxTransport:
        from ._transport.async_transport import AsyncHttpxTransport

        return AsyncHttpxTransport(*self._transport_arguments, exchanges=exchanges)
