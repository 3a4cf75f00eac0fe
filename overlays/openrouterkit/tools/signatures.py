"""The parameters of a function as a JSON Schema, and the arguments of a model as those of the function."""

from __future__ import annotations

import inspect
import warnings
from contextlib import suppress
from typing import TYPE_CHECKING, Any, get_args, get_origin

from attrs import field, frozen

from ..errors import InvalidArgumentError, InvalidValueError
from ..schemas import read_value, schema_of
from ..schemas.docstrings import Docstring, read_docstring
from ..schemas.traversal import hoist_definitions
from ..schemas.type_forms import unwrap
from ..schemas.values import build_value_error
from .protocol import ToolContext

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

__all__: list[str] = []

_EMPTY = inspect.Parameter.empty
_KINDS = inspect.Parameter


@frozen
class ToolSignature:
    """The parameters of a function that a model may call.

    Attributes:
        parameters: The parameters that the model passes, by name.
        contexts: The names of the parameters for a `ToolContext`.
        positional: The names of the parameters that are passed by position, in their order.
        extra: The type of further keyword arguments (`**name`), None if the function accepts none.
        description: The description in the docstring; "" if there is none.
        schema: The JSON Schema of the arguments.
    """

    parameters: Mapping[str, inspect.Parameter]
    contexts: tuple[str, ...]
    positional: tuple[str, ...]
    extra: Any
    description: str
    schema: dict[str, Any] = field(repr=False)

    @classmethod
    def of(cls, function: Callable[..., Any], name: str) -> ToolSignature:
        """Return the signature of a function.

        Args:
            function: The function.
            name: The name of the tool, for messages.

        Raises:
            InvalidArgumentError: A parameter has a type without a JSON Schema, or cannot be passed by a model.
            ConfigurationError: The docstring is parsed by the extra `tools`, which is not installed.
        """
        docstring = read_docstring(inspect.unwrap(getattr(function, "func", function)))
        parameters: dict[str, inspect.Parameter] = {}
        contexts: list[str] = []
        positional: list[str] = []
        extra: Any = None
        for index, parameter in enumerate(_list_parameters(function, name)):
            kind = unwrap(parameter.annotation)[0]
            if index == 0 and parameter.name in ("self", "cls") and parameter.annotation is _EMPTY:
                continue  # of a method that is not bound to an instance yet
            if parameter.kind is _KINDS.VAR_POSITIONAL:
                raise InvalidArgumentError(
                    f"the tool {name} has the parameter *{parameter.name}, but a model passes arguments by name; write "
                    f"a parameter with a list"
                )
            if parameter.kind is _KINDS.VAR_KEYWORD:
                extra = Any if parameter.annotation is _EMPTY else parameter.annotation
                if getattr(get_origin(extra), "_name", None) == "Unpack":
                    raise InvalidArgumentError(
                        f"the tool {name} has the parameter **{parameter.name}: Unpack[...]; write a parameter with "
                        f"the typed dict"
                    )
            elif any(each is ToolContext or get_origin(each) is ToolContext for each in (kind, *get_args(kind))):
                contexts.append(parameter.name)
            else:
                parameters[parameter.name] = parameter
            if parameter.kind is _KINDS.POSITIONAL_ONLY:
                positional.append(parameter.name)
        schema = _build_schema(name, parameters, extra, docstring)
        return cls(parameters, tuple(contexts), tuple(positional), extra, docstring.text, schema)

    def read(self, name: str, arguments: Mapping[str, Any]) -> dict[str, Any]:
        """Return the arguments as the types of the parameters, with defaults.

        Args:
            name: The name of the tool, for the message.
            arguments: The JSON object that the model wrote.

        Raises:
            InvalidValueError: Some arguments are missing, unknown or have another type. It lists all of them.
        """
        found: dict[str, Any] = {}
        problems: list[tuple[tuple[str | int, ...], str]] = []
        for key, parameter in self.parameters.items():
            value = arguments.get(key)
            has_default = parameter.default is not _EMPTY
            if has_default and (key not in arguments or (value is None and not self._accepts_null(key))):
                found[key] = parameter.default
            elif key not in arguments:
                problems.append(((key,), "missing"))
            else:
                found |= _read(key, parameter.annotation, value, problems)
        for key in arguments.keys() - self.parameters.keys():
            if self.extra is None:
                known = ", ".join(self.parameters) or "none"
                problems.append(((key,), f"unknown argument; those of {name} are: {known}"))
            else:
                found |= _read(key, self.extra, arguments[key], problems)
        if problems:
            error = build_value_error(problems)
            raise InvalidValueError(f"the arguments of {name} do not fit: {error}", error.problems)
        return found

    def warn_of_untyped(self, function: Callable[..., Any], name: str) -> None:
        """Warn of the parameters without annotation, at the line of the function.

        Args:
            function: The function.
            name: The name of the tool, for the message.
        """
        untyped = [key for key, parameter in self.parameters.items() if parameter.annotation is _EMPTY]
        inner = inspect.unwrap(getattr(function, "func", function))
        written: Any = inner if hasattr(inner, "__code__") else type(inner).__call__
        code = getattr(written, "__code__", None)
        if not untyped or code is None:  # nobody can add annotations to a function of a C library
            return
        message = (
            f"the tool {name} has parameters without annotation: {', '.join(untyped)}; models do not know their types, "
            f"and may pass any JSON value; write {untyped[0]}: str or another type, or {untyped[0]}: Any"
        )
        registry = written.__globals__.setdefault("__warningregistry__", {})
        warnings.warn_explicit(message, UserWarning, code.co_filename, code.co_firstlineno, registry=registry)

    def _accepts_null(self, name: str) -> bool:
        from ..schemas.nullability import accepts_null

        return accepts_null(self.schema, self.schema["properties"][name])

    def bind(self, arguments: Mapping[str, Any], context: ToolContext[Any]) -> tuple[list[Any], dict[str, Any]]:
        """Return the positional and the keyword arguments of the function.

        Args:
            arguments: What `read` returned.
            context: The value for parameters that are a `ToolContext`.
        """
        by_name = {**arguments, **dict.fromkeys(self.contexts, context)}
        by_position: list[Any] = []
        for name in self.positional:
            default = self.parameters[name].default if name in self.parameters else _EMPTY
            value = by_name.pop(name, default)
            if value is _EMPTY:
                break  # the function raises a TypeError
            by_position.append(value)
        return by_position, by_name


def _list_parameters(function: Callable[..., Any], name: str) -> list[inspect.Parameter]:
    try:
        return list(inspect.signature(function, eval_str=True).parameters.values())
    except NameError as error:
        raise InvalidArgumentError(
            f"an annotation of the tool {name} cannot be resolved: {error}; define the type in its module, before the "
            f"tool"
        ) from None
    except ValueError:
        raise InvalidArgumentError(
            f"the function {name} has no signature; write a function that invokes it, or function_tool(name, ...)"
        ) from None


def _read(name: str, kind: Any, value: Any, problems: list[tuple[tuple[str | int, ...], str]]) -> dict[str, Any]:
    """Return an argument as its type, by name; {} if it has another type, which is added to the problems."""
    if kind is _EMPTY or kind is Any:
        return {name: value}
    try:
        return {name: read_value(kind, value)}
    except InvalidValueError as error:
        problems.extend(((name, *path), reason) for path, reason in error.problems)
        return {}


def _build_schema(
    name: str, parameters: Mapping[str, inspect.Parameter], extra: Any, docstring: Docstring
) -> dict[str, Any]:
    definitions: dict[str, Any] = {}
    properties: dict[str, Any] = {}
    for key, parameter in parameters.items():
        described = _describe(name, key, parameter.annotation, definitions)
        if key in docstring.members and not _has_own_description(parameter.annotation):
            described = {"description": docstring.members[key], **_without_description(described)}
        if parameter.default is not _EMPTY:
            with suppress(TypeError, ValueError):  # a default that is no JSON value is not shown to the model
                from openrouterkit_runtime.plain import to_plain

                described["default"] = to_plain(parameter.default)
        properties[key] = described
    schema: dict[str, Any] = {
        "type": "object",
        "properties": properties,
        "required": [key for key, parameter in parameters.items() if parameter.default is _EMPTY],
        "additionalProperties": False if extra is None else (_describe(name, "**", extra, definitions) or True),
    }
    return {**schema, "$defs": definitions} if definitions else schema


def _has_own_description(annotation: Any) -> bool:
    """Return True if the metadata of an annotation has a description, which is more specific than the docstring."""
    from ..schemas.metadata import read_metadata

    return "description" in read_metadata(unwrap(annotation)[1], None)


def _without_description(schema: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in schema.items() if key != "description"}


def _describe(name: str, key: str, annotation: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    if annotation is _EMPTY:
        return {}
    try:
        return hoist_definitions(schema_of(annotation), definitions)
    except InvalidArgumentError as error:
        raise InvalidArgumentError(f"the parameter {key} of the tool {name}: {error}") from None
