"""Streams that add their answer to a conversation when they were read to their end."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, TypeVar

from .._results.usages import read_usage
from .._streaming.chat_stream import AsyncChatStream, ChatStream, StreamText
from ..errors import SDKError
from ..middleware.outcomes import Usage

if TYPE_CHECKING:
    from ..flow import AsyncTransport, Flow, Response, Transport
    from .exchanges import Exchange

__all__: list[str] = []

C_co = TypeVar("C_co", covariant=True)
R_co = TypeVar("R_co", covariant=True)
U_co = TypeVar("U_co", covariant=True)


def _build_opening(exchange: Exchange) -> Flow[Response]:
    chat = exchange.history._chat  # noqa: SLF001 - of this package
    opening: Flow[Response] = chat._build_opening(exchange.request)  # noqa: SLF001 - see above
    return opening


def open_exchange(exchange: Exchange, opening: Flow[Response]) -> Flow[Response]:
    """Return the flow that begins an exchange, and opens its stream."""
    exchange.begin()
    try:
        return (yield from opening)
    except BaseException as error:
        exchange.fail(error)
        raise


class Recorded(StreamText[C_co, U_co], Generic[C_co, R_co, U_co]):
    """Adds the answer of a stream to its conversation, sync or async."""

    _exchange: Exchange

    def _advance(self, response: Response) -> Flow[bool]:
        stream: Any = self
        try:
            more = yield from super()._advance(response)
        except Exception:
            if response.stream is not None and response.stream.closed:
                self._exchange.fail(usage=read_usage(stream.partial))
            raise
        if not more:
            if self._abandoned:
                self._end_early()
            else:
                self._complete()
        return more

    def _close(self, error: Exception | None = None) -> Flow[None]:
        yield from super()._close(error)
        if self._response is None:
            self._exchange.fail(usage=Usage())
        elif self._abandoned:
            self._end_early()
        else:  # the caller took the last item, and did not ask whether there is another
            try:
                self._complete()
            except SDKError as failure:
                self._exchange.fail(failure)

    def _complete(self) -> None:
        stream: Any = self
        self._exchange.complete(stream.result())

    def _end_early(self) -> None:
        """Add what a stream that was closed has received, if the conversation keeps it."""
        stream: Any = self
        if self._exchange.history.keep_partial:
            self._exchange.complete_partial(stream.partial)
        else:
            self._exchange.fail(usage=read_usage(stream.partial))


class RecordedStream(Recorded[C_co, R_co, U_co], ChatStream[C_co, R_co, U_co], Generic[C_co, R_co, U_co]):
    """A chat stream whose answer becomes part of a conversation."""

    def __init__(self, exchange: Exchange, transport: Transport) -> None:
        super().__init__(open_exchange(exchange, _build_opening(exchange)), transport)
        self._exchange = exchange


class AsyncRecordedStream(Recorded[C_co, R_co, U_co], AsyncChatStream[C_co, R_co, U_co], Generic[C_co, R_co, U_co]):
    """An async chat stream whose answer becomes part of a conversation."""

    def __init__(self, exchange: Exchange, transport: AsyncTransport) -> None:
        super().__init__(open_exchange(exchange, _build_opening(exchange)), transport)
        self._exchange = exchange
