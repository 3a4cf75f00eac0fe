"""What the modules of a generated package contain, as facts: its models and enumerations."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeGuard

from ..document import build_pointer
from ..rendering.records import ENUMERATIONS
from .annotations import Vocabulary
from .source import UNSET, is_call, iter_arguments, iter_assignments, read_items
from .types import NONE, spell, spell_value


@dataclass
class Facts:
    """The facts of a package.

    Attributes:
        found: Place -> text about it -> the modules that contain it; several texts if modules contradict each other.
        module: The module that is being read.
    """

    found: dict[str, dict[str, list[str]]] = field(default_factory=dict)
    module: str = ""

    def add(self, place: str, text: str) -> None:
        """Add what the module contains about a place."""
        modules = self.found.setdefault(place, {}).setdefault(text, [])
        if self.module not in modules:
            modules.append(self.module)


def build_vocabulary(modules: Mapping[str, ast.Module]) -> Vocabulary:
    """Return the names of a package in annotations."""
    models = {each.name for tree in modules.values() for each in _iter_classes(tree, "JsonModel")}
    tables = iter_assignments(modules["models/_unions.py"].body)
    decoders = next((read_items(value) for name, _, value in tables if name == "DECODERS"), {})
    unions = {
        name: value
        for module in _list_models(modules)
        for name, _, value in iter_assignments(modules[module].body)
        if name in decoders and value is not None
    }
    return Vocabulary(models, unions, decoders)


def read_models(
    modules: Mapping[str, ast.Module], vocabulary: Vocabulary, schemas: Mapping[str, str], facts: Facts
) -> None:
    """Add the facts about models and enumerations.

    Args:
        modules: The modules of the package.
        vocabulary: Its names.
        schemas: Class -> name of its schema in the document.
        facts: Receives the facts.
    """
    for facts.module in _list_models(modules):
        tree = modules[facts.module]
        for class_ in _iter_classes(tree, "JsonModel"):
            _Model(class_, vocabulary, _find_place(class_.name, schemas), facts).read()
        for name, table in _iter_typed_dicts(tree):
            owner = name.removesuffix("Dict")
            _read_typed_dict(table, vocabulary, _find_place(owner, schemas), facts)
    facts.module = f"models/{ENUMERATIONS}.py"
    if facts.module in modules:
        for name, _, value in iter_assignments(modules[facts.module].body):
            if value is not None:
                values = frozenset(each for each in vocabulary.read(value) if each not in ("str", "int", "bool"))
                facts.add(_find_place(name, schemas), f"values {spell(values)}")


def _list_models(modules: Mapping[str, ast.Module]) -> list[str]:
    return [name for name in modules if name.startswith("models/") and not name.startswith("models/_")]


def _find_place(class_: str, schemas: Mapping[str, str]) -> str:
    return build_pointer("components", "schemas", schemas.get(class_, class_))


def _iter_classes(tree: ast.Module, base: str) -> Iterator[ast.ClassDef]:
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef) and base in map(ast.unparse, node.bases):
            yield node


def _iter_typed_dicts(tree: ast.Module) -> Iterator[tuple[str, dict[str, ast.expr]]]:
    """Yield the typed dicts of a module with their members, whether they are classes or calls."""
    for class_ in _iter_classes(tree, "TypedDict"):
        yield class_.name, {name: each for name, each, _ in iter_assignments(class_.body) if each is not None}
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign) and is_call(node.value, "TypedDict") and isinstance(node.targets[0], ast.Name):
            assert isinstance(node.value, ast.Call)
            yield node.targets[0].id, read_items(node.value.args[1])


def _read_typed_dict(members: Mapping[str, ast.expr], vocabulary: Vocabulary, place: str, facts: Facts) -> None:
    for wire, written in members.items():
        each = ast.parse(written.value, mode="eval").body if _is_quoted(written) else written
        required = isinstance(each, ast.Subscript) and isinstance(each.value, ast.Name) and each.value.id == "Required"
        text = spell_value(vocabulary.read_argument(each), required=required)
        facts.add(place + build_pointer("properties", wire), text)


def _is_quoted(node: ast.expr) -> TypeGuard[Any]:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


class _Model:
    """The class of a model.

    Args:
        class_: Its syntax tree.
        vocabulary: The names of the package.
        place: The place of its schema.
        facts: Receives the facts.
    """

    def __init__(self, class_: ast.ClassDef, vocabulary: Vocabulary, place: str, facts: Facts) -> None:
        self.class_ = class_
        self.vocabulary = vocabulary
        self.place = place
        self.facts = facts

    def read(self) -> None:
        """Add the facts about the model."""
        self.facts.add(self.place, "object")
        body = list(iter_assignments(self.class_.body))
        wires = next((read_items(value) for name, _, value in body if name == "_wire_names"), {})
        decoders = next((read_items(value) for name, _, value in body if name == "_decoders"), {})
        places = {name: self._find_place(name, wires) for name, _, value in body if value is None}
        arguments = self._list_arguments()
        for name, annotation, _ in body:
            if name in places and annotation is not None:
                found = self.vocabulary.read(annotation)
                required = name in arguments and _is_required(arguments[name][1])
                self.facts.add(f"{places[name]}: attribute", spell(found - (frozenset() if required else NONE)))
                decoded = self.vocabulary.read_decoder(decoders.get(name, ast.Constant(None)))
                self.facts.add(f"{places[name]}: decoder", spell(decoded))
        for name, (annotation, default) in arguments.items():
            text = spell_value(self.vocabulary.read_argument(annotation), required=_is_required(default))
            self.facts.add(self._find_place(name, wires), text)

    def _find_place(self, name: str, wires: Mapping[str, ast.expr]) -> str:
        wire = ast.literal_eval(wires[name]) if name in wires else name
        return self.place + build_pointer("properties", wire)

    def _list_arguments(self) -> dict[str, tuple[ast.expr, ast.expr | None]]:
        for node in self.class_.body:
            if isinstance(node, ast.FunctionDef) and node.name == "__init__":
                return {name: (annotation, default) for name, annotation, default in iter_arguments(node)}
        return {}


def _is_required(default: ast.expr | None) -> bool:
    """Return True for an argument without a default, and for one whose default is the only valid value."""
    return not (isinstance(default, ast.Name) and default.id == UNSET)
