"""Building and validation of request URLs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import quote, unquote_plus, urlsplit

from ..errors import ConfigurationError, InvalidArgumentError
from .headers import INVALID_CHARACTERS

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_EXAMPLE: Final = "https://api.example.com/v1"

# The segments "." and "..", also percent-encoded, which clients and servers resolve.
_DOT_SEGMENT: Final = re.compile(r"(?:^|[/\\])(?:\.|%2e){1,2}(?=[/\\]|$)", re.IGNORECASE)


def parse_origin(url: str) -> tuple[str, str, int]:
    """Return the origin of a URL as (scheme, host, port). An API key is sent to one origin only.

    Raises:
        ValueError: The port is invalid.
    """
    parts = urlsplit(url)
    scheme = parts.scheme.lower()
    return scheme, (parts.hostname or "").lower(), parts.port or {"http": 80, "https": 443}.get(scheme, 0)


def parse_base_url(url: Any, example: str | None = None) -> str:
    """Return a base URL without trailing slashes.

    Args:
        url: The URL.
        example: A valid URL, for the error message.

    Raises:
        ConfigurationError: It is not an absolute http or https URL, or has a user name, a query or a fragment.
    """
    text = str(url).strip().rstrip("/")
    try:
        parts = urlsplit(text)
        valid = parts.scheme in ("http", "https") and bool(parts.hostname) and (parts.port or 1) > 0
    except ValueError:
        valid = False
        parts = urlsplit("")
    if not valid or parts.query or parts.fragment or "@" in parts.netloc or INVALID_CHARACTERS.search(text):
        raise ConfigurationError(
            f"invalid base_url: pass an http or https URL without user, query and fragment, such as "
            f"{example or _EXAMPLE}"
        )
    return text


def add_query(url: str, query: tuple[tuple[str, str], ...], overrides: Mapping[str, Any]) -> str:
    """Return a URL with a percent-encoded query.

    Args:
        url: The URL, with or without a query.
        query: (name, value) pairs.
        overrides: Parameters that replace those of the same name in `query`.

    Raises:
        ConfigurationError: A name or value contains a control character or a lone surrogate, or it is of a type that a
            query cannot contain.
    """
    if not query and not overrides:
        return url
    pairs = [(name, value) for name, value in query if name not in overrides]
    if overrides:
        from openrouterkit_runtime.parameters import build_pairs

        try:
            pairs += build_pairs(overrides)
        except (TypeError, ValueError) as error:
            raise InvalidArgumentError(f"invalid query: {error}") from error
    for name, value in pairs:
        if INVALID_CHARACTERS.search(name) or INVALID_CHARACTERS.search(value):
            raise ConfigurationError(f"invalid character in the query parameter {name!r:.100}: remove it")
    encoded = "&".join(f"{quote(name, safe='')}={quote(value, safe='')}" for name, value in pairs)
    if not encoded:
        return url
    return f"{url}{'&' if '?' in url else '?'}{encoded}"


def drop_query(url: str, is_dropped: Callable[[str, str], bool]) -> str:
    """Return a URL without the query parameters for which a function of name and value returns True.

    The rest of the URL is unchanged.
    """
    start, mark, rest = url.partition("?")
    if not mark or "#" in start:
        return url
    query, hash_sign, fragment = rest.partition("#")
    kept = [
        pair for pair in query.split("&") if not is_dropped(*(unquote_plus(part) for part in pair.partition("=")[::2]))
    ]
    return f"{start}{mark if kept else ''}{'&'.join(kept)}{hash_sign}{fragment}"


def resolve_url(base_url: str, path: str) -> str:
    """Return the URL of a path below the base URL; an absolute http or https URL is returned unchanged.

    Raises:
        ConfigurationError: The path is not a str, or it contains "." or ".." segments.
    """
    if not isinstance(path, str):
        raise InvalidArgumentError(f"path must be a str, not {type(path).__name__}")
    if path.partition("://")[0].lower() in ("http", "https"):
        return path
    if _DOT_SEGMENT.search(re.split("[?#]", path, maxsplit=1)[0]):
        raise ConfigurationError(
            f"invalid path {path[:100]!r}: remove its '.' and '..' segments, or percent-encode what is inserted into it"
        )
    return f"{base_url}/{path.lstrip('/')}"
