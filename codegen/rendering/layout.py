"""The last hand on generated modules: imports that turned out not to be needed go, and all get one layout."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from ..problems import CodegenError

_OPTIONS = ["--isolated", "--line-length", "120", "--target-version", "py311", "--no-cache"]
_SORTED = ["--config", "lint.isort.combine-as-imports=true", "--config", "lint.isort.split-on-trailing-comma=false"]
_SHORT = ["--config", "format.skip-magic-trailing-comma=true"]  # what fits in a line is one line
_FIXES = [*_SORTED, "--select", "F401,I001,PIE790,TC005", "--fix", "--exit-zero", "--unsafe-fixes"]


def lay_out(folder: Path) -> None:
    """Tidy every module in a folder.

    Raises:
        CodegenError: a module is not Python.
    """
    ruff = [sys.executable, "-m", "ruff"]
    for arguments in (["check", *_FIXES], ["format", *_SHORT]):
        command = [*ruff, *arguments, *_OPTIONS, str(folder)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603  # our own words
        if done.returncode != 0:
            output = (done.stderr or done.stdout).strip()[:2000]
            raise CodegenError("", f"what the templates write is Python: {output}", "report this, with the document")
