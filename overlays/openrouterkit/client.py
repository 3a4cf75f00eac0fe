"""The clients: `OpenRouter` for sync code, `AsyncOpenRouter` for asyncio and trio."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any, Self, TypeVar

from openrouterkit_api import UNSET
from openrouterkit_api.groups import AsyncGroups, Groups

from ._request.settings import build_client_settings
from .errors import ConfigurationError
from .flow import Flow, adrive, drive
from .options import wrap_key

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from openrouterkit_api import Operation, PagedOperation, StreamingOperation
    from openrouterkit_runtime.sender import Options, Timeout

    from ._request.settings import Settings
    from ._streaming.event_stream import AsyncEventStream, EventStream
    from ._transport.clients import AsyncHttpClient, HttpClient
    from .middleware import Middleware
    from .namespaces.chat import AsyncChat, Chat
    from .namespaces.generations import AsyncGenerations, Generations
    from .namespaces.models import AsyncModels, Models
    from .namespaces.oauth import AsyncOAuth, OAuth
    from .options import Key, RequestOptions
    from .pages import AsyncPages, Pages
    from .responses import RawResponse
    from .retries import RetryOptions

T = TypeVar("T")
C = TypeVar("C")
R = TypeVar("R")


class _Client:
    """What both clients share: settings, and what is derived from them."""

    _settings: Settings
    _transport: Any
    _derived = False

    def __repr__(self) -> str:
        settings: Settings | None = vars(self).get("_settings")  # none yet where a setting is being refused
        return f"{type(self).__name__}({'' if settings is None else f'base_url={settings.base_url!r}'})"

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
        """A client with other settings on the same connections; closing it does not close them.

        What is not given stays as it is. A base URL of another origin does not get this client's key: give one with it.

        Args:
            api_key, base_url, timeout, retries, app_url, app_title, middleware: replace the client's.
            headers: merged over the client's; None leaves one out.

        Raises:
            ConfigurationError: an invalid setting.
        """
        api_key = api_key if api_key is UNSET else wrap_key(api_key)
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
        vars(derived).update(_settings=settings, _derived=True, _transport=self._transport)
        return derived


class OpenRouter(_Client, Groups):
    """The client for sync code; several threads may use one.

    A context manager. `close()` closes its connections, but neither those of a client it was derived from nor an
    `http_client` that was handed in. Nothing is loaded or opened before the first call.

    Args:
        api_key: the key, or a function that returns it at every call; OPENROUTER_API_KEY by default. It is
            sent to the origin of `base_url` and to no other.
        base_url: URL of the service; OPENROUTER_BASE_URL, or else that of OpenRouter, by default.
        timeout: seconds for connect, read, write and pool each, `TimeoutOptions`, `httpx.Timeout`, or None for no
            limit. By default `TimeoutOptions()`.
        retries: `RetryOptions`, or the number of further attempts. By default `RetryOptions()`.
        headers: sent with every request.
        app_url: URL of your application, under which the service ranks it (`HTTP-Referer`).
        app_title: its name there (`X-OpenRouter-Title`).
        middleware: called around every request, the first outermost; see `openrouterkit.middleware`.
        http_client: an `httpx.Client` to use for all requests.

    Raises:
        ConfigurationError: an invalid setting.
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
        http_client: HttpClient | None = None,
    ) -> None:
        api_key = wrap_key(api_key)  # at once: should a setting be invalid, a traceback may show these variables
        self._settings = build_client_settings(
            api_key=api_key,
            base_url=base_url,
            timeout=timeout,
            retries=retries,
            headers=headers,
            app_url=app_url,
            app_title=app_title,
            middleware=middleware,
        )
        if http_client is not None and not hasattr(http_client, "close"):
            raise ConfigurationError("http_client must be an httpx.Client: AsyncOpenRouter takes an httpx.AsyncClient")
        from ._transport.sync_transport import HttpxTransport

        self._transport = HttpxTransport(http_client)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the connections, where they are this client's own."""
        if not self._derived:
            self._transport.shut()

    @cached_property
    def chat(self) -> Chat:
        """Have a model continue a conversation, whole or as a stream."""
        from .namespaces.chat import Chat

        return Chat(self)

    @cached_property
    def models(self) -> Models:
        """Find out which models there are, what they can do and what they cost."""
        from .namespaces.models import Models

        return Models(self)

    @cached_property
    def generations(self) -> Generations:
        """Look up what a generation cost, how it was routed, and what it said."""
        from .namespaces.generations import Generations

        return Generations(self)

    @cached_property
    def oauth(self) -> OAuth:
        """Get an API key from a user who logs in with the browser."""
        from .namespaces.oauth import OAuth

        return OAuth(self)

    def send(self, operation: Operation[T], /, *, timeout: Timeout = UNSET, options: Options | None = None) -> T:
        """The typed answer of an operation.

        Raises:
            OpenRouterError: see `errors`.
        """
        from ._call.calls import send

        return self.run(send(self._settings, operation, timeout, options))

    def stream(
        self, operation: StreamingOperation[Any, C], /, *, timeout: Timeout = UNSET, options: Options | None = None
    ) -> EventStream[C]:
        """The event stream an operation answers with, opened on first use. A chat's is a `ChatStream`."""
        from openrouterkit_runtime.lookup import load

        from ._call.calls import open_stream
        from ._streaming.event_stream import EventStream

        stream = operation.endpoint.behavior.stream
        kind = EventStream if stream is None else load(stream)
        return kind(open_stream(self._settings, operation, timeout, options), self._transport)

    def pages(
        self, operation: PagedOperation[Any, C], /, *, timeout: Timeout = UNSET, options: Options | None = None
    ) -> Pages[C]:
        """The items of a listing, over all its pages."""
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
        """The response to a request by path, for operations without a method.

        Args:
            method: GET, POST and so on.
            path: below the base URL. An absolute URL of another origin gets neither key nor cookies.
            json: the body as plain JSON values, models, or anything with `to_dict`. None is no body.
            content: the body as it is, text as UTF-8, in place of `json`; give its Content-Type in `headers`.
            query: parameters by name; a list gives one parameter per item, None none.
            headers: replace those of the client; None leaves one out.
            timeout: seconds for connect, read, write and pool each, `TimeoutOptions`, or None for no limit.
            options: `RequestOptions` of this call.

        Raises:
            OpenRouterError: see `errors`; any status that is no success is an `APIError`.
        """
        from ._call.raw import send_raw

        return self.run(send_raw(self._settings, method, path, json, content, query, headers, timeout, options))

    def run(self, flow: Flow[R]) -> R:
        """The result of anybody's flow, performed on this client's connections."""
        return drive(flow, self._transport)


class AsyncOpenRouter(_Client, AsyncGroups):
    """The client for async code, on asyncio or trio.

    An async context manager. `aclose()` closes its connections, but neither those of a client it was derived from nor
    an `http_client` that was handed in. Nothing is loaded or opened before the first call. Each event loop has
    connections of its own, of which `aclose()` closes those of the loop it is called in: a client for each is tidier.

    Args:
        api_key: the key, or a function, sync or async, that returns it at every call; OPENROUTER_API_KEY by default.
            It is sent to the origin of `base_url` and to no other.
        base_url: URL of the service; OPENROUTER_BASE_URL, or else that of OpenRouter, by default.
        timeout: seconds for connect, read, write and pool each, `TimeoutOptions`, `httpx.Timeout`, or None for no
            limit. By default `TimeoutOptions()`.
        retries: `RetryOptions`, or the number of further attempts. By default `RetryOptions()`.
        headers: sent with every request.
        app_url: URL of your application, under which the service ranks it (`HTTP-Referer`).
        app_title: its name there (`X-OpenRouter-Title`).
        middleware: called around every request, the first outermost; see `openrouterkit.middleware`.
        http_client: an `httpx.AsyncClient` to use for all requests.

    Raises:
        ConfigurationError: an invalid setting.
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
        http_client: AsyncHttpClient | None = None,
    ) -> None:
        api_key = wrap_key(api_key)  # at once: should a setting be invalid, a traceback may show these variables
        self._settings = build_client_settings(
            api_key=api_key,
            base_url=base_url,
            timeout=timeout,
            retries=retries,
            headers=headers,
            app_url=app_url,
            app_title=app_title,
            middleware=middleware,
        )
        if http_client is not None and not hasattr(http_client, "aclose"):
            raise ConfigurationError("http_client must be an httpx.AsyncClient: OpenRouter takes an httpx.Client")
        from ._transport.async_transport import AsyncHttpxTransport

        self._transport = AsyncHttpxTransport(http_client)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *exc: object) -> None:
        await self.aclose()

    async def aclose(self) -> None:
        """Close the connections, where they are this client's own."""
        if not self._derived:
            await self._transport.shut()

    @cached_property
    def chat(self) -> AsyncChat:
        """Have a model continue a conversation, whole or as a stream."""
        from .namespaces.chat import AsyncChat

        return AsyncChat(self)

    @cached_property
    def models(self) -> AsyncModels:
        """Find out which models there are, what they can do and what they cost."""
        from .namespaces.models import AsyncModels

        return AsyncModels(self)

    @cached_property
    def generations(self) -> AsyncGenerations:
        """Look up what a generation cost, how it was routed, and what it said."""
        from .namespaces.generations import AsyncGenerations

        return AsyncGenerations(self)

    @cached_property
    def oauth(self) -> AsyncOAuth:
        """Get an API key from a user who logs in with the browser."""
        from .namespaces.oauth import AsyncOAuth

        return AsyncOAuth(self)

    async def send(self, operation: Operation[T], /, *, timeout: Timeout = UNSET, options: Options | None = None) -> T:
        """The typed answer of an operation.

        Raises:
            OpenRouterError: see `errors`.
        """
        from ._call.calls import send

        return await self.run(send(self._settings, operation, timeout, options))

    def stream(
        self, operation: StreamingOperation[Any, C], /, *, timeout: Timeout = UNSET, options: Options | None = None
    ) -> AsyncEventStream[C]:
        """The event stream an operation answers with, opened on first use. A chat's is an `AsyncChatStream`."""
        from openrouterkit_runtime.lookup import load

        from ._call.calls import open_stream
        from ._streaming.event_stream import AsyncEventStream

        stream = operation.endpoint.behavior.async_stream
        kind = AsyncEventStream if stream is None else load(stream)
        return kind(open_stream(self._settings, operation, timeout, options), self._transport)

    def pages(
        self, operation: PagedOperation[Any, C], /, *, timeout: Timeout = UNSET, options: Options | None = None
    ) -> AsyncPages[C]:
        """The items of a listing, over all its pages."""
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
        """The response to a request by path, for operations without a method. See `OpenRouter.request`."""
        from ._call.raw import send_raw

        return await self.run(send_raw(self._settings, method, path, json, content, query, headers, timeout, options))

    async def run(self, flow: Flow[R]) -> R:
        """The result of anybody's flow, performed on this client's connections."""
        return await adrive(flow, self._transport)
