"""Arguments of operations: the examples of their description, where they are valid, or else samples of its schemas."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from attrs import field, frozen
from jsonschema import Draft202012Validator, FormatChecker

from openrouterkit_local.contract.samples import build_sample

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

Node = dict[str, Any]
_FORMATS: Final = FormatChecker(formats=())
_FILE: Final = b"%PDF-1.4 a small file"
_FORMS: Final = ("application/x-www-form-urlencoded", "multipart/form-data")
_LOCATIONS: Final = {"path": "path_params", "query": "query_params", "header": "header_params"}


@frozen
class Arguments:
    """The arguments of one call.

    Attributes:
        keywords: The keyword arguments.
        body: The whole body as the positional argument, for bodies that are not passed as keywords.
        doubts: The places of values that are not valid by their own schema: neither examples nor samples are.
    """

    keywords: Node = field(factory=dict)
    body: Any = None
    doubts: list[str] = field(factory=list)


class Builder:
    """Builds the arguments of the endpoints of a package.

    Args:
        document: The contract of the package, in normal form.
    """

    def __init__(self, document: Mapping[str, Any]) -> None:
        self._document = document

    def build(self, endpoint: Any, *, required_only: bool) -> Arguments:
        """Return the arguments of an endpoint: all of them, or only those that are required."""
        definition = self._document["paths"][endpoint.path][endpoint.method.lower()]
        built = Arguments()
        for each in definition.get("parameters", ()):
            keyword = self._find_keyword(endpoint, each)
            if keyword is not None and (each.get("required") or not required_only):
                built.keywords[keyword] = self._choose(each, each.get("schema", {}), each["name"], built.doubts)
        needed = endpoint.body and (definition["requestBody"].get("required") or endpoint.body.required)
        if endpoint.body is not None and (needed or not required_only):
            media = definition["requestBody"]["content"][endpoint.body.media_type]
            return self._add_body(endpoint.body, media, built, required_only=required_only)
        return built

    def _find_keyword(self, endpoint: Any, parameter: Node) -> str | None:
        known = getattr(endpoint, _LOCATIONS.get(parameter["in"], ""), {})
        return next((keyword for keyword, wire in known.items() if wire == parameter["name"]), None)

    def _add_body(self, body: Any, media: Node, built: Arguments, *, required_only: bool) -> Arguments:
        schema = self._resolve(media.get("schema", {}))
        if not body.media_type.partition(";")[0].endswith(("/json", "+json", *_FORMS)):
            text = body.media_type.startswith("text/")
            return Arguments(built.keywords, "a text" if text else _FILE, built.doubts)
        value = self._choose(media, media.get("schema", {}), "body", built.doubts)
        if isinstance(value, dict) and (properties := schema.get("properties")):
            needed = schema.get("required", ())
            read_only = {name for name in properties if self._resolve(properties[name]).get("readOnly")}
            value = {
                name: _FILE if name in body.files and isinstance(item, str) else item
                for name, item in value.items()
                if name not in read_only and (name in needed or not required_only)
            }
        if not body.members:
            return Arguments(built.keywords, value, built.doubts)
        keywords = {wire: keyword for keyword, wire in body.members.items()}
        extra = {name: item for name, item in value.items() if name not in keywords}
        named = {keywords[name]: item for name, item in value.items() if name in keywords}
        return Arguments(
            {**built.keywords, **named, **({"extra_body": extra} if extra else {})}, built.body, built.doubts
        )

    def _choose(self, part: Node, schema: Node, place: str, doubts: list[str]) -> Any:
        """Return the first example that is valid, or a sample; a sample that is not valid is a doubt."""
        validator = Draft202012Validator(
            {**schema, "components": self._document.get("components", {})}, format_checker=_FORMATS
        )
        for example in self._list_examples(part, schema):
            if validator.is_valid(example) and not (part.get("in") == "header" and _has_breaks(example)):
                return example
        sample = build_sample(schema, self._document, _choose_scalar)
        if not validator.is_valid(sample):
            doubts.append(place)
        return sample

    def _list_examples(self, part: Node, schema: Node) -> Iterator[Any]:
        if "example" in part:
            yield part["example"]
        for each in (part.get("examples") or {}).values():
            if isinstance(each, dict) and "value" in each:
                yield each["value"]
        target = self._resolve(schema)
        if "example" in target:
            yield target["example"]
        yield from target.get("examples", ()) if isinstance(target.get("examples"), list) else ()

    def _resolve(self, schema: Node) -> Node:
        while "$ref" in schema:
            schema = self._document["components"]["schemas"][schema["$ref"].rpartition("/")[2]]
        return schema


def _choose_scalar(schema: Mapping[str, Any], name: str) -> Any:
    """Return the first valid one of the example, the default and the values of a scalar; else a sample without them."""
    validator = Draft202012Validator(dict(schema), format_checker=_FORMATS)
    listed = [schema[word] for word in ("example", "default") if word in schema]
    for each in [*listed, *schema.get("examples", ()), *schema.get("enum", ())]:
        if each is not None and validator.is_valid(each):
            return each
    left = {word: value for word, value in schema.items() if word not in {"default", "examples", "enum"}}
    encoded = {"format": "base64"} if left.get("format") == "byte" else {}
    return build_sample({**left, "title": name, **encoded})


def _has_breaks(value: Any) -> bool:
    """Return True for texts that cannot be in a header."""
    return isinstance(value, str) and not value.isprintable()


@_FORMATS.checks("date")
def _is_date(value: object) -> bool:
    return not isinstance(value, str) or re.fullmatch(r"\d{4}-\d\d-\d\d", value) is not None


@_FORMATS.checks("date-time")
def _is_date_time(value: object) -> bool:
    time = r"\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(\.\d+)?([Zz]|[-+]\d\d:\d\d)"
    return not isinstance(value, str) or re.fullmatch(time, value) is not None


@_FORMATS.checks("byte")
def _is_base64(value: object) -> bool:
    return not isinstance(value, str) or re.fullmatch(r"[A-Za-z0-9+/]*={0,2}", value) is not None
