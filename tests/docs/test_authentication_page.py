"""docs/authentication.md is correct: its program prints what the page shows, and its table lists every kind."""

from __future__ import annotations

import re
from typing import get_args

import pytest
from places import ROOT

from openrouterkit_runtime.security import Kind

PAGE = (ROOT / "docs" / "authentication.md").read_text(encoding="utf-8")


def test_the_program_of_the_page_prints_what_the_page_shows(capsys: pytest.CaptureFixture[str]) -> None:
    (program,) = re.findall(r"^```python\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
    (shown,) = re.findall(r"^It prints:\n\n```\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
    exec(compile(program, "docs/authentication.md", "exec"), {"__name__": "page"})
    assert capsys.readouterr().out == shown


def test_the_table_lists_every_kind_of_scheme() -> None:
    words = {"client_credentials": "clientCredentials", "openid": "openIdConnect"}
    assert all(f"`{words.get(kind, kind)}`" in PAGE for kind in get_args(Kind))
