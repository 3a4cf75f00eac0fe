"""Checks the types of all members that codegen reads, and removes members that are null.

before
    schemas: {Pet: {properties: {a: true, b: false}, items: null}}
after
    schemas: {Pet: {properties: {a: {}, b: {not: {}}}}}
"""

from __future__ import annotations

from typing import Any

from ..document import Node, build_pointer
from ..problems import CodegenError, Report
from ..shapes import SHAPES

_CLASSES: dict[str, type] = {"text": str, "boolean": bool, "list": list, "[": list}
_TYPE_NAMES = {str: "text", bool: "true or false", list: "a list", dict: "an object"}
_MAY_BE_NULL = ("media", "path", "example")  # null means an empty object here, as YAML authors write it
_FIXES = {str: "put it in quotes", bool: "write true or false, without quotes"}


def run(document: Node, report: Report) -> None:
    """Check the type of every member, write boolean schemas as objects, and drop members that are null.

    Raises:
        CodegenError: A member has the wrong type, or a required one is missing.
    """
    conform(document, "document", "")
    document.setdefault("components", {})
    document.setdefault("paths", {})


def conform(value: Any, kind: str, place: str) -> Any:
    """Check the types of a part of the document, and return it normalized, mostly in place.

    Args:
        value: The part.
        kind: Its expected type, see `codegen.shapes`.
        place: Its pointer.

    Raises:
        CodegenError: A member has the wrong type, or a required one is missing.
    """
    kind = _choose_kind(value, kind)
    if kind == "schema" and isinstance(value, bool):
        return {} if value else {"not": {}}
    if value is None and kind in _MAY_BE_NULL:
        return {}
    matches = isinstance(value, _get_class(kind))  # a variable, or mypy would narrow `value` to object
    if not matches:
        raise _build_type_error(value, kind, place)
    if kind[0] == "[":
        value[:] = [conform(item, kind[1:-1], f"{place}/{index}") for index, item in enumerate(value)]
    elif kind[0] in "{<":
        _conform_named(value, kind, place)
    elif kind in SHAPES:
        _conform_members(value, kind, place)
    return value


def _choose_kind(value: Any, kind: str) -> str:
    choices = kind.split("|")
    return next((choice for choice in choices if isinstance(value, _get_class(choice))), choices[-1])


def _get_class(kind: str) -> type:
    return _CLASSES.get(kind) or _CLASSES.get(kind[0]) or dict


def _build_type_error(value: Any, kind: str, place: str) -> CodegenError:
    expected = _get_class(kind)
    description = "a schema object" if kind == "schema" else _TYPE_NAMES[expected]
    found = "null" if value is None else _TYPE_NAMES.get(type(value), "a number")
    fix = _FIXES.get(
        expected, "add a value, or remove the member" if value is None else "see the OpenAPI specification"
    )
    return CodegenError(place, f"expected {description}, found {found}", fix)


def _conform_named(value: Node, kind: str, place: str) -> None:
    for name in list(value):
        if kind[0] == "<" and name.startswith("x-"):
            del value[name]
        else:
            value[name] = conform(value[name], kind[1:-1], place + build_pointer(name))


def _conform_members(value: Node, kind: str, place: str) -> None:
    if kind == "schema":
        _drop_meaningless_keywords(value)
    for name, expected in SHAPES[kind].items():
        if value.get(name, "") is None:
            del value[name]
        if name in value:
            value[name] = conform(value[name], expected.removesuffix("!"), place + build_pointer(name))
        elif expected.endswith("!") and not value.keys() & SHAPES[kind].keys() & {"$ref"}:
            raise CodegenError(place, f"the {kind} has no `{name}`", "add it")


def _drop_meaningless_keywords(schema: Node) -> None:
    # Some OpenAPI 3.0 documents repeat the `required: true` of a parameter in its schema.
    for word, empty in {"required": bool, "enum": bool, "allOf": list, "anyOf": list, "oneOf": list}.items():
        if isinstance(schema.get(word), empty) and (empty is bool or not schema[word]):
            del schema[word]
