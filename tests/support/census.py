"""Counting the parts of a document, and finding those that its generated package lacks.

The document is read without the passes of codegen, and compared with the endpoints and decoders of the imported
package. To run it on a document of any size: `python tests/support/census.py SPEC PACKAGE_FOLDER`.
"""

from __future__ import annotations

import ast
import importlib
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

from codegen.document import METHODS, load, resolve_pointer

Node = dict[str, Any]
EVENT_STREAM = "text/event-stream"


class Census:
    """The number of parts of a document, by kind, and those that a package lacks.

    Attributes:
        counts: the number of operations, parameters, bodies, keywords, responses, media types and members.
        missing: one line for each of them that the package lacks, empty if it is complete.
    """

    def __init__(self, document: Node, package: str) -> None:
        self.document = document
        self.counts: Counter[str] = Counter()
        self.missing: list[str] = []
        self._package = package
        self._seen: set[tuple[int, frozenset[int]]] = set()
        self._seen_decoders: list[Any] = []  # `_seen` contains their ids, so they must stay alive
        self._unions = importlib.import_module(f"{package}.models._unions").DECODERS
        self._models = importlib.import_module(f"{package}.models")
        self._package_decoders = importlib.import_module(f"{package}._decoders")
        self._body_types = find_body_types(package)
        endpoints: dict[tuple[str, str], list[Any]] = {}
        for each in find_endpoints(package):
            endpoints.setdefault((each.method, each.path), []).append(each)
        for path, item in document.get("paths", {}).items():
            if not path.startswith("x-"):
                self._count_path(path, self._resolve(item), endpoints)

    def _resolve(self, part: Any) -> Any:
        for _ in range(50):
            if not isinstance(part, dict) or not isinstance(part.get("$ref"), str):
                break
            part = resolve_pointer(self.document, part["$ref"])
        return part if part is not None else {}

    def _count_path(self, path: str, item: Node, endpoints: dict[tuple[str, str], list[Any]]) -> None:
        for method in METHODS:
            if method in item:
                matching = endpoints.get((method.upper(), path), [])  # two if it accepts JSON and a form
                where = f"{method.upper()} {path}"
                self._count("operations", where, found=bool(matching))
                if matching:
                    self._count_operation(item, item[method], matching, where)

    def _count(self, kind: str, name: str, *, found: bool) -> None:
        self.counts[kind] += 1
        if not found:
            self.missing.append(f"{kind}: {name}")

    def _count_operation(self, item: Node, operation: Node, endpoints: list[Any], where: str) -> None:
        endpoint = endpoints[0]
        known = {"path": endpoint.path_params, "query": endpoint.query_params, "header": endpoint.header_params}
        for parameter in map(self._resolve, [*(item.get("parameters") or ()), *(operation.get("parameters") or ())]):
            if parameter["in"] != "cookie":
                found = parameter["name"] in known[parameter["in"]].values()
                self._count("parameters", f"{where} {parameter['in']} {parameter['name']}", found=found)
        body = self._resolve(operation.get("requestBody") or {}).get("content") or {}
        if body:
            self._count("bodies", where, found=endpoint.body is not None)
            for each in endpoints:
                self._count_body(body, each, where)
        for status, response in (operation.get("responses") or {}).items():
            if not status.startswith("x-"):
                self._count_response(status, self._resolve(response), endpoint, where)

    def _count_body(self, content: Node, endpoint: Any, where: str) -> None:
        body = endpoint.body
        declared = {name.partition(";")[0].strip().lower(): media or {} for name, media in content.items()}
        accepted = body.media_type if body.media_type in declared else next(iter(declared))
        found = body.media_type in declared or "*" in accepted
        self._count("body media types", f"{where} {body.media_type}", found=found)
        schema = declared[accepted].get("schema") or {}
        if body.members:
            for wire, _, place in self._find_members(schema, ""):
                self._count("keywords", f"{where} body{place}", found=wire in body.members.values())
        body_type = ast.parse(self._body_types.get(id(endpoint), "Any"))
        self._count_members(schema, self._build_decoders(body_type.body), f"{where} body")

    def _build_decoders(self, parts: Iterable[ast.AST]) -> list[Any]:
        """Return a decoder for each model, list and map in the type of an argument."""
        return [each for part in parts for each in self._build_decoder(part)]

    def _build_decoder(self, part: ast.AST) -> list[Any]:
        match part:
            case ast.Name(name) if name in self._unions:
                return [self._unions[name]]
            case ast.Name(name) if hasattr(getattr(self._models, name, None), "_members"):
                return [self._package_decoders.Nested(name)]
            case ast.Constant(str(text)):
                return self._build_decoders(ast.parse(text).body)
            case ast.Subscript(ast.Name("Sequence"), inner):
                return [self._package_decoders.Each(each) for each in self._build_decoder(inner)]
            case ast.Subscript(ast.Name("Mapping"), ast.Tuple([_, inner])):
                return [self._package_decoders.Mapped(each) for each in self._build_decoder(inner)]
            case ast.Expr(inner):
                return self._build_decoder(inner)
            case ast.BinOp(left, _, right):
                return self._build_decoders([left, right])
        return []

    def _count_response(self, status: str, response: Node, endpoint: Any, where: str) -> None:
        by_type = endpoint.responses.by_status.get(status if status == "default" else status.upper())
        self._count("responses", f"{where} {status}", found=by_type is not None)
        for media_type, media in (response.get("content") or {}).items():
            normalized = media_type.partition(";")[0].strip().lower()
            found = endpoint.events is not None if normalized == EVENT_STREAM else normalized in (by_type or {})
            self._count("media types", f"{where} {status} {normalized}", found=found)
            schema = (media or {}).get("schema")
            if schema and found and normalized != EVENT_STREAM:
                self._count_members(schema, [(by_type or {})[normalized]], f"{where} {status} {normalized}")

    def _count_members(self, schema: Any, decoders: list[Any], place: str) -> None:
        """Count the members of a schema at any depth; they are found if the models of the decoders have them."""
        decoders = [each for each in decoders if each is not None]
        key = (id(schema), frozenset(map(id, decoders)))
        if key in self._seen or not isinstance(schema, dict):
            return
        self._seen.add(key)
        self._seen_decoders += decoders
        models = [model for each in decoders for model in self._find_models(each)]
        for wire, inner, inside in self._find_members(schema, place):
            inner_decoders = [
                model._decoders.get(name)
                for model in models
                for name, member in model._members.items()
                if member == wire
            ]
            self._count("members", inside, found=bool(inner_decoders))
            if inner_decoders:
                self._count_members(inner, inner_decoders, inside)
        for inner, inside in self._find_items(schema, place):
            self._count_members(inner, [found for each in decoders for found in self._find_item_decoders(each)], inside)

    def _walk_level(
        self, schema: Any, place: str, seen: tuple[str, ...] = (), overridden: frozenset[str] = frozenset()
    ) -> Iterator[tuple[Node, str, frozenset[str]]]:
        """Yield a schema, its reference target, and the schemas in its allOf, anyOf and oneOf, recursively.

        Each comes with its place and the names of the members that a later part of an allOf overrides.
        """
        if not isinstance(schema, dict):
            return
        yield schema, place, overridden
        target = schema.get("$ref")
        if isinstance(target, str) and target not in seen:
            yield from self._walk_level(resolve_pointer(self.document, target), target, (*seen, target), overridden)
        parts = schema.get("allOf") or ()
        for index, inner in enumerate(parts):
            later = {
                wire
                for part in [*parts[index + 1 :], {**schema, "allOf": []}]
                for wire in self._find_member_names(part, seen)
            }
            yield from self._walk_level(inner, f"{place}/allOf/{index}", seen, overridden | later)
        for word in ("anyOf", "oneOf"):
            for index, inner in enumerate(schema.get(word) or ()):
                yield from self._walk_level(inner, f"{place}/{word}/{index}", seen, overridden)

    def _find_member_names(self, schema: Any, seen: tuple[str, ...]) -> Iterator[str]:
        for level, _, _ in self._walk_level(schema, "", seen):
            yield from level.get("properties") or ()

    def _find_members(self, schema: Node, place: str) -> Iterator[tuple[str, Any, str]]:
        for level, where, overridden in self._walk_level(schema, place):
            for wire, inner in (level.get("properties") or {}).items():
                # A later part of an allOf replaces variants, and is merged with other schemas.
                if wire not in overridden or not self._has_variants(inner):
                    yield wire, inner, f"{where}/{wire}"

    def _has_variants(self, schema: Any) -> bool:
        levels = [each for each, _, _ in self._walk_level(schema, "")]
        items = [each["items"] for each in levels if isinstance(each.get("items"), dict)]
        return any("anyOf" in each or "oneOf" in each for each in levels) or any(map(self._has_variants, items))

    def _find_items(self, schema: Node, place: str) -> Iterator[tuple[Any, str]]:
        for level, where, _ in self._walk_level(schema, place):
            for word in ("items", "additionalProperties"):
                if isinstance(level.get(word), dict) and not (word == "additionalProperties" and "properties" in level):
                    yield level[word], f"{where}/{word}"

    def _find_models(self, decoder: Any) -> Iterator[Any]:
        """Yield the models that a decoder can return."""
        match type(decoder).__name__:
            case "Nested":
                yield getattr(self._models, decoder.name)
            case "Tagged":
                yield from (getattr(self._models, name) for name in set(decoder.names.values()))
            case "Shaped":
                yield from (getattr(self._models, name) for name, _, _ in decoder.candidates)
            case "Kinds" if decoder.object is not None:
                yield from self._find_models(decoder.object)
            case "Union":
                yield from self._find_models(self._unions[decoder.name])

    def _find_item_decoders(self, decoder: Any) -> list[Any]:
        """Return the decoders of the items of a list or the values of a map."""
        match type(decoder).__name__:
            case "Each" | "Mapped":
                return [decoder.decode]
            case "Kinds":
                return [found for each in (decoder.array, decoder.object) for found in self._find_item_decoders(each)]
            case "Union":
                return self._find_item_decoders(self._unions[decoder.name])
        return []


def find_endpoints(package: str) -> list[Any]:
    """Return the endpoints of all operations of a generated package."""
    operations: ModuleType = importlib.import_module(f"{package}.operations")
    modules = [importlib.import_module(f"{package}.operations.{name}") for name in operations.__all__]
    return [each for module in modules for each in vars(module).values() if type(each).__name__ == "Endpoint"]


def find_body_types(package: str) -> dict[int, str]:
    """Return the types of the `body` arguments, by the id of the endpoint."""
    found: dict[int, str] = {}
    operations = importlib.import_module(f"{package}.operations")
    for module in [importlib.import_module(f"{package}.operations.{name}") for name in operations.__all__]:
        for node in ast.parse(Path(module.__file__ or "").read_bytes()).body:
            if isinstance(node, ast.FunctionDef) and node.args.posonlyargs:
                body_type = node.args.posonlyargs[0].annotation
                if body_type is not None and ast.unparse(body_type) != "Any":
                    found.setdefault(id(getattr(module, f"_{node.name.upper()}")), ast.unparse(body_type))
    return found


if __name__ == "__main__":
    spec, folder = map(Path, sys.argv[1:])
    sys.path.insert(0, str(folder.parent))
    census = Census(load(spec), folder.name)
    sys.stdout.write(
        "\n  ".join([f"{dict(census.counts)}, {len(census.missing)} missing", *census.missing[:40]]) + "\n"
    )
    sys.exit(bool(census.missing))
