"""Sample values for JSON Schemas: tool arguments, structured outputs, and responses without an example."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

_MAX_DEPTH = 4
_MAX_CHOSEN = 20
_NESTED = ("object", "array")
_FORMATS = {
    "date": "2026-08-20",
    "date-time": "2026-08-20T09:15:00Z",
    "time": "09:15:00Z",
    "duration": "PT5M",
    "email": "ada@example.com",
    "uri": "https://example.com/",
    "url": "https://example.com/",
    "decimal": "1.50",
    "uuid": "6a1d5e0c-2b94-4f0e-8b7c-91d3a4c5e6f7",
    "ipv4": "127.0.0.1",
    "ipv6": "::1",
    "hostname": "example.com",
    "base64": "aGVsbG8=",
}
_VALUES_BY_NAME = {
    "city": "Paris",
    "location": "Paris",
    "place": "Paris",
    "country": "France",
    "name": "Ada",
    "language": "en",
}
_PATTERN_CANDIDATES = (
    "a",
    "A",
    "0",
    "aA0",
    "abc",
    "ABC",
    "abc-1",
    "ABC-123",
    "2026-08-20",
    "09:15",
    "1.0",
    "#a0b1c2",
    "en-GB",
)


def build_sample(
    schema: Any,
    document: Mapping[str, Any] | None = None,
    choose: Callable[[Mapping[str, Any], str], Any] | None = None,
) -> Any:
    """Return a value that is valid for a JSON Schema; equal schemas return equal values.

    Constants, examples, defaults and enumerations take precedence over generated values. Optional members are included
    down to a nesting depth of 4. For a `pattern`, a fixed list of candidates is tried; if none matches, the value does
    not match the pattern.

    Args:
        schema: The schema.
        document: The document in which references are resolved; defaults to the schema itself.
        choose: Receives the schema and the name of each member that is no object or array. Its value, unless None,
            takes precedence over all but constants. With it, members that may be null are null instead of generated,
            and arrays have as many items as it returns different values for.
    """
    return _SampleBuilder(schema if document is None else document, choose).build(schema, "value", 0)


class _SampleBuilder:
    def __init__(self, document: Any, choose: Callable[[Mapping[str, Any], str], Any] | None) -> None:
        self._document = document
        self._choose = choose

    def build(self, schema: Any, name: str, depth: int) -> Any:
        """Return a sample for a schema; `name` is the name of the member that the sample is for."""
        if not isinstance(schema, dict):
            return name
        may_be_null = _allows_null(schema)
        schema = self._merge(schema, depth)
        if "const" in schema:
            return schema["const"]
        chosen = None if self._choose is None or _find_type(schema) in _NESTED else self._choose(schema, name)
        if chosen is not None:
            return chosen
        for candidates in (
            schema.get("examples"),
            [schema["default"]] if "default" in schema else None,
            schema.get("enum"),
        ):
            if isinstance(candidates, list) and candidates:
                return candidates[0]
        if may_be_null and self._choose is not None:
            return None
        match _find_type(schema):
            case "object":
                return self._build_object(schema, depth)
            case "array":
                return self._build_array(schema, name, depth)
            case "integer" | "number" as json_type:
                return _build_number(schema, integer=json_type == "integer")
            case "boolean":
                return True
            case "null":
                return None
            case _:
                return _build_text(schema, name)

    def _merge(self, schema: Mapping[str, Any], depth: int) -> dict[str, Any]:
        """Return one schema without `$ref`, `anyOf`, `oneOf` and `allOf`; the first branch of unions is used."""
        merged = {name: value for name, value in schema.items() if name not in {"$ref", "anyOf", "oneOf", "allOf"}}
        parts = [self._resolve(schema["$ref"])] if "$ref" in schema else []
        for name in ("anyOf", "oneOf"):
            parts += self._choose_branch(schema.get(name, []), depth)
        for part in [*parts, *schema.get("allOf", [])]:
            for name, value in (self._merge(part, depth) if isinstance(part, dict) else {}).items():
                if name == "properties":
                    merged[name] = {**merged.get(name, {}), **value}
                elif name == "required":
                    merged[name] = [*merged.get(name, []), *value]
                else:
                    merged.setdefault(name, value)
        return merged

    def _choose_branch(self, branches: Sequence[Any], depth: int) -> Sequence[Any]:
        # Below the maximum depth, prefer null or a string, so that recursive schemas end.
        scalar = [each for each in branches if isinstance(each, dict) and each.get("type") in {"null", "string"}]
        return (scalar if depth > _MAX_DEPTH and scalar else branches)[:1]

    def _resolve(self, reference: str) -> Any:
        """Return the schema that a JSON Pointer refers to."""
        schema = self._document
        for step in reference.removeprefix("#").strip("/").split("/"):
            schema = schema[step.replace("~1", "/").replace("~0", "~")] if step else schema
        return schema

    def _build_object(self, schema: Mapping[str, Any], depth: int) -> dict[str, Any]:
        properties = schema.get("properties", {})
        required = list(schema.get("required", []))
        names = dict.fromkeys([*properties, *required] if depth < _MAX_DEPTH else required)
        members = {name: self.build(properties.get(name, {}), name, depth + 1) for name in names}
        while len(members) < schema.get("minProperties", 0):
            name = f"key_{len(members) + 1}"
            members[name] = self.build(schema.get("additionalProperties", {}), name, depth + 1)
        return members

    def _build_array(self, schema: Mapping[str, Any], name: str, depth: int) -> list[Any]:
        values = [self.build(each, name, depth + 1) for each in schema.get("prefixItems", [])]
        items = schema.get("items", {})
        minimum = schema.get("minItems", 1 if depth < _MAX_DEPTH and items is not False else 0)
        while len(values) < min(minimum, schema.get("maxItems", minimum)):
            value = self.build(items, name, depth + 1)
            is_repeated = schema.get("uniqueItems") and value in values
            values.append(_make_distinct(value, len(values)) if is_repeated else value)
        if self._choose is not None and values and "prefixItems" not in schema and depth < _MAX_DEPTH:
            values += self._choose_more(items, name, depth, values, schema.get("maxItems", _MAX_CHOSEN))
        return values

    def _choose_more(self, items: Any, name: str, depth: int, values: Sequence[Any], maximum: int) -> list[Any]:
        """Return further items of an array, as long as other values are chosen for them."""
        more: list[Any] = []
        while len(values) + len(more) < maximum:
            value = self.build(items, name, depth + 1)
            if value in values or value in more:
                break
            more.append(value)
        return more


def _find_type(schema: Mapping[str, Any]) -> str:
    """Return the first JSON type of a schema that is not null; without `type`, the type implied by other keywords."""
    declared = schema.get("type")
    if isinstance(declared, list):
        declared = next((each for each in declared if each != "null"), "null")
    if declared is None:
        declared = "object" if "properties" in schema else "array" if "items" in schema else "string"
    return str(declared)


def _allows_null(schema: Mapping[str, Any]) -> bool:
    """Return True if a schema that is no reference accepts null."""
    branches = [schema, *schema.get("anyOf", ()), *schema.get("oneOf", ())]
    types = [each.get("type") for each in branches if isinstance(each, dict)]
    return any(each == "null" or (isinstance(each, list) and "null" in each) for each in types)


def _build_number(schema: Mapping[str, Any], *, integer: bool) -> float:
    step = schema.get("multipleOf", 1 if integer else 0.5)
    low = schema.get("minimum", schema.get("exclusiveMinimum"))
    high = schema.get("maximum", schema.get("exclusiveMaximum"))
    if low is None and high is None:
        return step if "multipleOf" in schema else 1 if integer else 1.5
    steps = -(-low // step) if low is not None else high // step
    value = steps * step
    if value == schema.get("exclusiveMinimum"):
        value += step
    if value == schema.get("exclusiveMaximum"):
        value -= step
    # If no multiple of the step lies within the bounds, use their midpoint.
    if high is not None and low is not None and not low <= value <= high:
        value = (low + high) / 2
    return int(value) if integer else value


def _build_text(schema: Mapping[str, Any], name: str) -> str:
    minimum, maximum = schema.get("minLength", 0), schema.get("maxLength")
    form = "base64" if schema.get("contentEncoding") == "base64" else schema.get("format", "")
    text: str = _FORMATS.get(form, _VALUES_BY_NAME.get(name, name))
    if "pattern" in schema:
        candidates = [text, *_PATTERN_CANDIDATES, *(each[0] * max(minimum, 1) for each in _PATTERN_CANDIDATES)]
        text = next((each for each in candidates if re.search(schema["pattern"], each)), text)
    text += text[-1:] * (minimum - len(text)) if text else "a" * minimum
    return text[:maximum]


def _make_distinct(value: Any, count: int) -> Any:
    """Return a variation of a value, for arrays with `uniqueItems`."""
    if isinstance(value, bool) or value is None:
        return not value
    return value + count if isinstance(value, int | float) else f"{value}_{count + 1}"
