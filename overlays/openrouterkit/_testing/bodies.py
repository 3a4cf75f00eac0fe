"""Bodies of responses for httpx: those of replies, and those that are recorded while the client reads them."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, Protocol

from ..testing.replies import Failure, Pause
from .wires import build_body_exception, pass_time, pass_time_async

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

    import httpx

    from .wires import Wire


class Recorder(Protocol):
    """Receives a response of the service while it is passed on."""

    def start(self, status: int, headers: list[tuple[str, str]]) -> None:
        """Receive the status and the headers."""

    def feed(self, data: bytes) -> None:
        """Receive bytes of the body, as they were sent."""

    def end(self, error: BaseException | None = None) -> None:
        """Receive the end of the body. After it, `close` does nothing."""

    def close(self) -> None:
        """Receive that the client has closed the response before its end."""


@cache
def make_body_class(base: type) -> Any:
    """Return the class of the bodies of replies, below `SyncByteStream` or `AsyncByteStream` of a library."""

    class ReplyBody(base):  # type: ignore[misc]  # the class is known at run time only
        def __init__(self, request: httpx.Request, pieces: tuple[Any, ...], wire: Wire) -> None:
            self._request = request
            self._pieces = pieces
            self._wire = wire

        def __iter__(self) -> Iterator[bytes]:
            for piece in self._pieces:
                if isinstance(piece, Pause):
                    pass_time(self._request, self._wire, piece.seconds)
                elif isinstance(piece, Failure):
                    raise build_body_exception(self._request, piece)
                else:
                    yield piece

        async def __aiter__(self) -> AsyncIterator[bytes]:
            for piece in self._pieces:
                if isinstance(piece, Pause):
                    await pass_time_async(self._request, self._wire, piece.seconds)
                elif isinstance(piece, Failure):
                    raise build_body_exception(self._request, piece)
                else:
                    yield piece

        def close(self) -> None:
            self._wire.close()

        async def aclose(self) -> None:
            self._wire.close()

    return ReplyBody


@cache
def make_recorded_class(base: type) -> Any:
    """Return the class of the bodies that are recorded, below `SyncByteStream` or `AsyncByteStream` of a library."""

    class RecordedBody(base):  # type: ignore[misc]  # the class is known at run time only
        def __init__(self, stream: Any, recorder: Recorder) -> None:
            self._stream = stream
            self._recorder = recorder

        def __iter__(self) -> Iterator[bytes]:
            try:
                for data in self._stream:
                    self._recorder.feed(data)
                    yield data
            except Exception as error:
                self._recorder.end(error)
                raise
            self._recorder.end()

        async def __aiter__(self) -> AsyncIterator[bytes]:
            try:
                async for data in self._stream:
                    self._recorder.feed(data)
                    yield data
            except Exception as error:
                self._recorder.end(error)
                raise
            self._recorder.end()

        def close(self) -> None:
            self._recorder.close()
            self._stream.close()

        async def aclose(self) -> None:
            self._recorder.close()
            await self._stream.aclose()

    return RecordedBody
