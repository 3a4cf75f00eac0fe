"""Finds the socket of a request before its response headers are received, by the trace function of httpcore."""

from __future__ import annotations

import time
from functools import cache
from typing import TYPE_CHECKING, Any

from .._flow.loggers import logger
from .http2.locking import lock_connection
from .http2.streams import Http2Stream
from .internals import find_connection_socket, find_sending_connection

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping

    from .exchanges import OpenExchange


def make_socket_trace(exchange: OpenExchange) -> Callable[[str, Mapping[str, Any]], None]:
    """Return a trace function for httpx that sets the socket of an exchange before the response headers arrive."""

    def trace(event: str, info: Mapping[str, Any]) -> None:
        if event.endswith((".connect_tcp.complete", ".start_tls.complete")):
            stream = info["return_value"]
            tls = stream.get_extra_info("ssl_object")
            shared = tls is not None and tls.selected_alpn_protocol() == "h2"
            exchange.set_socket(None if shared else stream.get_extra_info("socket"))
        elif event == "http11.send_request_headers.started":
            connection = find_sending_connection()
            sock = exchange.sock if connection is None else find_connection_socket(connection)
            if sock is None:
                _warn_of_missing_socket()
            exchange.set_socket(sock)
        elif event == "http2.send_connection_init.complete":
            connection = find_sending_connection()
            if connection is not None:
                lock_connection(connection)
        elif event == "http2.send_request_headers.started":
            exchange.set_socket(None)
            connection = find_sending_connection()
            if connection is not None and hasattr(connection, "_h2_state"):
                exchange.stream = Http2Stream(connection, info["stream_id"], info["request"])
        elif event.endswith(".receive_response_headers.started"):
            exchange.sent_at = time.monotonic()
            exchange.wake()
        # Last: the thread that interrupts an exchange then cancels its stream, if it is known.
        if exchange.interrupted and event.endswith((".connect_tcp.started", ".send_request_headers.started")):
            raise InterruptedError("the call ended before its request was sent")

    return trace


def make_sent_trace(on_sent: Callable[[], object]) -> Callable[[str, Mapping[str, Any]], Awaitable[None]]:
    """Return a trace function for async httpx that runs a function when the request was sent."""

    async def trace(event: str, info: Mapping[str, Any]) -> None:  # noqa: ARG001 - the signature of trace functions
        if event.endswith(".receive_response_headers.started"):
            on_sent()

    return trace


@cache
def _warn_of_missing_socket() -> None:
    """Log, once in a process, which limits apply later than documented."""
    logger.warning(
        "the socket of a reused connection cannot be found with this version of httpcore: the limits first_token and "
        "total, and close() from another thread, take effect only after the response headers are received; please "
        "report this with the output of `pip freeze`"
    )
