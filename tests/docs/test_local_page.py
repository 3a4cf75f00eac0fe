"""docs/local.md is correct: its program runs, its tests pass, and its table lists all models."""

import re

import pytest
from places import ROOT

from openrouterkit_local.operations.models import MODELS

PAGE = (ROOT / "docs" / "local.md").read_text(encoding="utf-8")
PROGRAM, TESTS = re.findall(r"^```python\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)


def test_the_program_of_the_page_runs(capsys):
    exec(compile(PROGRAM, "docs/local.md", "exec"), {"__name__": "page"})
    assert capsys.readouterr().out.startswith("Paris. ")


@pytest.mark.parametrize("name", re.findall(r"^def (test_\w+)", TESTS, re.MULTILINE))
def test_the_tests_of_the_page_pass(name, openrouterkit_server, monkeypatch):
    namespace = {"__name__": "page"}
    exec(compile(TESTS, "docs/local.md", "exec"), namespace)
    namespace[name](openrouterkit_server, monkeypatch)


def test_the_table_lists_all_models():
    assert set(MODELS) <= set(re.findall(r"^\| `(local/[a-z0-9-]+)`", PAGE, re.MULTILINE))
