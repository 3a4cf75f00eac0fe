"""Converts the parameters of Swagger 2.0: their types to schemas, and those of the body and of forms to bodies."""

from __future__ import annotations

from collections import Counter
from copy import deepcopy

from ..document import Node, UnresolvedError, build_pointer, resolve_pointer
from ..passes.structure import INVALID, conform
from ..problems import LEFT_OUT, Report

FORM = "application/x-www-form-urlencoded"
MULTIPART = "multipart/form-data"
_KEYWORDS = frozenset(
    """type format items default enum maximum exclusiveMaximum minimum exclusiveMinimum maxLength minLength pattern
    maxItems minItems uniqueItems multipleOf nullable""".split()  # noqa: SIM905 - a list of words reads better as text
)
_STYLES = {
    "csv": {"style": "form", "explode": False},
    "multi": {"style": "form", "explode": True},
    "ssv": {"style": "spaceDelimited", "explode": False},
    "pipes": {"style": "pipeDelimited", "explode": False},
}


class Converter:
    """Converts the parameters of a document.

    Args:
        document: The document; shared parameters have not been moved.
        report: Receives the warnings.
        counts: What was converted -> how often.
        origins: Receives the pointer of each converted part -> its pointer in the document.
    """

    def __init__(self, document: Node, report: Report, counts: Counter[str], origins: dict[str, str]) -> None:
        self.document = document
        self.report = report
        self.counts = counts
        self.origins = origins

    def convert(self, operation: Node, shared: list[Node], consumes: list[str], place: str) -> None:
        """Convert the parameters of an operation and of its path to parameters and a body."""
        found = self._resolve(operation.pop("parameters", []), f"{place}/parameters")
        own = {(each.get("in"), each.get("name")) for each, _ in found}
        path = place.rpartition("/")[0]
        inherited = self._resolve(shared, f"{path}/parameters")
        found += [(each, where) for each, where in inherited if (each.get("in"), each.get("name")) not in own]
        bodies = [(each, where) for each, where in found if each.get("in") == "body"]
        fields = [(each, where) for each, where in found if each.get("in") == "formData"]
        rest = [(each, where) for each, where in found if each.get("in") not in ("body", "formData")]
        operation["parameters"] = [self._convert_parameter(each, where) for each, where in rest]
        for index, (_, where) in enumerate(rest):
            self.origins[f"{place}/parameters/{index}"] = where
            self.origins[f"{place}/parameters/{index}/schema"] = where
        if bodies:
            operation["requestBody"] = self._convert_body(*bodies[0], consumes, f"{place}/requestBody")
            fields = []
        for _, where in bodies[1:]:
            self.report.leave_out(where, "second-body", "left out: the operation has another body parameter")
        if fields:
            operation["requestBody"] = self._convert_form(fields, consumes, f"{place}/requestBody")

    def convert_header(self, header: Node, place: str) -> Node:
        """Convert a header of a response."""
        self._check_format(header, place)
        rest = {word: value for word, value in header.items() if word not in {*_KEYWORDS, "collectionFormat"}}
        return {**rest, "schema": _collect_keywords(header)}

    def _resolve(self, parameters: list[Node], place: str) -> list[tuple[Node, str]]:
        """Return the parameters and their pointers, with references followed."""
        found = []
        for index, parameter in enumerate(parameters):
            each, where = parameter, f"{place}/{index}"
            if "$ref" in each:
                try:
                    target = resolve_pointer(self.document, each["$ref"], where)
                except UnresolvedError as error:
                    self.report.reject(where, error.rule, error.problem, error.fix, instead=LEFT_OUT)
                    continue
                each = conform(deepcopy(target), "swagger parameter", where, self.report)
            if each is not INVALID:
                found.append((deepcopy(each), where))
        return found

    def _convert_parameter(self, parameter: Node, place: str) -> Node:
        """Return a parameter of the path, the query or the headers with a schema."""
        self.counts["parameter"] += 1
        schema = _collect_keywords(parameter)
        rest = {word: value for word, value in parameter.items() if word not in {*_KEYWORDS, "collectionFormat"}}
        converted = {**rest, "schema": schema}
        if parameter.get("type") == "array":
            if parameter.get("in") == "query":
                converted.update(_STYLES.get(parameter.get("collectionFormat", "csv"), _STYLES["csv"]))
                self._check_format(parameter, place, *_STYLES)
            else:
                self._check_format(parameter, place)
        return converted

    def _check_format(self, part: Node, place: str, *supported: str) -> None:
        """Warn about a separator of lists that OpenAPI 3 does not have."""
        declared = part.get("collectionFormat", "csv")
        if declared not in ("csv", *supported):
            message = f"the collectionFormat {declared!r} is not supported here; the items are separated by commas"
            self.report.warn(place, "collection-format", message)

    def _convert_body(self, parameter: Node, origin: str, consumes: list[str], place: str) -> Node:
        self.counts["body parameter"] += 1
        schema = parameter.get("schema") or {}
        content = {kind: {"schema": deepcopy(schema)} for kind in consumes if kind not in (FORM, MULTIPART)}
        content = content or {"application/json": {"schema": schema}}
        for kind in content:
            self.origins[place + build_pointer("content", kind)] = origin
        described: Node = {word: parameter[word] for word in ("description", "required") if word in parameter}
        return {**described, "content": content}

    def _convert_form(self, fields: list[tuple[Node, str]], consumes: list[str], place: str) -> Node:
        self.counts["form"] += 1
        kinds = [kind for kind in consumes if kind in (FORM, MULTIPART)] or [FORM]
        if any(_is_file(field) for field, _ in fields):
            kinds = [MULTIPART]
        members: Node = {}
        for field, where in fields:
            members[field["name"]] = {**_collect_keywords(field), **_collect_description(field)}
            if field.get("type") == "array" and field.get("collectionFormat") != "multi":
                message = "the items of the form field are sent one by one, not separated by commas"
                self.report.warn(where, "collection-format", message)
        required = [field["name"] for field, _ in fields if field.get("required")]
        schema = {"type": "object", "properties": members, **({"required": required} if required else {})}
        for kind in kinds:
            for field, where in fields:
                steps = build_pointer("content", kind, "schema", "properties", field["name"])
                self.origins[place + steps] = where
        return {"required": bool(required), "content": {kind: {"schema": deepcopy(schema)} for kind in kinds}}


def _collect_keywords(part: Node) -> Node:
    """Return the keywords of a parameter that belong to its schema."""
    schema = {word: value for word, value in part.items() if word in _KEYWORDS or word.startswith("x-enum")}
    if isinstance(schema.get("items"), dict):
        schema["items"] = _collect_keywords(schema["items"])
    return schema


def _collect_description(part: Node) -> Node:
    return {word: part[word] for word in ("description",) if word in part}


def _is_file(field: Node) -> bool:
    return field.get("format") == "binary" and field.get("type") == "string"
