"""Prepares a document for the comparison: its normal form, with what the passes drop but a comparison needs.

Every object keeps its JSON Pointer in the original document. Operations, parameters and the document get members that
start with `x-drift-`, for parts that a generated package does not represent.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from copy import deepcopy
from typing import Any

from ...document import Node, build_pointer, iter_operations, resolve_pointer
from ...names import AgreedNames
from ...normal_form import build_normal_form
from ...problems import CodegenError, Report

STYLE, SERVERS, WEBHOOKS, TAG = "x-drift-style", "x-drift-servers", "x-drift-webhooks", "x-drift-tag"
REFERENCES = "x-drift-references"
_COMPARED = frozenset(
    {"other-server", "unused-security", "same-operation-id", "same-method", "same-schema", "stream-switch"}
)
"""The rules of problems that do not matter for a comparison, or whose parts are compared nevertheless."""
_SCALARS = frozenset({"string", "number", "integer", "boolean", "null"})


class LocatedObject(dict[str, Any]):
    """A JSON object with its JSON Pointer in the original document, which copies of the object keep."""

    pointer = ""

    def __deepcopy__(self, memo: dict[int, Any]) -> LocatedObject:
        copied: LocatedObject = _copy(self)  # faster than the general way, as no object is in two places
        return copied


def _copy(value: Any) -> Any:
    if isinstance(value, list):
        return [_copy(each) if isinstance(each, dict | list) else each for each in value]
    copied = LocatedObject()
    for key, each in value.items():
        copied[key] = _copy(each) if isinstance(each, dict | list) else each
    copied.pointer = get_pointer(value, "")
    return copied


def normalize(
    document: Node,
    agreed: AgreedNames,
    corrections: list[Node],
    passes: Iterable[Callable[[Node, Report], None]] = (),
) -> tuple[Node, list[str]]:
    """Return the normal form of a document for a comparison, and the warnings; invalid parts are replaced.

    Raises:
        CodegenError: A part of the document is invalid.
    """
    report = Report(lenient=True)
    normal = build_normal_form(document, report, agreed, corrections, (_prepare, *passes))
    return normal, [str(each) for each in report.problems if each.rule not in _COMPARED]


def _prepare(document: Node, _: Report) -> None:
    """Add the pointers and the members for the comparison, after the corrections and the conversion of Swagger 2."""
    references: set[str] = set()
    for key, value in document.items():
        document[key] = add_pointers(value, references, build_pointer(key))
    document[REFERENCES] = references
    _annotate(document)


def add_pointers(value: Any, references: set[str], pointer: str = "") -> Any:
    """Return a copy of a document in which every object has its pointer, and collect the targets of references."""
    if isinstance(value, dict):
        located = LocatedObject(
            (key, add_pointers(inner, references, pointer + build_pointer(key))) for key, inner in value.items()
        )
        located.pointer = pointer
        if isinstance(value.get("$ref"), str):
            references.add(value["$ref"])
        tag = value.get("discriminator")
        if isinstance(tag, dict) and isinstance(tag.get("propertyName"), str):
            located[TAG] = tag["propertyName"]  # a pass infers the others
        return located
    if isinstance(value, list):
        return [add_pointers(inner, references, f"{pointer}/{index}") for index, inner in enumerate(value)]
    return value


def get_pointer(node: Node, default: str) -> str:
    """Return the original pointer of an object, or the default for an object that a pass has created."""
    return node.pointer if isinstance(node, LocatedObject) else default


def _annotate(document: Node) -> None:
    document[WEBHOOKS] = [str(name) for name in document.get("webhooks") or ()]
    shared = (document.get("components") or {}).get("parameters") or {}
    _annotate_parameters(document, list(shared.values()) if isinstance(shared, dict) else [])
    for item in (document.get("paths") or {}).values():
        if isinstance(item, dict):
            _annotate_parameters(document, item.get("parameters"))
    for _, path, _, operation in iter_operations(document):
        _annotate_parameters(document, operation.get("parameters"))
        servers = operation.get("servers") or document["paths"][path].get("servers")
        if servers:
            operation[SERVERS] = deepcopy(servers)


def _annotate_parameters(document: Node, parameters: Any) -> None:
    for parameter in parameters if isinstance(parameters, list) else ():
        if isinstance(parameter, dict) and "$ref" not in parameter:
            parameter[STYLE] = _get_style(document, parameter)


def _get_style(document: Node, parameter: Node) -> Node:
    """Return how a parameter is written: `style` and `explode`, or the media type of its content."""
    if parameter.get("content"):
        return {"content": next(iter(parameter["content"]))}
    is_form = parameter.get("in") in ("query", "cookie")
    style = parameter.get("style") or ("form" if is_form else "simple")
    if _is_scalar(document, parameter.get("schema")):
        return {"style": style}  # one value is written in the same way with and without `explode`
    return {"style": style, "explode": parameter.get("explode", style in ("form", "deepObject"))}


def _is_scalar(document: Node, schema: Any) -> bool:
    try:
        while isinstance(schema, dict) and isinstance(schema.get("$ref"), str):
            schema = resolve_pointer(document, schema["$ref"])
    except (CodegenError, RecursionError):
        return False  # an invalid reference is an error of a later pass
    if not isinstance(schema, dict):
        return False
    values = [schema["const"]] if "const" in schema else schema.get("enum")
    if isinstance(values, list) and values:
        return not any(isinstance(each, dict | list) for each in values)
    declared = schema.get("type")
    kinds = declared if isinstance(declared, list) else [declared]
    return all(isinstance(kind, str) and kind in _SCALARS for kind in kinds)
