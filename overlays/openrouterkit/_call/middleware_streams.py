"""Streams in middleware: a middleware that reads a stream takes nothing away from the caller without an error.

`call_next` returns a stream after its first item, so the beginning of the body was read before. For the middleware,
`Read` returns it again, and what the middleware reads is parsed for the caller afterwards.
"""

from __future__ import annotations

import time
from itertools import islice
from typing import TYPE_CHECKING, Any

from ..errors import ConfigurationError
from ..flow import Flow, Read, Response

if TYPE_CHECKING:
    from .._flow.exchange import OpenStream

_TOO_LARGE = (
    "the stream cannot be read in a middleware: more than 1 MB was received before its first item; "
    "return the response without reading it"
)


class StreamWatch:
    """What a middleware does with a stream that `call_next` returned.

    Args:
        response: The response, as `call_next` returned it.
    """

    def __init__(self, response: Response) -> None:
        assert response.stream is not None
        self.stream: OpenStream = response.stream
        self.body = response.body
        self._content = response.content
        self._items = list(self.stream.parser.ready)
        self._parsed = self.stream.parser.parsed  # bytes
        self._is_replayed = False
        self._pieces: list[bytes] = []  # what was read after the beginning
        self._is_ended = False

    def read(self, effect: Read) -> Flow[bytes]:
        """Return the beginning of the body to the first `Read`, and then the rest."""
        if not self._is_replayed:
            self._is_replayed = True
            beginning = bytes(self.stream.beginning)
            if len(beginning) != self._parsed:
                raise ConfigurationError(_TOO_LARGE)
            self.stream.parser.repeated = beginning  # the middleware may pass it to the parser, too
            return beginning
        data: bytes = b""
        if self._content is None:
            data = yield effect
        if data:
            self._pieces.append(data)
        self._is_ended = not data
        return data

    def restore(self, response: Response, name: str) -> None:
        """Let the caller receive every item of a response that a middleware returns with this stream.

        Args:
            response: The response that the middleware returned.
            name: The name of the middleware.

        Raises:
            ConfigurationError: The middleware took items, or parsed only some of what it read.
        """
        if response.content is not self._content:
            response.stream = None  # the content that the middleware has set replaces the stream
            return
        response.stream = self.stream
        parser = self.stream.parser
        read = sum(map(len, self._pieces))
        if parser.parsed == self._parsed:
            for piece in self._pieces:
                parser.feed(piece, time.monotonic())
        elif parser.parsed != self._parsed + read:
            raise ConfigurationError(
                f"the middleware {name} passed only a part of the stream that it read to the parser; "
                f"return Response(request, 200, headers, content=...) with the text of the events"
            )
        if self._is_ended:
            parser.end(time.monotonic())
        self.stream.beginning += b"".join(self._pieces)
        kept = list(islice(parser.ready, len(self._items)))
        if len(kept) != len(self._items) or any(map(_differ, kept, self._items)):
            raise ConfigurationError(
                f"the middleware {name} took items out of the stream, which the caller would not receive; put them "
                f"back, or return Response(request, 200, headers, content=...) with the text of the events"
            )


def _differ(item: Any, other: Any) -> bool:
    return item is not other


def run_watched(flow: Flow[Any], watches: list[StreamWatch]) -> Flow[Any]:
    """Return the result of the flow of a middleware, and let it read watched streams from their beginning.

    Args:
        flow: The flow of the middleware.
        watches: The streams that `call_next` has returned to it so far.
    """
    try:
        effect = next(flow)
        while True:
            try:
                if isinstance(effect, Read) and (watch := _find_watch(effect, watches)) is not None:
                    result: Any = yield from watch.read(effect)
                else:
                    result = yield effect
            except GeneratorExit:
                flow.close()
                raise
            except BaseException as error:  # noqa: BLE001 - the flow handles or re-raises it
                effect = flow.throw(error)
            else:
                effect = flow.send(result)
    except StopIteration as stop:
        return stop.value


def _find_watch(effect: Read, watches: list[StreamWatch]) -> StreamWatch | None:
    return next((watch for watch in watches if watch.stream is effect.response.stream), None)


def restore_stream(response: Response, watches: list[StreamWatch], name: str) -> None:
    """Let the caller receive every item of the response that a middleware returns; see `StreamWatch.restore`."""
    for watch in watches:
        if response.stream is watch.stream or (response.stream is None and _shares_open_body(response, watch)):
            watch.restore(response, name)
            return


def _shares_open_body(response: Response, watch: StreamWatch) -> bool:
    return response.content is None and response.body is not None and response.body is watch.body
