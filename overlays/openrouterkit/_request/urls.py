"""The URLs that requests go to, and whom they belong to."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import quote, urlsplit

from openrouterkit_api import BASE_URL

from ..errors import ConfigurationError
from .headers import UNSENDABLE

if TYPE_CHECKING:
    from collections.abc import Mapping

# A segment that a client or a server on the way takes for "here" or "up".
_CLIMBING: Final = re.compile(r"(?:^|[/\\])(?:\.|%2e){1,2}(?=[/\\]|$)", re.IGNORECASE)


def parse_origin(url: str) -> tuple[str, str, int]:
    """Scheme, host and port of a URL, as keys belong to them.

    Raises:
        ValueError: the port is not a number.
    """
    parts = urlsplit(url)
    scheme = parts.scheme.lower()
    return scheme, (parts.hostname or "").lower(), parts.port or {"http": 80, "https": 443}.get(scheme, 0)


def parse_base_url(url: Any) -> str:
    """A base URL without the slash at its end.

    Raises:
        ConfigurationError: it is no absolute http or https URL, or has parts a base URL has no use for.
    """
    text = str(url).strip().rstrip("/")
    try:
        parts = urlsplit(text)
        fits = parts.scheme in ("http", "https") and bool(parts.hostname) and (parts.port or 1) > 0
    except ValueError:
        fits = False
        parts = urlsplit("")
    if not fits or parts.query or parts.fragment or "@" in parts.netloc or UNSENDABLE.search(text):
        raise ConfigurationError(f"base_url is an http(s) URL without user, query and fragment, such as {BASE_URL}")
    return text


def add_query(url: str, query: tuple[tuple[str, str], ...], over: Mapping[str, Any]) -> str:
    """A URL with a query, of parameters as they are and of further ones over them, percent-encoded.

    Raises:
        ConfigurationError: a control character, or half of a character, in a name or a value.
    """
    if not query and not over:
        return url
    pairs = [(name, value) for name, value in query if name not in over]
    if over:
        from openrouterkit_runtime.parameters import build_query

        pairs += build_query({}, {"extra_query": over})
    for name, value in pairs:
        if UNSENDABLE.search(name) or UNSENDABLE.search(value):
            raise ConfigurationError(
                f"the query parameter {name!r:.100} has a character that cannot be sent: take it out"
            )
    encoded = "&".join(f"{quote(name, safe='')}={quote(value, safe='')}" for name, value in pairs)
    if not encoded:
        return url
    return f"{url}{'&' if '?' in url else '?'}{encoded}"


def resolve_url(base_url: str, path: str) -> str:
    """The URL of a path below the base URL; a path that is an absolute URL stays what it is.

    Raises:
        ConfigurationError: the path has segments that lead up, and perhaps out of the base URL.
    """
    if path.partition("://")[0].lower() in ("http", "https"):
        return path
    if _CLIMBING.search(re.split("[?#]", path, maxsplit=1)[0]):
        raise ConfigurationError(
            f"the path {path[:100]!r} would climb out of its place: percent-encode what is put into it"
        )
    return f"{base_url}/{path.lstrip('/')}"
