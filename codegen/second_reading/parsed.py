"""What the parser of openapi-python-client reads from a normal form, as facts."""

from __future__ import annotations

import json
from collections.abc import Mapping

from ..document import Node, build_pointer, get_schemas, iter_operations
from ..passes.media import EVENT_STREAM, MULTIPART, choose_media_type
from ..rendering.identifiers import class_name
from ..upstream import Parsed, ParsedOperation, ParsedValue, parse
from .readable import MAP, build_readable, find_index, list_bodies, list_responses, number
from .types import (
    ANY,
    NONE,
    Type,
    build_container,
    build_literal,
    build_name,
    drop_plain_objects,
    find_decoded,
    join,
    keep_text,
    spell,
    spell_value,
)

_SCALARS = {"datetime.datetime": "datetime", "datetime.date": "date", "File": "bytes", "UUID": "str"}


def read_facts(normal: Node) -> tuple[dict[str, str], list[str]]:
    """Return the facts that the parser reads, by place, and its messages about what it does not read.

    Raises:
        CodegenError: The parser cannot read the document at all.
    """
    parsed = parse(build_readable(normal))
    return _Facts(normal, parsed).found, parsed.errors


class _Facts:
    def __init__(self, normal: Node, parsed: Parsed) -> None:
        self.schemas = get_schemas(normal)
        self.names = list(self.schemas)
        self.models = frozenset(class_name(name) for name, schema in self.schemas.items() if schema.get("properties"))
        self.found: dict[str, str] = {}
        for class_, members in parsed.models.items():
            if not class_.startswith(MAP):
                self._add_model(self._find_name(class_), members)
        for class_, values in parsed.enumerations.items():
            found = join(build_literal(json.loads(value)) for value in values)
            self.found[build_pointer("components", "schemas", self._find_name(class_))] = f"values {spell(found)}"
        for index, (place, _, _, operation) in enumerate(iter_operations(normal)):
            identity = number("operation", index)
            if identity in parsed.operations:
                self._add_operation(place, operation, parsed.operations[identity])

    def _find_name(self, class_: str) -> str:
        return self.names[find_index(class_)]

    def _add_model(self, name: str, members: list[ParsedValue]) -> None:
        place = build_pointer("components", "schemas", name)
        self.found[place] = "object"
        wires = list(self.schemas[name]["properties"])
        for each in members:
            here = place + build_pointer("properties", wires[find_index(each.wire)])
            self._add_value(here, each)
            attribute = self._build_type(each)
            self.found[f"{here}: attribute"] = spell(attribute - (frozenset() if each.required else NONE))
            self.found[f"{here}: decoder"] = spell(find_decoded(attribute, self.models))

    def _add_value(self, place: str, value: ParsedValue) -> None:
        """Add what is accepted for a member or a parameter."""
        self.found[place] = spell_value(self._build_argument(value), required=value.required)

    def _add_operation(self, place: str, operation: Node, parsed: ParsedOperation) -> None:
        self.found[place] = "operation"
        for each in parsed.parameters:
            parameter = operation["parameters"][find_index(each.wire)]
            self._add_value(place + build_pointer("parameters", parameter["in"], parameter["name"]), each)
        bodies = list_bodies(operation)
        sent = {choose_media_type(dict(bodies)), MULTIPART} if bodies else set()
        for name, body in parsed.bodies.items():
            sent_as = bodies[find_index(name)][0]
            if sent_as in sent:  # the package has no methods for others
                self._add_body(place + build_pointer("requestBody", "content", sent_as), body)
        responses = list_responses(operation)
        types = {int(status): self._build_type(each) for status, each in parsed.responses.items()}
        by_status: dict[str, dict[str | None, Type]] = {}
        for index, found in types.items():
            status, media_type, _ = responses[index]
            by_status.setdefault(status, {})[media_type] = found
            here = place + build_pointer("responses", status if status == "default" else status.upper())
            self.found[here] = "response"
            if media_type is not None and media_type != EVENT_STREAM:
                decoded = find_decoded(found, self.models)
                self.found[here + build_pointer("content", media_type)] = f"decodes {spell(decoded)}"
        successes = {status: each for status, each in by_status.items() if status.startswith("2")}
        self._add_results(place, successes or {"default": by_status.get("default", {})})

    def _add_results(self, place: str, by_status: Mapping[str, Mapping[str | None, Type]]) -> None:
        """Add the type of the result, and that of the events of a stream."""
        results = []
        for types in by_status.values():
            for media_type, found in types.items():
                if media_type == EVENT_STREAM:
                    self.found[f"{place}: events"] = spell(found)
                    decoded = find_decoded(found, self.models) or build_container("dict", frozenset())
                    self.found[f"{place}: event decoder"] = spell(decoded)
            rest = {media_type: found for media_type, found in types.items() if media_type != EVENT_STREAM}
            if rest:
                json_type = next((each for each in rest if each is not None and each.endswith("json")), None)
                chosen = json_type if json_type is not None else next(iter(rest))
                results.append(NONE if chosen is None else rest[chosen])
        self.found[f"{place}: result"] = spell(join(results) or NONE)

    def _add_body(self, place: str, body: ParsedValue) -> None:
        found = self._build_argument(body) - NONE
        name = self._find_name(body.name) if body.kind == "model" and not body.name.startswith(MAP) else None
        self.found[place] = spell_value(found, required=body.required and name is None)
        if name is not None:
            start = build_pointer("components", "schemas", name, "properties") + "/"
            members = {key: text for key, text in self.found.items() if key.startswith(start) and ": " not in key}
            for key, text in members.items():
                self.found[f"{place}/properties/{key.removeprefix(start)}"] = text

    def _build_argument(self, value: ParsedValue) -> Type:
        """Return the type that is accepted for a value."""
        return drop_plain_objects(self._build_type(value), self.models)

    def _build_type(self, value: ParsedValue) -> Type:
        """Return the type of a value. Its dates are dates, except in lists and maps, and beside other variants."""
        match value.kind:
            case "model" if not value.name.startswith(MAP):
                return build_name(class_name(self._find_name(value.name)))
            case "model":
                return build_container("dict", join(map(self._build_inner, value.inside)) or ANY)
            case "enumeration":
                return build_name(class_name(self._find_name(value.name)))
            case "constant":
                return build_literal(json.loads(value.name))
            case "union":
                found = join(map(self._build_type, value.inside))
                return keep_text(found) if len(found - NONE) > 1 else found
            case "list":
                return build_container("list", join(map(self._build_inner, value.inside)))
        return build_name(_SCALARS.get(value.name, value.name))

    def _build_inner(self, value: ParsedValue) -> Type:
        return keep_text(self._build_type(value))
