"""Our request as one of httpx's."""

from __future__ import annotations

import time
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

from ..errors import ConfigurationError
from .clients import CLOSED
from .decompression import ACCEPTED

if TYPE_CHECKING:
    from collections.abc import Mapping

    import httpx

    from .._flow.deadlines import Deadlines
    from ..flow import Request

_NEVER: Final = float("inf")


def build_httpx_request(
    client: httpx.Client | httpx.AsyncClient,
    request: Request,
    body: Mapping[str, Any],
    deadlines: Deadlines,
    trace: Any = None,
    *,
    own: bool,
) -> httpx.Request:
    """The request as httpx sends it.

    Args:
        client: by which it is sent.
        request: ours.
        body: the arguments that are its body.
        deadlines: of the call, which cut the limits of the request.
        trace: told of what the connection does.
        own: whether the client is one of `connections`, and not the caller's.

    Raises:
        ConfigurationError: the client is closed, or the URL is invalid.
    """
    if client.is_closed:
        raise ConfigurationError(CLOSED)
    url = _parsed(request.url)
    options = request.timeouts
    left = max(deadlines.at - time.monotonic(), 0.001)
    limits = {
        "connect": _sooner(options.connect, left),
        "read": _sooner(options.read, left),
        "write": _sooner(options.write, left),
        "pool": _sooner(options.pool, left),
    }
    extensions = {"timeout": limits} if trace is None else {"timeout": limits, "trace": trace}
    headers = _encoded_headers(request)
    if not own:
        return client.build_request(request.method, url, headers=headers, extensions=extensions, **body)
    import httpx

    # Our own client adds nothing but this one, so that there is nothing to merge.
    headers.append((b"Connection", b"keep-alive"))
    return httpx.Request(request.method, url, headers=headers, extensions=extensions, **body)


@lru_cache(maxsize=32)  # parsing costs more than anything else here, and most calls go to one address
def _parsed(url: str) -> httpx.URL:
    import httpx

    try:
        return httpx.URL(url)
    except httpx.InvalidURL as error:
        wrong = str(error)
    # Outside, or its context would keep frames of httpx's that cannot be shown.
    raise ConfigurationError(f"invalid URL {url[:100]!a}: {wrong}")


def _sooner(limit: float | None, left: float) -> float | None:
    if limit is None:
        return None if left == _NEVER else left
    return min(limit, left)


def _encoded_headers(request: Request) -> list[tuple[bytes, bytes]]:
    headers = [(name.encode("ascii"), value.encode()) for name, value in request.headers.items()]
    if not any(name.lower() == b"accept-encoding" for name, _ in headers):
        headers.append((b"Accept-Encoding", ACCEPTED.encode("ascii")))
    if request.key is not None:
        headers.append((b"Authorization", b"Bearer " + request.key.reveal().encode("ascii")))
    return headers
