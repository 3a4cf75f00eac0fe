"""The methods of the clients that send operations and run flows, and what closes a client."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self, TypeVar

from openrouterkit_runtime.unset import UNSET

if TYPE_CHECKING:
    from openrouterkit_runtime.operation import Operation, PagedOperation, StreamingOperation
    from openrouterkit_runtime.sender import Options, Timeout

    from .._request.settings import Settings
    from .._streaming.event_stream import AsyncEventStream, EventStream
    from ..flow import Flow
    from ..pages import AsyncPages, Pages

T = TypeVar("T")
C = TypeVar("C")
R = TypeVar("R")


class OperationClient:
    """Operations and flows in sync code."""

    _settings: Settings
    _transport: Any

    if TYPE_CHECKING:

        def _close(self) -> Any: ...

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
        transport = self._close()
        if transport is not None:
            transport.shutdown()

    def send(self, operation: Operation[T], /, *, timeout: Timeout = UNSET, options: Options | None = None) -> T:
        """Send an operation and return its typed response.

        Args:
            operation: An operation from the `operations` of a generated package.
            timeout: A number of seconds that applies to connect, read, write and pool each, a `TimeoutOptions`, an
                `httpx.Timeout`, or None for no limit. Defaults to the timeout of `options`, then of the client.
            options: The `RequestOptions` of this call.

        Raises:
            SDKError: The call failed; see `openrouterkit.errors`.
        """
        from .._call.calls import send

        return self.run(send(self._settings, operation, timeout, options))

    def stream(
        self, operation: StreamingOperation[Any, C], /, *, timeout: Timeout = UNSET, options: Options | None = None
    ) -> EventStream[C]:
        """Return the event stream of an operation: an `EventStream`, or the class that the operation declares.

        The request is sent when the stream is first used.

        Args:
            operation: A streaming operation from the `operations` of a generated package.
            timeout: A number of seconds that applies to connect, read, write and pool each, a `TimeoutOptions`, an
                `httpx.Timeout`, or None for no limit. Defaults to the timeout of `options`, then of the client.
            options: The `RequestOptions` of this call.
        """
        from .._call.calls import find_stream_class, open_stream

        kind = find_stream_class(self._settings, operation, asynchronous=False)
        stream: EventStream[C] = kind(open_stream(self._settings, operation, timeout, options), self._transport)
        return stream

    def pages(
        self, operation: PagedOperation[Any, C], /, *, timeout: Timeout = UNSET, options: Options | None = None
    ) -> Pages[C]:
        """Return an iterable over the items of all pages of a listing.

        Pages are requested while you iterate.

        Args:
            operation: A paged operation from the `operations` of a generated package.
            timeout: The limits of the request for each page: a number of seconds that applies to connect, read, write
                and pool each, a `TimeoutOptions`, an `httpx.Timeout`, or None for no limit. Defaults to the timeout of
                `options`, then of the client.
            options: The `RequestOptions` of the request for each page.
        """
        from .._call.calls import make_page_fetcher
        from ..pages import Pages

        return Pages(operation, make_page_fetcher(self._settings, timeout, options), self._transport)

    def run(self, flow: Flow[R]) -> R:
        """Run a flow on this client's connections and return its result. See `openrouterkit.flow`."""
        from ..flow import drive

        return drive(flow, self._transport)


class AsyncOperationClient:
    """Operations and flows in async code."""

    _settings: Settings
    _transport: Any

    if TYPE_CHECKING:

        def _close(self) -> Any: ...

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
        transport = self._close()
        if transport is not None:
            await transport.shutdown()

    async def send(self, operation: Operation[T], /, *, timeout: Timeout = UNSET, options: Options | None = None) -> T:
        """Send an operation and return its typed response.

        Args:
            operation: An operation from the `operations` of a generated package.
            timeout: A number of seconds that applies to connect, read, write and pool each, a `TimeoutOptions`, an
                `httpx.Timeout`, or None for no limit. Defaults to the timeout of `options`, then of the client.
            options: The `RequestOptions` of this call.

        Raises:
            SDKError: The call failed; see `openrouterkit.errors`.
        """
        from .._call.calls import send

        return await self.run(send(self._settings, operation, timeout, options))

    def stream(
        self, operation: StreamingOperation[Any, C], /, *, timeout: Timeout = UNSET, options: Options | None = None
    ) -> AsyncEventStream[C]:
        """Return the event stream of an operation: an `AsyncEventStream`, or the class that the operation declares.

        The request is sent when the stream is first used. For the arguments see `Client.stream`.
        """
        from .._call.calls import find_stream_class, open_stream

        kind = find_stream_class(self._settings, operation, asynchronous=True)
        stream: AsyncEventStream[C] = kind(open_stream(self._settings, operation, timeout, options), self._transport)
        return stream

    def pages(
        self, operation: PagedOperation[Any, C], /, *, timeout: Timeout = UNSET, options: Options | None = None
    ) -> AsyncPages[C]:
        """Return an async iterable over the items of all pages of a listing. See `Client.pages`."""
        from .._call.calls import make_page_fetcher
        from ..pages import AsyncPages

        return AsyncPages(operation, make_page_fetcher(self._settings, timeout, options), self._transport)

    async def run(self, flow: Flow[R]) -> R:
        """Run a flow on this client's connections and return its result. See `openrouterkit.flow`."""
        from ..flow import adrive

        return await adrive(flow, self._transport)
