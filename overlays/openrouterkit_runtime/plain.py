"""Converts models and other objects to plain JSON values."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from enum import Enum
from typing import Any
from uuid import UUID

from .unset import UNSET

ATOMS = frozenset({str, int, float, bool, type(None)})
_DEPTH_LIMIT = 100_000  # no valid data is nested deeper: data that reaches this depth contains itself


def to_plain(value: Any) -> Any:
    """Return the value as dicts, lists, strings, numbers, booleans and None, in new containers.

    Accepts JSON values, models and other objects with a `to_dict` method, mappings, iterables, dates (written as ISO
    8601), UUIDs and enumeration members. Members that are UNSET are omitted.

    Raises:
        TypeError: JSON cannot represent the value.
        ValueError: A dict or list contains itself.
    """
    if value.__class__ in ATOMS:
        return value
    try:
        return _copy(value)
    except RecursionError:
        return rebuild(value, _convert)


def _copy(value: Any) -> Any:
    """Return the same as `rebuild`, by recursion, which is twice as fast but limited in depth."""
    kind = value.__class__
    if kind is dict:
        copied: dict[str, Any] = {}
        for key, item in value.items():
            name = key if key.__class__ is str else to_member_name(key)
            if item.__class__ in ATOMS:
                copied[name] = item
            elif item is not UNSET:
                copied[name] = _copy(item)
        return copied
    if kind is list or kind is tuple:
        return [item if item.__class__ in ATOMS else _copy(item) for item in value]
    if hasattr(kind, "_adopt"):
        return {key: item if item.__class__ in ATOMS else _copy(item) for key, item in value._data.items()}
    converted = _convert(value)
    return _copy(converted) if converted.__class__ is dict or converted.__class__ is list else converted


def to_json_form(value: Any) -> Any:
    """Return the JSON value of an object, for the `default` of an encoder; the values inside it are not converted.

    Raises:
        TypeError: JSON cannot represent the object, or it is an iterator, or UNSET, which only its container can omit.
    """
    if hasattr(value.__class__, "_adopt"):
        return value._data
    if isinstance(value, Iterator):
        raise TypeError("an iterator can be read only once; convert it to a list before it is encoded")
    return _convert(value)


def model_to_plain(model: Any) -> dict[str, Any]:
    """Return the JSON object of a model as plain values, with its members in order."""
    data: dict[str, Any] = rebuild(model, _convert)
    return data


def rebuild(value: Any, convert: Callable[[Any], Any]) -> Any:
    """Return the value with `convert` applied to it and to everything inside it, outer values first.

    Uses a loop, because JSON may be nested deeper than Python's recursion limit.

    Args:
        value: Any value.
        convert: Returns a new dict or list, whose items are converted next, or any other value, which is final. It is
            not applied to strings, numbers, booleans and None.

    Raises:
        ValueError: A container contains itself.
    """
    top = [value]
    todo: list[tuple[Any, int]] = [(top, 0)]
    while todo:
        container, depth = todo.pop()
        if depth > _DEPTH_LIMIT:
            raise ValueError("the data contains itself; JSON cannot represent circular references")
        for place, item in container.items() if container.__class__ is dict else enumerate(container):
            if item.__class__ not in ATOMS:
                converted = container[place] = convert(item)
                if converted.__class__ is dict or converted.__class__ is list:
                    todo.append((converted, depth + 1))
    return top[0]


def _convert(value: Any) -> Any:
    """Return the JSON value of an object; the values inside it are not converted."""
    kind = value.__class__
    if kind is dict:
        return _convert_mapping(value)
    if kind is list or kind is tuple:
        return list(value)
    to_dict = getattr(value, "to_dict", None)
    if to_dict is not None:
        return value._data.copy() if hasattr(kind, "_adopt") else _convert(to_dict())
    return _convert_other(value)


def _convert_mapping(value: Mapping[Any, Any]) -> dict[str, Any]:
    return {to_member_name(key): item for key, item in value.items() if item is not UNSET}


def to_member_name(key: Any) -> str:
    """Return a key as a string; numbers, booleans and None become JSON text, as in the standard library.

    Raises:
        TypeError: The key is of another type.
    """
    if isinstance(key, str):
        return key
    if key is None or isinstance(key, bool | int | float):
        import json

        return json.dumps(key)
    raise TypeError(f"keys of a JSON object must be strings, got {type(key).__name__}: {key!r}")


def _convert_other(value: Any) -> Any:
    if value.__class__ in ATOMS:
        return value
    if isinstance(value, Enum):
        return _convert(value.value)
    if isinstance(value, str):
        return str(value)
    if isinstance(value, bool | int):
        return int(value)
    if isinstance(value, float):
        return float(value)
    if isinstance(value, Mapping):
        return _convert_mapping(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, UUID):
        return str(value)
    if isinstance(value, Iterable) and not isinstance(value, bytes | bytearray | memoryview):
        return list(value)
    raise TypeError(
        f"{type(value).__name__} is not JSON serializable; pass a dict, a list, a model, or an object with to_dict()"
    )
