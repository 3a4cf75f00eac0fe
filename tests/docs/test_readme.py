"""The README is correct: its examples run and pass the type checkers, and its commands and links exist."""

import re

import pytest
from checkers import run_mypy, run_pyright
from places import ROOT

from openrouterkit.local import LocalServer

README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```python\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)


@pytest.fixture(scope="module")
def server():
    with LocalServer() as running:
        yield running


@pytest.mark.parametrize("block", BLOCKS, ids=lambda block: block.strip().splitlines()[-1][:40])
def test_every_python_block_runs_and_prints_something(block, server, monkeypatch, capsys):
    monkeypatch.setenv("OPENROUTER_API_KEY", "an-example-key")
    monkeypatch.setenv("OPENROUTER_BASE_URL", server.base_url)
    exec(compile(block, "README.md", "exec"), {"__name__": "readme"})
    assert capsys.readouterr().out.strip()


@pytest.fixture(scope="module")
def blocks(tmp_path_factory):
    folder = tmp_path_factory.mktemp("readme")
    for number, block in enumerate(BLOCKS):
        (folder / f"block{number}.py").write_text(block, encoding="utf-8")
    return folder


def test_every_python_block_passes_mypy_strict(blocks):
    output = run_mypy(blocks)
    assert f"no issues found in {len(BLOCKS)} source files" in output, output


def test_every_python_block_passes_pyright(blocks):
    report = run_pyright(blocks)
    assert report["summary"]["filesAnalyzed"] == len(BLOCKS)
    assert [each["message"] for each in report["generalDiagnostics"]] == []


def test_every_make_target_exists():
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    commands = re.findall(r"^make ([a-z]+)|`make ([a-z]+)", README, re.MULTILINE)
    assert {first or second for first, second in commands} <= targets


def test_every_linked_file_exists():
    links = re.findall(r"\]\((?!https?:)([^)#]+)", README)
    assert links
    assert [link for link in links if not (ROOT / link).is_file()] == []
