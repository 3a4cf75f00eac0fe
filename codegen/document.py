"""An OpenAPI document as plain dicts and lists: load and dump it, resolve references, iterate over its schemas."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from math import isfinite
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import yaml

from .problems import CodegenError
from .rules import RULES

Node = dict[str, Any]
"""A JSON object of the document: a schema, an operation, the document itself."""

METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")
_MAX_VALUES = 20_000_000  # several gigabytes in memory; a few lines of YAML anchors can expand to far more
SCHEMAS = "#/components/schemas/"
"""The prefix of a reference to a named schema."""

_CONTAINERS = (("properties", "patternProperties"), ("allOf", "anyOf", "oneOf", "prefixItems"))
_SINGLE = ("items", "additionalProperties", "not", "contains", "propertyNames")
_NESTING = frozenset({*_CONTAINERS[0], *_CONTAINERS[1], *_SINGLE})
"""The keywords that contain schemas: by name, in a list, and alone."""

NULL: Node = {"type": "null"}
"""The null variant of a union, in normal form."""


class UnresolvedError(CodegenError):
    """A reference has no target.

    Args:
        pointer: Where the reference is.
        problem: What is wrong.
        fix: What to do about it.
        rule: The kind of problem, see `codegen.rules`.
    """

    def __init__(self, pointer: str, problem: str, fix: str, rule: str) -> None:
        super().__init__(pointer, problem, fix)
        self.rule = rule


class _Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]  # the C loader is optional
    """Loads the YAML 1.2 core schema: `on`, `no`, dates and `1:30` are strings, `010` is 10, and keys stay strings."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> Node:
        names = [
            key.value for key, _ in node.value if isinstance(key, yaml.ScalarNode) and not key.tag.endswith("merge")
        ]
        if len(names) != len(set(names)):
            raise ValueError(_describe_duplicate(names, f" in the object on line {node.start_mark.line + 1}"))
        self.flatten_mapping(node)
        for key, _ in node.value:
            if isinstance(key, yaml.ScalarNode):
                key.tag = "tag:yaml.org,2002:str"
        mapping: Node = super().construct_mapping(node, deep)
        return mapping

    def construct_yaml_int(self, node: yaml.ScalarNode) -> int:
        return int(node.value, 0 if node.value.startswith(("0o", "0x")) else 10)


_Loader.yaml_implicit_resolvers = {
    first: remaining
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
    if (remaining := [each for each in resolvers if each[0].endswith((":merge", ":null"))])
}
for _kind, _pattern, _first in (
    ("bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
    ("int", r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+", "-+0123456789"),
    ("float", r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?", "-+.0123456789"),
):
    _Loader.add_implicit_resolver(f"tag:yaml.org,2002:{_kind}", re.compile(f"^(?:{_pattern})$"), _first)
_Loader.add_constructor("tag:yaml.org,2002:int", _Loader.construct_yaml_int)


def load(path: Path) -> Node:
    """Return the document of a YAML or JSON file.

    Raises:
        CodegenError: The file is not valid YAML or JSON, or not an OpenAPI 3.0 or 3.1 or Swagger 2.0 document.
        OSError: The file cannot be read.
    """
    text = path.read_bytes()
    try:
        shared = json.loads(text, object_pairs_hook=_build_object) if path.suffix == ".json" else parse_yaml(text)
        _check_size(shared)
        document = _copy_unshared(shared)
    except (ValueError, TypeError, yaml.YAMLError) as error:
        raise CodegenError("", f"{path.name} is not valid YAML or JSON: {error}", "correct the file") from None
    except RecursionError:
        raise CodegenError(
            "", f"{path.name} is nested too deeply, or has an anchor that contains itself", "use $ref instead"
        ) from None
    if not isinstance(document, dict) or not _is_supported(document):
        raise CodegenError(
            "/openapi", "the document is not OpenAPI 3.0 or 3.1, or Swagger 2.0", "convert it, or pass another file"
        )
    return document


def _is_supported(document: Node) -> bool:
    return re.match(r"3\.[01](\.|$)", str(document.get("openapi"))) is not None or document.get("swagger") == "2.0"


def parse_yaml(text: str | bytes) -> Any:
    """Return the value of a YAML text; all aliases of an anchor are the same object."""
    return yaml.load(text, Loader=_Loader)  # noqa: S506 - a safe loader, which builds plain data only


def _build_object(members: list[tuple[str, Any]]) -> Node:
    result = dict(members)
    if len(result) != len(members):
        raise ValueError(_describe_duplicate([name for name, _ in members], ""))
    return result


def _describe_duplicate(names: list[str], where: str) -> str:
    # The parsers would silently drop all but the last of these members.
    return f"duplicate key {max(names, key=names.count)!r}{where}"


def _check_size(value: Any) -> None:
    if _count_values(value, {}) > _MAX_VALUES:
        raise ValueError(f"more than {_MAX_VALUES:,} values, counting those that anchors repeat")


def _count_values(value: Any, known: dict[int, int]) -> int:
    """Return the number of values in a value, with shared objects counted every time; `known` caches them by id."""
    if not isinstance(value, dict | list):
        return 1
    if id(value) not in known:
        inside = value.values() if isinstance(value, dict) else value
        known[id(value)] = 1 + sum(_count_values(each, known) for each in inside)
    return known[id(value)]


def _copy_unshared(value: Any) -> Any:
    # All aliases of a YAML anchor are one object, and a pass must be able to change one of them only.
    if isinstance(value, dict):
        return {str(key): _copy_unshared(item) for key, item in value.items()}
    if isinstance(value, float) and not isfinite(value):
        raise ValueError(f"{value} is not a JSON number")
    return [_copy_unshared(item) for item in value] if isinstance(value, list) else value


def dump(document: Node) -> bytes:
    """Return the document as JSON, with reproducible bytes; lone surrogates are written as escapes."""
    return (json.dumps(document, indent=1, ensure_ascii=False) + "\n").encode("utf-8", "backslashreplace")


def build_pointer(*steps: str) -> str:
    """Return the JSON Pointer (RFC 6901) of these steps."""
    return "".join(["/" + step.replace("~", "~0").replace("/", "~1") for step in steps])


def split_pointer(path: str) -> list[str]:
    """Return the unescaped steps of a pointer, written plainly (`/a/b`) or as a URI fragment (`#/a/b`)."""
    plain = unquote(path[1:]) if path.startswith("#") else path
    return [step.replace("~1", "/").replace("~0", "~") for step in plain.split("/")[1:]]


def resolve_pointer(document: Node, path: str, place: str = "", hops: int = 20) -> Any:
    """Return the value that a pointer (`#/a/b` or `/a/b`) leads to.

    Args:
        document: The document.
        path: The pointer.
        place: Where the pointer is, for the error.
        hops: The maximum number of references on the way that are followed.

    Raises:
        UnresolvedError: The target does not exist, or is outside the document.
    """
    if not path.removeprefix("#").startswith("/"):
        problem, rule = f"the reference {path!r} points outside the document", "outside-reference"
        raise UnresolvedError(place, problem, RULES[rule], rule)
    target: Any = document
    for name in split_pointer(path):
        # A pass may have replaced a schema on the way by a reference to it.
        while isinstance(target, dict) and name not in target and isinstance(target.get("$ref"), str) and hops:
            hops -= 1
            target = resolve_pointer(document, target["$ref"], place, hops)
        if isinstance(target, list) and name.isdecimal() and int(name) < len(target):
            target = target[int(name)]
        elif isinstance(target, dict) and name in target:
            target = target[name]
        else:
            problem, rule = f"the reference target {path!r} does not exist", "dangling-reference"
            raise UnresolvedError(place, problem, RULES[rule], rule)
    return target


def get_schemas(document: Node) -> Node:
    """Return the named schemas of the document by name; the dict is part of the document, so it can be changed."""
    found: Node = document.setdefault("components", {}).setdefault("schemas", {})
    return found


def build_reference(name: str) -> Node:
    """Return a schema that refers to the named schema."""
    return {"$ref": SCHEMAS + name.replace("~", "~0").replace("/", "~1").replace("%", "%25")}


def get_reference_name(schema: Any) -> str | None:
    """Return the name of the schema that a schema refers to, or None if it is not such a reference."""
    path = schema.get("$ref") if isinstance(schema, dict) else None
    if not isinstance(path, str) or not path.startswith(SCHEMAS):
        return None
    steps = split_pointer(path)
    return steps[2] if len(steps) == 3 else None


def iter_operations(document: Node) -> Iterator[tuple[str, str, str, Node]]:
    """Yield every operation as (pointer, path, method, operation)."""
    for path, item in (document.get("paths") or {}).items():
        for method in METHODS:
            if isinstance(item, dict) and isinstance(item.get(method), dict):
                yield build_pointer("paths", path, method), path, method, item[method]


def build_server_url(server: Node) -> str:
    """Return the URL of a server, with its variables replaced by their defaults."""
    url = str(server.get("url", "/"))
    for name, variable in (server.get("variables") or {}).items():
        url = url.replace(f"{{{name}}}", str(variable.get("default", f"{{{name}}}")))
    return url


def iter_contents(operation: Node, place: str) -> Iterator[tuple[str, Node]]:
    """Yield every `content` of an operation with its pointer: of the request body, then of the responses."""
    parts = {build_pointer("requestBody"): operation.get("requestBody") or {}}
    responses = operation.get("responses") or {}
    parts |= {build_pointer("responses", status): response for status, response in responses.items()}
    for where, part in parts.items():
        if part.get("content"):
            yield f"{place}{where}/content", part["content"]


def get_variants(schema: Node) -> list[Node]:
    """Return the variants of a union, or [] for any other schema."""
    found: list[Node] = schema.get("anyOf") or schema.get("oneOf") or []
    return found


def flatten_variants(document: Node, schema: Node, seen: tuple[str, ...] = ()) -> list[Node]:
    """Return the distinct variants of a union, without null; nested unions are replaced by their variants."""
    found: list[Node] = []
    for member in get_variants(schema):
        name = get_reference_name(member)
        inner = get_variants(get_schemas(document).get(name, {})) if name is not None else get_variants(member)
        if inner and not get_schemas(document).get(name or "", {}).get("properties"):
            flat = [] if name in seen else flatten_variants(document, {"anyOf": inner}, (*seen, name or ""))
        else:
            flat = [] if member.get("type") == "null" else [member]
        found += [each for each in flat if each not in found]
    return found


def iter_subschemas(schema: Node, place: str) -> Iterator[tuple[str, Node]]:
    """Yield the schemas directly inside a schema with their pointers, but no examples, defaults and constants."""
    if _NESTING.isdisjoint(schema):  # most schemas contain none
        return
    for word in _CONTAINERS[0]:
        for name, inner in (schema.get(word) or {}).items():
            if isinstance(inner, dict):
                yield place + build_pointer(word, name), inner
    for word in _SINGLE:
        if isinstance(schema.get(word), dict):
            yield f"{place}/{word}", schema[word]
    for word in _CONTAINERS[1]:
        for index, inner in enumerate(schema.get(word) or ()):
            if isinstance(inner, dict):
                yield f"{place}/{word}/{index}", inner


RECEIVED = "x-received"
"""The key of the normal form with the bodies that the service sends; see `codegen.dialects.webhooks`."""


def iter_root_schemas(document: Node) -> Iterator[tuple[str, Node]]:
    """Yield the outermost schemas with their pointers: named ones, then those in operations and in webhooks."""
    for name, schema in get_schemas(document).items():
        yield build_pointer("components", "schemas", name), schema
    for place, _, _, operation in iter_operations(document):
        for index, parameter in enumerate(operation.get("parameters") or ()):
            if isinstance(parameter.get("schema"), dict):
                yield f"{place}/parameters/{index}/schema", parameter["schema"]
        for status, response in (operation.get("responses") or {}).items():
            for name, header in (response.get("headers") or {}).items():
                if isinstance(header.get("schema"), dict):
                    yield place + build_pointer("responses", status, "headers", name, "schema"), header["schema"]
        for where, content in iter_contents(operation, place):
            for media_type, media in content.items():
                for word in ("schema", "itemSchema"):
                    if isinstance(media.get(word), dict):
                        yield where + build_pointer(media_type, word), media[word]
    for function, body in (document.get(RECEIVED) or {}).items():
        yield build_pointer(RECEIVED, function, "schema"), body["schema"]


def walk(document: Node) -> Iterator[tuple[str, Node]]:
    """Yield every schema of the document with its pointer, inner schemas first; schemas may be changed meanwhile."""
    for place, schema in list(iter_root_schemas(document)):
        yield from walk_schema(schema, place)


def walk_schema(schema: Node, place: str) -> Iterator[tuple[str, Node]]:
    """Yield a schema and every schema inside it with their pointers, inner schemas first."""
    if not _NESTING.isdisjoint(schema):
        for inner_place, inner in list(iter_subschemas(schema, place)):
            if _NESTING.isdisjoint(inner):
                yield inner_place, inner
            else:
                yield from walk_schema(inner, inner_place)
    yield place, schema


def replace(schema: Node, other: Node) -> None:
    """Replace the members of a schema by those of another one, in place."""
    members = dict(other)  # `other` may be the schema itself
    schema.clear()
    schema.update(members)
