"""Run the suite on every supported Python of this machine, and with the lowest versions that pyproject.toml allows.

    make matrix                      all
    make matrix ONLY="3.12 lowest"   some

The row httpx2 runs the tests of connections with httpx2 in place of httpx.

Each row has an environment of its own in .venv-matrix/, which is kept and updated.
"""

from __future__ import annotations

import argparse
import re
import shutil
import subprocess
import sys
import time
import tomllib
from os import environ
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / ".venv-matrix"
LOWEST = "lowest"
HTTPX2 = "httpx2"
HTTPX2_TESTS = (
    *("_transport", "_options"),
    *("test_client.py", "test_cancellation.py", "test_timeouts.py", "test_streams.py"),
)
# What users install, and what runs codegen; the tools of the tests are the newest.
BOUNDED = ("local", "codegen", "tools")


def main() -> int:
    """Run the rows, print one line for each, and return 1 where one failed."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    versions = supported_versions(project)
    rows = [*versions, LOWEST, HTTPX2]
    parser = argparse.ArgumentParser(prog="make matrix", description=__doc__)
    parser.add_argument("only", nargs="*", metavar="row", help=f"of {', '.join(rows)} (default: all)")
    wanted = parser.parse_args().only or rows
    if not {*wanted} <= {*rows}:
        parser.error(f"unknown row; choose from {', '.join(rows)}")
    outcomes = {row: run_row(row, versions[0], project) for row in wanted}
    for row, outcome in outcomes.items():
        print(f"{row:8} {outcome}")
    return int(any(outcome.startswith("failed") for outcome in outcomes.values()))


def supported_versions(project: dict[str, Any]) -> list[str]:
    """Return the Python versions that the classifiers name, the lowest first."""
    found = [re.fullmatch(r"Programming Language :: Python :: (3\.\d+)", each) for each in project["classifiers"]]
    return sorted((match[1] for match in found if match), key=lambda version: int(version.partition(".")[2]))


def run_row(row: str, lowest_python: str, project: dict[str, Any]) -> str:
    """Run the suite in the environment of one row; return what is printed about it."""
    version = lowest_python if row in (LOWEST, HTTPX2) else row
    python = find_python(version)
    if python is None:
        return f"skipped: python{version} is not installed"
    environment = FOLDER / row
    own = environment / "bin" / "python"
    if not own.exists():
        subprocess.run([python, "-m", "venv", str(environment)], check=True)
    constraints: list[str] = []
    if row == LOWEST:
        file = environment / "constraints.txt"
        file.write_text("\n".join(lower_bounds(project)) + "\n", encoding="utf-8")
        constraints = ["--constraint", str(file)]
    print(f"== {row}", flush=True)
    install = [str(own), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *constraints]
    extras = "dev" if row == LOWEST else "dev,httpx2,mcp"  # both need a newer anyio than the lowest version
    subprocess.run([*install, "--editable", f"{ROOT}[{extras}]"], check=True)
    began = time.monotonic()
    command = [str(own), "-m", "pytest", "-n", "auto", "--dist", "worksteal"]
    if row == HTTPX2:
        command += ["-p", "alias_httpx2", *(f"tests/openrouterkit/{each}" for each in HTTPX2_TESTS)]
    variables = {**environ, "PYTHONPATH": str(ROOT / "tests" / "support")}  # where -p finds the plugin
    done = subprocess.run(command, cwd=ROOT, check=False, env=variables)
    outcome = "passed" if done.returncode == 0 else "failed"
    return f"{outcome} in {time.monotonic() - began:.0f} s"


def find_python(version: str) -> str | None:
    """Return the interpreter of a version, from PATH or pyenv; None where there is none that runs."""
    pyenv = Path(environ.get("PYENV_ROOT", Path.home() / ".pyenv")) / "versions"
    candidates = [shutil.which(f"python{version}"), *map(str, pyenv.glob(f"{version}.*/bin/python"))]
    for path in filter(None, candidates):
        if subprocess.run([path, "--version"], check=False, capture_output=True).returncode == 0:
            return path
    return None


def lower_bounds(project: dict[str, Any]) -> list[str]:
    """Return a constraint for each requirement with a lower bound."""
    extras = project["optional-dependencies"]
    requirements = [*project["dependencies"], *(each for extra in BOUNDED for each in extras[extra])]
    found = [re.match(r"([\w.-]+)>=([\w.]+)", each) for each in requirements]
    return [f"{match[1]}=={match[2]}" for match in found if match]


if __name__ == "__main__":
    sys.exit(main())
