"""ModelType, the metaclass of models, which creates an attribute for each member that a class declares."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, ClassVar, get_origin

from .plain import ATOMS

Decoder = Callable[[Any], Any]
"""Converts a JSON value to the value of an attribute; never raises, and returns values of another kind unchanged."""

Names = Mapping[str, str]
"""Attribute name -> name on the wire."""


class _Description:
    """A descriptor for the docstring of a member, which is read from the source of its model on demand."""

    def __get__(self, member: Member | None, owner: type[Member]) -> str | None:
        if member is None:
            return "A member of a model."
        return _read_descriptions(member.model).get(member.name)

    def __set__(self, member: Member, text: object) -> None:
        """Ignore the docstring that `property` copies from its getter."""


@cache
def _read_descriptions(model: Any) -> dict[str, str]:
    """Return the string below each annotation of a class, by name; {} if the source is not available."""
    import ast
    import inspect
    from textwrap import dedent

    try:
        (definition,) = ast.parse(dedent(inspect.getsource(model))).body
    except (OSError, TypeError, SyntaxError):
        return {}
    if not isinstance(definition, ast.ClassDef):
        return {}
    descriptions: dict[str, str] = {}
    for statement, below in zip(definition.body, definition.body[1:], strict=False):
        if isinstance(statement, ast.AnnAssign) and isinstance(statement.target, ast.Name):
            text = below.value if isinstance(below, ast.Expr) else None
            if isinstance(text, ast.Constant) and isinstance(text.value, str):
                descriptions[statement.target.id] = inspect.cleandoc(text.value)
    return descriptions


class Member(property):
    """The attribute of a model for one member of the JSON object.

    Attributes:
        model: The class that declares the member.
        name: The name of the attribute.
    """

    __slots__ = ("model", "name")
    __doc__ = _Description()  # type: ignore[assignment, unused-ignore]  # the descriptor returns a string

    model: type
    name: str


class ModelType(type):
    """The metaclass of models, which creates an attribute for each member that a class declares as an annotation.

    It also adds empty `__slots__` to classes derived from `JsonModel` alone. With `__slots__` in their source, type
    checkers would report assignments to the attributes.
    """

    def __new__(cls, name: str, bases: tuple[type, ...], namespace: dict[str, Any], **keywords: Any) -> ModelType:
        if len(bases) == 1 and bases[0].__bases__ == (object,):
            namespace.setdefault("__slots__", ())
        declared = _find_declared_members(name, namespace)
        model = super().__new__(cls, name, bases, namespace, **keywords)
        decoders: dict[str, Decoder] = _merge_inherited(model, "_decoders")
        keys: dict[str, str] = _merge_inherited(model, "_members")
        wire_names = namespace.get("_wire_names", {})
        for word in declared:
            key = keys[word] = wire_names.get(word, keys.get(word, word))
            member = Member(_make_getter(key, decoders.get(word)))
            member.model, member.name = model, word
            setattr(model, word, member)
        for word, merged in (("_members", keys), ("_decoders", decoders)):
            setattr(model, word, merged)
        return model


def _find_declared_members(name: str, namespace: dict[str, Any]) -> list[str]:
    """Return the names of the members that a class body declares: its public annotations except class variables."""
    slots = namespace.get("__slots__", ())
    declared = [
        word
        for word, kind in _read_annotations(namespace).items()
        if word[0] != "_" and word not in slots and not _is_class_variable(kind)
    ]
    for word in declared:
        if word in namespace:
            raise TypeError(
                f"unexpected value for the member {name}.{word}: members of a model have no defaults; write "
                f"`{word}: ClassVar[...]` to define a class attribute"
            )
    return declared


def _read_annotations(namespace: dict[str, Any]) -> dict[str, Any]:
    annotations: dict[str, Any] | None = namespace.get("__annotations__")
    if annotations is None and sys.version_info >= (3, 14):
        from annotationlib import Format, call_annotate_function, get_annotate_from_class_namespace

        annotate = get_annotate_from_class_namespace(namespace)
        annotations = None if annotate is None else call_annotate_function(annotate, Format.FORWARDREF)
    return annotations or {}


def _is_class_variable(annotation: Any) -> bool:
    if isinstance(annotation, str):
        return annotation.startswith(("ClassVar", "typing.ClassVar"))
    return annotation is ClassVar or get_origin(annotation) is ClassVar


def _merge_inherited(model: type, name: str) -> dict[str, Any]:
    """Return the dict of that name, merged over all classes that a model derives from."""
    merged: dict[str, Any] = {}
    for kind in reversed(model.__mro__):
        merged.update(vars(kind).get(name, {}))
    return merged


def _make_getter(key: str, decode: Decoder | None) -> Callable[[Any], Any]:
    if decode is None:
        return _make_plain_getter(key)
    decodes_containers = hasattr(decode, "kinds")
    return _make_container_getter(key, decode) if decodes_containers else _make_text_getter(key, decode)


def _make_plain_getter(key: str) -> Callable[[Any], Any]:
    def get(model: Any) -> Any:
        return model._data.get(key)

    return get


def _make_container_getter(key: str, decode: Decoder) -> Callable[[Any], Any]:
    """Return a getter that decodes an array or object once, and stores the decoded value in place of the JSON value."""

    def get(model: Any) -> Any:
        data = model._data
        value = data.get(key)
        kind = value.__class__
        # Checked before the decoder is invoked, because most members are read more than once.
        if kind is not dict and kind is not list and (kind in ATOMS or isinstance(kind, ModelType)):
            return value
        decoded = decode(value)
        if decoded is not value:
            data[key] = decoded
        return decoded

    return get


def _make_text_getter(key: str, decode: Decoder) -> Callable[[Any], Any]:
    """Return a getter that decodes a string at each access, so that the JSON keeps a date as it was received."""

    def get(model: Any) -> Any:
        return decode(model._data.get(key))

    return get


def is_never_object(model: type, name: str) -> bool:
    """Return True if the annotation of a member contains lists and scalars only, so that an object is invalid for it.

    Args:
        model: The class that has the member.
        name: The attribute name of the member.
    """
    annotation = next(
        (
            vars(kind)["__annotations__"][name]
            for kind in model.__mro__
            if name in vars(kind).get("__annotations__", ())
        ),
        None,
    )
    if not isinstance(annotation, str):
        return False
    while annotation != (annotation := _INNER.sub("", annotation)):
        pass
    return all(each in _NOT_OBJECTS for each in annotation.split(" | "))


_INNER = re.compile(r"\[[^\[\]]*\]")  # the innermost brackets of an annotation
_NOT_OBJECTS = {"str", "int", "float", "bool", "None", "date", "datetime", "list", "Literal"}
