"""The modules of a generated package as syntax trees."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

UNSET = "UNSET"


def parse_modules(package: Path) -> dict[str, ast.Module]:
    """Return the modules of a package by path, such as `models/pet.py`."""
    return {
        path.relative_to(package).as_posix(): ast.parse(path.read_bytes())
        for folder in ("models", "operations", "namespaces")
        for path in sorted((package / folder).glob("*.py"))
    }


def iter_assignments(body: list[ast.stmt]) -> Iterator[tuple[str, ast.expr | None, ast.expr | None]]:
    """Yield the names that are assigned or declared in a body, with their annotation and their value."""
    for node in body:
        if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            yield node.target.id, node.annotation, node.value
        elif isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            yield node.targets[0].id, None, node.value


def iter_arguments(function: ast.FunctionDef | ast.AsyncFunctionDef) -> Iterator[tuple[str, ast.expr, ast.expr | None]]:
    """Yield the arguments of a function with annotations: name, annotation and default."""
    given = function.args
    positional = [*given.posonlyargs, *given.args]
    defaults = [*[None] * (len(positional) - len(given.defaults)), *given.defaults, *given.kw_defaults]
    for each, default in zip([*positional, *given.kwonlyargs], defaults, strict=True):
        if each.annotation is not None:
            yield each.arg, each.annotation, default


def is_call(node: ast.expr | None, name: str) -> bool:
    """Return True if an expression calls a function or class by its name."""
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == name


def read_keywords(call: ast.expr | None) -> dict[str, ast.expr]:
    """Return the keyword arguments of a call; none for anything else."""
    return {each.arg: each.value for each in call.keywords if each.arg} if isinstance(call, ast.Call) else {}


def read_constants(members: Mapping[str, ast.expr], name: str, default: Any) -> Any:
    """Return the value of a keyword argument that consists of constants."""
    return ast.literal_eval(members[name]) if name in members else default


def read_items(table: ast.expr | None) -> dict[str, ast.expr]:
    """Return the values of a dict by key; none for anything else."""
    if not isinstance(table, ast.Dict):
        return {}
    return {ast.literal_eval(key): value for key, value in zip(table.keys, table.values, strict=True) if key}
