"""What may be imported of the runtime and of the generated package, and what importing the runtime loads."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest
from imports import PACKAGES, imports_of, modules_of
from places import ROOT

import openrouterkit_runtime

RUNTIME, GENERATED = "openrouterkit_runtime", "openrouterkit_api"
SHIPPED = [package for package in PACKAGES if package != "codegen"]
IMPORTS = [
    (package, f"{path.relative_to(ROOT)}:{line}", imported)
    for package in SHIPPED
    for name, path in modules_of(package).items()
    for line, imported in imports_of(name, path)
]


@pytest.mark.parametrize("package", SHIPPED)
def test_what_has_an_underscore_is_imported_by_its_own_package_only(package: str) -> None:
    others = tuple(f"{each}." for each in {RUNTIME, GENERATED} - {package})
    found = [
        f"{place} imports {imported}"
        for owner, place, imported in IMPORTS
        if owner == package and imported.startswith(others) and "._" in imported
    ]
    assert not found, f"{found}: import a public name, or make the name public and document it"


def test_the_runtime_imports_few_libraries_and_pydantic_core_when_pydantic_asks() -> None:
    newer = {"annotationlib"}  # of the standard library from Python 3.14 on
    allowed = {"attrs", "msgspec", "dateutil", "pydantic_core", RUNTIME, *newer, *sys.stdlib_module_names}
    found = [
        f"{place} imports {imported}"
        for owner, place, imported in IMPORTS
        if owner == RUNTIME and imported.split(".")[0] not in allowed
    ]
    assert not found, f"{found}: what needs more belongs into openrouterkit"


def test_the_runtime_imports_itself_relatively() -> None:
    modules = [path.read_text(encoding="utf-8") for path in PACKAGES[RUNTIME].rglob("*.py")]
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
    assert listed == {path.stem for path in PACKAGES[RUNTIME].glob("*.py")} - {"__init__"}
    with pytest.raises(AttributeError, match="no attribute 'Modell'"):
        openrouterkit_runtime.Modell  # type: ignore[attr-defined]  # noqa: B018 - the access is the test
