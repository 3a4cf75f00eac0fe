"""Finds the socket of a request before its response headers are received, by the trace function of httpcore."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from .._log import logger
from .internals import find_sending_socket

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from .exchanges import OpenExchange


def make_socket_trace(exchange: OpenExchange) -> Callable[[str, Mapping[str, Any]], None]:
    """Return a trace function for httpx that sets the socket of an exchange before the response headers arrive."""

    def trace(event: str, info: Mapping[str, Any]) -> None:
        if exchange.interrupted and event.endswith((".connect_tcp.started", ".send_request_headers.started")):
            raise InterruptedError("the call ended before its request was sent")
        if event.endswith((".connect_tcp.complete", ".start_tls.complete")):
            stream = info["return_value"]
            tls = stream.get_extra_info("ssl_object")
            shared = tls is not None and tls.selected_alpn_protocol() == "h2"
            exchange.set_socket(None if shared else stream.get_extra_info("socket"))
        elif event == "http11.send_request_headers.started":
            sock = find_sending_socket() or exchange.sock
            if sock is None:
                _warn_of_missing_socket()
            exchange.set_socket(sock)
        elif event == "http2.send_request_headers.started":
            exchange.set_socket(None)

    return trace


@cache
def _warn_of_missing_socket() -> None:
    """Log, once in a process, which limits apply later than documented."""
    logger.warning(
        "the socket of a reused connection cannot be found with this version of httpcore: the limits first_token and "
        "total, and close() from another thread, take effect only after the response headers are received; please "
        "report this with the output of `pip freeze`"
    )
