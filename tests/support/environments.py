"""Wheels, and virtual environments that contain only what a distribution requires, without network access."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import sysconfig
import venv
from dataclasses import dataclass
from importlib.metadata import Distribution, distribution
from pathlib import Path

from packaging.requirements import Requirement


@dataclass(frozen=True)
class Environment:
    """A virtual environment.

    Args:
        folder: The folder in which its programs run.
        python: Its interpreter.
    """

    folder: Path
    python: Path

    def install(self, *wheels: Path | str) -> None:
        """Install wheels; without an index, pip fails if they require more than the environment has."""
        command = [sys.executable, "-m", "pip", "--python", str(self.python), "install", "--quiet", "--no-index"]
        subprocess.run([*command, *map(str, wheels)], check=True, cwd=self.folder)

    def run(self, program: str, *arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
        """Run a program of the environment, such as `python`, with these environment variables only."""
        command = [str(self.python.parent / program), *arguments]
        path = os.pathsep.join([str(self.python.parent), os.environ["PATH"]])
        variables = {"PATH": path, "HOME": str(self.folder), **variables}
        return subprocess.run(command, cwd=self.folder, env=variables, capture_output=True, text=True, check=False)


def build_wheel(project: Path, folder: Path) -> Path:
    """Build the wheel of a project in a folder, and return its path."""
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(project)]
    subprocess.run(command, check=True, capture_output=True)
    (built,) = folder.glob("*.whl")
    return built


def make_environment(folder: Path, *requirements: str) -> Environment:
    """Create an environment in a folder, with copies of installed distributions and of all that they require.

    Args:
        folder: The folder.
        requirements: Names of distributions, optionally with extras; openrouterkit itself is not copied.
    """
    root = folder / "environment"
    venv.create(root, with_pip=False)
    python = Path(sysconfig.get_path("scripts", "venv", {"base": str(root)})) / "python"
    packages = Path(sysconfig.get_path("purelib", "venv", {"base": str(root)}))
    found = _find_distributions(*requirements)
    for name, each in found.items():
        for file in each.files or () if name != "openrouterkit" else ():
            if ".." not in file.parts:
                (packages / file).parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(each.locate_file(file), packages / file)
    if "ruff" in found:  # its module starts the program of this name
        shutil.copy(Path(sys.executable).parent / "ruff", python.parent)
    return Environment(folder, python)


def _find_distributions(*requirements: str) -> dict[str, Distribution]:
    """Return the distributions of these names, and all that they require, by name."""
    found: dict[str, Distribution] = {}
    waiting, seen = [*map(Requirement, requirements)], set()
    while waiting:
        wanted = waiting.pop()
        if str(wanted) in seen:
            continue
        seen.add(str(wanted))
        name = re.sub(r"[-_.]+", "-", wanted.name).lower()
        found[name] = distribution(wanted.name)
        requires = map(Requirement, found[name].requires or ())
        waiting += [each for each in requires if _is_required(each, wanted.extras)]
    return found


def _is_required(requirement: Requirement, extras: set[str]) -> bool:
    marker = requirement.marker
    return marker is None or any(marker.evaluate({"extra": extra}) for extra in ("", *extras))
