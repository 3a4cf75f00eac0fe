"""`read_value`: a JSON value as a Python type, with errors that name the place."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, TypeVar, overload

from ..errors import InvalidValueError
from .json_values import drop_nulls, find_violations
from .problems import explain_problem
from .type_schemas import describe

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .type_schemas import TypeDescription

__all__ = ["read_value"]

T = TypeVar("T")
_SHOWN = 10


@overload
def read_value(kind: type[T], value: Any) -> T: ...
@overload
def read_value(kind: Any, value: Any) -> Any: ...
def read_value(kind: Any, value: Any) -> Any:
    """Return a JSON value as a type.

        read_value(City, {"name": "Paris"})
        read_value(list[datetime], ["2026-01-01T12:00:00Z"])

    Texts of numbers and booleans are accepted in their place, as models write them, if the value does not fit
    otherwise. A null for a member that is optional but not nullable counts as absent, because strict mode makes
    optional members nullable. Unknown members are ignored, unless the class forbids them.

    Args:
        kind: The type; see `schema_of`.
        value: The value, as decoded from JSON: dicts, lists, strings, numbers, booleans and None.

    Raises:
        InvalidValueError: The value does not have the type. `problems` has the places and the reasons.
        InvalidArgumentError: The type has no JSON Schema.
    """
    description = describe(kind)
    try:
        return _read(kind, description, value)
    except RecursionError:
        raise build_value_error([((), "the value is nested too deeply")]) from None


def _read(kind: Any, description: TypeDescription, value: Any) -> Any:
    value = drop_nulls(description.schema, value)
    if description.reads_with_pydantic:
        from .pydantic_types import list_problems, read_json

        try:
            return read_json(kind, value)
        except ValueError as error:
            raise build_value_error(list_problems(error)) from None
    try:
        found = _convert(kind, value)
    except _MsgspecError as error:
        path, reason = error.args
        raise build_value_error([(path, explain_problem(description.schema, value, path, reason))]) from None
    if description.has_constraints and (problems := find_violations(description.schema, value)):
        raise build_value_error(problems)
    return found


def _convert(kind: Any, value: Any) -> Any:
    import msgspec

    try:
        return msgspec.convert(value, kind, str_keys=True, dec_hook=_read_custom)
    except (msgspec.ValidationError, ValueError):
        pass
    try:
        return msgspec.convert(value, kind, strict=False, str_keys=True, dec_hook=_read_custom)
    except msgspec.ValidationError as error:
        raise _MsgspecError(*_parse_msgspec(str(error))) from None


class _MsgspecError(Exception):
    """msgspec cannot read a value. The arguments are the path and the reason."""


def _read_custom(kind: Any, value: Any) -> Any:
    """Return a value as a pydantic model, which msgspec does not know."""
    from .pydantic_types import list_problems, read_json

    try:
        return read_json(kind, value)
    except ValueError as error:
        path, reason = list_problems(error)[0]
        place = "".join(f"[{each}]" if isinstance(each, int) else f".{each}" for each in path)
        raise ValueError(f"{reason}{_INNER}{place}" if place else reason) from None


_INNER = " - inside at "


def _parse_msgspec(text: str) -> tuple[tuple[str | int, ...], str]:
    """Return the path and the reason in a message of msgspec: "Expected `int`, got `str` - at `$.a[0]`"."""
    reason, _, place = text.partition(" - at `")
    reason, _, inner = reason.partition(_INNER)
    keys: list[str | int] = []
    for name, index in re.findall(r"\.([^.\[\]`]+)|\[([^\]]*)\]", place.removeprefix("key` in `").rstrip("`") + inner):
        keys.append(int(index) if index.isdigit() else index or name)
    return tuple(keys), reason[:1].lower() + reason[1:]


def build_value_error(problems: Iterable[tuple[tuple[str | int, ...], str]]) -> InvalidValueError:
    """Return the error for a value that does not have its type.

    Args:
        problems: The paths and reasons.
    """
    listed = list(problems)
    shown = [f"{write_path(path)}: {reason}" if path else reason for path, reason in listed[:_SHOWN]]
    more = f"; and {len(listed) - _SHOWN} more" if len(listed) > _SHOWN else ""
    return InvalidValueError("; ".join(shown) + more, listed)


def write_path(path: tuple[str | int, ...]) -> str:
    """Return a path as text, such as `cities[0].name`.

    Args:
        path: Names of members and indexes.
    """
    from openrouterkit_runtime.invalid_argument import format_path

    return format_path(path)
