"""docs/flows.md is correct: its blocks run and have correct types."""

from __future__ import annotations

import re
from pathlib import Path

from checkers import run_mypy, run_pyright
from places import ROOT

PAGE = (ROOT / "docs" / "flows.md").read_text(encoding="utf-8")
PROGRAM = "\n".join(re.findall(r"^```python\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL))


def test_the_blocks_of_the_page_run_in_order() -> None:
    exec(compile(PROGRAM, "docs/flows.md", "exec"), {"__name__": "page"})


def test_the_blocks_of_the_page_pass_the_type_checkers(tmp_path: Path) -> None:
    (tmp_path / "page.py").write_text(PROGRAM, encoding="utf-8")
    output = run_mypy(tmp_path)
    assert "no issues found in 1 source file" in output, output
    assert [each["message"] for each in run_pyright(tmp_path)["generalDiagnostics"]] == []
