"""codegen.drift is separate: only commands imports it, and it imports only documented modules of codegen."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from imports import find_imports, find_module, find_modules

import codegen

CODEGEN = Path(codegen.__file__).parent
DOCUMENTED = {line.split()[0] for line in (codegen.__doc__ or "").splitlines() if line.startswith("    ")}
MODULES = find_modules("codegen")


def find_imported(name: str) -> set[str]:
    """The modules of codegen that a module imports."""
    return {
        module for _, each in find_imports(name, MODULES[name]) if (module := find_module(each, MODULES)) is not None
    }


def test_only_commands_import_drift() -> None:
    others = [name for name in MODULES if not name.startswith("codegen.drift")]
    found = [name for name in others if any(each.startswith("codegen.drift") for each in find_imported(name))]
    assert found == [f"codegen.commands.{name}" for name in ("check", "drift", "update")], (
        f"{found} import drift: move what both need to a top-level module of codegen"
    )


def test_other_commands_do_not_load_drift_when_they_start() -> None:
    imports = "import sys, codegen.__main__, codegen.commands.check"
    code = f"{imports}; print([name for name in sys.modules if name.startswith('codegen.drift')])"
    done = subprocess.run([sys.executable, "-c", code], cwd=CODEGEN.parent, capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_drift_imports_only_documented_modules_of_codegen() -> None:
    used = {each for name in MODULES if name.startswith("codegen.drift") for each in find_imported(name)}
    tops = {each.removeprefix("codegen.").split(".")[0] for each in used} - {"drift"}
    assert tops <= DOCUMENTED, "move what it needs to a top-level module listed in codegen/__init__.py"


def test_every_top_level_module_of_codegen_is_documented() -> None:
    modules = {path.stem for path in CODEGEN.glob("*.py") if not path.stem.startswith("__")}
    folders = {f"{path.name}/" for path in CODEGEN.iterdir() if path.is_dir() and path.name != "__pycache__"}
    assert modules | folders == DOCUMENTED
    assert all(len(list(folder.glob("*.py"))) <= 20 for folder in (CODEGEN, *(CODEGEN / name for name in folders)))
