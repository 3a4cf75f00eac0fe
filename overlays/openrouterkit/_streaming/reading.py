"""Reads response bodies: a plain body as a whole, an event stream until its parser has items."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from .._errors.factory import ErrorFactory
from .._flow.limits import ERROR_BODY_LIMIT
from ..flow import Close, Flow, Read, Response, do

if TYPE_CHECKING:
    from .._flow.deadlines import Deadlines
    from .._flow.response import OpenStream


def read_whole(response: Response, deadlines: Deadlines, limit: int, *, truncate: bool = False) -> Flow[bytes]:
    """Return the whole body.

    Args:
        response: The response. If its body was read before, that body is returned.
        deadlines: Checked after each read. White space, which services send to keep a connection alive, does not
            restart the idle limit.
        limit: Maximum size of the body in bytes.
        truncate: True to return the beginning of a longer body instead of raising.

    Raises:
        DecodeError: The body is longer than the limit, and `truncate` is False.
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
    """Read until the parser has items, or the stream ends.

    Args:
        response: The response whose body is read.
        stream: The stream of the response.
        opening: True while the first item is awaited: the first_token limit applies, not the idle limit.
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
        has_content = parser.feed(data, now)
        if opening:
            if len(stream.beginning) < ERROR_BODY_LIMIT:
                stream.beginning += data
            if not parser.is_open:
                deadlines.check(now)
        elif has_content:
            deadlines.start_idle(now)
        else:
            deadlines.check(now)
