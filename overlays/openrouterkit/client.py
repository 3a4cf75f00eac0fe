"""The clients: `OpenRouter` for sync code, `AsyncOpenRouter` for asyncio and trio."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, Any, Final, NoReturn, Self, TypeVar

from openrouterkit_api import UNSET
from openrouterkit_api.groups import AsyncGroups, Groups
from openrouterkit_runtime.lazy import cached_property

from ._options.connection_settings import build_connection_settings, hide_password, hide_proxy
from ._options.suggestions import suggest_names
from ._request.headers import hide_credentials
from ._request.settings import build_client_settings, choose_timeout
from .errors import ConfigurationError
from .flow import Flow, adrive, drive
from .options import wrap_key

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from openrouterkit_api import Operation, PagedOperation, StreamingOperation
    from openrouterkit_runtime.sender import Options, Timeout

    from ._request.settings import Settings
    from ._streaming.event_stream import AsyncEventStream, EventStream
    from ._transport.clients import AsyncHttpClient, Certificate, HttpClient, Limits, Proxy, Verify
    from .middleware import Middleware
    from .namespaces.chat import AsyncChat, Chat
    from .namespaces.generations import AsyncGenerations, Generations
    from .namespaces.models import AsyncModels, Models
    from .namespaces.oauth import AsyncOAuth, OAuth
    from .options import Key, RequestOptions
    from .pages import AsyncPages, Pages
    from .responses import RawResponse
    from .retries import RetryOptions

OTHER_NAMES: Final = {
    "max_retries": "retries",
    "retry_config": "retries",
    "default_headers": "headers",
    "server_url": "base_url",
    "key": "api_key",
    "timeout_ms": "timeout, in seconds",
    "client": "http_client",
    "http_referer": "app_url",
    "x_open_router_title": "app_title",
    "proxies": "proxy",
}
"""Name of a setting in the packages `openai` and `openrouter` -> its name here."""

T = TypeVar("T")
C = TypeVar("C")
R = TypeVar("R")


class _Client:
    """Settings and `with_options`, shared by the sync and the async client."""

    _settings: Settings
    _transport: Any

    def __repr__(self) -> str:
        settings: Settings | None = vars(self).get("_settings")  # unset if __init__ raised an error
        return f"{type(self).__name__}({'' if settings is None else f'base_url={settings.base_url!r}'})"

    def _convert_argument_error(self, error: Exception) -> Exception:
        """Return the error of this package for an invalid argument; the generated methods raise it."""
        from .requests.remedies import convert_argument_error

        return convert_argument_error(error)

    def with_options(
        self,
        *,
        api_key: Key | None = UNSET,
        base_url: str | None = UNSET,
        timeout: Timeout = UNSET,
        retries: RetryOptions | int | None = UNSET,
        headers: Mapping[str, str | None] | None = UNSET,
        app_url: str | None = UNSET,
        app_title: str | None = UNSET,
        middleware: Sequence[Middleware] = UNSET,
    ) -> Self:
        """Return a client with changed settings that shares this client's connections.

        Settings that are not passed are copied from this client. Closing the new client ends its calls, and leaves the
        connections open. As they are shared, `proxy`, `verify`, `cert`, `limits` and `http_client` need a new client.

            careful = client.with_options(timeout=10, retries=0)

        Args:
            api_key: Replaces the API key. Pass it together with a `base_url` of another origin, as this client's key
                is not sent there.
            base_url: Replaces the URL of the service.
            timeout: Replaces all time limits; see `OpenRouter`.
            retries: Replaces all retry settings; see `OpenRouter`.
            headers: Headers to merge over this client's. A value of None removes a header.
            app_url: Replaces the URL of the application.
            app_title: Replaces the name of the application.
            middleware: Replaces the list of middleware.

        Raises:
            ConfigurationError: A setting is invalid.
        """
        # First, so that a traceback with local variables does not show credentials.
        api_key = api_key if api_key is UNSET else wrap_key(api_key)
        headers = headers if headers is UNSET else hide_credentials(headers)
        settings = self._settings.with_changes(
            api_key=api_key,
            base_url=base_url,
            timeout=timeout,
            retries=retries,
            headers=headers,
            app_url=app_url,
            app_title=app_title,
            middleware=middleware,
        )
        derived = type(self).__new__(type(self))
        vars(derived).update(_settings=settings, _transport=self._transport.derive())
        return derived

    def __copy__(self) -> Self:
        return self.with_options()

    def __deepcopy__(self, memo: dict[int, Any]) -> Self:
        copied = type(self).__new__(type(self))
        memo[id(self)] = copied
        own = {"_settings": self._settings, "_transport": self._transport.renew()}
        others = {name: value for name, value in vars(self).items() if name not in own}
        vars(copied).update(deepcopy(others, memo), **own)
        return copied

    def __reduce__(self) -> NoReturn:
        name = type(self).__name__
        raise TypeError(f"cannot pickle {name}, as a pickle would contain its API key: create it in the worker process")


@suggest_names(**OTHER_NAMES)
class OpenRouter(_Client, Groups):
    """The client for sync code. It is safe to share between threads.

        with OpenRouter() as client:
            result = client.chat.send(model="openai/gpt-4o-mini", messages=[user("Hello")])

    The client is a context manager that closes its connections at the end. It imports httpx and opens connections at
    the first call, not earlier.

    Args:
        api_key: The API key, or a function that returns it and runs at every call. Defaults to the environment
            variable OPENROUTER_API_KEY. The key is sent only to the origin of `base_url`.
        base_url: The URL of the service. Defaults to the environment variable OPENROUTER_BASE_URL, then to
            https://openrouter.ai/api/v1.
        timeout: A number of seconds that applies to connect, read, write and pool each, a `TimeoutOptions`, an
            `httpx.Timeout`, or None for no limit. Defaults to `TimeoutOptions()`.
        retries: A `RetryOptions`, or the maximum number of retries as an int (0 disables them). Defaults to
            `RetryOptions()`.
        headers: Headers to send with every request. A value of None removes a default header.
        app_url: The URL of your application, by which openrouter.ai lists it (sent as `HTTP-Referer`).
        app_title: The name of your application in that list (sent as `X-OpenRouter-Title`).
        middleware: Middleware to run around every call; the first is the outermost. See `openrouterkit.middleware`.
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

    Raises:
        ConfigurationError: A setting is invalid.
    """

    def __init__(
        self,
        *,
        api_key: Key | None = None,
        base_url: str | None = None,
        timeout: Timeout = UNSET,
        retries: RetryOptions | int | None = None,
        headers: Mapping[str, str | None] | None = None,
        app_url: str | None = None,
        app_title: str | None = None,
        middleware: Sequence[Middleware] = (),
        proxy: Proxy | None = None,
        verify: Verify = UNSET,
        cert: Certificate | None = None,
        limits: Limits | None = None,
        http_client: HttpClient | None = None,
    ) -> None:
        # First, so that a traceback with local variables does not show the key, credential headers and passwords.
        api_key, headers = wrap_key(api_key), hide_credentials(headers)
        proxy, cert = hide_proxy(proxy), hide_password(cert)
        self._settings = build_client_settings(
            api_key=api_key,
            base_url=base_url,
            timeout=timeout if http_client is None else choose_timeout(timeout, http_client),
            retries=retries,
            headers=headers,
            app_url=app_url,
            app_title=app_title,
            middleware=middleware,
        )
        if http_client is not None and not hasattr(http_client, "close"):
            raise ConfigurationError("http_client must be an httpx.Client; an httpx.AsyncClient needs AsyncOpenRouter")
        from ._transport.sync_transport import HttpxTransport

        connections = build_connection_settings(http_client, proxy=proxy, verify=verify, cert=cert, limits=limits)
        self._transport = HttpxTransport(http_client, connections)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the connections of this client, and end its calls.

        Calls in other threads raise `ConnectionFailedError` within 0.1 s, streams that are being read
        `IncompleteStreamError`, and later calls `ConfigurationError`. The clients that `with_options` derived from
        this client are closed, too. On a derived client, only its own calls end: the connections stay open, as does
        an `http_client` that was passed in.
        """
        self._transport.shutdown()

    @cached_property
    def chat(self) -> Chat:
        """Send a conversation to a model, and get the completion whole or as a stream."""
        from .namespaces.chat import Chat

        return Chat(self)

    @cached_property
    def models(self) -> Models:
        """List models, their abilities and their prices."""
        from .namespaces.models import Models

        return Models(self)

    @cached_property
    def generations(self) -> Generations:
        """Look up the record of a generation: tokens, cost, routing, times and content."""
        from .namespaces.generations import Generations

        return Generations(self)

    @cached_property
    def oauth(self) -> OAuth:
        """Get an API key from a user who logs in with the browser (OAuth with PKCE)."""
        from .namespaces.oauth import OAuth

        return OAuth(self)

    def send(self, operation: Operation[T], /, *, timeout: Timeout = UNSET, options: Options | None = None) -> T:
        """Send an operation and return its typed response.

        Args:
            operation: An operation from `openrouterkit_api.operations`, or from another generated package.
            timeout: A number of seconds that applies to connect, read, write and pool each, a `TimeoutOptions`, an
                `httpx.Timeout`, or None for no limit. Defaults to the timeout of `options`, then of the client.
            options: The `RequestOptions` of this call.

        Raises:
            OpenRouterError: The call failed; see `openrouterkit.errors`.
        """
        from ._call.calls import send

        return self.run(send(self._settings, operation, timeout, options))

    def stream(
        self, operation: StreamingOperation[Any, C], /, *, timeout: Timeout = UNSET, options: Options | None = None
    ) -> EventStream[C]:
        """Return the event stream of an operation; for chat operations, a `ChatStream`.

        The request is sent when the stream is first used.

        Args:
            operation: A streaming operation from `openrouterkit_api.operations`, or from another generated package.
            timeout: A number of seconds that applies to connect, read, write and pool each, a `TimeoutOptions`, an
                `httpx.Timeout`, or None for no limit. Defaults to the timeout of `options`, then of the client.
            options: The `RequestOptions` of this call.
        """
        from openrouterkit_runtime.lookup import load

        from ._call.calls import open_stream
        from ._streaming.event_stream import EventStream

        stream = operation.endpoint.behavior.stream
        kind = EventStream if stream is None else load(stream)
        return kind(open_stream(self._settings, operation, timeout, options), self._transport)

    def pages(
        self, operation: PagedOperation[Any, C], /, *, timeout: Timeout = UNSET, options: Options | None = None
    ) -> Pages[C]:
        """Return an iterable over the items of all pages of a listing.

        Pages are requested while you iterate.

        Args:
            operation: A paged operation from `openrouterkit_api.operations`, or from another generated package.
            timeout: The limits of the request for each page: a number of seconds that applies to connect, read, write
                and pool each, a `TimeoutOptions`, an `httpx.Timeout`, or None for no limit. Defaults to the timeout of
                `options`, then of the client.
            options: The `RequestOptions` of the request for each page.
        """
        from ._call.calls import make_page_fetcher
        from .pages import Pages

        return Pages(operation, make_page_fetcher(self._settings, timeout, options), self._transport)

    def request(
        self,
        method: str,
        path: str,
        *,
        json: Any = None,
        content: bytes | str | None = None,
        query: Mapping[str, Any] | None = None,
        headers: Mapping[str, str | None] | None = None,
        timeout: Timeout = UNSET,
        options: RequestOptions | None = None,
    ) -> RawResponse:
        """Send a request by path and return the raw response.

        Use it for endpoints of the service that have no method in this SDK. Retries, limits and middleware apply as
        for every call.

            raw = client.request("POST", "/new-endpoint", json={"model": "openai/gpt-4o-mini"})
            raw.json()

        Args:
            method: The HTTP method, such as GET or POST.
            path: The path below the base URL, or an absolute URL. Neither the key nor cookies are sent to another
                origin than that of the base URL.
            json: The body: JSON values, models, or objects of pydantic, dataclasses and similar libraries. None sends
                no body.
            content: The body as bytes, or as text that is sent in UTF-8, in place of `json`. Set its Content-Type in
                `headers`.
            query: Query parameters by name. A list sends one parameter per item; None sends none.
            headers: Headers to merge over the client's. A value of None removes a header.
            timeout: A number of seconds that applies to connect, read, write and pool each, a `TimeoutOptions`, an
                `httpx.Timeout`, or None for no limit. Defaults to the timeout of `options`, then of the client.
            options: The `RequestOptions` of this call.

        Raises:
            APIError: The status of the response is not a success.
            OpenRouterError: The call failed; see `openrouterkit.errors`.
        """
        from ._call.raw import send_raw

        headers, query = hide_credentials(headers), hide_credentials(query)  # a traceback may show local variables
        return self.run(send_raw(self._settings, method, path, json, content, query, headers, timeout, options))

    def run(self, flow: Flow[R]) -> R:
        """Run a flow on this client's connections and return its result. See `openrouterkit.flow`."""
        return drive(flow, self._transport)


@suggest_names(**OTHER_NAMES)
class AsyncOpenRouter(_Client, AsyncGroups):
    """The client for async code, on asyncio or trio.

        async with AsyncOpenRouter() as client:
            result = await client.chat.send(model="openai/gpt-4o-mini", messages=[user("Hello")])

    The client is an async context manager that closes its connections at the end. It imports httpx and opens
    connections at the first call, not earlier. Connections belong to the event loop in which they were opened, and
    `aclose()` frees those of the current loop only: prefer one client per event loop.

    Args:
        api_key: The API key, or a sync or async function that returns it and runs at every call. Defaults to the
            environment variable OPENROUTER_API_KEY. The key is sent only to the origin of `base_url`.
        base_url: The URL of the service. Defaults to the environment variable OPENROUTER_BASE_URL, then to
            https://openrouter.ai/api/v1.
        timeout: A number of seconds that applies to connect, read, write and pool each, a `TimeoutOptions`, an
            `httpx.Timeout`, or None for no limit. Defaults to `TimeoutOptions()`.
        retries: A `RetryOptions`, or the maximum number of retries as an int (0 disables them). Defaults to
            `RetryOptions()`.
        headers: Headers to send with every request. A value of None removes a default header.
        app_url: The URL of your application, by which openrouter.ai lists it (sent as `HTTP-Referer`).
        app_title: The name of your application in that list (sent as `X-OpenRouter-Title`).
        middleware: Middleware to run around every call; the first is the outermost. See `openrouterkit.middleware`.
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

    Raises:
        ConfigurationError: A setting is invalid.
    """

    def __init__(
        self,
        *,
        api_key: Key | None = None,
        base_url: str | None = None,
        timeout: Timeout = UNSET,
        retries: RetryOptions | int | None = None,
        headers: Mapping[str, str | None] | None = None,
        app_url: str | None = None,
        app_title: str | None = None,
        middleware: Sequence[Middleware] = (),
        proxy: Proxy | None = None,
        verify: Verify = UNSET,
        cert: Certificate | None = None,
        limits: Limits | None = None,
        http_client: AsyncHttpClient | None = None,
    ) -> None:
        # First, so that a traceback with local variables does not show the key, credential headers and passwords.
        api_key, headers = wrap_key(api_key), hide_credentials(headers)
        proxy, cert = hide_proxy(proxy), hide_password(cert)
        self._settings = build_client_settings(
            api_key=api_key,
            base_url=base_url,
            timeout=timeout if http_client is None else choose_timeout(timeout, http_client),
            retries=retries,
            headers=headers,
            app_url=app_url,
            app_title=app_title,
            middleware=middleware,
        )
        if http_client is not None and not hasattr(http_client, "aclose"):
            raise ConfigurationError("http_client must be an httpx.AsyncClient; an httpx.Client needs OpenRouter")
        from ._transport.async_transport import AsyncHttpxTransport

        connections = build_connection_settings(http_client, proxy=proxy, verify=verify, cert=cert, limits=limits)
        self._transport = AsyncHttpxTransport(http_client, connections)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *exc: object) -> None:
        await self.aclose()

    async def aclose(self) -> None:
        """Close the connections of this client, and end its calls.

        Calls in other tasks raise `ConnectionFailedError` at once, streams that are being read
        `IncompleteStreamError`, and later calls `ConfigurationError`. The clients that `with_options` derived from
        this client are closed, too. On a derived client, only its own calls end: the connections stay open, as does
        an `http_client` that was passed in.
        """
        await self._transport.shutdown()

    @cached_property
    def chat(self) -> AsyncChat:
        """Send a conversation to a model, and get the completion whole or as a stream."""
        from .namespaces.chat import AsyncChat

        return AsyncChat(self)

    @cached_property
    def models(self) -> AsyncModels:
        """List models, their abilities and their prices."""
        from .namespaces.models import AsyncModels

        return AsyncModels(self)

    @cached_property
    def generations(self) -> AsyncGenerations:
        """Look up the record of a generation: tokens, cost, routing, times and content."""
        from .namespaces.generations import AsyncGenerations

        return AsyncGenerations(self)

    @cached_property
    def oauth(self) -> AsyncOAuth:
        """Get an API key from a user who logs in with the browser (OAuth with PKCE)."""
        from .namespaces.oauth import AsyncOAuth

        return AsyncOAuth(self)

    async def send(self, operation: Operation[T], /, *, timeout: Timeout = UNSET, options: Options | None = None) -> T:
        """Send an operation and return its typed response.

        Args:
            operation: An operation from `openrouterkit_api.operations`, or from another generated package.
            timeout: A number of seconds that applies to connect, read, write and pool each, a `TimeoutOptions`, an
                `httpx.Timeout`, or None for no limit. Defaults to the timeout of `options`, then of the client.
            options: The `RequestOptions` of this call.

        Raises:
            OpenRouterError: The call failed; see `openrouterkit.errors`.
        """
        from ._call.calls import send

        return await self.run(send(self._settings, operation, timeout, options))

    def stream(
        self, operation: StreamingOperation[Any, C], /, *, timeout: Timeout = UNSET, options: Options | None = None
    ) -> AsyncEventStream[C]:
        """Return the event stream of an operation; for chat operations, an `AsyncChatStream`.

        The request is sent when the stream is first used. For the arguments see `OpenRouter.stream`.
        """
        from openrouterkit_runtime.lookup import load

        from ._call.calls import open_stream
        from ._streaming.event_stream import AsyncEventStream

        stream = operation.endpoint.behavior.async_stream
        kind = AsyncEventStream if stream is None else load(stream)
        return kind(open_stream(self._settings, operation, timeout, options), self._transport)

    def pages(
        self, operation: PagedOperation[Any, C], /, *, timeout: Timeout = UNSET, options: Options | None = None
    ) -> AsyncPages[C]:
        """Return an async iterable over the items of all pages of a listing. See `OpenRouter.pages`."""
        from ._call.calls import make_page_fetcher
        from .pages import AsyncPages

        return AsyncPages(operation, make_page_fetcher(self._settings, timeout, options), self._transport)

    async def request(
        self,
        method: str,
        path: str,
        *,
        json: Any = None,
        content: bytes | str | None = None,
        query: Mapping[str, Any] | None = None,
        headers: Mapping[str, str | None] | None = None,
        timeout: Timeout = UNSET,
        options: RequestOptions | None = None,
    ) -> RawResponse:
        """Send a request by path and return the raw response. See `OpenRouter.request`."""
        from ._call.raw import send_raw

        headers, query = hide_credentials(headers), hide_credentials(query)  # a traceback may show local variables
        return await self.run(send_raw(self._settings, method, path, json, content, query, headers, timeout, options))

    async def run(self, flow: Flow[R]) -> R:
        """Run a flow on this client's connections and return its result. See `openrouterkit.flow`."""
        return await adrive(flow, self._transport)
