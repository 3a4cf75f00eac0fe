"""The metadata of Annotated as JSON Schema: descriptions, and the constraints of msgspec and annotated_types."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

__all__: list[str] = []

# Attribute of a constraint: the keyword of JSON Schema, to which lengths add what they count.
_KEYWORDS = {
    "gt": "exclusiveMinimum",
    "ge": "minimum",
    "lt": "exclusiveMaximum",
    "le": "maximum",
    "multiple_of": "multipleOf",
    "min_length": "min",
    "max_length": "max",
    "pattern": "pattern",
}
_COUNTED = {"string": "Length", "array": "Items", "object": "Properties"}


def is_constraint(value: Any) -> bool:
    """Return True for metadata of annotated_types, which is not imported."""
    return type(value).__module__.partition(".")[0] == "annotated_types"


def read_metadata(metadata: Iterable[Any], kind: str | None) -> dict[str, Any]:
    """Return the keywords of JSON Schema for the metadata of Annotated: descriptions and constraints.

    Args:
        metadata: The metadata: texts, `Doc`, `msgspec.Meta`, and constraints of annotated_types.
        kind: The JSON type of the annotated value, None if it is not known.
    """
    import msgspec

    keywords: dict[str, Any] = {}
    for value in _flatten(metadata):
        text = value if isinstance(value, str) else getattr(value, "documentation", None)
        if isinstance(text, str):
            keywords["description"] = text
        elif isinstance(value, msgspec.Meta) or is_constraint(value):
            for attribute, keyword in _KEYWORDS.items():
                bound = getattr(value, attribute, None)
                if isinstance(bound, int | float | str):
                    keywords[keyword + _COUNTED.get(kind or "", "Length") if len(keyword) == 3 else keyword] = bound
        if isinstance(value, msgspec.Meta):
            own = {"title": value.title, "description": value.description, "examples": value.examples}
            keywords |= {key: item for key, item in own.items() if item is not None}
            keywords |= value.extra_json_schema or {}
    return keywords


def _flatten(metadata: Iterable[Any]) -> Iterator[Any]:
    """Yield the metadata; `Interval` and `Len` of annotated_types consist of several constraints."""
    for value in metadata:
        if is_constraint(value) and isinstance(value, Iterable):
            yield from _flatten(value)
        else:
            yield value
