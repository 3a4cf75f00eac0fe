"""The clients: `OpenRouter` for sync code, `AsyncOpenRouter` for asyncio and trio."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any, Self, TypedDict, TypeVar, Unpack

from openrouterkit_api import UNSET
from openrouterkit_api.groups import AsyncGroups, Groups

from ._request.settings import client_settings
from .errors import ConfigurationError
from .flow import Flow, adrive, drive
from .options import held_key

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from openrouterkit_api import Operation, PagedOperation, StreamingOperation
    from openrouterkit_runtime.sender import Options, Timeout

    from ._call.raw import RawParams
    from ._request.settings import Settings
    from ._streaming.event_stream import AsyncEventStream, EventStream
    from ._transport.clients import AsyncHttpClient, HttpClient
    from .middleware import Middleware
    from .namespaces.chat import AsyncChat, Chat
    from .namespaces.generations import AsyncGenerations, Generations
    from .namespaces.models import AsyncModels, Models
    from .namespaces.oauth import AsyncOAuth, OAuth
    from .options import Key
    from .pages import AsyncPages, Pages
    from .responses import RawResponse
    from .retries import RetryOptions

T = TypeVar("T")
C = TypeVar("C")
R = TypeVar("R")


class ClientOptions(TypedDict, total=False):
    """What a client is made with, and `with_options` changes."""

    api_key: Key | None
    """The key, or a function that gives it at every call (for an async client an async one, too); OPENROUTER_API_KEY
    unless given. It is sent to the origin of `base_url` and to no other."""
    base_url: str | None
    """Where the service is; OPENROUTER_BASE_URL, or else the service itself, unless given."""
    timeout: Timeout
    """Seconds for connect, read, write and pool each, `TimeoutOptions`, `httpx.Timeout`, or None for no limit."""
    retries: RetryOptions | int | None
    """How many more attempts, or `RetryOptions`."""
    headers: Mapping[str, str | None] | None
    """Sent with every request."""
    app_url: str | None
    """Address of your application, under which the service ranks it (`HTTP-Referer`)."""
    app_title: str | None
    """Its name there (`X-OpenRouter-Title`)."""
    middleware: Sequence[Middleware]
    """Flows around every call, the first the outermost."""


class _Client:
    """What both clients share: settings, and what is derived from them."""

    def __init__(self, options: ClientOptions) -> None:
        self._settings: Settings = client_settings(_known(options))
        self._derived = False

    def __repr__(self) -> str:
        settings: Settings | None = vars(self).get("_settings")  # none yet where a setting is being refused
        return f"{type(self).__name__}({'' if settings is None else f'base_url={settings.base_url!r}'})"

    def with_options(self, **options: Unpack[ClientOptions]) -> Self:
        """A client with other settings on the same connections; closing it does not close them.

        What is not given stays as it is; headers are merged, with None leaving one out. A base URL of another origin
        does not get this client's key: give one with it.
        """
        derived = type(self).__new__(type(self))
        vars(derived).update(_settings=self._settings.changed(_known(options)), _derived=True)
        vars(derived).update(_transport=vars(self)["_transport"])
        return derived


class OpenRouter(_Client, Groups):
    """The client for sync code; several threads may use one.

    A context manager. `close()` closes its connections, but neither those of a client it was derived from nor an
    `http_client` that was handed in. Nothing is loaded or opened before the first call.

    Args:
        http_client: an `httpx.Client` to use for all calls.
        **options: see `ClientOptions`.

    Raises:
        ConfigurationError: a setting that cannot be.
    """

    def __init__(self, *, http_client: HttpClient | None = None, **options: Unpack[ClientOptions]) -> None:
        super().__init__(options)
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
        from ._call.calls import page_fetcher
        from .pages import Pages

        return Pages(operation, page_fetcher(self._settings, timeout, options), self._transport)

    def request(self, method: str, path: str, **given: Unpack[RawParams]) -> RawResponse:
        """The answer to a request by path, for what has no method.

        Args:
            method: GET, POST and so on.
            path: below the base URL. An absolute URL of another origin gets neither key nor cookies.
            **given: see `RawParams`.

        Raises:
            OpenRouterError: see `errors`; any status that is no success is an `APIError`.
            TypeError: a keyword that is none.
        """
        from ._call.raw import send_raw

        return self.run(send_raw(self._settings, method, path, given))

    def run(self, flow: Flow[R]) -> R:
        """The result of anybody's flow, performed on this client's connections."""
        return drive(flow, self._transport)


class AsyncOpenRouter(_Client, AsyncGroups):
    """The client for async code, on asyncio or trio.

    An async context manager. `aclose()` closes its connections, but neither those of a client it was derived from nor
    an `http_client` that was handed in. Nothing is loaded or opened before the first call. Each event loop has
    connections of its own, of which `aclose()` closes those of the loop it is called in: a client for each is tidier.

    Args:
        http_client: an `httpx.AsyncClient` to use for all calls.
        **options: see `ClientOptions`.

    Raises:
        ConfigurationError: a setting that cannot be.
    """

    def __init__(self, *, http_client: AsyncHttpClient | None = None, **options: Unpack[ClientOptions]) -> None:
        super().__init__(options)
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
        from ._call.calls import page_fetcher
        from .pages import AsyncPages

        return AsyncPages(operation, page_fetcher(self._settings, timeout, options), self._transport)

    async def request(self, method: str, path: str, **given: Unpack[RawParams]) -> RawResponse:
        """The answer to a request by path, for what has no method. See `OpenRouter.request`."""
        from ._call.raw import send_raw

        return await self.run(send_raw(self._settings, method, path, given))

    async def run(self, flow: Flow[R]) -> R:
        """The result of anybody's flow, performed on this client's connections."""
        return await adrive(flow, self._transport)


def _known(options: ClientOptions) -> Mapping[str, Any]:
    # In place: should a setting be refused, a traceback may show the variables of every function this goes through.
    if options.get("api_key"):
        options["api_key"] = held_key(options.pop("api_key", None))
    for name in options:
        if name not in ClientOptions.__annotations__:
            raise TypeError(_refusal(name))
    return options


def _refusal(name: str) -> str:
    from difflib import get_close_matches

    known = [*ClientOptions.__annotations__, "http_client"]
    near = get_close_matches(name, known, 1)
    meant = f"; did you mean {near[0]!r}?" if near else "."
    return f"a client takes no {name!r}{meant} It takes {', '.join(known)}"
