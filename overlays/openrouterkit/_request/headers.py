"""Merging and validation of request headers."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from typing import Any, Final

from openrouterkit_runtime.foreign_values import is_object

from .._options.secret import HiddenText, InvalidValue, hide_header
from ..errors import ConfigurationError

RequestHeaders = Mapping[str, tuple[str, str | None]]
"""Lower-case name -> (name as passed, value); a value of None means that the header is not sent."""

INVALID_CHARACTERS: Final = re.compile("[\\x00-\\x1f\\x7f\\ud800-\\udfff]")
"""Characters that headers, URLs and queries cannot contain: control characters and lone surrogates."""

_FRAMING: Final = ("content-length", "transfer-encoding")
_NAME: Final = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+", re.ASCII)


def merge_headers(base: RequestHeaders, *layers: Any, secret: Collection[str] = ()) -> RequestHeaders:
    """Return headers merged by case-insensitive name; later layers replace earlier ones.

    Args:
        base: The first layer, already valid.
        layers: Further layers. A value of None removes the header; for `Authorization`, also the API key.
        secret: The lower-case names of further headers that the service declares to be secret.

    Raises:
        ConfigurationError: A name or value is not valid in an HTTP header.
    """
    if not any(layers):
        return base
    merged = dict(base)
    # This replaces the arguments, which a traceback may show.
    layers = tuple(hide_credentials(layer, secret) for layer in layers)
    for layer in layers:
        if isinstance(layer, InvalidValue):
            raise ConfigurationError(f"headers must be a mapping of names to str, not {layer.type_name}")
        for name, value in (layer or {}).items():
            if not isinstance(name, str) or not _NAME.fullmatch(name):
                raise ConfigurationError(f"invalid header name {name!r:.100}: use letters, digits and hyphens")
            if name.lower() in _FRAMING:
                raise ConfigurationError(f"the header {name} is computed from the body: remove it")
            merged[name.lower()] = (name, None if value is None else _validate_value(name, value))
    return merged


def hide_credentials(headers: Any, secret: Collection[str] = ()) -> Any:
    """Return headers with the values of credential headers hidden from `repr`, so that tracebacks do not show them.

    Anything but a mapping, a model or None becomes an `InvalidValue`. Also for query parameters.

    Args:
        headers: The headers.
        secret: The lower-case names of further headers that the service declares to be secret.
    """
    if headers is None:
        return None
    if not is_object(headers):
        return headers if isinstance(headers, InvalidValue) else InvalidValue(headers)
    if not isinstance(headers, Mapping):
        from openrouterkit_runtime.parameters import read_object

        headers = read_object(headers)
    return {name: hide_header(name, value, secret) for name, value in headers.items()}


def _validate_value(name: str, value: Any) -> str:
    """Return a header value without surrounding spaces; raise ConfigurationError if it is invalid."""
    if not isinstance(value, str):
        kind = value.type_name if isinstance(value, InvalidValue) else type(value).__name__
        raise ConfigurationError(f"the header {name} must be str, not {kind}")
    if INVALID_CHARACTERS.search(value):
        raise ConfigurationError(f"invalid character in the header {name} (value not shown): remove it")
    stripped = value.strip(" ")
    return HiddenText(stripped, name, declared=value.declared) if isinstance(value, HiddenText) else stripped
