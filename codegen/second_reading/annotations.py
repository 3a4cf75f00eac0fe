"""The annotations and the decoders of a generated package as types."""

from __future__ import annotations

import ast
from collections.abc import Collection, Mapping
from typing import TypeGuard

from ..problems import CodegenError
from .types import (
    ANY,
    DATES,
    NONE,
    Type,
    build_container,
    build_literal,
    build_name,
    drop_plain_objects,
    find_cycles,
    join,
)

_CONTAINERS = {"list": "list", "Sequence": "list", "dict": "dict", "Mapping": "dict"}
_DATE_DECODERS = {"decode_date": "date", "decode_datetime": "datetime"}
_ALSO_ACCEPTED = {"JsonObject", "JsonModel", "UnknownVariant"}
"""Names in annotations that are beside the models that the document declares."""


class Vocabulary:
    """The names of a package in its annotations.

    Args:
        models: The classes of the models.
        unions: Class of a named union -> its annotation.
        decoders: Class of a named union -> its decoder.
    """

    def __init__(
        self, models: Collection[str], unions: Mapping[str, ast.expr], decoders: Mapping[str, ast.expr]
    ) -> None:
        self.models = frozenset(models)
        self.unions = unions
        self.decoders = decoders
        self.cycles = find_cycles({name: _find_names(each) & unions.keys() for name, each in unions.items()})
        self.known: dict[str, Type] = {}
        self.inside: set[str] = set()

    def read(self, annotation: ast.expr) -> Type:
        """Return the type of an attribute."""
        match annotation:
            case ast.BinOp(left, ast.BitOr(), right):
                return self.read(left) | self.read(right)
            case ast.Constant(str(text)):
                return self.read(ast.parse(text, mode="eval").body)
            case ast.Constant(None):
                return NONE
            case ast.Attribute(attr=name):
                return self._read_name(name)
            case ast.Name(name):
                return self._read_name(name)
            case ast.Subscript(ast.Name("Literal"), ast.Tuple(values)):
                return join(build_literal(ast.literal_eval(value)) for value in values)
            case ast.Subscript(ast.Name("Literal"), value):
                return build_literal(ast.literal_eval(value))
            case ast.Subscript(ast.Name("Required"), value):
                return self.read(value)
            case ast.Subscript(owner, inner):
                kind = _CONTAINERS[ast.unparse(owner).removeprefix("builtins.")]
                return build_container(kind, self.read(inner.elts[1] if isinstance(inner, ast.Tuple) else inner))
        raise _build_error("annotation", annotation)

    def read_argument(self, annotation: ast.expr) -> Type:
        """Return the type of an argument, without what it accepts for a model or a date besides the model or date."""
        found = drop_plain_objects(self.read(annotation), self.models)
        return found - build_name("str") if found & DATES else found

    def _read_name(self, name: str) -> Type:
        if name in self.unions:
            return self._read_union(name)
        owner = name.removesuffix("Dict")
        if name in _ALSO_ACCEPTED or (owner != name and (owner in self.models or owner in self.unions)):
            return frozenset()
        return build_name("bytes" if name == "FileInput" else name)

    def _read_union(self, name: str) -> Type:
        if name in self.inside:
            return ANY
        if name not in self.known:
            outside, self.inside = self.inside, self.cycles.get(name, set())
            self.known[name] = self.read(self.unions[name])
            self.inside = outside
        return self.known[name]

    def _read_union_decoder(self, name: str) -> Type:
        if name in self.inside:
            return frozenset()
        outside, self.inside = self.inside, self.cycles.get(name, set())
        found = self.read_decoder(self.decoders[name])
        self.inside = outside
        return found

    def read_decoder(self, decoder: ast.expr) -> Type:
        """Return the parts of a type that a decoder decodes."""
        match decoder:
            case ast.Constant(None):
                return frozenset()
            case ast.Name(name):
                return build_name(_DATE_DECODERS[name]) if name in _DATE_DECODERS else frozenset()
            case ast.Call(ast.Name("Nested"), [ast.Constant(str(name))]):
                return build_name(name)
            case ast.Call(ast.Name("Union"), [ast.Constant(str(name))]):
                return self._read_union_decoder(name)
            case ast.Call(ast.Name("Each" | "Mapped" as word), inner):
                kind = "list" if word == "Each" else "dict"
                return build_container(kind, join(map(self.read_decoder, inner)))
            case ast.Call(ast.Name("Kinds"), [], keywords):
                return join(self.read_decoder(each.value) for each in keywords)
            case ast.Call(ast.Name("Tagged"), [_, ast.Dict(values=names), *default]):
                return join(build_name(ast.literal_eval(each)) for each in [*names, *default])
            case ast.Call(ast.Name("Shaped"), candidates):
                return join(build_name(ast.literal_eval(each.elts[0])) for each in candidates if _is_tuple(each))
        raise _build_error("decoder", decoder)


def _build_error(what: str, found: ast.expr) -> CodegenError:
    fix = "extend codegen/second_reading/annotations.py, which reads the generated package for `check`"
    return CodegenError("", f"the generated package has an unknown {what}: {ast.unparse(found)}", fix)


def _is_tuple(node: ast.expr) -> TypeGuard[ast.Tuple]:
    return isinstance(node, ast.Tuple)


def _find_names(annotation: ast.expr) -> set[str]:
    """Return the names in an annotation, including those inside quotes."""
    found = set()
    for node in ast.walk(annotation):
        if isinstance(node, ast.Name):
            found.add(node.id)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value.isidentifier():
            found.add(node.value)
    return found
