"""Converts the objects of other libraries to JSON values: pydantic, dataclasses, attrs, msgspec, numpy and more.

The libraries are recognized by attributes of their classes, and never imported.
"""

from __future__ import annotations

from collections.abc import ItemsView, Iterator, KeysView, Mapping, Sequence, ValuesView
from collections.abc import Set as AbstractSet
from enum import Enum
from sys import modules
from typing import Any

from .invalid_argument import InvalidArgumentError

_ATOMS = (str, int, float)
_BYTES = (bytes, bytearray, memoryview)


def is_object(value: Any) -> bool:
    """Return True if a value becomes a JSON object: a mapping, or an instance of a class with named members."""
    if isinstance(value, Mapping) or hasattr(type(value), "_adopt"):
        return True
    if isinstance(value, type) or _is_array(value):
        return False
    return any(hasattr(value, name) for name in _OBJECT_ATTRIBUTES)


_OBJECT_ATTRIBUTES = ("to_dict", "model_dump", "__dataclass_fields__", "__struct_fields__", "__attrs_attrs__")


def _is_array(value: Any) -> bool:
    """Return True for a number or array of numpy, or an object with the same attributes, such as a column of pandas."""
    return hasattr(value, "dtype") and hasattr(value, "tolist")


def is_iterator(value: Any) -> bool:
    """Return True for an iterator, except an open file, which must not be read here."""
    return isinstance(value, Iterator) and not hasattr(value, "read")


def convert_object(value: Any, to_plain: Any) -> Any:
    """Return the JSON value of an object that is neither a dict, a list nor a model.

    The result may contain objects, except that of a msgspec.Struct, which is converted as a whole.

    Args:
        value: The object.
        to_plain: A function that converts a value as a whole.

    Raises:
        InvalidArgumentError: JSON cannot represent the value.
    """
    kind = type(value)
    if isinstance(value, type):
        raise _build_class_error(value)
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, _ATOMS):
        return _convert_atom(value)
    if _is_array(value):
        return _convert_array(value)
    if (to_dict := getattr(value, "to_dict", None)) is not None:
        return to_dict()
    if (model_dump := getattr(value, "model_dump", None)) is not None:
        return _dump_pydantic(value, model_dump)
    if hasattr(kind, "__dataclass_fields__"):
        return {name: getattr(value, name) for name in _list_dataclass_fields(value)}
    if hasattr(kind, "__struct_fields__"):
        import msgspec

        return msgspec.to_builtins(value, enc_hook=to_plain)
    if hasattr(kind, "__attrs_attrs__"):
        return {field.name: getattr(value, field.name) for field in kind.__attrs_attrs__}
    if _is_instance(value, "datetime", "date", "time"):
        return value.isoformat()
    if _is_instance(value, "uuid", "UUID"):
        return str(value)
    if _is_instance(value, "decimal", "Decimal"):
        return _convert_decimal(value)
    is_list = isinstance(value, Sequence | KeysView | ValuesView | ItemsView) and not isinstance(value, _BYTES)
    if is_list or is_iterator(value):
        return list(value)
    raise InvalidArgumentError(_explain(value), value)


def _is_instance(value: Any, module: str, *names: str) -> bool:
    """Return True for an instance of the classes of a module; it is not imported, as without it there is none."""
    loaded = modules.get(module)
    return loaded is not None and any(isinstance(value, getattr(loaded, name)) for name in names)


def _convert_atom(value: Any) -> Any:
    if isinstance(value, str):
        return str(value)
    return int(value) if isinstance(value, int) else float(value)


def _dump_pydantic(value: Any, model_dump: Any) -> Any:
    """Return the JSON value of a pydantic model, as FastAPI would write it: with aliases and defaults."""
    try:
        return model_dump(mode="json", by_alias=True)
    except (TypeError, ValueError) as error:  # includes PydanticSerializationError
        raise InvalidArgumentError(f"{type(value).__name__} cannot be dumped as JSON: {error}", value) from error


def _list_dataclass_fields(value: Any) -> list[str]:
    from dataclasses import fields

    return [field.name for field in fields(value)]


def _convert_array(value: Any) -> Any:
    """Return a number or an array as a number or nested lists."""
    if getattr(value.dtype, "kind", None) in ("m", "M"):
        # Depending on their unit, tolist() would return integers.
        raise InvalidArgumentError(f"{value.dtype} is not JSON serializable; pass text, such as str(value)", value)
    plain = value.tolist()
    if type(plain) is type(value):
        raise InvalidArgumentError(_explain(value), value)
    return plain


def _convert_decimal(value: Any) -> int | float:
    """Return a decimal number as a JSON number of the same value.

    Raises:
        InvalidArgumentError: It has more digits than a float, or it is not finite.
    """
    from decimal import Decimal

    if value.is_finite() and value.adjusted() < 309:
        number = int(value) if value == value.to_integral_value() else float(value)
        if isinstance(number, int) or Decimal(repr(number)) == value:
            return number
    raise InvalidArgumentError(
        f"{value!r:.60} has no equal JSON number; pass float(value), or str(value) if the service accepts text", value
    )


def _build_class_error(kind: type) -> InvalidArgumentError:
    schema = explain_schema(kind)
    remedy = f", or {schema} for its JSON Schema" if schema else ""
    return InvalidArgumentError(f"the class {kind.__name__} is not JSON serializable; pass an instance{remedy}", kind)


def explain_schema(kind: Any) -> str | None:
    """Return the expression that computes the JSON Schema of a class, None if the class has no fields."""
    name = getattr(kind, "__name__", "")
    if hasattr(kind, "model_json_schema"):
        return f"{name}.model_json_schema()"
    if hasattr(kind, "__struct_fields__"):
        return f"msgspec.json.schema_components([{name}])[1][{name!r}]"
    if hasattr(kind, "__dataclass_fields__") or hasattr(kind, "__total__"):
        return f"pydantic.TypeAdapter({name}).json_schema()"
    return None


def _explain(value: Any) -> str:
    """Return why a value is not JSON, and what to pass instead."""
    name = type(value).__name__
    remedies = (
        (isinstance(value, AbstractSet), "a list"),
        (isinstance(value, _BYTES), "text, such as base64.b64encode(value).decode()"),
        (_is_instance(value, "pathlib", "PurePath"), "str(path), or the content of the file"),
        (_is_instance(value, "datetime", "timedelta"), "a number, such as value.total_seconds()"),
        (_is_instance(value, "numbers", "Real"), "float(value)"),
        (hasattr(value, "read"), "its content"),
        (hasattr(value, "__await__"), "its result, with await"),
        (hasattr(value, "dict"), "value.dict()"),
        (callable(value), "its result"),
    )
    remedy = next((remedy for applies, remedy in remedies if applies), None)
    return f"{name} is not JSON serializable; pass {remedy or 'a dict, a list, a model, or an object with to_dict()'}"
