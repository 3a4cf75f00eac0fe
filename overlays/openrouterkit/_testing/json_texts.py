"""JSON in files and bodies, decoded and encoded by the rules of the tests: readable, exact or not at all."""

from __future__ import annotations

import json
from typing import Any, NoReturn


def decode_json(content: bytes | str) -> Any:
    """Return the value of a JSON text; None if it is not JSON."""
    try:
        return json.loads(content)
    except (ValueError, RecursionError):
        return None


def decode_exactly(content: bytes | str) -> Any:
    """Return the value of a JSON object or array; None if it is neither, or if encoding it again would change it."""
    try:
        value = json.loads(content, parse_constant=_reject, object_pairs_hook=_build_object, parse_float=_parse_float)
        encode_json(value)
    except (ValueError, RecursionError):
        return None
    return value if isinstance(value, dict | list) else None


def encode_json(value: Any) -> bytes:
    """Return a value as compact JSON in UTF-8."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode()


def encode_canonically(value: Any) -> bytes:
    """Return a value as JSON with sorted members, so that equal values have equal texts."""
    return json.dumps(value, sort_keys=True, separators=(",", ":")).encode()


def _reject(name: str) -> NoReturn:
    raise ValueError(name)


def _build_object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    members = dict(pairs)
    if len(members) != len(pairs):
        raise ValueError("a member is repeated")
    return members


def _parse_float(text: str) -> float:
    number = float(text)
    if number in (float("inf"), float("-inf")):
        raise ValueError("a number is too large")
    return number
