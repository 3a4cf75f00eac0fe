"""A document is made of what OpenAPI says: objects where objects belong, text where text does; null says nothing.

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
_NOTHING_SAID = ("media", "path", "example")  # objects that may be empty, and are mostly written so by leaving them out
_FIXES = {str: "put it in quotes", bool: "write true or false, without quotes"}


def run(document: Node, report: Report) -> None:
    """Check the type of every member, write boolean schemas as objects, and drop members that are null.

    Raises:
        CodegenError: a member has the wrong type, or a required one is missing.
    """
    conform(document, "document", "")
    document.setdefault("components", {})
    document.setdefault("paths", {})


def conform(value: Any, kind: str, place: str) -> Any:
    """A part of the document, corrected in place where it can be; see `codegen.shapes` for the kinds.

    Raises:
        CodegenError: something in it is of the wrong kind.
    """
    kind = _choose_kind(value, kind)
    if kind == "schema" and isinstance(value, bool):
        return {} if value else {"not": {}}
    if value is None and kind in _NOTHING_SAID:
        return {}
    fits = isinstance(value, _get_class(kind))
    if not fits:
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
    for name, wanted in SHAPES[kind].items():
        if value.get(name, "") is None:
            del value[name]
        if name in value:
            value[name] = conform(value[name], wanted.removesuffix("!"), place + build_pointer(name))
        elif wanted.endswith("!") and not value.keys() & SHAPES[kind].keys() & {"$ref"}:
            raise CodegenError(place, f"the {kind} has no `{name}`", "add it")


def _drop_meaningless_keywords(schema: Node) -> None:
    # OpenAPI 3.0 documents carry the `required: true` of a parameter into its schema.
    for word, nothing in {"required": bool, "enum": bool, "allOf": list, "anyOf": list, "oneOf": list}.items():
        if isinstance(schema.get(word), nothing) and (nothing is bool or not schema[word]):
            del schema[word]
