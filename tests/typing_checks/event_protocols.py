"""Programs that type checkers accept: streams by path, whose types are those of their protocols. Never run."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, assert_type

from openrouterkit import AsyncClient, Client
from openrouterkit.accumulate import ObjectAccumulator
from openrouterkit.event_protocols import AccumulatingProtocol, ChatProtocol, EventProtocol
from openrouterkit.sse import ServerSentEvent
from openrouterkit.streams import AsyncEventStream, AsyncResultStream, EventStream, ResultStream


class Tokens(EventProtocol[str]):
    """Texts, which have no result."""

    def read(self, event: ServerSentEvent, decode: Callable[[Any], Any]) -> str | None:
        """Return the text of an event."""
        return event.data or None


class Numbers(AccumulatingProtocol[int]):
    """Numbers, which add up to a result."""

    def read(self, event: ServerSentEvent, decode: Callable[[Any], Any]) -> int | None:
        """Return the number of an event."""
        return int(event.data)

    def make_accumulator(self) -> ObjectAccumulator:
        """Return a new accumulator."""
        return ObjectAccumulator()


def make_numbers() -> Numbers:
    """Return a protocol."""
    return Numbers()


class Sometimes(EventProtocol[int]):
    """Numbers, which may have a result."""

    def make_accumulator(self) -> ObjectAccumulator | None:
        """Return a new accumulator, or none."""
        return None


def a_stream_by_path_has_the_type_of_its_protocol(client: Client) -> None:
    """With an accumulator it has a result."""
    assert_type(client.request_stream("POST", "/x"), EventStream[ServerSentEvent])
    assert_type(client.request_stream("POST", "/x", protocol=Tokens), EventStream[str])
    assert_type(client.request_stream("POST", "/x", protocol=Tokens()), EventStream[str])
    assert_type(client.request_stream("POST", "/x", protocol=Sometimes), EventStream[int])
    assert_type(client.request_stream("POST", "/x", protocol=Numbers), ResultStream[int, Any])
    assert_type(client.request_stream("POST", "/x", protocol=Numbers()), ResultStream[int, Any])
    assert_type(client.request_stream("POST", "/x", protocol=make_numbers), ResultStream[int, Any])
    assert_type(client.request_stream("POST", "/x", protocol=ChatProtocol[str]), ResultStream[str, Any])


async def an_async_stream_by_path_has_the_type_of_its_protocol(client: AsyncClient) -> None:
    """The same in async code."""
    assert_type(client.request_stream("POST", "/x"), AsyncEventStream[ServerSentEvent])
    assert_type(client.request_stream("POST", "/x", protocol=Tokens), AsyncEventStream[str])
    stream = client.request_stream("POST", "/x", protocol=Numbers)
    assert_type(stream, AsyncResultStream[int, Any])
    assert_type([number async for number in stream], list[int])
    await stream.read_all()
