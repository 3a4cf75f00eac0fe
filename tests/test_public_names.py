"""The public names: every public module lists them in `__all__`, each has a docstring, and docs/ mentions no others."""

from __future__ import annotations

import ast
import importlib
import pkgutil
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from types import ModuleType

import griffe
import pytest
from imports import GENERATED, find_modules
from places import ROOT

PACKAGES = ("openrouterkit", "openrouterkit_runtime", "openrouterkit_local")
DOCS = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
EXAMPLES = [path for path in sorted((ROOT / "examples").rglob("*.py")) if "acme_api" not in path.parts]  # generated
# What pages mention in the form of an import path, but is none.
OTHERS = {
    "openrouterkit.bodies": "a logger",
    "openrouterkit.mcp": "a logger",
    "openrouterkit.stream.end": "an attribute of spans",
}
# Modules of these packages are public only in what the packages themselves export.
CLOSED = ("openrouterkit_runtime", "openrouterkit_local")


def list_public_modules() -> Iterator[str]:
    """Yield the modules that users may import: no part of their names has an underscore."""
    for package in PACKAGES:
        yield package
        found = importlib.import_module(package)
        if package in CLOSED:
            continue
        for info in pkgutil.walk_packages(found.__path__, f"{package}."):
            if not any(part.startswith("_") for part in info.name.split(".")[1:]):
                yield info.name


MODULES = list(list_public_modules())
NAMES = [(module, name) for module in MODULES for name in getattr(importlib.import_module(module), "__all__", ())]


@cache
def load_packages() -> griffe.GriffeLoader:
    """Return a loader with the sources of all packages, in which aliases lead from one to another."""
    loader = griffe.GriffeLoader(search_paths=[ROOT / "overlays", ROOT / "generated"])
    for package in (*PACKAGES, *GENERATED):
        loader.load(package)
    return loader


@pytest.mark.parametrize("name", MODULES)
def test_a_public_module_lists_its_public_names(name: str) -> None:
    module = importlib.import_module(name)
    names = getattr(module, "__all__", None)
    assert isinstance(names, list), "add __all__, a list of the names that users may import; it may be empty"
    assert len(set(names)) == len(names)
    for each in names:
        assert not each.startswith("_")
        assert getattr(module, each, None) is not None or each in vars(module), f"{each} does not exist"


@pytest.mark.parametrize(("module", "name"), NAMES, ids=[f"{module}.{name}" for module, name in NAMES])
def test_every_listed_name_has_a_docstring(module: str, name: str) -> None:
    value = getattr(importlib.import_module(module), name)
    if isinstance(value, ModuleType):
        assert value.__doc__, "describe the module"
        return
    found = load_packages().modules_collection[f"{module}.{name}"]
    found = found.final_target if isinstance(found, griffe.Alias) else found
    assert found.docstring is not None, f"document {found.path}, in a docstring below it"


def is_public(path: str) -> bool:
    """Return True if `openrouterkit.errors.APIError` and the like is a public module, or a name that one lists."""
    if path in MODULES:
        return True
    module, _, name = path.rpartition(".")
    if not module:
        return False
    if module in MODULES:
        return name in importlib.import_module(module).__all__
    kind, _, owner = module.rpartition(".")
    if kind in MODULES and owner in importlib.import_module(kind).__all__:  # an attribute of a listed class or module
        return hasattr(getattr(importlib.import_module(kind), owner), name)
    return False


def find_imported(program: str) -> Iterator[str]:
    """Yield the import paths of the names of this project that a program imports."""
    for node in ast.walk(ast.parse(program)):
        if isinstance(node, ast.Import):
            yield from (each.name for each in node.names if each.name.partition(".")[0] in PACKAGES)
        elif isinstance(node, ast.ImportFrom) and not node.level and (node.module or "").partition(".")[0] in PACKAGES:
            yield from (f"{node.module}.{each.name}" for each in node.names)


def find_mentioned(text: str) -> Iterator[str]:
    """Yield the names of this project that a page contains, in its programs and in its sentences."""
    for block in re.findall(r"^```(?:python|pycon)\n(.*?)^```", text, re.MULTILINE | re.DOTALL):
        try:
            yield from find_imported(block)
        except SyntaxError:  # an excerpt of a class
            yield from re.findall(r"\bfrom (openrouterkit[\w.]*) import \w+$", block, re.MULTILINE)
    yield from re.findall(rf"`((?:{'|'.join(PACKAGES)})(?:\.\w+)+)(?:`|\()", text)


@pytest.mark.parametrize("page", DOCS, ids=lambda page: page.name)
def test_the_documentation_mentions_only_listed_names(page: Path) -> None:
    for path in set(find_mentioned(page.read_text(encoding="utf-8"))) - OTHERS.keys():
        assert is_public(path) or path.endswith(".__all__"), f"{path} is in no __all__"


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_an_example_imports_only_listed_names(path: Path) -> None:
    for name in find_imported(path.read_text(encoding="utf-8")):
        assert is_public(name), f"{name} is in no __all__"


def test_the_local_server_imports_only_listed_names() -> None:
    for name, path in find_modules("openrouterkit_local").items():
        for imported in find_imported(path.read_text(encoding="utf-8")):
            if imported.partition(".")[0] == "openrouterkit":
                assert is_public(imported), f"{name}: {imported} is in no __all__"


def test_docstrings_mention_only_public_names_of_other_modules() -> None:
    for module in MODULES:
        source = importlib.import_module(module).__doc__ or ""
        for path in re.findall(r"`(openrouterkit(?:\.\w+)+)`", source):
            assert is_public(path), f"{module}: {path} is in no __all__"
