"""Streams in middleware: a middleware that reads a stream takes nothing away from the caller without an error.

`call_next` returns a stream after its first item, so the beginning of the body was read before. For the middleware,
`Read` returns it again, and what the middleware reads is parsed for the caller afterwards.
"""

from __future__ import annotations

import inspect
import time
from collections.abc import Generator
from itertools import islice
from typing import TYPE_CHECKING, Any

from .._flow.observation import build_discarded_error
from ..errors import ConfigurationError
from ..flow import Effect, Flow, Gather, Read, Response

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .._flow.response import OpenStream

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

    @property
    def is_open(self) -> bool:
        """True if the stream occupies a connection."""
        return not (self.stream.closed or self._is_ended or self._content is not None)

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

    def settle(self, response: Response, label: str) -> Flow[None]:
        """Let the caller receive every item of this stream, or report its end if the response does not have it.

        Args:
            response: The response that the middleware returned.
            label: The name of the middleware, for error messages.

        Raises:
            ConfigurationError: The middleware took items, or parsed only some of what it read, or closed the stream.
        """
        if response.stream is not self.stream and not (response.stream is None and self._shares_open_body(response)):
            yield from self._end(label)
        elif response.content is not self._content:
            response.stream = None  # the content that the middleware has set replaces the stream
            yield from self._end(label)
        else:
            response.stream = self.stream
            self._restore(label)

    def _shares_open_body(self, response: Response) -> bool:
        return response.content is None and response.body is not None and response.body is self.body

    def _end(self, label: str) -> Flow[None]:
        """Report the end of a stream that the caller does not receive: complete if the middleware read all of it."""
        observation, parser = self.stream.observation, self.stream.parser
        if not observation:
            return
        self._parse()
        failed = parser.failure is not None or parser.incomplete or not parser.done
        error = build_discarded_error(f"{label} returned another response") if failed else None
        yield from observation.end(error=parser.failure or error, discarded=failed and parser.failure is None)

    def _restore(self, label: str) -> None:
        parser = self.stream.parser
        if not self._parse():
            raise ConfigurationError(
                f"{label} passed only a part of the stream that it read to the parser; "
                f"return Response(request, 200, headers, content=...) with the text of the events"
            )
        self.stream.beginning += b"".join(self._pieces)
        kept = list(islice(parser.ready, len(self._items)))
        if len(kept) != len(self._items) or any(map(_differ, kept, self._items)):
            raise ConfigurationError(
                f"{label} took items out of the stream, which the caller would not receive; put them "
                f"back, or return Response(request, 200, headers, content=...) with the text of the events"
            )
        if self.stream.closed and not parser.done:
            raise ConfigurationError(
                f"{label} returned a stream that it has closed; return the open stream, or "
                f"Response(request, 200, headers, content=...) with the text of the events"
            )

    def _parse(self) -> bool:
        """Parse what the middleware has read; return False if it passed only a part of that to the parser."""
        parser = self.stream.parser
        if parser.parsed == self._parsed:
            for piece in self._pieces:
                parser.feed(piece, time.monotonic())
        elif parser.parsed != self._parsed + sum(map(len, self._pieces)):
            return False
        if self._is_ended:
            parser.end(time.monotonic())
        return True


def _differ(item: Any, other: Any) -> bool:
    return item is not other


def run_watched(flow: Flow[Any], watches: Sequence[StreamWatch], label: str) -> Flow[Any]:
    """Return the result of the flow of a middleware, and let it read watched streams from their beginning.

    Args:
        flow: The flow of the middleware.
        watches: The streams that `call_next` has returned to it so far.
        label: The name of the middleware, for error messages.

    Raises:
        ConfigurationError: The middleware yielded something else than an effect.
    """
    try:
        effect = next(flow)
        while True:
            try:
                if isinstance(effect, Read) and (watch := _find_watch(effect, watches)) is not None:
                    result: Any = yield from watch.read(effect)
                elif isinstance(effect, Gather):
                    result = yield Gather([run_watched(each, watches, label) for each in effect.flows], effect.limit)
                elif not isinstance(effect, Effect):
                    raise ConfigurationError(f"{label} yielded {_describe_no_effect(effect)}")  # noqa: TRY301 - into the flow
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


def _describe_no_effect(value: Any) -> str:
    """Return what a middleware yielded in place of an effect, and what to write instead."""
    if isinstance(value, Generator):
        return "a flow: write `yield from`, as in `response = yield from call_next(request)`"
    if inspect.iscoroutine(value):
        value.close()
        return "a coroutine: run async functions with `yield from do(CallFunction(function, arguments))`"
    return f"{type(value).__name__}: yield effects of openrouterkit.flow, with `yield from do(...)`"


def _find_watch(effect: Read, watches: Sequence[StreamWatch]) -> StreamWatch | None:
    return next((watch for watch in watches if watch.stream is effect.response.stream), None)
