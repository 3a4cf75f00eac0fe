"""What may be imported of the runtime and of the generated package, and what importing the runtime loads."""

from __future__ import annotations

import ast
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from places import ROOT

import openrouterkit_runtime

RUNTIME, GENERATED = "openrouterkit_runtime", "openrouterkit_api"
ROOTS = {
    name: ROOT / folder / name
    for folder, names in {
        "overlays": ("openrouterkit", "openrouterkit_local", RUNTIME),
        "generated": (GENERATED,),
    }.items()
    for name in names
}
MODULES = [(name, path) for name, root in ROOTS.items() for path in sorted(root.rglob("*.py"))]


def imported(name: str, path: Path) -> Iterator[tuple[int, str]]:
    """Every name that a module imports, wherever in it, as an absolute dotted name, with its line."""
    package = [name, *path.relative_to(ROOTS[name]).parts[:-1]]
    for node in ast.walk(ast.parse(path.read_bytes())):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            start = package[: len(package) - node.level + 1] if node.level else []
            module = ".".join([*start, *([node.module] if node.module else [])])
            yield from ((node.lineno, f"{module}.{alias.name}") for alias in node.names)


@pytest.mark.parametrize("name", ROOTS)
def test_what_has_an_underscore_is_imported_by_its_own_package_only(name: str) -> None:
    found = [
        f"{path.relative_to(ROOT)}:{line} imports {dotted}"
        for owner, path in MODULES
        if owner == name
        for line, dotted in imported(owner, path)
        for package in {RUNTIME, GENERATED} - {owner}
        if dotted.startswith(f"{package}.") and any(step.startswith("_") for step in dotted.split("."))
    ]
    assert not found, f"{found}: import a public name, or make the name public and document it"


def test_the_runtime_imports_the_standard_library_attrs_msgspec_and_dateutil_only() -> None:
    allowed = {"attrs", "msgspec", "dateutil", RUNTIME, *sys.stdlib_module_names}
    found = [
        f"{path.relative_to(ROOT)}:{line} imports {dotted}"
        for owner, path in MODULES
        if owner == RUNTIME
        for line, dotted in imported(owner, path)
        if dotted.split(".")[0] not in allowed
    ]
    assert not found, f"{found}: what needs more belongs into openrouterkit"


def test_the_runtime_imports_itself_relatively() -> None:
    modules = [path.read_text(encoding="utf-8") for path in ROOTS[RUNTIME].rglob("*.py")]
    found = [line for text in modules for line in text.splitlines() if f"from {RUNTIME}" in line.replace("import ", "")]
    assert not found, f"{found}: it is copied into packages of another name, so its own imports are relative"


def test_importing_the_runtime_loads_nothing_else() -> None:
    code = "import json, sys; before = set(sys.modules); import openrouterkit_runtime; "
    code += "print(json.dumps(sorted(set(sys.modules) - before)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = {name for name in json.loads(done.stdout) if name.split(".")[0] not in sys.stdlib_module_names}
    assert loaded == {RUNTIME}


def test_every_public_name_is_there_and_every_module_is_in_the_list() -> None:
    assert sorted(openrouterkit_runtime.__all__) == sorted(dir(openrouterkit_runtime))
    assert all(getattr(openrouterkit_runtime, name) is not None for name in openrouterkit_runtime.__all__)
    listed = {line.split()[0] for line in (openrouterkit_runtime.__doc__ or "").splitlines() if line.startswith("    ")}
    assert listed == {path.stem for path in ROOTS[RUNTIME].glob("*.py")} - {"__init__"}
    with pytest.raises(AttributeError, match="no attribute 'Modell'"):
        openrouterkit_runtime.Modell  # type: ignore[attr-defined]  # noqa: B018 - the access is the test
