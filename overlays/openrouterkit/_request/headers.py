"""Merging and validation of request headers."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final

from ..errors import ConfigurationError

RequestHeaders = Mapping[str, tuple[str, str | None]]
"""Lower-case name -> (name as passed, value); a value of None means that the header is not sent."""

INVALID_CHARACTERS: Final = re.compile("[\\x00-\\x1f\\x7f\\ud800-\\udfff]")
"""Characters that headers, URLs and queries cannot contain: control characters and lone surrogates."""

_FRAMING: Final = ("content-length", "transfer-encoding")
_NAME: Final = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+", re.ASCII)


def merge_headers(base: RequestHeaders, *layers: Mapping[str, str | None] | None) -> RequestHeaders:
    """Return headers merged by case-insensitive name; later layers replace earlier ones.

    Args:
        base: The first layer, already valid.
        layers: Further layers. A value of None removes the header; for `Authorization`, also the API key.

    Raises:
        ConfigurationError: A name or value is not valid in an HTTP header.
    """
    if not any(layers):
        return base
    merged = dict(base)
    for layer in layers:
        if layer is not None and not isinstance(layer, Mapping):
            raise ConfigurationError(f"headers must be a mapping of names to str, not {type(layer).__name__}")
        for name, value in (layer or {}).items():
            if not isinstance(name, str) or not _NAME.fullmatch(name):
                raise ConfigurationError(f"invalid header name {name!r:.100}: use letters, digits and hyphens")
            if name.lower() in _FRAMING:
                raise ConfigurationError(f"the header {name} is computed from the body: remove it")
            merged[name.lower()] = (name, None if value is None else _validate_value(name, value))
    return merged


def _validate_value(name: str, value: Any) -> str:
    """Return a header value without surrounding spaces; raise ConfigurationError if it is invalid."""
    if not isinstance(value, str):
        raise ConfigurationError(f"the header {name} must be str, not {type(value).__name__}")
    if INVALID_CHARACTERS.search(value):
        raise ConfigurationError(f"invalid character in the header {name} (value not shown): remove it")
    return value.strip(" ")
