"""Converts models and other objects to plain JSON values."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import Enum
from typing import Any

from .foreign_values import convert_object, is_iterator
from .invalid_argument import InvalidArgumentError
from .unset import UNSET

ATOMS = frozenset({str, int, float, bool, type(None)})
_DEPTH_LIMIT = 100_000  # no valid data is nested deeper: data that reaches this depth usually contains itself
_SEARCH_DEPTH = 200  # the longest path that an error message contains


def to_plain(value: Any) -> Any:
    """Return the value as dicts, lists, strings, numbers, booleans and None, in new containers.

    Members that are UNSET are omitted. Besides JSON values, it accepts:

    - models, and other objects with a `to_dict` method
    - pydantic models, as `model_dump(mode="json", by_alias=True)`
    - dataclasses, attrs classes and msgspec.Struct
    - mappings, sequences and iterators
    - enumeration members, as their values
    - dates and times, in the format of ISO 8601, and UUIDs
    - numbers and arrays of numpy, and a `Decimal` that equals a float or an int

    Raises:
        InvalidArgumentError: JSON cannot represent the value, or a dict or list contains itself.
    """
    if value.__class__ in ATOMS:
        return value
    try:
        return _copy(value)
    except RecursionError:
        return _copy_deep(value)
    except InvalidArgumentError as error:
        error.at(*find_path(value, _is_invalid))
        raise


def _copy_deep(value: Any) -> Any:
    """Return the same as `rebuild`, for values that are nested too deeply for `_copy`."""
    try:
        return rebuild(value, _convert)
    except RecursionError:  # an object of another library that contains itself, or converts itself to itself
        raise InvalidArgumentError(
            "cannot convert to JSON: an object contains itself, or is nested too deeply"
        ) from None


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
        InvalidArgumentError: JSON cannot represent the object, or it is an iterator, or UNSET, which only its container
            can omit.
    """
    if hasattr(value.__class__, "_adopt"):
        return value._data
    if is_iterator(value):
        raise InvalidArgumentError("an iterator can be read only once; convert it to a list before it is encoded")
    return _convert(value)


def model_to_plain(model: Any) -> dict[str, Any]:
    """Return the JSON object of a model as plain values, with its members in order."""
    try:
        data: dict[str, Any] = rebuild(model, _convert)
    except InvalidArgumentError as error:
        error.at(*find_path(model, _is_invalid))
        raise
    return data


def rebuild(value: Any, convert: Callable[[Any], Any]) -> Any:
    """Return the value with `convert` applied to it and to everything inside it, outer values first.

    Uses a loop, because JSON may be nested deeper than Python's recursion limit.

    Args:
        value: Any value.
        convert: Returns a new dict or list, whose items are converted next, or any other value, which is final. It is
            not applied to strings, numbers, booleans and None.

    Raises:
        InvalidArgumentError: A container contains itself, or is nested too deeply.
    """
    top = [value]
    todo: list[tuple[Any, int]] = [(top, 0)]
    while todo:
        container, depth = todo.pop()
        if depth > _DEPTH_LIMIT:
            raise InvalidArgumentError(
                "the data contains itself; JSON cannot represent circular references"
                if _contains_itself(value, convert)
                else f"the data is nested too deeply, more than {_DEPTH_LIMIT} levels; flatten it"
            )
        for place, item in container.items() if container.__class__ is dict else enumerate(container):
            if item.__class__ not in ATOMS:
                converted = container[place] = convert(item)
                if converted.__class__ is dict or converted.__class__ is list:
                    todo.append((converted, depth + 1))
    return top[0]


def _contains_itself(value: Any, convert: Callable[[Any], Any]) -> bool:
    """Return True if something in a value contains itself."""
    seen: dict[int, Any] = {}  # holds what it has seen, so that no id is used twice
    outer: set[int] = set()
    todo = [(value, False)]
    while todo:
        item, is_done = todo.pop()
        if is_done:
            outer.discard(id(item))
        elif id(item) in outer:
            return True
        elif item.__class__ not in ATOMS and id(item) not in seen and len(outer) <= _DEPTH_LIMIT:
            seen[id(item)] = item
            outer.add(id(item))
            todo.append((item, True))
            converted = convert(item)
            if converted.__class__ is dict or converted.__class__ is list:
                inner = converted.values() if converted.__class__ is dict else converted
                todo.extend((each, False) for each in inner)
    return False


def find_path(value: Any, is_wanted: Callable[[Any], bool]) -> tuple[Any, ...]:
    """Return the path of the first item for which a predicate is true, outer items first; () if none is found.

    Args:
        value: Any value.
        is_wanted: The predicate. It is not applied to the items of an iterator, which can be read only once, nor to
            items that are nested very deeply.
    """
    todo: list[tuple[tuple[Any, ...], Any]] = [((), value)]
    while todo:
        path, item = todo.pop()
        if is_wanted(item):
            return path
        if item.__class__ not in ATOMS and not is_iterator(item) and len(path) < _SEARCH_DEPTH:
            converted = _convert(item)
            if converted.__class__ is dict:
                todo.extend(reversed([((*path, key), inner) for key, inner in converted.items()]))
            elif converted.__class__ is list:
                todo.extend(reversed([((*path, index), inner) for index, inner in enumerate(converted)]))
    return ()


def _is_invalid(value: Any) -> bool:
    if value.__class__ in ATOMS or is_iterator(value):
        return False
    try:
        _convert(value)
    except InvalidArgumentError:
        return True
    return False


def _convert(value: Any) -> Any:
    """Return the JSON value of an object; the values inside it are not converted."""
    kind = value.__class__
    if kind is dict:
        return _convert_mapping(value)
    if kind is list or kind is tuple:
        return list(value)
    if hasattr(kind, "_adopt"):
        return value._data.copy()
    if isinstance(value, Mapping) and not hasattr(value, "to_dict"):
        return _convert_mapping(value)
    converted = convert_object(value, to_plain)
    return converted if converted.__class__ in ATOMS else _convert(converted)


def _convert_mapping(value: Mapping[Any, Any]) -> dict[str, Any]:
    return {to_member_name(key): item for key, item in value.items() if item is not UNSET}


def to_member_name(key: Any) -> str:
    """Return a key as a string; numbers, booleans and None become JSON text, as in the standard library.

    Raises:
        InvalidArgumentError: The key is of another type.
    """
    if isinstance(key, str):
        return key
    if key is None or isinstance(key, bool | int | float):
        import json

        return json.dumps(key)
    remedy = "key.value" if isinstance(key, Enum) else "key.decode()" if isinstance(key, bytes) else "str(key)"
    raise InvalidArgumentError(
        f"keys of a JSON object must be strings, got {type(key).__name__}: {key!r:.60}; pass {remedy}", key
    )
