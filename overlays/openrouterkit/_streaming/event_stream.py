"""Event streams for sync and async code: iterators over the items, as they arrive."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self, TypeVar

from .._flow.cancellation import Cancellation
from ..flow import adrive, drive
from .stream_state import Stream

if TYPE_CHECKING:
    from anyio import CancelScope

    from ..flow import AsyncTransport, Flow, Response, Transport

C_co = TypeVar("C_co", covariant=True)


class EventStream(Stream[C_co]):
    """A context manager and iterator over the items of an event stream, as they arrive.

    The request is sent when the `with` block is entered, or when the first item is read. Leaving the `with` block, or
    `close()`, closes the connection at once.

    Reading an item raises the errors of the call: `APIError` if the service reports an error, `TimedOutError`,
    `StreamError` for an invalid event, `IncompleteStreamError` if the stream ends early or was closed early.

    Example:
        with client.chat.stream(model="openai/gpt-4o-mini", messages=messages) as stream:
            for chunk in stream:
                print(chunk.text, end="")
    """

    def __init__(self, opening: Flow[Response], transport: Transport) -> None:
        super().__init__(opening)
        self._cancellation = Cancellation()
        self._transport = transport

    def __enter__(self) -> Self:
        self._check_enterable()
        self._drive_opening()
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> C_co:
        while True:
            try:
                item: C_co = self._ready.popleft()
            except IndexError:  # all items that were read were returned
                pass
            else:
                if self._deliver is not None:
                    try:
                        self._deliver(item)
                    except Exception as error:  # of an observer
                        drive(self._close(error), self._transport)
                        raise
                return item
            response = self._response or self._drive_opening()
            if not drive(self._advance(response), self._transport):
                raise StopIteration

    def close(self) -> None:
        """Close the connection at once; can be called from any thread, and more than once.

        Closing raises nothing. If the stream was not read to its end, reading on raises `IncompleteStreamError`, in
        this thread and in a thread that is reading the stream; with `on_incomplete="return"` the iteration ends
        instead. A stream that is closed before its first event always raises.

        A thread that is reading is woken up at once, and so is one that is opening the stream while it waits to retry,
        for the response, or for the first event. Opening a connection and a running callback cannot be interrupted;
        the timeouts in `TimeoutOptions` limit how long opening a connection takes.
        """
        drive(self._close(), self._transport)

    def _drive_opening(self) -> Response:
        return drive(self._open(), self._transport, self._cancellation)

    def _cancel_opening(self) -> None:
        if self._response is None:
            self._cancellation.cancel()


class AsyncEventStream(Stream[C_co]):
    """An async context manager and iterator over the items of an event stream. See `EventStream`."""

    def __init__(self, opening: Flow[Response], transport: AsyncTransport) -> None:
        super().__init__(opening)
        self._transport = transport
        self._scope: CancelScope | None = None  # cancels opening the stream

    async def __aenter__(self) -> Self:
        self._check_enterable()
        await self._drive_opening()
        return self

    async def __aexit__(self, *exc: object) -> None:
        await self.aclose()

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> C_co:
        while True:
            try:
                item: C_co = self._ready.popleft()
            except IndexError:  # every item that was read is taken
                pass
            else:
                if self._deliver is not None:
                    try:
                        self._deliver(item)
                    except Exception as error:  # of an observer
                        await adrive(self._close(error), self._transport)
                        raise
                return item
            response = self._response or await self._drive_opening()
            if not await adrive(self._advance(response), self._transport):
                raise StopAsyncIteration

    async def aclose(self) -> None:
        """Close the connection at once; can be called from any task, and more than once.

        Closing raises nothing. If the stream was not read to its end, reading on raises `IncompleteStreamError`, in
        this task and in a task that is opening or reading the stream; with `on_incomplete="return"` the iteration
        ends instead. A stream that is closed before its first event always raises.
        """
        await adrive(self._close(), self._transport)

    async def _drive_opening(self) -> Response:
        import anyio

        with anyio.CancelScope() as scope:
            if not self._is_opening:
                self._scope = scope
            return await adrive(self._open(), self._transport)
        raise self._build_not_open_error()  # `aclose` cancelled the scope

    def _cancel_opening(self) -> None:
        if self._is_opening and self._scope is not None:
            self._scope.cancel()
