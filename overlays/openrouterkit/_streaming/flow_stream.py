"""Streams for flows, which read them with effects instead of a driver of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, Self, TypeVar, cast

from .chat_stream import StreamText
from .result_stream import Results

if TYPE_CHECKING:
    from ..flow import Flow

C_co = TypeVar("C_co", covariant=True)
R_co = TypeVar("R_co", covariant=True)


class FlowStream(StreamText[C_co, Any], Results[C_co, R_co], Generic[C_co, R_co]):
    """A stream whose methods `open`, `next` and `close` are flows, for sync and async code alike.

        def read(client, operation):
            stream = client.build_stream(operation)
            try:
                while (chunk := (yield from stream.next())) is not None:
                    print(chunk.text, end="")
            finally:
                yield from stream.close()
            return stream.result()

    `client.build_stream(...)` returns it. Reading raises the errors of the call, as iterating over an `EventStream`
    does. `result`, `partial`, `text` and `usage` are those of a `ChatStream`; they need a stream whose items add up to
    a result.
    """

    def open(self) -> Flow[Self]:
        """Send the request, unless it is sent, and return this stream once its first event was received.

        Raises:
            SDKError: The call failed; see `openrouterkit.errors`.
        """
        self._check_enterable()
        yield from self._open()
        return self

    def next(self) -> Flow[C_co | None]:
        """Return the next item; None at the end. The first use opens the stream.

        Raises:
            SDKError: The call failed, or the stream was closed before its end.
        """
        response = self._response
        if response is None:
            response = yield from self._open()
        while not self._ready:
            if not (yield from self._advance(response)):
                return None
        item = self._ready.popleft()
        if self._deliver is not None:
            try:
                self._deliver(item)
            except Exception as error:  # of an observer
                yield from self._close(error)
                raise
        return cast("C_co", item)

    def close(self) -> Flow[None]:
        """Close the connection; it can be used more than once. A flow closes each stream that it does not read whole.

        Closing raises nothing. If the stream was not read to its end, reading on raises `IncompleteStreamError`.
        """
        yield from self._close()

    def _cancel_opening(self) -> None:
        """Do nothing: the driver of the flow cancels it."""
