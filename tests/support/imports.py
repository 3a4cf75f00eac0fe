"""Finding the imports of the project's modules in their source."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from places import ROOT
from projects import PROJECTS

GENERATED = {each.package.name: each.package for each in PROJECTS}
PACKAGES = {
    path.name: path
    for path in [
        ROOT / "codegen",
        *GENERATED.values(),
        ROOT / "overlays" / "openrouterkit",
        ROOT / "overlays" / "openrouterkit_local",
        ROOT / "overlays" / "openrouterkit_runtime",
    ]
}


def find_modules(package: str) -> dict[str, Path]:
    """Return the modules of a package by absolute name."""
    root = PACKAGES[package]
    found = {".".join(path.relative_to(root.parent).with_suffix("").parts): path for path in sorted(root.rglob("*.py"))}
    return {name.removesuffix(".__init__"): path for name, path in found.items()}


def find_imports(name: str, path: Path) -> Iterator[tuple[int, str]]:
    """Yield the line and the absolute name of every import in a module, including those inside functions and for types.

    For `from a import b` the name is `a.b`, which may be a module or a name in a module.
    """
    package = name.split(".") if path.name == "__init__.py" else name.split(".")[:-1]
    for node in ast.walk(ast.parse(path.read_bytes())):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = package[: len(package) - node.level + 1] if node.level else []
            module = ".".join([*above, *([node.module] if node.module else [])])
            yield from ((node.lineno, f"{module}.{alias.name}") for alias in node.names)


def find_module(imported: str, modules: dict[str, Path]) -> str | None:
    """Return the module that an imported name is or belongs to, None if it is not among `modules`."""
    while imported and imported not in modules:
        imported = imported.rpartition(".")[0]
    return imported or None
