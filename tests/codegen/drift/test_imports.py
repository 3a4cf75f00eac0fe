"""Drift stands apart: only the command line imports it, and it imports documented modules of codegen only."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import codegen

ROOT = Path(codegen.__file__).parent
DOCUMENTED = {line.split()[0] for line in (codegen.__doc__ or "").splitlines() if line.startswith("    ")}


def imported(path: Path) -> Iterator[str]:
    """Every module of codegen that a module imports, wherever in it, below `codegen`."""
    package = ["codegen", *path.relative_to(ROOT).parts[:-1]]
    for node in ast.walk(ast.parse(path.read_bytes())):
        if isinstance(node, ast.ImportFrom) and node.level:
            start = [*package[: len(package) - node.level + 1], *([node.module] if node.module else [])]
            for alias in node.names:
                yield ".".join([*start[1:], alias.name] if len(start) == 1 else start[1:])


def test_nothing_but_the_command_line_imports_drift() -> None:
    others = [path for path in ROOT.rglob("*.py") if "drift" not in path.relative_to(ROOT).parts]
    found = [path.relative_to(ROOT).as_posix() for path in others if any("drift" in name for name in imported(path))]
    assert found == ["__main__.py"], f"{found} import drift: move what both need to a module at the top of codegen"


def test_the_command_line_imports_drift_for_its_subcommand_only() -> None:
    code = "import sys, codegen.__main__; print([name for name in sys.modules if name.startswith('codegen.drift')])"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT.parent, capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_drift_imports_documented_modules_of_codegen_only() -> None:
    used = {
        name: path.name
        for path in (ROOT / "drift").glob("*.py")
        for name in imported(path)
        if not name.startswith("drift")
    }
    unknown = {name: used[name] for name in used.keys() - DOCUMENTED}
    assert not unknown, f"{unknown}: move it to a module at the top, listed in codegen/__init__.py"


def test_every_module_at_the_top_of_codegen_is_documented() -> None:
    modules = {path.stem for path in ROOT.glob("*.py") if not path.stem.startswith("__")}
    folders = {f"{path.name}/" for path in ROOT.iterdir() if (path / "__init__.py").is_file()}
    assert modules | folders == DOCUMENTED
    assert all(len(list(folder.glob("*.py"))) <= 20 for folder in (ROOT, *(ROOT / name for name in folders)))
