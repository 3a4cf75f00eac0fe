"""Transports of httpx that send replies in place of the service, in sync and async code.

A player, which is a script or a cassette, decides on the reply. Nothing above the transport knows about it: a client
parses, limits and retries as it does with connections.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, Final, Protocol

from .._transport.libraries import find_library
from ..testing.replies import Reply
from ..testing.requests import build_sent_request
from .bodies import make_body_class, make_recorded_class
from .wires import Wire, build_exception, pass_time, pass_time_async, reveal_wire

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    import httpx

    from ..testing.requests import SentRequest
    from .bodies import Recorder
    from .secrets import Secrets

_REPEATED: Final = "openrouterkit.testing.reply"
"""Extension of a request that did not get a connection of the pool at once, and is sent again: its reply."""


class Player(Protocol):
    """Decides on the reply to each request."""

    def begin(self, request: SentRequest, secrets: Secrets) -> Reply | Recorder:
        """Return the reply, or a recorder of the response of the service.

        Args:
            request: The request.
            secrets: The secrets of the request.
        """
        raise NotImplementedError


@cache
def make_transport_class(base: type) -> Any:
    """Return the class of the sync transport, or of the async one, below a class of httpx.

    Args:
        base: `httpx.BaseTransport` or `httpx.AsyncBaseTransport`.
    """

    class PlayerTransport(base):  # type: ignore[misc]  # the class is known at run time only
        """A transport that sends the replies of a player."""

        def __init__(self, player: Player, forward: Any) -> None:
            self.player = player
            self.forward = forward

        def handle_request(self, request: httpx.Request) -> httpx.Response:
            """Return the response to a request."""
            return play(self.player, request, self.forward)

        async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
            """Return the response to a request."""
            return await play_async(self.player, request, self.forward)

    return PlayerTransport


def play(player: Player, request: httpx.Request, forward: Callable[[httpx.Request], httpx.Response]) -> httpx.Response:
    """Return the response of a player to a request.

    Args:
        player: The script or the cassette.
        request: The request.
        forward: Sends the request to the service, if the player records its response.
    """
    content = request.read()
    outcome = _begin(player, request, content)
    if isinstance(outcome, Reply):
        wire = Wire()
        if outcome.delay:
            reveal_wire(request, wire)
        pass_time(request, wire, outcome.delay)
        _check_failure(request, outcome)
        return _build_response(request, outcome, wire, make_body_class(find_library(request).http.SyncByteStream))
    received = forward(request)
    outcome.start(received.status_code, received.headers.multi_items())
    return _build_recorded(request, received, outcome, find_library(request).http.SyncByteStream)


async def play_async(
    player: Player, request: httpx.Request, forward: Callable[[httpx.Request], Awaitable[httpx.Response]]
) -> httpx.Response:
    """Return the response of a player to a request of async code. See `play`."""
    content = await request.aread()
    outcome = _begin(player, request, content)
    if isinstance(outcome, Reply):
        wire = Wire()
        await pass_time_async(request, wire, outcome.delay)
        _check_failure(request, outcome)
        return _build_response(request, outcome, wire, make_body_class(find_library(request).http.AsyncByteStream))
    received = await forward(request)
    outcome.start(received.status_code, received.headers.multi_items())
    return _build_recorded(request, received, outcome, find_library(request).http.AsyncByteStream)


def _begin(player: Player, request: httpx.Request, content: bytes) -> Reply | Recorder:
    repeated = request.extensions.get(_REPEATED)
    if repeated is not None:
        return repeated  # type: ignore[no-any-return]  # extensions have any type
    headers = request.headers.multi_items()
    sent, secrets = build_sent_request(request.method, str(request.url), headers, content, request.extensions)
    outcome = player.begin(sent, secrets)
    if not isinstance(outcome, Reply):
        request.headers["accept-encoding"] = "identity"  # so that the recorded bytes are those of the body
    return outcome


def _build_response(request: httpx.Request, reply: Reply, wire: Wire, body_class: Any) -> httpx.Response:
    headers = dict(reply.headers)
    if all(isinstance(piece, bytes) for piece in reply.pieces) and "text/event-stream" not in headers.values():
        headers.setdefault("content-length", str(sum(map(len, reply.pieces))))  # type: ignore[arg-type]  # all are bytes
    response: httpx.Response = find_library(request).http.Response(
        reply.status,
        headers=headers,
        stream=body_class(request, reply.pieces, wire),
        extensions={"http_version": b"HTTP/1.1", "network_stream": wire},
    )
    return response


def _build_recorded(request: httpx.Request, received: httpx.Response, recorder: Recorder, base: type) -> httpx.Response:
    response: httpx.Response = find_library(request).http.Response(
        received.status_code,
        headers=received.headers,
        stream=make_recorded_class(base)(received.stream, recorder),
        extensions=received.extensions,
    )
    return response


def _check_failure(request: httpx.Request, reply: Reply) -> None:
    if reply.failure is not None:
        if reply.failure.kind == "PoolTimeout":
            request.extensions[_REPEATED] = reply
        raise build_exception(request, reply.failure)
