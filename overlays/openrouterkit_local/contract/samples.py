"""A value that fits a JSON Schema: for tool calls, for answers in a form, and for what has no example."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_DEEPEST = 4
_FORMATS = {
    "date": "2026-08-20",
    "date-time": "2026-08-20T09:15:00Z",
    "time": "09:15:00Z",
    "duration": "PT5M",
    "email": "ada@example.com",
    "uri": "https://example.com/",
    "url": "https://example.com/",
    "uuid": "6a1d5e0c-2b94-4f0e-8b7c-91d3a4c5e6f7",
    "ipv4": "127.0.0.1",
    "ipv6": "::1",
    "hostname": "example.com",
}
_NAMES = {"city": "Paris", "location": "Paris", "place": "Paris", "country": "France", "name": "Ada", "language": "en"}
_GUESSES = ("a", "A", "0", "aA0", "abc", "ABC", "abc-1", "ABC-123", "2026-08-20", "09:15", "1.0", "#a0b1c2", "en-GB")


def sample(schema: Any, document: Mapping[str, Any] | None = None) -> Any:
    """A value that fits a JSON Schema, the same for the same schema.

    Constants, examples, defaults and enumerations are used first; optional members are there, too, save where they
    would go on for ever. A `pattern` is met where one of a few guesses does.

    Args:
        schema: the schema.
        document: where its references lead; the schema itself unless given.
    """
    return _Sampler(schema if document is None else document).value(schema, "value", 0)


class _Sampler:
    def __init__(self, document: Any) -> None:
        self._document = document

    def value(self, schema: Any, name: str, depth: int) -> Any:
        if not isinstance(schema, dict):
            return name
        schema = self._whole(schema, depth)
        if "const" in schema:
            return schema["const"]
        for stated in (
            schema.get("examples"),
            [schema["default"]] if "default" in schema else None,
            schema.get("enum"),
        ):
            if isinstance(stated, list) and stated:
                return stated[0]
        match _kind(schema):
            case "object":
                return self._object(schema, depth)
            case "array":
                return self._array(schema, name, depth)
            case "integer" | "number" as kind:
                return _number(schema, whole=kind == "integer")
            case "boolean":
                return True
            case "null":
                return None
            case _:
                return _text(schema, name)

    def _whole(self, schema: Mapping[str, Any], depth: int) -> dict[str, Any]:
        """The schema with its references, the first of its alternatives and all of its parts laid into one."""
        whole = {name: value for name, value in schema.items() if name not in {"$ref", "anyOf", "oneOf", "allOf"}}
        parts = [self._target(schema["$ref"])] if "$ref" in schema else []
        for name in ("anyOf", "oneOf"):
            parts += self._chosen(schema.get(name, []), depth)
        for part in [*parts, *schema.get("allOf", [])]:
            for name, value in (self._whole(part, depth) if isinstance(part, dict) else {}).items():
                if name == "properties":
                    whole[name] = {**whole.get(name, {}), **value}
                elif name == "required":
                    whole[name] = [*whole.get(name, []), *value]
                else:
                    whole.setdefault(name, value)
        return whole

    def _chosen(self, branches: Sequence[Any], depth: int) -> Sequence[Any]:
        # Deep down, null or a scalar ends what would otherwise go on for ever.
        scalar = [each for each in branches if isinstance(each, dict) and each.get("type") in {"null", "string"}]
        return (scalar if depth > _DEEPEST and scalar else branches)[:1]

    def _target(self, reference: str) -> Any:
        found = self._document
        for step in reference.removeprefix("#").strip("/").split("/"):
            found = found[step.replace("~1", "/").replace("~0", "~")] if step else found
        return found

    def _object(self, schema: Mapping[str, Any], depth: int) -> dict[str, Any]:
        properties = schema.get("properties", {})
        required = list(schema.get("required", []))
        names = dict.fromkeys([*properties, *required] if depth < _DEEPEST else required)
        made = {name: self.value(properties.get(name, {}), name, depth + 1) for name in names}
        while len(made) < schema.get("minProperties", 0):
            name = f"key_{len(made) + 1}"
            made[name] = self.value(schema.get("additionalProperties", {}), name, depth + 1)
        return made

    def _array(self, schema: Mapping[str, Any], name: str, depth: int) -> list[Any]:
        made = [self.value(each, name, depth + 1) for each in schema.get("prefixItems", [])]
        items = schema.get("items", {})
        least = schema.get("minItems", 1 if depth < _DEEPEST and items is not False else 0)
        while len(made) < min(least, schema.get("maxItems", least)):
            value = self.value(items, name, depth + 1)
            made.append(_another(value, len(made)) if schema.get("uniqueItems") and value in made else value)
        return made


def _kind(schema: Mapping[str, Any]) -> str:
    stated = schema.get("type")
    if isinstance(stated, list):
        stated = next((each for each in stated if each != "null"), "null")
    if stated is None:
        stated = "object" if "properties" in schema else "array" if "items" in schema else "string"
    return str(stated)


def _number(schema: Mapping[str, Any], *, whole: bool) -> float:
    step = schema.get("multipleOf", 1 if whole else 0.5)
    low = schema.get("minimum", schema.get("exclusiveMinimum"))
    high = schema.get("maximum", schema.get("exclusiveMaximum"))
    if low is None and high is None:
        return step if "multipleOf" in schema else 1 if whole else 1.5
    steps = -(-low // step) if low is not None else high // step
    value = steps * step
    if value == schema.get("exclusiveMinimum"):
        value += step
    if value == schema.get("exclusiveMaximum"):
        value -= step
    # Between bounds closer than the step, the middle.
    if high is not None and low is not None and not low <= value <= high:
        value = (low + high) / 2
    return int(value) if whole else value


def _text(schema: Mapping[str, Any], name: str) -> str:
    least, most = schema.get("minLength", 0), schema.get("maxLength")
    text: str = _FORMATS.get(schema.get("format", ""), _NAMES.get(name, name))
    if "pattern" in schema:
        guesses = [text, *_GUESSES, *(guess[0] * max(least, 1) for guess in _GUESSES)]
        text = next((guess for guess in guesses if re.search(schema["pattern"], guess)), text)
    text += text[-1:] * (least - len(text)) if text else "a" * least
    return text[:most]


def _another(value: Any, count: int) -> Any:
    if isinstance(value, bool) or value is None:
        return not value
    return value + count if isinstance(value, int | float) else f"{value}_{count + 1}"
