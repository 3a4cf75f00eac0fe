"""CONTRIBUTING.md is correct: its example pass works, and the commands, paths and modules that it names exist."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import yaml
from places import ROOT

GUIDE = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
PASS_MODULE, PASS_CALL = re.findall(r"^```python\n(.*?)^```$", GUIDE, re.MULTILINE | re.DOTALL)
CODE_SPANS = re.findall(r"(?<!`)`([^`\n]+)`(?!`)", GUIDE)
CREATED_BY_READER = "codegen/passes/examples.py"

# Folders to which a path in the guide can be relative, because the text around it names the folder.
FOLDERS = [
    *(ROOT, ROOT / "codegen", ROOT / "codegen/contracts/openrouter"),
    *(ROOT / "overlays/openrouterkit", ROOT / "overlays/openrouterkit/_transport"),
]


def add_example_pass(root: Path) -> None:
    """Follow the guide in a copy of the project: create the module, import it, and call it after the named line."""
    (root / CREATED_BY_READER).write_text(PASS_MODULE, encoding="utf-8")
    normal_form = root / "codegen" / "normal_form.py"
    text = normal_form.read_text(encoding="utf-8")
    (anchor,) = (f"    {code}\n" for code in CODE_SPANS if re.fullmatch(r"\w+\.run\(.+\)", code))
    assert anchor in text
    text = text.replace("from .passes import (\n", "from .passes import (\n    examples,\n")
    normal_form.write_text(text.replace(anchor, anchor + PASS_CALL), encoding="utf-8")


def test_example_pass_passes_its_tests_and_changes_the_package(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "codegen", tmp_path / "codegen", ignore=shutil.ignore_patterns("__pycache__"))
    (tmp_path / "tests/codegen/passes").mkdir(parents=True)
    for name in ("pyproject.toml", "tests/codegen/passes/test_passes.py"):
        shutil.copy(ROOT / name, tmp_path / name)
    add_example_pass(tmp_path)

    pytest_options = ["-k", "examples", "-p", "no:cacheprovider"]
    command = [sys.executable, "-m", "pytest", "tests/codegen/passes/test_passes.py", *pytest_options]
    completed = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert "2 passed" in completed.stdout, completed.stdout

    schemas = {"Pet": {"properties": {"name": {"type": "string", "example": "Rex"}}}}
    document = {"openapi": "3.0.3", "info": {"title": "t", "version": "1"}, "components": {"schemas": schemas}}
    (tmp_path / "spec.yaml").write_text(yaml.safe_dump(document), encoding="utf-8")
    command = [sys.executable, "-m", "codegen", "generate", "spec.yaml", "pets_api"]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True)
    contract = yaml.safe_load((tmp_path / "pets_api" / "contract.json").read_text(encoding="utf-8"))
    assert contract["components"]["schemas"]["Pet"]["properties"]["name"] == {"type": "string", "examples": ["Rex"]}


def test_make_targets_in_the_guide_exist() -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    named = set(re.findall(r"(?:^|`)make ([a-z]+)", GUIDE, re.MULTILINE))
    assert named
    assert named <= targets


def test_paths_in_the_guide_exist() -> None:
    words = [word for code in CODE_SPANS for word in code.split()]
    paths = {word for word in words if re.fullmatch(r"[\w/]+(?:/|/[A-Z]+|\.(?:py|toml|yaml|md))", word)} - {
        CREATED_BY_READER
    }
    assert paths
    assert [path for path in paths if not any((folder / path).exists() for folder in FOLDERS)] == []


def test_all_modules_of_the_client_are_in_the_layout_of_the_guide() -> None:
    modules = {
        path.name + "/" * path.is_dir()
        for path in (ROOT / "overlays" / "openrouterkit").iterdir()
        if path.suffix == ".py" or path.is_dir()
    }
    not_in_the_table = {"__init__.py", "__pycache__/", "local/"}
    assert modules - not_in_the_table <= set(CODE_SPANS)
