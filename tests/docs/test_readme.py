"""The README says what is true: its Python runs, its commands exist."""

import re
import subprocess
import sys

import pytest
from places import ROOT

from openrouterkit.local import LocalServer

README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```python\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)


@pytest.fixture(scope="module")
def server():
    with LocalServer() as running:
        yield running


@pytest.mark.parametrize("block", BLOCKS, ids=lambda block: block.strip().splitlines()[-1][:40])
def test_every_python_block_of_the_readme_runs_and_prints_something(block, server, monkeypatch, capsys):
    monkeypatch.setenv("OPENROUTER_API_KEY", "an-example-key")
    monkeypatch.setenv("OPENROUTER_BASE_URL", server.base_url)
    exec(compile(block, "README.md", "exec"), {"__name__": "readme"})
    assert capsys.readouterr().out.strip()


def test_every_python_block_of_the_readme_passes_a_strict_type_checker(tmp_path):
    for number, block in enumerate(BLOCKS):
        (tmp_path / f"block{number}.py").write_text(block, encoding="utf-8")
    command = [sys.executable, "-m", "mypy", "--strict", "--config-file", str(ROOT / "pyproject.toml"), str(tmp_path)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert [line[:300] for line in done.stdout.splitlines() if ": error:" in line] == []


def test_every_make_target_of_the_readme_exists():
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    commands = re.findall(r"^make ([a-z]+)|`make ([a-z]+)", README, re.MULTILINE)
    assert {first or second for first, second in commands} <= targets
