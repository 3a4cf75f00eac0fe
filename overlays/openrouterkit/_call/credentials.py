"""The origin to which the credentials of a request belong: neither redirects nor middleware send them elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import unquote_plus

from attrs import evolve

from .._request.urls import parse_origin

if TYPE_CHECKING:
    from ..flow import Request


def withhold_credentials(source: Request, request: Request) -> Request:
    """Return a request without the credentials of the request that it is derived from, if it has another origin.

    The key, the credential headers and the secret query parameters that differ from those of the source were set for
    the new origin, and are kept.

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
        if not source.is_secret(name) or value != original.get(name.lower())
    }
    url = _withhold_query(source, request.url)
    return evolve(request, url=url, headers=headers, key=None if request.key == source.key else request.key)


def _withhold_query(source: Request, url: str) -> str:
    """Return a URL without the secret parameters that the query of the source has with the same values."""
    address, has_query, query = url.partition("?")
    pairs = set(source.url.partition("?")[2].partition("#")[0].split("&"))
    if not has_query or not pairs:
        return url
    query, mark, fragment = query.partition("#")
    kept = [pair for pair in query.split("&") if pair not in pairs or not source.is_secret(_read_name(pair))]
    return f"{address}{'?' if kept else ''}{'&'.join(kept)}{mark}{fragment}"


def _read_name(pair: str) -> str:
    return unquote_plus(pair.partition("=")[0])


def has_same_origin(url: str, other: str) -> bool:
    """Return True if two URLs have the same scheme, host and port; False if the origin of one is invalid."""
    if url == other:
        return True
    try:
        return parse_origin(url) == parse_origin(other)
    except ValueError:
        return False
