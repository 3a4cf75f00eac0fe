"""Open event streams: the faces, sync and async, over `states.StreamState`."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any, Final, Generic, Self, TypeVar

from .errors import ConfigurationError, IncompleteStreamError, OpenRouterError
from .flow import Close, Flow, Read, Response, adrive, do, drive
from .policy import mark
from .timeouts import Deadlines, TimeoutOptions

if TYPE_CHECKING:
    from collections.abc import Mapping

    from openrouterkit_api.models import ChatUsage

    from .flow import AsyncTransport, Transport
    from .responses import CallResponse
    from .results import ChatCompletion, ChatCompletionChunk  # noqa: F401 - named in a base class
    from .states import ChatStreamState, StreamState

C_co = TypeVar("C_co", covariant=True)

# The end of the connection is waited for this long, in seconds, after the stream's own end: then it can be used again.
_FAREWELL: Final = TimeoutOptions(total=0.1)
_FAREWELL_READS: Final = 4


class _Stream(Generic[C_co]):
    """What sync and async streams share: everything but the waiting."""

    def __init__(self, opening: Flow[Response]) -> None:
        self._opening = opening
        self._answer: Response | None = None
        self._closed = False
        self._abandoned = False

    @property
    def response(self) -> CallResponse:
        """The HTTP side of the answer.

        Raises:
            ConfigurationError: the stream is not open yet.
        """
        from .responses import CallResponse

        return CallResponse.of(self._opened())

    def _opened(self) -> Response:
        if self._answer is None:
            raise ConfigurationError("the stream is not open yet: enter it with `with`, or take its first item")
        return self._answer

    def _open(self) -> Flow[None]:
        if self._answer is None and not self._closed:
            self._answer = yield from self._opening

    def _advance(self) -> Flow[bool]:
        """Have items ready, or come to the end; whether there are any."""
        yield from self._open()
        if self._answer is None:
            return False
        state: StreamState[Any] = self._answer.state
        if not state.done and not state.ready and not self._closed:
            yield from self._read_on(self._answer, state)
        if state.ready:
            return True
        if not self._closed:
            yield from self._take_leave(self._answer, state)
        if state.failure is not None:
            mark(state.failure, self._answer)
            state.failure.attempts = self._answer.attempts
            raise state.failure
        return False

    def _read_on(self, answer: Response, state: StreamState[Any]) -> Flow[None]:
        deadlines: Deadlines = answer.deadlines
        deadlines.waiting(time.monotonic())
        while not state.ready and not state.done:
            try:
                data = yield from do(Read(answer, deadlines))
                now = time.monotonic()
                if self._closed:
                    return
                if not data:
                    state.end(now)
                elif not state.feed(data, now):
                    deadlines.check(now)
                elif not state.ready:
                    deadlines.waiting(now)
            except OpenRouterError as error:
                state.broken(error, time.monotonic())

    def _take_leave(self, answer: Response, state: StreamState[Any]) -> Flow[None]:
        self._closed = True
        try:
            if state.failure is None and not state.incomplete:
                rest = Deadlines(_FAREWELL, time.monotonic())
                for _ in range(_FAREWELL_READS):
                    data = yield from do(Read(answer, rest))
                    if not data:
                        return
        except OpenRouterError:
            pass  # the stream is over: how the connection ends is nobody's business
        yield from do(Close(answer))

    def _leave(self) -> Flow[None]:
        self._closed = True
        answer = self._answer
        if answer is None:
            return
        state: StreamState[Any] = answer.state
        if state.ready or not state.done:
            self._abandoned = True
            state.ready.clear()
        yield from do(Close(answer))


class EventStream(_Stream[C_co]):
    """The items of an event stream, as they come: a context manager and an iterator.

    It opens on entry, or when the first item is taken. Leaving the `with` block, or `close()`, ends the connection at
    once. Failures are raised where the item would have been: `APIError` for one the service states, `TimedOutError`,
    `StreamError`, `IncompleteStreamError`.
    """

    def __init__(self, opening: Flow[Response], transport: Transport) -> None:
        super().__init__(opening)
        self._transport = transport

    def __enter__(self) -> Self:
        drive(self._open(), self._transport)
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> C_co:
        while True:
            answer = self._answer
            if answer is not None:
                try:
                    return answer.state.ready.popleft()  # type: ignore[no-any-return]
                except IndexError:  # nothing more of what was read
                    pass
            if not drive(self._advance(), self._transport):
                raise StopIteration

    def close(self) -> None:
        """End the connection at once, from any thread; one that reads finds the end. Closing again does nothing."""
        drive(self._leave(), self._transport)


class AsyncEventStream(_Stream[C_co]):
    """The items of an event stream, as they come: an async context manager and an async iterator. See `EventStream`."""

    def __init__(self, opening: Flow[Response], transport: AsyncTransport) -> None:
        super().__init__(opening)
        self._transport = transport

    async def __aenter__(self) -> Self:
        await adrive(self._open(), self._transport)
        return self

    async def __aexit__(self, *exc: object) -> None:
        await self.aclose()

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> C_co:
        while True:
            answer = self._answer
            if answer is not None:
                try:
                    return answer.state.ready.popleft()  # type: ignore[no-any-return]
                except IndexError:  # nothing more of what was read
                    pass
            if not await adrive(self._advance(), self._transport):
                raise StopAsyncIteration

    async def aclose(self) -> None:
        """End the connection at once, from any task; a task that reads finds the end. Closing again does nothing."""
        await adrive(self._leave(), self._transport)


class _ChatStream(_Stream["ChatCompletionChunk"]):
    def result(self) -> ChatCompletion:
        """The whole answer, added up from the chunks. Reads nothing.

        Raises:
            IncompleteStreamError: the stream is not at its end, or broke off; `.partial` has what came.
        """
        answer = self._opened()
        state: ChatStreamState = answer.state
        completion = state.partial().came_with(self.response, state.latency)
        if state.done and state.failure is None and not state.ready and not self._abandoned:
            return completion
        if state.failure is None:
            how = "was closed before its end" if self._abandoned else "is not at its end: read_all() reads the rest"
        else:
            how = f"broke off: {state.failure}"
        error = IncompleteStreamError(f"the stream {how}")
        error.partial = completion
        error.attempts = answer.attempts
        error.generation_id = completion.id or answer.headers.get("x-generation-id")
        error.status_code, error.headers = answer.status, answer.headers
        raise error from state.failure

    @property
    def usage(self) -> ChatUsage | None:
        """Tokens and cost, once the stream has said so; None before."""
        from openrouterkit_api.models import ChatUsage

        usage: Mapping[str, Any] | None = self._opened().state.usage
        return None if usage is None else ChatUsage.from_dict(usage)


class ChatStream(_ChatStream, EventStream["ChatCompletionChunk"]):
    """The chunks of a chat answer, as they come, and in the end the answer they add up to. See `EventStream`."""

    def read_all(self) -> ChatCompletion:
        """The whole answer, after reading the rest of the stream."""
        for _ in self:
            pass
        return self.result()


class AsyncChatStream(_ChatStream, AsyncEventStream["ChatCompletionChunk"]):
    """The chunks of a chat answer, as they come, and in the end the answer they add up to. See `EventStream`."""

    async def read_all(self) -> ChatCompletion:
        """The whole answer, after reading the rest of the stream."""
        async for _ in self:
            pass
        return self.result()
