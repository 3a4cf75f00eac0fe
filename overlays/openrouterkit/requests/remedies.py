"""What to write in place of an invalid argument, such as a function where the service requires a tool."""

from __future__ import annotations

import re
from typing import Any, get_origin

from openrouterkit_runtime.foreign_values import is_object

from ..errors import InvalidArgumentError

__all__: list[str] = []


def convert_argument_error(error: Exception) -> Exception:
    """Return the error that a method of a client raises for an invalid argument, with a remedy if there is a known one.

    Args:
        error: The TypeError or ValueError of the runtime.
    """
    path, value = getattr(error, "path", ()), getattr(error, "value", None)
    text = str(error)
    from ..schemas.type_forms import name_type

    if path[:1] == ("response_format",) and is_type(value):
        text = f"{text.partition(';')[0]}; write json_schema({name_type(value)})"
    elif path[:1] == ("tools",) and callable(value):
        text = f"{text.partition(';')[0]}; write {write_function_tool(value)}"
    return InvalidArgumentError(text)


def check_schema(schema: Any, function: str) -> None:
    """Check that a JSON Schema is an object.

    Args:
        schema: The schema.
        function: The function that it was passed to, for the message.

    Raises:
        InvalidArgumentError: It is not, but a JSON text or another value.
    """
    if not is_object(schema):
        remedy = (
            "json.loads(schema)" if isinstance(schema, str) else 'a class, or a dict such as {"type": "object", ...}'
        )
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
    """Return True for a class, and for a type expression such as `list[int]` or `City | None`."""
    return isinstance(value, type) or get_origin(value) is not None


def write_function_tool(function: Any) -> str:
    """Return the code of a function tool for a Python function or class."""
    from ..schemas.type_forms import name_type

    if is_type(function):
        name = write_type_name(function) if isinstance(function, type) else "my_function"
        return f'function_tool("{name}", "...", {name_type(function)})'
    name = getattr(function, "__name__", "my_function")
    return f"function_tool({name if name.isidentifier() else 'my_function'})"


def to_snake_case(name: str) -> str:
    """Return the name of a class in the style of a name in JSON: `WeatherReport` becomes `weather_report`."""
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name).lower()


def write_type_name(kind: Any) -> str:
    """Return the name of a type as that of a schema: `weather_report`, `box_int`, or `answer` for a union."""
    from ..schemas.type_forms import is_union, name_type

    if is_union(kind) or not hasattr(kind, "__name__"):
        return "answer"
    return re.sub(r"\W+", "_", to_snake_case(name_type(kind).rpartition(".")[2])).strip("_")[:64] or "answer"


def _describe(value: Any) -> str:
    from ..schemas.type_forms import name_type

    if is_type(value):
        name, kind = name_type(value), "class" if isinstance(value, type) else "type"
    elif callable(value):
        name, kind = getattr(value, "__name__", type(value).__name__), "function"
    else:
        return type(value).__name__
    return f"the {kind} {name if len(name) <= 100 else f'{name[:100]}...'}"
