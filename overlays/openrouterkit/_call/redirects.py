"""Where an answer sends its caller on to, and what goes along."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from urllib.parse import urljoin, urlsplit

from attrs import evolve

from .._request.urls import parse_origin

if TYPE_CHECKING:
    from ..flow import Request, Response

REDIRECT_LIMIT: Final = 5
"""Redirections of one request that are followed."""

_HARMLESS: Final = frozenset({"accept", "accept-encoding", "user-agent"})


def build_redirect(request: Request, response: Response) -> Request | None:
    """The request an answer redirects to, None where it does not or is not to be followed.

    Only to the same origin is a body sent on, or a key. The statuses that turn a POST into a GET are not followed.
    """
    if not 300 <= response.status < 400:
        return None
    target = response.headers.get("location")
    kept = response.status in (307, 308)
    plain = request.method in ("GET", "HEAD") and response.status in (301, 302, 303, 307, 308)
    if not target or not (kept or plain) or not request.replayable:
        return None
    try:
        url = urljoin(request.url, target)
        same = parse_origin(url) == parse_origin(request.url)
    except ValueError:
        return None
    if same:
        return evolve(request, url=url)
    if not plain or urlsplit(url).scheme not in ("http", "https"):
        return None
    headers = {name: value for name, value in request.headers.items() if name.lower() in _HARMLESS}
    return evolve(request, url=url, headers=headers, key=None)
