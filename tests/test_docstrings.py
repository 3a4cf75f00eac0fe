"""Every public name has a docstring that documents what is returned, its parameters and what it raises."""

from __future__ import annotations

import ast
import builtins
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import griffe
import pytest
from imports import GENERATED
from places import ROOT

from openrouterkit import errors

PACKAGES = ["openrouterkit", "openrouterkit_runtime", *GENERATED]
PARAMETERS = [f"{package}.{name}" for package in GENERATED for name in ("operations", "models")]
# A docstring that refers to another one, such as that of the sync twin, need not repeat its sections.
REFERENCE = re.compile(r"\b[Ss]ee `([\w.]+)`")
DOCUMENTED_ERRORS = {
    *(name for name in vars(errors) if name.endswith("Error")),
    *(name for name, kind in vars(builtins).items() if isinstance(kind, type) and issubclass(kind, Exception)),
} - {"NotImplementedError", "StopIteration", "StopAsyncIteration", "AssertionError"}


def load(package: str) -> griffe.Module:
    folders = [ROOT / "overlays", ROOT / "generated"]
    loaded = griffe.load(package, search_paths=folders, docstring_parser="google", resolve_aliases=False)
    assert isinstance(loaded, griffe.Module)
    return loaded


def public_objects(owner: Any) -> Iterator[Any]:
    """Yield the modules, classes and functions below `owner` whose names have no underscore."""
    for member in owner.members.values():
        if member.is_alias or member.name.startswith("_") or member.is_attribute:
            continue
        # The parameters of operations are documented at the methods, and those of models at their attributes.
        if member.path in PARAMETERS:
            continue
        yield member
        if not member.is_function:
            yield from public_objects(member)


def is_overload(function: griffe.Function) -> bool:
    return any(each.callable_path.endswith("overload") for each in function.decorators)


OBJECTS = {
    each.path: each
    for package in PACKAGES
    for each in public_objects(load(package))
    if not (each.is_function and is_overload(each))
}
FUNCTIONS = [path for path, each in OBJECTS.items() if each.is_function]


def documented(function: griffe.Function, kind: griffe.DocstringSectionKind) -> set[str]:
    """Return the names that a section of the docstring lists; several may share a line."""
    assert function.docstring is not None
    sections = [section for section in function.docstring.parse("google", warnings=False) if section.kind is kind]
    if kind is griffe.DocstringSectionKind.raises:
        entries = [str(each.annotation) for section in sections for each in section.value]
    else:
        entries = [each.name for section in sections for each in section.value]
    return {name.strip().lstrip("*") for entry in entries for name in entry.split(",")}


def raised(function: griffe.Function) -> set[str]:
    """Return the names of the errors that the function itself raises, without those of functions it calls."""
    assert isinstance(function.filepath, Path)
    lines = function.filepath.read_text(encoding="utf-8").splitlines()[function.lineno - 1 : function.endlineno]
    indented = len(lines[0]) - len(lines[0].lstrip())
    tree = ast.parse("\n".join(line[indented:] for line in lines))
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Raise) and isinstance(node.exc, ast.Call) and isinstance(node.exc.func, ast.Name):
            found.add(node.exc.func.id)
    return found & DOCUMENTED_ERRORS


def refers_to_another(path: str) -> bool:
    """Whether the docstring refers to a public name that exists."""
    names = REFERENCE.findall(OBJECTS[path].docstring.value)
    return any(other.endswith(f".{name}") and other != path for name in names for other in OBJECTS)


@pytest.mark.parametrize("path", OBJECTS)
def test_a_public_name_has_a_docstring_whose_first_line_is_a_sentence(path: str) -> None:
    docstring = OBJECTS[path].docstring
    assert docstring is not None, "write what the caller gets"
    first = docstring.value.strip().partition("\n\n")[0]
    assert re.search(r"[.:]$|\.$", first), first


@pytest.mark.parametrize("path", FUNCTIONS)
def test_a_public_function_documents_its_parameters_and_no_others(path: str) -> None:
    function = OBJECTS[path]
    names = {each.name.lstrip("*") for each in function.parameters} - {"self", "cls"}
    listed = documented(function, griffe.DocstringSectionKind.parameters)
    assert listed <= names, f"unknown parameters in Args: {listed - names}"
    if refers_to_another(path):
        return
    if len(names) == 1 and not listed:  # one parameter may be explained in the sentence about the function
        return
    assert listed == names, f"parameters missing in Args: {names - listed}"


@pytest.mark.parametrize("path", FUNCTIONS)
def test_a_public_function_documents_the_errors_that_it_raises(path: str) -> None:
    if not refers_to_another(path):
        missing = raised(OBJECTS[path]) - documented(OBJECTS[path], griffe.DocstringSectionKind.raises)
        assert not missing, f"errors missing in Raises: {missing}"
