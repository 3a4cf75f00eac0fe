"""Removes names from `required` that are not members.

before
    schemas: {Pet: {properties: {name: {type: string}}, required: [name, nmae]}}
after
    schemas: {Pet: {properties: {name: {type: string}}, required: [name]}}
    warns: "'nmae' is required, but not a member; the members do not include it"

Such a name is more often misspelt than a member without a declaration, and no response would have the misspelt one.
"""

from __future__ import annotations

from ..document import Node, walk
from ..problems import Report


def run(document: Node, report: Report) -> None:
    """Remove unknown names from the `required` of every object with members."""
    for place, schema in walk(document):
        members = schema.get("properties")
        if not members or "patternProperties" in schema:
            continue
        unknown = [name for name in schema.get("required") or () if name not in members]
        if unknown:
            names = ", ".join(map(repr, unknown))
            verb, noun = ("are", "members") if unknown[1:] else ("is", "a member")
            pronoun = "them" if unknown[1:] else "it"
            message = f"{names} {verb} required, but not {noun}; the members do not include {pronoun}"
            report.warn(f"{place}/required", "required-member", message)
            schema["required"] = [name for name in schema["required"] if name in members]
