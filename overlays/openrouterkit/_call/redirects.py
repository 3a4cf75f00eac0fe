"""Redirects: which of them are followed, and which parts of the request are sent to the new URL."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from urllib.parse import urljoin, urlsplit

from attrs import evolve

from .credentials import contains_credentials, drop_repeated_credentials, has_same_origin, withhold_credentials

if TYPE_CHECKING:
    from ..flow import Request, Response

REDIRECT_LIMIT: Final = 5
"""Maximum number of redirects that are followed for one request."""

_SAFE_HEADERS: Final = frozenset({"accept", "accept-encoding", "user-agent"})


def build_redirect(request: Request, response: Response) -> Request | None:
    """Return the request that follows a redirect; None if the response is not a redirect, or is not followed.

    The body, the credentials and most headers are sent to the same origin only. Redirects that would turn a POST into a
    GET are not followed, nor are those to another origin whose URL contains a credential.
    """
    if response.status not in (301, 302, 303, 307, 308):
        return None
    target = response.headers.get("location")
    keeps_method = response.status in (307, 308)
    without_body = request.method in ("GET", "HEAD")
    if not target or not (keeps_method or without_body) or not request.replayable:
        return None
    try:
        url = urljoin(request.url, target)
        scheme = urlsplit(url).scheme
        _ = urlsplit(url).port  # raises if the port is invalid
    except ValueError:
        return None
    url = drop_repeated_credentials(request, url)
    if has_same_origin(request.url, url):
        return evolve(request, url=url)
    if not without_body or scheme not in ("http", "https"):
        return None
    headers = {name: value for name, value in request.headers.items() if name.lower() in _SAFE_HEADERS}
    redirected = withhold_credentials(request, evolve(request, url=url, headers=headers))
    return None if contains_credentials(request, redirected.url) else redirected
