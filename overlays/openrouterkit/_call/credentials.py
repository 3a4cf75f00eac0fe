"""The origin to which the credentials of a request belong: neither redirects nor middleware send them elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from .._errors.redaction import redact_text
from .._request.urls import drop_query, parse_origin

if TYPE_CHECKING:
    from ..flow import Request


def withhold_credentials(source: Request, request: Request) -> Request:
    """Return a request without the credentials of the request that it is derived from, if it has another origin.

    The credentials, the credential headers and the query parameters that differ from those of the source were set for
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
    texts = source.reveal_secrets()
    return evolve(
        request,
        url=drop_query(request.url, lambda _, value: value in texts),
        headers=headers,
        credentials=tuple(each for each in request.credentials if each not in source.credentials),
    )


def drop_repeated_credentials(request: Request, url: str) -> str:
    """Return the URL of a redirect without the credentials in its query: they are added when a request is sent."""
    sent = {(each.name, each.text) for each in request.credentials if each.place == "query"}
    return drop_query(url, lambda name, value: (name, value) in sent)


def contains_credentials(request: Request, url: str) -> bool:
    """Return True if a URL contains a secret of a request."""
    return redact_text(url, request.reveal_secrets()) != url


def has_same_origin(url: str, other: str) -> bool:
    """Return True if two URLs have the same scheme, host and port; False if the origin of one is invalid."""
    if url == other:
        return True
    try:
        return parse_origin(url) == parse_origin(other)
    except ValueError:
        return False
