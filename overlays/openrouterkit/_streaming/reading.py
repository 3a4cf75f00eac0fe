"""Reading response bodies: a plain one whole, an event stream as far as its parser has items."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from .._errors.factory import ErrorFactory
from .._flow.limits import ERROR_BODY_LIMIT
from ..flow import Close, Flow, Read, Response, do

if TYPE_CHECKING:
    from .._flow.deadlines import Deadlines
    from .._flow.exchange import OpenStream


def read_whole(response: Response, deadlines: Deadlines, limit: int, *, truncate: bool = False) -> Flow[bytes]:
    """The whole body.

    Args:
        response: whose body is read, unless it is read already.
        deadlines: checked at each read; white space, which services send to keep a connection alive, resets none.
        limit: bytes after which reading stops.
        truncate: whether a longer body is cut there.

    Raises:
        DecodeError: the body is longer, and is not to be truncated.
    """
    if response.content is not None:
        return response.content
    pieces: list[bytes] = []
    size = 0
    while data := (yield from do(Read(response, deadlines))):
        pieces.append(data)
        size += len(data)
        now = time.monotonic()
        if data.isspace():
            deadlines.check(now)
        else:
            deadlines.start_idle(now)
        if size > limit:
            yield from do(Close(response))
            if not truncate:
                reason = f"the response body is longer than {limit} bytes, decompressed"
                raise ErrorFactory.from_response(response).build_decode_error(reason, pieces[0])
    return b"".join(pieces)


def read_events(response: Response, stream: OpenStream, *, opening: bool) -> Flow[None]:
    """Read until the parser has items, or the stream is done.

    Args:
        response: whose body is read.
        stream: of the response.
        opening: whether the first item is awaited, for which the first_token limit holds; the idle limit holds else.
    """
    parser, deadlines = stream.parser, stream.deadlines
    if not opening:
        deadlines.start_idle(time.monotonic())
    while not (parser.is_open if opening else parser.ready or parser.done):
        data = yield from do(Read(response, deadlines))
        now = time.monotonic()
        if stream.closed:
            return
        if not data:
            parser.end(now)
            return
        progress = parser.feed(data, now)
        if opening:
            if len(stream.beginning) < ERROR_BODY_LIMIT:
                stream.beginning += data
            if not parser.is_open:
                deadlines.check(now)
        elif progress:
            deadlines.start_idle(now)
        else:
            deadlines.check(now)
