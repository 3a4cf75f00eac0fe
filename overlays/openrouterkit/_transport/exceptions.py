"""Translates exceptions of httpx, and of the libraries it uses, to exceptions of this package."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlsplit

from .._flow.deadlines import build_timeout_error
from ..errors import ConfigurationError, ConnectionFailedError, DecodeError, SDKError
from .decompression import DecompressionError

if TYPE_CHECKING:
    from .._flow.deadlines import Deadlines
    from ..flow import Request
    from .exchanges import OpenExchange
    from .libraries import Library

_REASON_LIMIT: Final = 500
"""Characters of the message of a transport error: it may contain data that was received."""

# A deadline that is earlier than the timeout of httpx by less than this, in seconds, is reported as that timeout.
_TOLERANCE: Final = 0.05


def translate_error(
    error: BaseException,
    library: Library,
    exchange: OpenExchange,
    deadlines: Deadlines,
    started_at: float,
    request: Request,
    *,
    response_started: bool,
) -> SDKError:
    """Return the exception of this package for a transport error.

    Args:
        error: The exception that was raised.
        library: The library that sent the request.
        exchange: The exchange; its `fired` is True if a deadline ended it.
        deadlines: The deadlines of the call.
        started_at: Monotonic time in seconds at which the failed operation started.
        request: The request that was sent.
        response_started: True if part of the response was received.
    """
    from .._errors.redaction import redact_text

    http = library.http
    options = request.timeouts
    host = urlsplit(request.url).netloc.rpartition("@")[2]
    reason = redact_text(find_reason(error), request.reveal_secrets())[:_REASON_LIMIT]
    translated: SDKError
    if exchange.client_closed:
        translated = build_closed_error()
    elif exchange.fired:
        translated = deadlines.build_error()
    elif isinstance(error, http.ConnectTimeout):
        translated = choose_timeout_error(deadlines, "connect", options.connect, started_at)
    elif isinstance(error, http.PoolTimeout):
        translated = choose_timeout_error(deadlines, "pool", options.pool, started_at)
    elif isinstance(error, http.WriteTimeout):
        translated = choose_timeout_error(deadlines, "write", options.write, started_at)
    elif isinstance(error, http.TimeoutException | TimeoutError):
        translated = choose_timeout_error(deadlines, "read", options.read, started_at)
    elif isinstance(error, http.UnsupportedProtocol | http.InvalidURL | UnicodeError) or (
        isinstance(error, http.LocalProtocolError) and not _is_http2_error(error)
    ):
        return ConfigurationError(f"cannot send the request to {host or 'this URL'}: {reason}")
    elif isinstance(error, DecompressionError):
        return DecodeError(f"cannot decompress the response from {host}: {reason}")
    else:
        when = "while reading the response" if response_started else "before a response was received"
        translated = ConnectionFailedError(f"the connection to {host} failed {when}: {reason}")
    if isinstance(translated, ConnectionFailedError):
        translated.answered = response_started
    return translated


def find_reason(error: BaseException) -> str:
    """Return the message of an error, or of the first of its causes that has one: on trio, httpx omits it."""
    link: BaseException | None = error
    while link is not None:
        if str(link):
            return str(link)
        link = link.__cause__ or link.__context__
    return type(error).__name__


def build_closed_error() -> ConnectionFailedError:
    """Return the error of a call that was under way when its client was closed."""
    error = ConnectionFailedError("the client was closed during the call; close it after the last call")
    error.client_closed = True
    return error


def _is_http2_error(error: BaseException) -> bool:
    """Return True if h2 raised the error: the state of the connection does not allow the request at this time."""
    link: BaseException | None = error
    while link is not None:
        if any(type(each).__module__.startswith("h2.") for each in (link, *link.args)):
            return True
        link = link.__cause__ or link.__context__
    return False


def choose_timeout_error(
    deadlines: Deadlines, phase: Any, seconds: float | None, started_at: float
) -> ConnectionFailedError:
    """Return the error of the timeout of a phase that began at a time, or of the deadline if that is earlier."""
    if seconds is None or deadlines.expires_at < started_at + seconds - _TOLERANCE:
        return deadlines.build_error()
    return build_timeout_error(phase, seconds)


def strip_secrets(error: BaseException, library: Library, request: Request) -> BaseException:
    """Remove the secrets of the request from an exception and its causes.

    Request headers and tracebacks contain the API key, and a peer may have sent it back in an invalid response.
    """
    from .._errors.redaction import redact_exception

    link: Any = error
    while link is not None:
        link.__traceback__ = None
        if isinstance(link, library.http.RequestError):
            link.request = library.http.Request(request.method, request.url)
        link = link.__cause__ or link.__context__
    redact_exception(error, request.reveal_secrets())
    return error
