"""Checks that no member of the contract has the name of an attribute that the overlays add.

before
    schemas: {Result: {properties: {text: {type: string}}}}
    agreed: {Result: [text, latency]}
after
    stops: Result.text has the name of an attribute that the overlays add
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ..document import Node, build_pointer, get_schemas
from ..problems import CodegenError, Report


def run(document: Node, report: Report, reserved: Mapping[str, Sequence[str]] | None = None) -> None:
    """Check that no member of the document has a reserved name.

    Args:
        reserved: By schema, the members that the overlays add to its model.

    Raises:
        CodegenError: A member has a reserved name.
    """
    for name, members in (reserved or {}).items():
        for member in members:
            if member in get_schemas(document).get(name, {}).get("properties", {}):
                raise CodegenError(
                    build_pointer("components", "schemas", name, "properties", member),
                    f"{name}.{member} has the name of an attribute that the overlays add",
                    "rename the attribute in the overlays, and its entry in names.toml",
                )
