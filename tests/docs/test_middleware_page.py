"""docs/middleware.md is correct: its programs run, and its table lists all middleware."""

from __future__ import annotations

import re

import pytest
from places import ROOT

import openrouterkit.middleware
from openrouterkit.testing import Script

PAGE = (ROOT / "docs" / "middleware.md").read_text(encoding="utf-8")
PROGRAMS = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)


@pytest.mark.parametrize("number", range(len(PROGRAMS)))
def test_a_program_runs(number: int, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    monkeypatch.setenv("OPENROUTER_API_KEY", "a-key-of-a-test")
    monkeypatch.chdir(tmp_path_factory.mktemp("page"))
    with Script(default="Hello").intercept():
        exec(compile(PROGRAMS[number], "docs/middleware.md", "exec"), {"__name__": "page"})


def test_the_table_lists_all_middleware() -> None:
    listed = re.findall(r"^\| `(\w+)\(", PAGE, re.MULTILINE)
    public = {name: getattr(openrouterkit.middleware, name) for name in openrouterkit.middleware.__all__}
    names = {name for name, value in public.items() if isinstance(value, type) and "__call__" in vars(value)}
    assert set(listed) == names
