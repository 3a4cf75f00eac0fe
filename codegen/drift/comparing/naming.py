"""Compares names that become names in Python: operation ids, tags and schema names."""

from __future__ import annotations

from collections.abc import Iterator

from ...document import Node, build_pointer, build_reference, get_schemas
from .difference import REQUEST, RESPONSE, Difference, Location, find_rules
from .normalize import REFERENCES, get_pointer
from .schemas import SchemaComparison

_METHOD = "x-speakeasy-name-override"


def compare_operation_names(left: Node, right: Node, location: Location) -> Iterator[Difference]:
    """Yield the differences of the operation id, of the method name, and of the tags of an operation."""
    names = {
        "operation id": ("operationId", "api-operation-id-removed"),
        "method name": (_METHOD, "api-method-name-changed"),
    }
    for kind, (keyword, rule) in names.items():
        if left.get(keyword) != right.get(keyword):
            details = {"ours": left.get(keyword), "theirs": right.get(keyword), "name": keyword}
            node = right.get(keyword)
            yield location.build_difference("changed", kind, find_rules([rule]), **details, node=node)
    old, new = list(left.get("tags") or ()), list(right.get("tags") or ())
    if old != new:
        if old[:1] != new[:1]:  # the first tag is the namespace of the method
            rules = ["api-namespace-changed"]
        else:
            rules = ["api-tag-added"] if {*new} - {*old} else []
            rules += ["api-tag-removed"] if {*old} - {*new} else []
        details = {"ours": old, "theirs": new, "name": "tags", "node": new}
        yield location.build_difference("changed", "tags", find_rules(rules), **details)


def compare_schema_names(schemas: SchemaComparison) -> Iterator[Difference]:
    """Yield the schemas that have another name in the new document, and those that nothing uses and are gone.

    Only names that both documents declare are compared, as an inline schema has none.
    """
    ours, theirs = get_schemas(schemas.ours), get_schemas(schemas.theirs)
    for name, schema in ours.items():
        if not _is_declared(name, schema):
            continue
        location = Location(name, get_pointer(schema, ""), REQUEST | RESPONSE)
        operations = schemas.operations.get(name, frozenset())
        others = schemas.counterparts.get(name, {})
        declared = [each for each in others if _is_declared(each, theirs[each])]
        if declared and len(declared) == len(others) and name not in declared:
            details = {"ours": name, "theirs": ", ".join(declared), "operations": operations}
            node = declared[0] if len(declared) == 1 else None
            rules = find_rules(["api-schema-renamed"])
            yield location.build_difference("changed", "schema name", rules, **details, name=name, node=node)
        elif not operations and name not in theirs and not _is_used(schemas.ours, name):
            yield location.build_difference("removed", "schema", find_rules(["api-schema-removed"]))


def _is_declared(name: str, schema: Node) -> bool:
    return get_pointer(schema, "") == build_pointer("components", "schemas", name)


def _is_used(document: Node, name: str) -> bool:
    """Return True if the original document refers to a schema."""
    target = build_reference(name)["$ref"]
    return any(each == target or each.startswith(f"{target}/") for each in document.get(REFERENCES) or ())
