"""What holds for every document that is rendered; a place where it does not stops the generation.

before  anything
after   the same: nothing is changed here
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from openapi_python_client.strings import ClassName

from ..document import Node, follow, operations_of, pointer, schemas_of, walk
from ..problems import Problem, Report


def run(document: Node, report: Report, reserved: Mapping[str, Sequence[str]] | None = None) -> None:
    """Raise a Problem at the first place that breaks a rule; `reserved` lists, by schema, what others add to it."""
    for place, schema in walk(document):
        if "$ref" in schema:
            follow(document, schema["$ref"], place)
    _class_names_differ(document)
    for name, members in (reserved or {}).items():
        for member in members:
            if member in schemas_of(document).get(name, {}).get("properties", {}):
                raise Problem(
                    pointer("components", "schemas", name, "properties", member),
                    f"a member of {name} is not called like one the overlays add: {', '.join(members)}",
                    "rename the overlays' member, and take it off the list in names.toml",
                )
    _operations_differ(document)


def _class_names_differ(document: Node) -> None:
    taken: dict[str, str] = {}
    for name in schemas_of(document):
        other = taken.setdefault(ClassName(name, "Schema"), name)
        if other != name:
            raise Problem(
                pointer("components", "schemas", name),
                f"no two schemas have the same class name, {name} and {other} have",
                "give one a better name in names.toml, or rename it in the document",
            )


def _operations_differ(document: Node) -> None:
    taken: dict[str, str] = {}
    for place, path, method, operation in operations_of(document):
        identity = operation["operationId"]
        if taken.setdefault(identity, place) != place:
            raise Problem(
                place, f"an operation id stands once, {identity} stands twice", "rename one of the operations"
            )
        declared = {each["name"] for each in operation.get("parameters") or () if each.get("in") == "path"}
        wanted = {part.partition("}")[0] for part in path.split("{")[1:]}
        if declared != wanted:
            raise Problem(
                place,
                f"a path's parameters are those declared: {sorted(wanted)} are in {method.upper()} {path}, "
                f"{sorted(declared)} declared",
                "add or remove the parameter",
            )
