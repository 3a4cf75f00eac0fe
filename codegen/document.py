"""An OpenAPI document as plain dicts and lists: loading, dumping, following references, visiting its schemas."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from .problems import Problem

Node = dict[str, Any]
"""A JSON object of the document: a schema, an operation, the document itself."""

METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")
_PREFIX = "#/components/schemas/"


class _Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """YAML 1.2 scalars: dates and the words on, off, yes and no are text."""


_Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith((":timestamp", ":bool"))]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
_Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"^(?:true|True|TRUE|false|False|FALSE)$"), "tTfF")


def load(path: Path) -> Node:
    """The document of a YAML or JSON file.

    Raises:
        Problem: the file is neither, or not an OpenAPI 3 document.
    """
    text = path.read_bytes()
    try:
        document = json.loads(text) if path.suffix == ".json" else yaml.load(text, Loader=_Loader)  # noqa: S506
    except (ValueError, yaml.YAMLError) as error:
        raise Problem("", f"{path.name} is YAML or JSON: {error}", "mend the file") from None
    if not isinstance(document, dict) or not str(document.get("openapi", "")).startswith("3."):
        raise Problem("/openapi", "the document is OpenAPI 3.0 or 3.1", "convert it, or give another file")
    return _with_text_keys(document)


def _with_text_keys(value: Any) -> Any:
    if isinstance(value, dict):
        return {str(key): _with_text_keys(item) for key, item in value.items()}
    return [_with_text_keys(item) for item in value] if isinstance(value, list) else value


def dump(document: Node) -> str:
    """The document as JSON text, stable to the byte."""
    return json.dumps(document, indent=1, ensure_ascii=False) + "\n"


def pointer(*steps: str) -> str:
    """The JSON Pointer (RFC 6901) of these steps."""
    return "".join("/" + step.replace("~", "~0").replace("/", "~1") for step in steps)


def follow(document: Node, path: str, place: str = "") -> Any:
    """What a pointer (`#/a/b` or `/a/b`) leads to.

    Raises:
        Problem: it leads nowhere, or out of the document.
    """
    target: Any = document
    if not path.lstrip("#").startswith("/"):
        raise Problem(place, f"a reference stays in the document, {path!r} leads out of it", "bring the target in")
    for step in path.lstrip("#").split("/")[1:]:
        name = step.replace("~1", "/").replace("~0", "~")
        if isinstance(target, list) and name.isdecimal() and int(name) < len(target):
            target = target[int(name)]
        elif isinstance(target, dict) and name in target:
            target = target[name]
        else:
            raise Problem(place, f"every reference has a target, {path!r} has none", "add the target, or mend the name")
    return target


def schemas_of(document: Node) -> Node:
    """The named schemas, in the document's order; what is added there is added to the document."""
    found: Node = document.setdefault("components", {}).setdefault("schemas", {})
    return found


def reference(name: str) -> Node:
    """A reference to the named schema."""
    return {"$ref": _PREFIX + name.replace("~", "~0").replace("/", "~1")}


def referent(schema: Any) -> str | None:
    """The name of the schema that is referred to, None where the schema is written in place."""
    path = schema.get("$ref") if isinstance(schema, dict) else None
    if not isinstance(path, str) or not path.startswith(_PREFIX):
        return None
    return path.removeprefix(_PREFIX).replace("~1", "/").replace("~0", "~")


def operations_of(document: Node) -> Iterator[tuple[str, str, str, Node]]:
    """Every operation as (pointer, path, method, operation)."""
    for path, item in (document.get("paths") or {}).items():
        for method in METHODS:
            if isinstance(item, dict) and isinstance(item.get(method), dict):
                yield pointer("paths", path, method), path, method, item[method]


def variants_of(schema: Node) -> list[Node]:
    """The members of a union, [] for a schema that is none."""
    found: list[Node] = schema.get("anyOf") or schema.get("oneOf") or []
    return found


def subschemas(schema: Node, place: str) -> Iterator[tuple[str, Node]]:
    """The schemas directly inside a schema, with their pointers; examples, defaults and constants are not schemas."""
    for word in ("properties", "patternProperties"):
        for name, inner in (schema.get(word) or {}).items():
            if isinstance(inner, dict):
                yield place + pointer(word, name), inner
    for word in ("items", "additionalProperties", "not", "contains", "propertyNames"):
        if isinstance(schema.get(word), dict):
            yield f"{place}/{word}", schema[word]
    for word in ("allOf", "anyOf", "oneOf", "prefixItems"):
        for index, inner in enumerate(schema.get(word) or ()):
            if isinstance(inner, dict):
                yield f"{place}/{word}/{index}", inner


def roots(document: Node) -> Iterator[tuple[str, Node]]:
    """The outermost schemas: the named ones, then those of parameters, bodies and answers."""
    for name, schema in schemas_of(document).items():
        yield pointer("components", "schemas", name), schema
    for place, _, _, operation in operations_of(document):
        for index, parameter in enumerate(operation.get("parameters") or ()):
            if isinstance(parameter.get("schema"), dict):
                yield f"{place}/parameters/{index}/schema", parameter["schema"]
        yield from _media_schemas(operation.get("requestBody") or {}, f"{place}/requestBody")
        for status, answer in (operation.get("responses") or {}).items():
            yield from _media_schemas(answer, place + pointer("responses", status))


def _media_schemas(part: Node, place: str) -> Iterator[tuple[str, Node]]:
    for media_type, media in (part.get("content") or {}).items():
        for word in ("schema", "itemSchema"):
            if isinstance(media.get(word), dict):
                yield place + pointer("content", media_type, word), media[word]


def walk(document: Node) -> Iterator[tuple[str, Node]]:
    """Every schema of the document with its pointer, inner ones before the outer; it may be changed in place."""
    for place, schema in list(roots(document)):
        yield from _walk_inside(schema, place)


def _walk_inside(schema: Node, place: str) -> Iterator[tuple[str, Node]]:
    for inner_place, inner in list(subschemas(schema, place)):
        yield from _walk_inside(inner, inner_place)
    yield place, schema


def replace(schema: Node, other: Node) -> None:
    """Make a schema say what another says, where it stands."""
    kept = dict(other)
    schema.clear()
    schema.update(kept)
