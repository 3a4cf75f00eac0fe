"""The forms of types: what is below Annotated, type aliases and type variables, and which classes have members."""

from __future__ import annotations

from enum import Enum
from sys import modules
from types import UnionType
from typing import Annotated, Any, Generic, Literal, NewType, TypeVar, Union, get_args, get_origin

from attrs import frozen

from ..errors import InvalidArgumentError

__all__: list[str] = []

_QUALIFIERS = {"Required", "NotRequired", "ReadOnly", "Final"}


def unwrap(kind: Any) -> tuple[Any, tuple[Any, ...]]:
    """Return a type without Annotated, qualifiers and aliases, and the metadata of Annotated, innermost first."""
    metadata: tuple[Any, ...] = ()
    while True:
        origin = get_origin(kind)
        if origin is Annotated:
            metadata = (*kind.__metadata__, *metadata)
            kind = kind.__origin__
        elif getattr(origin, "_name", None) in _QUALIFIERS:
            (kind,) = get_args(kind)
        elif isinstance(kind, NewType):
            kind = kind.__supertype__
        elif type(kind).__name__ == "TypeAliasType":  # of typing since Python 3.12, and of typing_extensions
            kind = kind.__value__
        elif type(origin).__name__ == "TypeAliasType":
            kind = substitute(origin.__value__, dict(zip(origin.__type_params__, get_args(kind), strict=False)))
        else:
            return kind, metadata


def is_type(kind: Any) -> bool:
    """Return True for a type: a class, None, or an expression such as `list[int]` or `Any`."""
    return (
        kind is None
        or kind is Any
        or isinstance(kind, type | TypeVar)
        or get_origin(kind) is not None
        or unwrap(kind)[0] is not kind
        or getattr(kind, "__module__", "") in ("typing", "types", "typing_extensions")
    )


def is_union(kind: Any) -> bool:
    """Return True for a union, such as `int | None`."""
    return get_origin(kind) in (Union, UnionType)


def is_enum(kind: Any) -> bool:
    """Return True for an enumeration."""
    return isinstance(kind, type) and issubclass(kind, Enum)


def is_pydantic(kind: Any) -> bool:
    """Return True for a class of pydantic: a model, or a dataclass of its decorator."""
    return "pydantic" in modules and hasattr(get_origin(kind) or kind, "__pydantic_validator__")


def is_pydantic_metadata(value: Any) -> bool:
    """Return True for metadata of Annotated that only pydantic can interpret, such as `Field(...)`."""
    return "pydantic" in modules and type(value).__module__.partition(".")[0] == "pydantic"


def is_record(kind: Any) -> bool:
    """Return True for a class with named members, such as a dataclass or a typed dict."""
    origin = get_origin(kind) or kind
    return isinstance(origin, type) and (
        any(hasattr(origin, name) for name in ("__dataclass_fields__", "__struct_fields__", "__attrs_attrs__"))
        or hasattr(origin, "__total__")  # a typed dict
        or (issubclass(origin, tuple) and hasattr(origin, "_fields"))
        or is_pydantic(origin)
    )


def read_hints(kind: Any) -> dict[str, Any]:
    """Return the types of the members of a class by name, with Annotated, and without type variables.

    Args:
        kind: The class, or one with type arguments, such as `Box[int]`.

    Raises:
        InvalidArgumentError: An annotation contains a name that is not defined.
    """
    from typing import get_type_hints

    origin = get_origin(kind) or kind
    fields = getattr(origin, "__pydantic_fields__", None)
    if fields is not None:  # pydantic has resolved them, also the names that are local to a function
        return {name: field.annotation for name, field in fields.items()}
    try:
        hints = get_type_hints(origin, include_extras=True)
    except NameError as error:
        raise InvalidArgumentError(
            f"an annotation of the class {name_type(kind)} cannot be resolved: {error}; define the type in its module, "
            f"outside of functions, before it is used"
        ) from None
    arguments = _find_type_arguments(kind)
    return {name: substitute(hint, arguments) for name, hint in hints.items()} if arguments else hints


@frozen
class Parts:
    """What a type contains.

    Attributes:
        classes: The classes with members, in order.
        metadata: All metadata of Annotated, including that of members.
    """

    classes: dict[Any, None]
    metadata: list[Any]


def walk(kind: Any) -> Parts:
    """Return what a type contains, including the types of members.

    Args:
        kind: The type.

    Raises:
        InvalidArgumentError: An annotation of a class contains a name that is not defined, or a type contains complex
            numbers, which pydantic would describe as any text.
    """
    found = Parts({}, [])
    todo = [(kind, "")]
    while todo:
        inner, place = todo.pop()
        plain, metadata = unwrap(inner)
        found.metadata.extend(metadata)
        if plain is complex:
            raise InvalidArgumentError(
                f"the type complex{place} has no JSON Schema: JSON has no complex numbers; use tuple[float, float], or "
                f"a class with two members"
            )
        if is_record(plain):
            if plain not in found.classes:
                found.classes[plain] = None
                todo.extend((hint, f" of the member {name}") for name, hint in read_hints(plain).items())
        elif get_origin(plain) not in (None, Literal):
            todo.extend((each, place) for each in get_args(plain))
    return found


def _find_type_arguments(kind: Any) -> dict[Any, Any]:
    """Return the type arguments of a class and of its bases by type variable."""
    origin = get_origin(kind) or kind
    arguments = dict(zip(getattr(origin, "__parameters__", ()), get_args(kind), strict=False))
    for base in getattr(origin, "__orig_bases__", ()):
        generic = get_origin(base)
        if generic is not None and generic is not Generic:
            arguments |= _find_type_arguments(substitute(base, arguments))
    return arguments


def substitute(kind: Any, arguments: dict[Any, Any]) -> Any:
    """Return a type with type variables replaced.

    Args:
        kind: The type.
        arguments: Type variable -> the type that replaces it.
    """
    if isinstance(kind, TypeVar):
        return arguments.get(kind, kind)
    parameters = getattr(kind, "__parameters__", ())
    if not parameters or isinstance(kind, type):
        return kind
    return kind[tuple(arguments.get(each, each) for each in parameters)]


def name_type(kind: Any) -> str:
    """Return a type as it is written in code, without the names of modules: `City`, or `dict[str, City | None]`."""
    origin, arguments = get_origin(kind), get_args(kind)
    if isinstance(kind, list):  # the parameters of a Callable
        return f"[{', '.join(map(name_type, kind))}]"
    if origin is Annotated:
        return f"Annotated[{name_type(arguments[0])}, ...]"
    if is_union(kind):
        return " | ".join(map(name_type, arguments))
    if origin is not None:
        written = ", ".join(map(repr if origin is Literal else name_type, arguments))
        return f"{getattr(origin, '__name__', repr(origin))}[{written}]".replace("typing.", "")
    if kind is None or kind is type(None) or kind is Ellipsis:
        return "..." if kind is Ellipsis else "None"
    name: str = getattr(kind, "__name__", repr(kind))
    return name.replace("typing.", "")
