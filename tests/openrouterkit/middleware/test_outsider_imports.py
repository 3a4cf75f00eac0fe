"""The modules of `openrouterkit.middleware` use only what a package of somebody else may use."""

from __future__ import annotations

import ast
import importlib
import subprocess
import sys
from pathlib import Path

import pytest
from imports import PACKAGES, find_imports, find_modules

PACKAGE = "openrouterkit.middleware"
# What middleware is written with; they name the public places of private types.
SEAMS = {PACKAGE, f"{PACKAGE}.signatures"}
MODULES = {name: path for name, path in find_modules("openrouterkit").items() if name.startswith(f"{PACKAGE}.")}
CHECKED = sorted((name, path) for name, path in MODULES.items() if name not in SEAMS)


@pytest.mark.parametrize(("name", "path"), CHECKED, ids=[name for name, _ in CHECKED])
def test_a_module_imports_only_public_names(name: str, path: Path) -> None:
    for line, imported in find_imports(name, path):
        if imported.split(".")[0] not in PACKAGES or imported.startswith("__future__"):
            continue
        assert not any(part.startswith("_") for part in imported.split(".")), f"{path.name}:{line}: {imported}"
        module, _, attribute = imported.rpartition(".")
        if imported in find_modules(module.split(".")[0]):
            continue
        public = getattr(importlib.import_module(module), "__all__", None)
        assert public is None or attribute in public, f"{path.name}:{line} imports {imported}, which is not in __all__"


@pytest.mark.parametrize(("name", "path"), CHECKED, ids=[name for name, _ in CHECKED])
def test_a_module_uses_private_attributes_only_of_its_own_classes(name: str, path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    own = {
        node.attr
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id in ("self", "cls")
    } | {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}
    used = {
        node.attr
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and node.attr.startswith("_") and not node.attr.startswith("__")
    }
    assert used <= own, f"{name} uses private attributes of others"


def test_middleware_is_imported_on_first_use() -> None:
    code = (
        "import sys, openrouterkit.middleware as m\n"
        "loaded = [each for each in sys.modules if each.startswith('openrouterkit.middleware.')]\n"
        "assert loaded == ['openrouterkit.middleware.signatures'], loaded\n"
        "assert set(m.__all__) <= set(dir(m))\n"
        "for name in m.__all__: getattr(m, name)\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True, timeout=120)


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="has no attribute 'Cach'"):
        importlib.import_module(PACKAGE).Cach  # noqa: B018 - the access raises
