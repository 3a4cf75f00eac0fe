"""The members of models: the attributes that a model has for them, made from what its class states."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, ClassVar, get_origin

from .plain import ATOMS

Decoder = Callable[[Any], Any]
"""Converts a JSON value to what an attribute returns; returns a value of another kind as it is, and never raises."""

Names = Mapping[str, str]
"""Attribute name -> name on the wire."""


class _Description:
    """The docstring of a member, read from the source of its model when it is asked for."""

    def __get__(self, member: Member | None, owner: type[Member]) -> str | None:
        if member is None:
            return "A member of a model."
        return _descriptions(member.model).get(member.name)

    def __set__(self, member: Member, text: object) -> None:
        """Ignore the docstring that `property` takes from its getter."""


@cache
def _descriptions(model: Any) -> dict[str, str]:
    """The text below each annotation of a class, by name; {} where there is no source."""
    import ast
    import inspect
    from textwrap import dedent

    try:
        (definition,) = ast.parse(dedent(inspect.getsource(model))).body
    except (OSError, TypeError, SyntaxError):
        return {}
    if not isinstance(definition, ast.ClassDef):
        return {}
    found: dict[str, str] = {}
    for statement, below in zip(definition.body, definition.body[1:], strict=False):
        if isinstance(statement, ast.AnnAssign) and isinstance(statement.target, ast.Name):
            text = below.value if isinstance(below, ast.Expr) else None
            if isinstance(text, ast.Constant) and isinstance(text.value, str):
                found[statement.target.id] = inspect.cleandoc(text.value)
    return found


class Member(property):
    """The attribute of a model that reads one member of the JSON object."""

    __slots__ = ("model", "name")
    __doc__ = _Description()  # type: ignore[assignment, unused-ignore]  # it returns text

    model: type
    name: str


class ModelType(type):
    """The metaclass of models: makes an attribute of each member that a class states as an annotation.

    It gives the models of a contract empty slots, too, and not in the source: type checkers would refuse to set their
    attributes.
    """

    def __new__(cls, name: str, bases: tuple[type, ...], namespace: dict[str, Any], **keywords: Any) -> ModelType:
        if len(bases) == 1 and bases[0].__bases__ == (object,):
            namespace.setdefault("__slots__", ())
        stated = _stated_members(name, namespace)
        model = super().__new__(cls, name, bases, namespace, **keywords)
        decoders: dict[str, Decoder] = _inherited(model, "_decoders")
        keys: dict[str, str] = _inherited(model, "_members")
        wire_names = namespace.get("_wire_names", {})
        for word in stated:
            key = keys[word] = wire_names.get(word, keys.get(word, word))
            member = Member(_getter(key, decoders.get(word)))
            member.model, member.name = model, word
            setattr(model, word, member)
        for word, merged in (("_members", keys), ("_decoders", decoders)):
            setattr(model, word, merged)
        return model


def _stated_members(name: str, namespace: dict[str, Any]) -> list[str]:
    slots = namespace.get("__slots__", ())
    stated = [
        word
        for word, kind in _annotations(namespace).items()
        if word[0] != "_" and word not in slots and not _is_class_variable(kind)
    ]
    for word in stated:
        if word in namespace:
            raise TypeError(
                f"{name}.{word} has a value: the members of a model have none; write `{word}: ClassVar[...]` for an "
                f"attribute of the class"
            )
    return stated


def _annotations(namespace: dict[str, Any]) -> dict[str, Any]:
    stated: dict[str, Any] | None = namespace.get("__annotations__")
    if stated is None and sys.version_info >= (3, 14):
        from annotationlib import Format, call_annotate_function, get_annotate_from_class_namespace

        annotate = get_annotate_from_class_namespace(namespace)
        stated = None if annotate is None else call_annotate_function(annotate, Format.FORWARDREF)
    return stated or {}


def _is_class_variable(annotation: Any) -> bool:
    if isinstance(annotation, str):
        return annotation.startswith(("ClassVar", "typing.ClassVar"))
    return annotation is ClassVar or get_origin(annotation) is ClassVar


def _inherited(model: type, name: str) -> dict[str, Any]:
    merged: dict[str, Any] = {}
    for kind in reversed(model.__mro__):
        merged.update(vars(kind).get(name, {}))
    return merged


def _getter(key: str, decode: Decoder | None) -> Callable[[Any], Any]:
    if decode is None:
        return _plain_getter(key)
    decodes_containers = hasattr(decode, "kinds")
    return _container_getter(key, decode) if decodes_containers else _text_getter(key, decode)


def _plain_getter(key: str) -> Callable[[Any], Any]:
    def get(model: Any) -> Any:
        return model._data.get(key)

    return get


def _container_getter(key: str, decode: Decoder) -> Callable[[Any], Any]:
    def get(model: Any) -> Any:
        data = model._data
        value = data.get(key)
        kind = value.__class__
        # Looked at before the decoder is called, as most members are read more than once.
        if kind is not dict and kind is not list and (kind in ATOMS or isinstance(kind, ModelType)):
            return value
        decoded = decode(value)
        if decoded is not value:
            data[key] = decoded
        return decoded

    return get


def _text_getter(key: str, decode: Decoder) -> Callable[[Any], Any]:
    def get(model: Any) -> Any:
        return decode(model._data.get(key))  # a date stays in the JSON as it was written

    return get


def is_never_object(model: type, name: str) -> bool:
    """Whether the annotation of a member names lists and scalars only; one that has another name might be an object."""
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
    return all(each in _SCALARS for each in annotation.split(" | "))


_INNER = re.compile(r"\[[^\[\]]*\]")
_SCALARS = {"str", "int", "float", "bool", "None", "date", "datetime", "list", "Literal"}
