"""What the modules of the project import, read from their source."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from places import ROOT

PACKAGES = {
    path.name: path
    for path in [
        ROOT / "codegen",
        ROOT / "generated" / "openrouterkit_api",
        ROOT / "overlays" / "openrouterkit",
        ROOT / "overlays" / "openrouterkit_local",
        ROOT / "overlays" / "openrouterkit_runtime",
    ]
}


def modules_of(package: str) -> dict[str, Path]:
    """Every module of a package by its absolute name."""
    root = PACKAGES[package]
    found = {".".join(path.relative_to(root.parent).with_suffix("").parts): path for path in sorted(root.rglob("*.py"))}
    return {name.removesuffix(".__init__"): path for name, path in found.items()}


def imports_of(name: str, path: Path) -> Iterator[tuple[int, str]]:
    """What a module imports, wherever in it, those for types included: the line, and the absolute name.

    `from a import b` gives `a.b`, which may be a module or a name in one.
    """
    package = name.split(".") if path.name == "__init__.py" else name.split(".")[:-1]
    for node in ast.walk(ast.parse(path.read_bytes())):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = package[: len(package) - node.level + 1] if node.level else []
            module = ".".join([*above, *([node.module] if node.module else [])])
            yield from ((node.lineno, f"{module}.{alias.name}") for alias in node.names)


def module_of(imported: str, modules: dict[str, Path]) -> str | None:
    """Which of the modules an imported name is or comes from, None for none of them."""
    while imported and imported not in modules:
        imported = imported.rpartition(".")[0]
    return imported or None
