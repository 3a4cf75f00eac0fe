"""Checks the types of all members that codegen reads, and removes members that are null.

before
    schemas: {Pet: {properties: {a: true, b: false}, items: null}}
after
    schemas: {Pet: {properties: {a: {}, b: {not: {}}}}}

A part of the wrong type is an error. A schema is then replaced by one without constraints, and other parts are removed.
"""

from __future__ import annotations

from typing import Any, Final

from ..document import Node, build_pointer
from ..problems import LEFT_OUT, PLAIN, Report
from ..shapes import SHAPES

_CLASSES: dict[str, type] = {"text": str, "boolean": bool, "list": list, "[": list}
_TYPE_NAMES = {str: "text", bool: "true or false", list: "a list", dict: "an object"}
_MAY_BE_NULL = ("media", "path", "example")  # null means an empty object here, as YAML authors write it
_FIXES = {str: "put it in quotes", bool: "write true or false, without quotes"}

INVALID: Final = object()
"""In place of a part that is left out; see `conform`."""


def run(document: Node, report: Report) -> None:
    """Check the type of every member, write boolean schemas as objects, and drop members that are null."""
    conform(document, "document", "", report)
    document.setdefault("components", {})
    document.setdefault("paths", {})


def conform(value: Any, kind: str, place: str, report: Report) -> Any:
    """Check the types of a part of the document, and return it normalized, mostly in place; INVALID to leave it out.

    Args:
        value: The part.
        kind: Its expected type, see `codegen.shapes`.
        place: Its pointer.
        report: Receives an error for each member that has the wrong type, or is required and missing.
    """
    kind = _choose_kind(value, kind)
    if kind == "schema" and isinstance(value, bool):
        return {} if value else {"not": {}}
    if value is None and kind in _MAY_BE_NULL:
        return {}
    matches = isinstance(value, _get_class(kind))  # a variable, or mypy would narrow `value` to object
    if not matches:
        return _reject(value, kind, place, report)
    if kind[0] == "[":
        items = [conform(item, kind[1:-1], f"{place}/{index}", report) for index, item in enumerate(value)]
        value[:] = [item for item in items if item is not INVALID]
    elif kind[0] in "{<":
        _conform_named(value, kind, place, report)
    elif kind in SHAPES:
        return _conform_members(value, kind, place, report)
    return value


def _choose_kind(value: Any, kind: str) -> str:
    choices = kind.split("|")
    return next((choice for choice in choices if isinstance(value, _get_class(choice))), choices[-1])


def _get_class(kind: str) -> type:
    return _CLASSES.get(kind) or _CLASSES.get(kind[0]) or dict


def _reject(value: Any, kind: str, place: str, report: Report) -> Any:
    """Report a value of the wrong type, and return its replacement."""
    expected = _get_class(kind)
    description = "a schema object" if kind == "schema" else _TYPE_NAMES[expected]
    found = "null" if value is None else _TYPE_NAMES.get(type(value), "a number")
    fix = _FIXES.get(expected, "add a value, or remove the member" if value is None else "")
    instead = PLAIN if kind == "schema" else LEFT_OUT
    report.reject(place, "wrong-type", f"expected {description}, found {found}", fix, instead=instead)
    return {} if kind == "schema" else INVALID


def _conform_named(value: Node, kind: str, place: str, report: Report) -> None:
    for name in list(value):
        skipped = kind[0] == "<" and name.startswith("x-")
        set_part(
            value, name, INVALID if skipped else conform(value[name], kind[1:-1], place + build_pointer(name), report)
        )


def _conform_members(value: Node, kind: str, place: str, report: Report) -> Any:
    if kind == "schema":
        _drop_meaningless_keywords(value)
    for name, expected in SHAPES[kind].items():
        if value.get(name, "") is None:
            del value[name]
        if name in value:
            set_part(value, name, conform(value[name], expected.removesuffix("!"), place + build_pointer(name), report))
            if expected.endswith("!") and name not in value:
                return INVALID
        elif expected.endswith("!") and not value.keys() & SHAPES[kind].keys() & {"$ref"}:
            report.reject(place, "missing-member", f"the {kind} has no `{name}`", instead=LEFT_OUT)
            return INVALID
    return value


def set_part(owner: Node, name: str, value: Any) -> None:
    """Set a member, or remove it if the value is INVALID."""
    if value is INVALID:
        del owner[name]
    else:
        owner[name] = value


def _drop_meaningless_keywords(schema: Node) -> None:
    # Some OpenAPI 3.0 documents repeat the `required: true` of a parameter in its schema.
    for word, empty in {"required": bool, "enum": bool, "allOf": list, "anyOf": list, "oneOf": list}.items():
        if isinstance(schema.get(word), empty) and (empty is bool or not schema[word]):
            del schema[word]
