"""docs/local.md says what is true: its Python runs, its tests pass, its table has every model."""

import re

import pytest
from places import ROOT

from openrouterkit_local.operations.models import MODELS

PAGE = (ROOT / "docs" / "local.md").read_text(encoding="utf-8")
PROGRAM, TESTS = re.findall(r"^```python\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)


def test_the_program_runs(capsys):
    exec(compile(PROGRAM, "docs/local.md", "exec"), {"__name__": "page"})
    assert capsys.readouterr().out.startswith("Paris. ")


@pytest.mark.parametrize("name", re.findall(r"^def (test_\w+)", TESTS, re.MULTILINE))
def test_the_tests_it_shows_pass(name, openrouterkit_server, monkeypatch):
    space = {"__name__": "page"}
    exec(compile(TESTS, "docs/local.md", "exec"), space)
    space[name](openrouterkit_server, monkeypatch)


def test_the_table_has_every_model_but_the_many_that_fail_with_a_status():
    assert set(MODELS) <= set(re.findall(r"^\| `(local/[a-z0-9-]+)`", PAGE, re.MULTILINE))
