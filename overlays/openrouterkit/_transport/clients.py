"""The httpx clients that a transport makes for itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, TypeVar

from ..errors import ConfigurationError

if TYPE_CHECKING:
    import httpx

    HttpClient = httpx.Client
    AsyncHttpClient = httpx.AsyncClient

C = TypeVar("C")

CLOSED: Final = "the client is closed: make another, or keep this one open until the last call"

_MOST: Final = 1000
KEPT: Final = 100
"""Connections that stay open while nothing uses them."""


def make_sync_client() -> httpx.Client:
    """A client with our settings.

    Raises:
        ConfigurationError: the environment names certificates or proxies that cannot be used.
    """
    import httpx

    return _made(httpx.Client, hide_location)


def make_async_client() -> httpx.AsyncClient:
    """An async client with our settings. See `sync_client`."""
    import httpx

    async def hook(answer: httpx.Response) -> None:
        hide_location(answer)

    return _made(httpx.AsyncClient, hook)


def _made(kind: type[C], on_answer: Any) -> C:
    from http.cookiejar import CookieJar, DefaultCookiePolicy

    import httpx

    settings: dict[str, Any] = {
        "limits": httpx.Limits(max_connections=_MOST, max_keepalive_connections=KEPT),
        # An API's cookies are its edge network's business: none is kept, so none is sent anywhere.
        "cookies": CookieJar(DefaultCookiePolicy(allowed_domains=[])),
        "event_hooks": {"response": [on_answer]},
    }
    try:
        return kind(**settings)
    except (OSError, ValueError, ImportError, httpx.InvalidURL) as error:
        raise ConfigurationError(
            f"no connection can be made: {error}; in the environment, look at SSL_CERT_FILE, SSL_CERT_DIR, "
            f"SSLKEYLOGFILE and the proxies (HTTP_PROXY, HTTPS_PROXY, ALL_PROXY, NO_PROXY)"
        ) from error


def hide_location(answer: httpx.Response) -> None:
    """Hide where an answer redirects to from httpx, which fails on an odd address even where it is not to follow it."""
    if 300 <= answer.status_code < 400 and "location" in answer.headers:
        answer.extensions["location"] = answer.headers.pop("location")


def restore_location(answer: httpx.Response) -> None:
    """Undo `hide_location`."""
    if "location" in answer.extensions:
        answer.headers["location"] = answer.extensions["location"]


def is_closed(loop: object) -> bool:
    """Whether nothing runs in an event loop any more; trio's do not say, and are taken to be over."""
    is_closed = getattr(loop, "is_closed", None)
    return is_closed is None or bool(is_closed())
