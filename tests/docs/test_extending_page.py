"""docs/extending.md is correct: its blocks run and have correct types, and its excerpts are in the example package."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest
from checkers import run_mypy, run_pyright
from imports import find_imports
from places import ROOT

from codegen.__main__ import main
from openrouterkit import flow
from openrouterkit.service import Service

EXAMPLE = ROOT / "examples" / "acme_overlay"
PAGE = (ROOT / "docs" / "extending.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```python\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
EXCERPTS = [block for block in BLOCKS if block.startswith("# examples/")]
PROGRAM = "\n".join(block for block in BLOCKS if not block.startswith("# examples/"))
MODULES = sorted(EXAMPLE.glob("acmekit/*.py"))


@pytest.fixture
def _example(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make the packages of the example importable."""
    monkeypatch.syspath_prepend(EXAMPLE)


@pytest.mark.usefixtures("_example")
def test_the_blocks_of_the_page_run_in_order() -> None:
    exec(compile(PROGRAM, "docs/extending.md", "exec"), {"__name__": "page"})


def test_the_blocks_of_the_page_pass_the_type_checkers(tmp_path: Path) -> None:
    (tmp_path / "page.py").write_text(PROGRAM, encoding="utf-8")
    output = run_mypy(tmp_path)
    assert "no issues found in 1 source file" in output, output
    report = run_pyright(tmp_path, str(EXAMPLE))
    assert [each["message"] for each in report["generalDiagnostics"]] == []


@pytest.mark.parametrize("excerpt", EXCERPTS, ids=lambda excerpt: excerpt.splitlines()[0].rpartition("/")[2])
def test_an_excerpt_is_in_the_example_package(excerpt: str) -> None:
    first, _, text = excerpt.partition("\n")
    source = (ROOT / first.removeprefix("# ")).read_text(encoding="utf-8")
    for part in text.strip("\n").split("\n...\n"):
        assert part.strip("\n") in source
    assert EXCERPTS


def test_the_page_describes_every_effect_and_every_field_of_a_service() -> None:
    effects = {name for name, kind in vars(flow).items() if isinstance(kind, type) and issubclass(kind, flow.Effect)}
    for name in effects - {"Effect"}:
        assert re.search(rf"^\| `{name}\(", PAGE, re.MULTILINE), name
    for field in Service.__init__.__annotations__.keys() - {"return", "name"}:
        assert re.search(rf"^\| .*`{field}`.* \|", PAGE, re.MULTILINE), field


def test_the_page_is_short_enough_to_be_read_at_once() -> None:
    assert len(PAGE.splitlines()) <= 400


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.stem)
def test_the_example_imports_only_public_names(path: Path) -> None:
    for line, imported in find_imports(f"acmekit.{path.stem}", path):
        top, *parts = imported.split(".")
        if top.startswith("openrouterkit"):
            assert not any(part.startswith("_") for part in parts), f"{path.name}:{line}: {imported}"
            module, _, name = imported.rpartition(".")
            __import__(module)
            public = getattr(sys.modules[module], "__all__", None)
            assert public is None or name in public, f"{path.name}:{line}: {name} is not in __all__ of {module}"


def test_the_generated_package_of_the_example_is_up_to_date(tmp_path: Path) -> None:
    assert main(["generate", str(EXAMPLE / "acme.yaml"), str(tmp_path / "acme_api")]) == 0
    # MANIFEST has the hash of the generator, which changes more often than what it generates.
    names = {path.relative_to(tmp_path) for path in tmp_path.rglob("*") if path.is_file() and path.name != "MANIFEST"}
    ours = {path.relative_to(EXAMPLE) for path in EXAMPLE.glob("acme_api/**/*.*") if path.suffix != ".pyc"}
    assert ours <= names
    for name in names:
        assert (EXAMPLE / name).read_bytes() == (tmp_path / name).read_bytes(), (
            f"{name} differs: run make generate SPEC=examples/acme_overlay/acme.yaml OUT=examples/acme_overlay/acme_api"
        )
