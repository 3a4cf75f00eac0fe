# Generated from openapi.yaml sha256:d0f682ddc8901fdf by `make generate`: do not edit, change the contract or codegen/ instead.
"""Anything a caller may hand in, as plain JSON values."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from enum import Enum
from typing import Any
from uuid import UUID

from .unset import UNSET

ATOMS = frozenset({str, int, float, bool, type(None)})


def plain(value: Any) -> Any:
    """The value as dicts, lists, strings, numbers, booleans and None, in containers of its own.

    Takes JSON values, models and every other object with `to_dict`, mappings, sequences and sets, dates (as ISO 8601),
    UUIDs and enumeration members; a member that is UNSET is left out.

    Raises:
        TypeError: an object that JSON has no form for.
    """
    kind = value.__class__
    if kind in ATOMS:
        return value
    if kind is dict:
        return _plain_object(value)
    if kind is list or kind is tuple:
        return [plain(item) for item in value]
    to_dict = getattr(value, "to_dict", None)
    if to_dict is not None:
        return plain_data(value) if hasattr(kind, "_adopt") else plain(to_dict())
    return _plain_other(value)


def plain_data(model: Any) -> dict[str, Any]:
    """A model's JSON object, member by member in its own order."""
    return {key: plain(value) for key, value in model._data.items()}


def _plain_object(value: Mapping[Any, Any]) -> dict[str, Any]:
    for key in value:
        if not isinstance(key, str):
            raise TypeError(f"a JSON object has text for keys, not {type(key).__name__}: {key!r}")
    return {key: plain(item) for key, item in value.items() if item is not UNSET}


def _plain_other(value: Any) -> Any:
    if isinstance(value, Enum):
        return plain(value.value)
    if isinstance(value, str):
        return str(value)
    if isinstance(value, bool | int):
        return int(value)
    if isinstance(value, float):
        return float(value)
    if isinstance(value, Mapping):
        return _plain_object(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, UUID):
        return str(value)
    if isinstance(value, Iterable) and not isinstance(value, bytes | bytearray | memoryview):
        return [plain(item) for item in value]
    raise TypeError(
        f"{type(value).__name__} has no JSON form: give a dict, a list, a model, or an object with to_dict()"
    )
