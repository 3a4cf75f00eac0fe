"""What to write in place of an invalid argument, such as a class where the service requires a JSON Schema."""

from __future__ import annotations

import re
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from openrouterkit_runtime.foreign_values import explain_schema, is_object

from ..errors import InvalidArgumentError

__all__: list[str] = []


def convert_argument_error(error: Exception) -> Exception:
    """Return the error that a method of a client raises for an invalid argument, with a remedy if there is a known one.

    Args:
        error: The TypeError or ValueError of the runtime.
    """
    path, value = getattr(error, "path", ()), getattr(error, "value", None)
    text = str(error)
    if path[:1] == ("response_format",) and is_type(value):
        text = f"{text.partition(';')[0]}; write response_format={_write_json_schema(value)}"
    elif path[:1] == ("tools",) and callable(value):
        text = f"{text.partition(';')[0]}; write {write_function_tool(value)}"
    return InvalidArgumentError(text)


def check_schema(schema: Any, function: str, *, name: str | None = None) -> None:
    """Check that a JSON Schema is an object.

    Args:
        schema: The schema.
        function: The function that it was passed to, for the message.
        name: The name of the schema, to repeat it in the message.

    Raises:
        InvalidArgumentError: It is not, but a class, a JSON text or another value.
    """
    if is_type(schema):
        remedy = (
            _write_json_schema(schema, name) if function == "json_schema" else f"parameters={_write_schema(schema)}"
        )
        raise InvalidArgumentError(f"{function}() requires a JSON Schema, not {_describe(schema)}; write {remedy}")
    if not is_object(schema):
        remedy = "json.loads(schema)" if isinstance(schema, str) else 'a dict, such as {"type": "object", ...}'
        raise InvalidArgumentError(f"{function}() requires a JSON Schema, not {type(schema).__name__}; pass {remedy}")


def check_name(name: Any, function: str, remedy: str) -> None:
    """Check that a name is a str.

    Args:
        name: The name.
        function: The function that it was passed to, for the message.
        remedy: What to write instead.

    Raises:
        InvalidArgumentError: It is not, but a function, a class or another value.
    """
    if not isinstance(name, str):
        raise InvalidArgumentError(
            f"{function}() requires a name as its first argument, not {_describe(name)}; {remedy}"
        )


def is_type(value: Any) -> bool:
    """Return True for a class, and for a type expression such as `list[int]`."""
    return isinstance(value, type) or get_origin(value) is not None


def write_function_tool(function: Any) -> str:
    """Return the code of a function tool for a Python function or class."""
    if is_type(function):
        return f'function_tool("{_write_name(function, "my_function")}", "...", {_write_schema(function)})'
    from inspect import signature

    try:
        names = [name for name in signature(function).parameters if name not in ("self", "cls")]
    except (TypeError, ValueError):
        names = []
    properties = ", ".join(f'"{name}": {{"type": "..."}}' for name in names)
    schema = f'{{"type": "object", "properties": {{{properties}}}}}'
    name = _name_of(function)
    return f'function_tool("{name if name.isidentifier() else "my_function"}", "What it does.", {schema})'


def to_snake_case(name: str) -> str:
    """Return the name of a class in the style of a name in JSON: `WeatherReport` becomes `weather_report`."""
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name).lower()


def _write_json_schema(kind: Any, name: str | None = None) -> str:
    return f'json_schema("{name or _write_name(kind, "answer")}", {_write_schema(kind)})'


def _write_name(kind: Any, default: str) -> str:
    """Return the name of a class in the style of a name in JSON; the default for other types, such as `list[int]`."""
    return re.sub(r"\W+", "_", to_snake_case(_name_of(kind))).strip("_") if isinstance(kind, type) else default


def _write_schema(kind: Any) -> str:
    """Return the code of a JSON Schema of a type."""
    return explain_schema(kind) or f"pydantic.TypeAdapter({_write_type(kind)}).json_schema()"


def _write_type(kind: Any) -> str:
    """Return the code of a type, without the names of modules, which are not those under which it was imported."""
    origin, arguments = get_origin(kind), get_args(kind)
    if isinstance(kind, list):  # the parameters of a Callable
        return f"[{', '.join(map(_write_type, kind))}]"
    if origin is None:
        name: str = getattr(kind, "__name__", repr(kind))
        return {"NoneType": "None", "Ellipsis": "..."}.get(name, name)
    if origin in (Union, UnionType):
        return " | ".join(map(_write_type, arguments))
    if origin is Annotated:
        return f"Annotated[{_write_type(arguments[0])}, ...]"
    written = map(repr if origin is Literal else _write_type, arguments)
    return f"{getattr(origin, '__name__', repr(origin))}[{', '.join(written)}]"


def _describe(value: Any) -> str:
    if is_type(value):
        return f"the {'class' if isinstance(value, type) else 'type'} {_name_of(value)}"
    return f"the function {_name_of(value)}" if callable(value) else type(value).__name__


def _name_of(value: Any) -> str:
    name = _write_type(value) if get_origin(value) is not None else getattr(value, "__name__", type(value).__name__)
    return name if len(name) <= 100 else f"{name[:100]}..."
