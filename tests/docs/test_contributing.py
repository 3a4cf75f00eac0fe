"""CONTRIBUTING.md says what is true: its pass is added as it says and does what it shows, its verbs and files exist."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import yaml
from places import ROOT

TRANSPORT = ROOT / "overlays" / "openrouterkit" / "_transport"
GUIDE = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
MODULE, LINE = re.findall(r"^```python\n(.*?)^```$", GUIDE, re.MULTILINE | re.DOTALL)


def test_the_pass_of_the_guide_is_added_as_it_says_and_the_package_changes_as_it_shows(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "codegen", tmp_path / "codegen", ignore=shutil.ignore_patterns("__pycache__"))
    (tmp_path / "tests/codegen/passes").mkdir(parents=True)
    for name in ("pyproject.toml", "tests/codegen/passes/test_passes.py"):
        shutil.copy(ROOT / name, tmp_path / name)
    (tmp_path / "codegen" / "passes" / "examples.py").write_text(MODULE, encoding="utf-8")

    order = tmp_path / "codegen" / "normal_form.py"
    (after,) = re.findall(r"after the line\n`(.+)` this one", GUIDE)
    text = order.read_text(encoding="utf-8").replace("    distinct,\n", "    distinct,\n    examples,\n")
    order.write_text(text.replace(f"    {after}\n", f"    {after}\n{LINE}"), encoding="utf-8")

    schemas = {"Pet": {"properties": {"name": {"type": "string", "example": "Rex"}}}}
    document = {"openapi": "3.0.3", "info": {"title": "t", "version": "1"}, "components": {"schemas": schemas}}
    (tmp_path / "spec.yaml").write_text(yaml.safe_dump(document), encoding="utf-8")
    command = [
        sys.executable,
        "-m",
        "pytest",
        "tests/codegen/passes/test_passes.py",
        "-k",
        "examples",
        "-p",
        "no:cacheprovider",
    ]
    tested = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert "2 passed" in tested.stdout, tested.stdout
    command = [sys.executable, "-m", "codegen", "generate", "spec.yaml", "pets_api"]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True)
    written = yaml.safe_load((tmp_path / "pets_api" / "contract.json").read_text(encoding="utf-8"))
    assert written["components"]["schemas"]["Pet"]["properties"]["name"] == {"type": "string", "examples": ["Rex"]}


def test_every_make_target_and_file_of_the_guide_exists() -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    assert set(re.findall(r"(?:^|`)make ([a-z]+)", GUIDE, re.MULTILINE)) <= targets
    named = set(re.findall(r"`([\w/]+(?:/|\.\w+))`", GUIDE)) - {"codegen/passes/examples.py"}
    folders = (ROOT, ROOT / "codegen", ROOT / "codegen" / "rendering", ROOT / "overlays" / "openrouterkit", TRANSPORT)
    assert [name for name in named if not any((folder / name).exists() for folder in folders)] == []
