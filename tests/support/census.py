"""Counts what a document states, and names what its generated package does not have: `missing` gives [] where all is.

The document is read as it was written, without codegen's passes; the package is imported, and what its operations hold
is asked. Run by hand over documents of any size: `python tests/support/census.py SPEC PACKAGE_FOLDER`.
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
    """What a document states, counted, and what of it a package lacks.

    Attributes:
        counts: operations, parameters, bodies, their keywords, answers, media types and members that were found stated.
        missing: a line for each that the package does not have.
    """

    def __init__(self, document: Node, package: str) -> None:
        self.document = document
        self.counts: Counter[str] = Counter()
        self.missing: list[str] = []
        self._package = package
        self._seen: set[tuple[int, frozenset[int]]] = set()
        self._kept: list[Any] = []  # readers by identity stay alive, or another would get theirs
        self._unions = importlib.import_module(f"{package}.models._unions").DECODERS
        self._models = importlib.import_module(f"{package}.models")
        self._decoders = importlib.import_module(f"{package}._decoders")
        self._bodies = bodies_of(package)
        endpoints: dict[tuple[str, str], list[Any]] = {}
        for each in endpoints_of(package):
            endpoints.setdefault((each.method, each.path), []).append(each)
        for path, item in document.get("paths", {}).items():
            if not path.startswith("x-"):
                self._path(path, self._resolved(item), endpoints)

    def _resolved(self, part: Any) -> Any:
        for _ in range(50):
            if not isinstance(part, dict) or not isinstance(part.get("$ref"), str):
                break
            part = resolve_pointer(self.document, part["$ref"])
        return part if part is not None else {}

    def _path(self, path: str, item: Node, endpoints: dict[tuple[str, str], list[Any]]) -> None:
        for method in METHODS:
            if method in item:
                calls = endpoints.get((method.upper(), path), [])  # two where JSON and a form are taken
                where = f"{method.upper()} {path}"
                self._state("operations", where, there=bool(calls))
                if calls:
                    self._operation(item, item[method], calls, where)

    def _state(self, kind: str, what: str, *, there: bool) -> None:
        self.counts[kind] += 1
        if not there:
            self.missing.append(f"{kind}: {what}")

    def _operation(self, item: Node, operation: Node, calls: list[Any], where: str) -> None:
        endpoint = calls[0]
        known = {"path": endpoint.path_params, "query": endpoint.query_params, "header": endpoint.header_params}
        for parameter in map(self._resolved, [*(item.get("parameters") or ()), *(operation.get("parameters") or ())]):
            if parameter["in"] != "cookie":
                there = parameter["name"] in known[parameter["in"]].values()
                self._state("parameters", f"{where} {parameter['in']} {parameter['name']}", there=there)
        body = self._resolved(operation.get("requestBody") or {}).get("content") or {}
        if body:
            self._state("bodies", where, there=endpoint.body is not None)
            for call in calls:
                self._body(body, call, where)
        for status, answer in (operation.get("responses") or {}).items():
            if not status.startswith("x-"):
                self._answer(status, self._resolved(answer), endpoint, where)

    def _body(self, content: Node, call: Any, where: str) -> None:
        body = call.body
        stated = {name.partition(";")[0].strip().lower(): media or {} for name, media in content.items()}
        taken = body.media_type if body.media_type in stated else next(iter(stated))
        self._state("body media types", f"{where} {body.media_type}", there=body.media_type in stated or "*" in taken)
        schema = stated[taken].get("schema") or {}
        if body.members:
            for wire, _, place in self._members(schema, ""):
                self._state("keywords", f"{where} body{place}", there=wire in body.members.values())
        self._values(schema, self._typed_readers(ast.parse(self._bodies.get(id(call), "Any")).body), f"{where} body")

    def _typed_readers(self, parts: Iterable[ast.AST]) -> list[Any]:
        """A reader for each model, list and map that a type names, as its models are what a caller may give."""
        return [each for part in parts for each in self._typed_reader(part)]

    def _typed_reader(self, part: ast.AST) -> list[Any]:
        match part:
            case ast.Name(name) if name in self._unions:
                return [self._unions[name]]
            case ast.Name(name) if hasattr(getattr(self._models, name, None), "_members"):
                return [self._decoders.Nested(name)]
            case ast.Constant(str(text)):
                return self._typed_readers(ast.parse(text).body)
            case ast.Subscript(ast.Name("Sequence"), inner):
                return [self._decoders.Each(each) for each in self._typed_reader(inner)]
            case ast.Subscript(ast.Name("Mapping"), ast.Tuple([_, inner])):
                return [self._decoders.Mapped(each) for each in self._typed_reader(inner)]
            case ast.Expr(inner):
                return self._typed_reader(inner)
            case ast.BinOp(left, _, right):
                return self._typed_readers([left, right])
        return []

    def _answer(self, status: str, answer: Node, endpoint: Any, where: str) -> None:
        by_type = endpoint.responses.by_status.get(status if status == "default" else status.upper())
        self._state("answers", f"{where} {status}", there=by_type is not None)
        for media_type, media in (answer.get("content") or {}).items():
            tidy = media_type.partition(";")[0].strip().lower()
            there = endpoint.events is not None if tidy == EVENT_STREAM else tidy in (by_type or {})
            self._state("media types", f"{where} {status} {tidy}", there=there)
            schema = (media or {}).get("schema")
            if schema and there and tidy != EVENT_STREAM:
                self._values(schema, [(by_type or {})[tidy]], f"{where} {status} {tidy}")

    def _values(self, schema: Any, readers: list[Any], place: str) -> None:
        """Every member a schema states, however deep, is one that the models its readers give know."""
        readers = [each for each in readers if each is not None]
        key = (id(schema), frozenset(map(id, readers)))
        if key in self._seen or not isinstance(schema, dict):
            return
        self._seen.add(key)
        self._kept += readers
        models = [model for each in readers for model in self._given(each)]
        for wire, inner, inside in self._members(schema, place):
            holding = [
                model._decoders.get(name)
                for model in models
                for name, stated in model._members.items()
                if stated == wire
            ]
            self._state("members", inside, there=bool(holding))
            if holding:
                self._values(inner, holding, inside)
        for inner, inside in self._items(schema, place):
            self._values(inner, [found for each in readers for found in self._item_readers(each)], inside)

    def _shown(
        self, schema: Any, place: str, seen: tuple[str, ...] = (), restated: frozenset[str] = frozenset()
    ) -> Iterator[tuple[Node, str, frozenset[str]]]:
        """A schema and all it is made of at its own level: targets, members of allOf, of anyOf, of oneOf.

        With each, the names of the members that a later part of an allOf states again.
        """
        if not isinstance(schema, dict):
            return
        yield schema, place, restated
        target = schema.get("$ref")
        if isinstance(target, str) and target not in seen:
            yield from self._shown(resolve_pointer(self.document, target), target, (*seen, target), restated)
        parts = schema.get("allOf") or ()
        for index, inner in enumerate(parts):
            later = {
                wire for part in [*parts[index + 1 :], {**schema, "allOf": []}] for wire in self._names(part, seen)
            }
            yield from self._shown(inner, f"{place}/allOf/{index}", seen, restated | later)
        for word in ("anyOf", "oneOf"):
            for index, inner in enumerate(schema.get(word) or ()):
                yield from self._shown(inner, f"{place}/{word}/{index}", seen, restated)

    def _names(self, schema: Any, seen: tuple[str, ...]) -> Iterator[str]:
        for shown, _, _ in self._shown(schema, "", seen):
            yield from shown.get("properties") or ()

    def _members(self, schema: Node, place: str) -> Iterator[tuple[str, Any, str]]:
        for shown, where, restated in self._shown(schema, place):
            for wire, inner in (shown.get("properties") or {}).items():
                if wire not in restated or not self._has_variants(inner):  # of variants, the later statement stands
                    yield wire, inner, f"{where}/{wire}"

    def _has_variants(self, schema: Any) -> bool:
        shown = [each for each, _, _ in self._shown(schema, "")]
        items = [each["items"] for each in shown if isinstance(each.get("items"), dict)]
        return any("anyOf" in each or "oneOf" in each for each in shown) or any(map(self._has_variants, items))

    def _items(self, schema: Node, place: str) -> Iterator[tuple[Any, str]]:
        for shown, where, _ in self._shown(schema, place):
            for word in ("items", "additionalProperties"):
                if isinstance(shown.get(word), dict) and not (word == "additionalProperties" and "properties" in shown):
                    yield shown[word], f"{where}/{word}"

    def _given(self, read: Any) -> Iterator[Any]:
        match type(read).__name__:
            case "Nested":
                yield getattr(self._models, read.name)
            case "Tagged":
                yield from (getattr(self._models, name) for name in set(read.names.values()))
            case "Shaped":
                yield from (getattr(self._models, name) for name, _, _ in read.candidates)
            case "Kinds" if read.object is not None:
                yield from self._given(read.object)
            case "Union":
                yield from self._given(self._unions[read.name])

    def _item_readers(self, read: Any) -> list[Any]:
        match type(read).__name__:
            case "Each" | "Mapped":
                return [read.decode]
            case "Kinds":
                return [found for each in (read.array, read.object) for found in self._item_readers(each)]
            case "Union":
                return self._item_readers(self._unions[read.name])
        return []


def endpoints_of(package: str) -> list[Any]:
    """Every operation that a generated package has."""
    operations: ModuleType = importlib.import_module(f"{package}.operations")
    modules = [importlib.import_module(f"{package}.operations.{name}") for name in operations.__all__]
    return [each for module in modules for each in vars(module).values() if type(each).__name__ == "Endpoint"]


def bodies_of(package: str) -> dict[int, str]:
    """What may be given as the whole body of each operation, as the type that its function states; by identity."""
    found: dict[int, str] = {}
    operations = importlib.import_module(f"{package}.operations")
    for module in [importlib.import_module(f"{package}.operations.{name}") for name in operations.__all__]:
        for node in ast.parse(Path(module.__file__ or "").read_bytes()).body:
            if isinstance(node, ast.FunctionDef) and node.args.posonlyargs:
                stated = node.args.posonlyargs[0].annotation
                if stated is not None and ast.unparse(stated) != "Any":  # as that of two overloads is
                    found.setdefault(id(getattr(module, f"_{node.name.upper()}")), ast.unparse(stated))
    return found


def missing(document: Node, package: str) -> list[str]:
    """What a document states and its package lacks, a line each."""
    return Census(document, package).missing


if __name__ == "__main__":
    spec, folder = map(Path, sys.argv[1:])
    sys.path.insert(0, str(folder.parent))
    taken = Census(load(spec), folder.name)
    sys.stdout.write("\n  ".join([f"{dict(taken.counts)}, {len(taken.missing)} missing", *taken.missing[:40]]) + "\n")
    sys.exit(bool(taken.missing))
