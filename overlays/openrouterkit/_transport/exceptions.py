"""Every failure of httpx, and of what lies below it, as one of our errors."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlsplit

from .._flow.deadlines import build_timeout_error
from ..errors import ConfigurationError, ConnectionFailedError, DecodeError, OpenRouterError

if TYPE_CHECKING:
    from .._flow.deadlines import Deadlines
    from ..flow import Request
    from .sockets import Watch

# Two limits closer than this, in seconds, are one: the plainer of them is named.
_TOGETHER: Final = 0.05


@cache
def find_transport_errors() -> tuple[type[BaseException], ...]:
    """What the libraries below raise when a connection, a request or an answer is at fault."""
    import anyio
    import h11
    import httpcore
    import httpx

    return (
        httpx.HTTPError,
        httpx.StreamError,
        httpx.InvalidURL,
        httpcore.NetworkError,
        httpcore.TimeoutException,
        httpcore.ProtocolError,
        httpcore.ConnectionNotAvailable,
        h11.ProtocolError,
        anyio.BrokenResourceError,
        anyio.ClosedResourceError,
        anyio.EndOfStream,
        OSError,
        UnicodeError,  # of a host that is none
    )


def translate(
    error: BaseException, watch: Watch, deadlines: Deadlines, began: float, request: Request, *, started: bool
) -> OpenRouterError:
    """One of our errors for one of theirs.

    Args:
        error: what was raised.
        watch: of the exchange; fired where the watchdog ended it.
        deadlines: of the call.
        began: when the wait began, on the monotonic clock.
        request: what was sent.
        started: whether some of the answer had come.
    """
    import httpx

    options = request.timeouts
    host = urlsplit(request.url).netloc.rpartition("@")[2]
    made: OpenRouterError
    if watch.fired:
        made = deadlines.build_error()
    elif isinstance(error, httpx.ConnectTimeout):
        made = _nearer(deadlines, "connect", options.connect, began)
    elif isinstance(error, httpx.PoolTimeout):
        made = _nearer(deadlines, "pool", options.pool, began)
    elif isinstance(error, httpx.WriteTimeout):
        made = _nearer(deadlines, "write", options.write, began)
    elif isinstance(error, httpx.TimeoutException | TimeoutError):
        made = _nearer(deadlines, "read", options.read, began)
    elif isinstance(error, httpx.UnsupportedProtocol | httpx.InvalidURL | httpx.LocalProtocolError | UnicodeError):
        return ConfigurationError(f"the request cannot be sent to {host or 'this URL'}: {error}")
    elif isinstance(error, httpx.DecodingError):
        return DecodeError(f"the body from {host} is not what its Content-Encoding says: {error}")
    else:
        when = "while the answer was read" if started else "before an answer"
        made = ConnectionFailedError(f"the connection to {host} failed {when}: {str(error) or type(error).__name__}")
    if isinstance(made, ConnectionFailedError):
        made.answered = started
    return made


def _nearer(deadlines: Deadlines, phase: Any, seconds: float | None, began: float) -> ConnectionFailedError:
    if seconds is None or deadlines.expires_at < began + seconds - _TOGETHER:
        return deadlines.build_error()
    return build_timeout_error(phase, seconds)


def strip_secrets(error: BaseException, request: Request) -> BaseException:
    """The error as a cause to keep: its request without headers, and no frames that hold any."""
    import httpx

    link: BaseException | None = error
    while link is not None:
        link.__traceback__ = None
        if isinstance(link, httpx.RequestError):
            link.request = httpx.Request(request.method, request.url)
        link = link.__cause__ or link.__context__
    return error
