"""docs/testing.md is correct: its tests pass and have correct types, and its tables list every step and mode."""

from __future__ import annotations

import re
from typing import get_args

import pytest
from checkers import run_mypy, run_pyright
from loopback import Loopback, completion, http_response
from places import ROOT

from openrouterkit import testing
from openrouterkit.testing.cassette import VARIABLE, Mode

PAGE = (ROOT / "docs" / "testing.md").read_text(encoding="utf-8")
SCRIPTED, RECORDED, WITH_FIXTURES = re.findall(r"^```python\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
STEPS = [name for name in testing.__all__ if name.islower()]


def run_block(block):
    namespace = {"__name__": "page"}
    exec(compile(block, "docs/testing.md", "exec"), namespace)
    return namespace


@pytest.mark.parametrize("name", re.findall(r"^def (test_\w+)", SCRIPTED, re.MULTILINE))
def test_the_scripted_tests_of_the_page_pass(name):
    run_block(SCRIPTED)[name]()


def test_the_recorded_test_of_the_page_passes_once_it_is_recorded(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("OPENROUTER_API_KEY", "sk-or-v1-0123456789")
    with Loopback([http_response(completion("It is Paris."))]) as server:
        monkeypatch.setenv("OPENROUTER_BASE_URL", server.url)
        monkeypatch.setenv(VARIABLE, "record")
        run_block(RECORDED)["test_the_capital_is_paris"]()
    monkeypatch.delenv(VARIABLE)
    run_block(RECORDED)["test_the_capital_is_paris"]()
    assert [path.name for path in tmp_path.rglob("*.json")] == ["001-post-chat-completions.json"]


def test_the_test_with_a_fixture_passes(openrouterkit_script):
    run_block(WITH_FIXTURES)["test_the_title_is_capitalised"](openrouterkit_script)


def test_the_typed_examples_pass_the_type_checkers(tmp_path):
    for name, block in (("scripted", SCRIPTED), ("recorded", RECORDED)):
        (tmp_path / f"{name}.py").write_text(block, encoding="utf-8")
    output = run_mypy(tmp_path)
    assert "no issues found in 2 source files" in output, output
    assert run_pyright(tmp_path)["generalDiagnostics"] == []


def test_the_page_names_every_step_and_mode():
    assert "completion" in STEPS
    for name in STEPS:
        assert f"`{name}(" in PAGE or f" {name}(" in PAGE, name
    rows = re.findall(r"^\| `(replay|record|missing)`", PAGE, re.MULTILINE)
    assert rows == list(get_args(Mode))
    assert VARIABLE in PAGE
