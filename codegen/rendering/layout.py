"""Formatting generated modules: ruff removes unused imports and formats the rest."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from ..problems import CodegenError

_OPTIONS = ["--isolated", "--line-length", "120", "--target-version", "py311", "--no-cache"]
_SORTED = ["--config", "lint.isort.combine-as-imports=true", "--config", "lint.isort.split-on-trailing-comma=false"]
_SHORT = ["--config", "format.skip-magic-trailing-comma=true"]  # join whatever fits on one line
_FIXES = [*_SORTED, "--select", "F401,I001,PIE790,TC005", "--fix", "--exit-zero", "--unsafe-fixes"]


def format_modules(folder: Path) -> None:
    """Remove the unused imports of every module in a folder, and format it.

    Raises:
        CodegenError: A module has a syntax error.
    """
    ruff = [sys.executable, "-m", "ruff"]
    for arguments in (["check", *_FIXES], ["format", *_SHORT]):
        command = [*ruff, *arguments, *_OPTIONS, str(folder)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - no argument comes from the document
        if done.returncode != 0:
            output = (done.stderr or done.stdout).strip()[:2000]
            raise CodegenError("", f"ruff rejects the generated code: {output}", "report this error with the document")
