"""The headers of a request: merged by name in any case, and only what is one header on the wire."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final

from ..errors import ConfigurationError

RequestHeaders = Mapping[str, tuple[str, str | None]]
"""Lower-case name -> (name as given, value; None where it is not to be sent)."""

UNSENDABLE: Final = re.compile("[\\x00-\\x1f\\x7f\\ud800-\\udfff]")
"""Characters that no header, URL or query has: controls, and halves of characters, which have no UTF-8."""

_FRAMING: Final = ("content-length", "transfer-encoding")
_NAME: Final = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+", re.ASCII)


def merge_headers(base: RequestHeaders, *layers: Mapping[str, str | None] | None) -> RequestHeaders:
    """Headers with further ones over them, names in any case; None leaves one out, the key's among them.

    Raises:
        ConfigurationError: a name or a value that would not be one header on the wire.
    """
    if not any(layers):
        return base
    merged = dict(base)
    for layer in layers:
        if layer is not None and not isinstance(layer, Mapping):
            raise ConfigurationError(f"headers are a mapping of names to text, not {type(layer).__name__}")
        for name, value in (layer or {}).items():
            if not isinstance(name, str) or not _NAME.fullmatch(name):
                raise ConfigurationError(f"{name!r:.100} is no header name: letters, digits and hyphens are")
            if name.lower() in _FRAMING:
                raise ConfigurationError(f"the header {name} follows from the body: leave it out")
            merged[name.lower()] = (name, None if value is None else _checked_value(name, value))
    return merged


def _checked_value(name: str, value: Any) -> str:
    if not isinstance(value, str):
        raise ConfigurationError(f"the header {name} must be text, not {type(value).__name__}")
    if UNSENDABLE.search(value):
        raise ConfigurationError(
            f"the header {name} has a character that cannot be sent in its value (not shown here): take it out"
        )
    return value.strip(" ")
