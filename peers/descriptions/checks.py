"""What users do first with a generated package: import all of it, and check the types of their code."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Final

from attrs import frozen

from .generators import ROOT
from .processes import run

if TYPE_CHECKING:
    from pathlib import Path

_TIMEOUT: Final = 2_400.0
# All modules, and all names that a package imports when they are first used.
_IMPORT: Final = """
import importlib, pkgutil, sys, warnings
warnings.simplefilter("error")
package = importlib.import_module(sys.argv[1])
found = [each.name for each in pkgutil.walk_packages(package.__path__, package.__name__ + ".")]
for name in found:
    module = importlib.import_module(name)
    for each in getattr(module, "__all__", ()):
        getattr(module, each)
print(len(found))
"""


@frozen
class Checked:
    """The result of the checks.

    Attributes:
        modules: The number of modules that were imported.
        failure: The exception of the import, None if there was none.
        mypy: The number of errors that mypy finds; None if it was not run, or did not come to an end.
        mypy_strict: The same, with `--strict`.
        mypy_seconds: The processor time of both.
        messages: The errors of `mypy --strict`.
    """

    modules: int
    failure: str | None
    mypy: int | None
    mypy_strict: int | None
    mypy_seconds: float
    messages: tuple[str, ...]


def check(package: Path, cache: Path, *, with_mypy: bool) -> Checked:
    """Import all modules of a package, and run mypy on it.

    Args:
        package: The folder of the package.
        cache: The folder in which mypy keeps what it knows about other packages.
        with_mypy: Whether to run mypy.
    """
    parent = package.parent
    imported = run([sys.executable, "-c", _IMPORT, package.name], parent, _TIMEOUT, {"PYTHONPATH": str(parent)})
    failure = None if imported.status == 0 else (imported.errors.strip().splitlines() or ["stopped"])[-1]
    modules = int(imported.output) if failure is None else 0
    if not with_mypy:
        return Checked(modules, failure, None, None, 0.0, ())
    strict, seconds, messages = _run_mypy(package, cache / "strict", "--strict")
    plain, more = (0, 0.0) if strict == 0 else _run_mypy(package, cache / "plain")[:2]
    return Checked(modules, failure, plain, strict, seconds + more, messages)


def _run_mypy(package: Path, cache: Path, *flags: str) -> tuple[int | None, float, tuple[str, ...]]:
    """Return the number of errors, None if mypy does not come to an end; the seconds that it took, and the errors."""
    command = [sys.executable, "-m", "mypy", "--config-file=", f"--cache-dir={cache}", *flags, "-p", package.name]
    path = f"{package.parent}:{ROOT / 'overlays'}"
    finished = run(command, package.parent, _TIMEOUT, {"MYPYPATH": path})
    messages = tuple(line for line in finished.output.splitlines() if ": error:" in line)
    ended = finished.status == 0 or (finished.status == 1 and messages)
    return (len(messages) if ended else None), finished.seconds, messages or (finished.errors[-500:],)
