"""Converting models and other objects to plain JSON values."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from enum import Enum
from typing import Any
from uuid import UUID

from .unset import UNSET

ATOMS = frozenset({str, int, float, bool, type(None)})
_DEPTH_LIMIT = 100_000  # deeper than any JSON text that is read, and soon reached by what contains itself


def to_plain(value: Any) -> Any:
    """The value as dicts, lists, strings, numbers, booleans and None, in containers of its own.

    Takes JSON values, models and every other object with `to_dict`, mappings, sequences and sets, dates (as ISO 8601),
    UUIDs and enumeration members; a member that is UNSET is left out.

    Raises:
        TypeError: an object that JSON cannot represent.
        ValueError: a dict or list that contains itself.
    """
    if value.__class__ in ATOMS:
        return value
    try:
        return _copied(value)
    except RecursionError:
        return rebuild(value, _form)


def _copied(value: Any) -> Any:
    """The same as `rebuilt`, by recursion, which takes half the time."""
    kind = value.__class__
    if kind is dict:
        made: dict[str, Any] = {}
        for key, item in value.items():
            name = key if key.__class__ is str else to_member_name(key)
            if item.__class__ in ATOMS:
                made[name] = item
            elif item is not UNSET:
                made[name] = _copied(item)
        return made
    if kind is list or kind is tuple:
        return [item if item.__class__ in ATOMS else _copied(item) for item in value]
    if hasattr(kind, "_adopt"):
        return {key: item if item.__class__ in ATOMS else _copied(item) for key, item in value._data.items()}
    form = _form(value)
    return _copied(form) if form.__class__ is dict or form.__class__ is list else form


def to_json_form(value: Any) -> Any:
    """The JSON form of an object, for an encoder's `default`; what is inside it is not converted.

    Raises:
        TypeError: it has none, or is UNSET, which its container must leave out.
    """
    if hasattr(value.__class__, "_adopt"):
        return value._data
    if isinstance(value, Iterator):
        raise TypeError("an iterator can be read only once: copy it before it is encoded")
    return _form(value)


def model_to_plain(model: Any) -> dict[str, Any]:
    """A model's JSON object, member by member in its own order."""
    data: dict[str, Any] = rebuild(model, _form)
    return data


def rebuild(value: Any, form: Callable[[Any], Any]) -> Any:
    """The value as `form` converts it, and what is inside it likewise; `form` returns a new container, or a scalar.

    Without recursion, as JSON may be nested deeper than Python calls.

    Raises:
        ValueError: a container that contains itself.
    """
    top = [value]
    todo: list[tuple[Any, int]] = [(top, 0)]
    while todo:
        container, depth = todo.pop()
        if depth > _DEPTH_LIMIT:
            raise ValueError("the data contains itself: JSON cannot represent that")
        for place, item in container.items() if container.__class__ is dict else enumerate(container):
            if item.__class__ not in ATOMS:
                made = container[place] = form(item)
                if made.__class__ is dict or made.__class__ is list:
                    todo.append((made, depth + 1))
    return top[0]


def _form(value: Any) -> Any:
    kind = value.__class__
    if kind is dict:
        return _object(value)
    if kind is list or kind is tuple:
        return list(value)
    to_dict = getattr(value, "to_dict", None)
    if to_dict is not None:
        return value._data.copy() if hasattr(kind, "_adopt") else _form(to_dict())
    return _other_form(value)


def _object(value: Mapping[Any, Any]) -> dict[str, Any]:
    return {to_member_name(key): item for key, item in value.items() if item is not UNSET}


def to_member_name(key: Any) -> str:
    """A member's name; numbers, true, false and null become text, as in the standard library."""
    if isinstance(key, str):
        return key
    if key is None or isinstance(key, bool | int | float):
        import json

        return json.dumps(key)
    raise TypeError(f"the keys of a JSON object are text, not {type(key).__name__}: {key!r}")


def _other_form(value: Any) -> Any:
    if value.__class__ in ATOMS:
        return value
    if isinstance(value, Enum):
        return _form(value.value)
    if isinstance(value, str):
        return str(value)
    if isinstance(value, bool | int):
        return int(value)
    if isinstance(value, float):
        return float(value)
    if isinstance(value, Mapping):
        return _object(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, UUID):
        return str(value)
    if isinstance(value, Iterable) and not isinstance(value, bytes | bytearray | memoryview):
        return list(value)
    raise TypeError(
        f"{type(value).__name__} has no JSON form: give a dict, a list, a model, or an object with to_dict()"
    )
