"""Running mypy and pyright on modules that import the packages of this project."""

from __future__ import annotations

import fcntl
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from places import ROOT


def run_mypy(path: Path) -> str:
    """Return the output of `mypy --strict` with the settings and the cache of this project."""
    command = [sys.executable, "-m", "mypy", "--strict", "--config-file", str(ROOT / "pyproject.toml"), str(path)]
    with (ROOT / "pyproject.toml").open(encoding="utf-8") as file:
        fcntl.flock(file, fcntl.LOCK_EX)  # mypy waits seconds for a cache that another process writes
        return subprocess.run(
            command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False
        ).stdout


def run_pyright(folder: Path, *further: str) -> dict[str, Any]:
    """Return the report of basedpyright in standard mode, with `summary` and `generalDiagnostics`.

    The settings file is written to the folder. `further` are further folders with packages.
    """
    paths = [str(ROOT / "generated"), str(ROOT / "overlays"), *further]
    settings = {"extraPaths": paths, "pythonVersion": "3.11", "typeCheckingMode": "standard"}
    (folder / "pyrightconfig.json").write_text(json.dumps(settings), encoding="utf-8")
    command = [sys.executable, "-m", "basedpyright", "--outputjson", "--project", str(folder)]
    command += ["--pythonpath", sys.executable]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    report: dict[str, Any] = json.loads(done.stdout)
    return report
