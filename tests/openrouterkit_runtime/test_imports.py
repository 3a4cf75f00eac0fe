"""Which names other packages may import from the runtime and the generated package, and what the runtime imports."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest
from imports import PACKAGES, find_imports, find_modules
from places import ROOT

import openrouterkit_runtime

RUNTIME, GENERATED = "openrouterkit_runtime", "openrouterkit_api"
SHIPPED = [package for package in PACKAGES if package != "codegen"]
IMPORTS = [
    (package, f"{path.relative_to(ROOT)}:{line}", imported)
    for package in SHIPPED
    for name, path in find_modules(package).items()
    for line, imported in find_imports(name, path)
]


@pytest.mark.parametrize("package", SHIPPED)
def test_private_names_are_imported_by_their_own_package_only(package: str) -> None:
    others = tuple(f"{each}." for each in {RUNTIME, GENERATED} - {package})
    found = [
        f"{place} imports {imported}"
        for owner, place, imported in IMPORTS
        if owner == package and imported.startswith(others) and "._" in imported
    ]
    assert not found, (
        f"unexpected imports of private names: {found}; import a public name, or make the name public and document it"
    )


def test_the_runtime_imports_few_libraries() -> None:
    newer = {"annotationlib"}  # in the standard library since Python 3.14
    allowed = {"attrs", "msgspec", "dateutil", "pydantic_core", RUNTIME, *newer, *sys.stdlib_module_names}
    found = [
        f"{place} imports {imported}"
        for owner, place, imported in IMPORTS
        if owner == RUNTIME and imported.split(".")[0] not in allowed
    ]
    assert not found, f"unexpected imports in the runtime: {found}; move the code to openrouterkit"


def test_the_runtime_imports_itself_relatively() -> None:
    modules = [path.read_text(encoding="utf-8") for path in PACKAGES[RUNTIME].rglob("*.py")]
    found = [line for text in modules for line in text.splitlines() if f"from {RUNTIME}" in line.replace("import ", "")]
    assert not found, f"unexpected absolute imports: {found}; make them relative, as packages may copy the runtime"


def test_importing_the_runtime_imports_no_other_package() -> None:
    code = "import json, sys; before = set(sys.modules); import openrouterkit_runtime; "
    code += "print(json.dumps(sorted(set(sys.modules) - before)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = {name for name in json.loads(done.stdout) if name.split(".")[0] not in sys.stdlib_module_names}
    assert loaded == {RUNTIME}


def test_public_names_can_be_imported_and_the_docstring_lists_every_module() -> None:
    assert sorted(openrouterkit_runtime.__all__) == sorted(dir(openrouterkit_runtime))
    assert all(getattr(openrouterkit_runtime, name) is not None for name in openrouterkit_runtime.__all__)
    listed = {line.split()[0] for line in (openrouterkit_runtime.__doc__ or "").splitlines() if line.startswith("    ")}
    assert listed == {path.stem for path in PACKAGES[RUNTIME].glob("*.py")} - {"__init__"}
    with pytest.raises(AttributeError, match="no attribute 'Modell'"):
        openrouterkit_runtime.Modell  # type: ignore[attr-defined]  # noqa: B018 - the access is the test
