"""The origin to which the credentials of a request belong: neither redirects nor middleware send them elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from .._options.secret import is_credential
from .._request.urls import parse_origin

if TYPE_CHECKING:
    from ..flow import Request


def withhold_credentials(source: Request, request: Request) -> Request:
    """Return a request without the credentials of the request that it is derived from, if it has another origin.

    The key and the credential headers that differ from those of the source were set for the new origin, and are kept.

    Args:
        source: The request whose credentials belong to its URL.
        request: A request derived from it, with any URL.
    """
    if has_same_origin(source.url, request.url):
        return request
    original = {name.lower(): value for name, value in source.headers.items()}
    headers = {
        name: value
        for name, value in request.headers.items()
        if not is_credential(name) or value != original.get(name.lower())
    }
    return evolve(request, headers=headers, key=None if request.key == source.key else request.key)


def has_same_origin(url: str, other: str) -> bool:
    """Return True if two URLs have the same scheme, host and port; False if the origin of one is invalid."""
    if url == other:
        return True
    try:
        return parse_origin(url) == parse_origin(other)
    except ValueError:
        return False
