"""The public names of the generated package now, and at another point of its history."""

from __future__ import annotations

import subprocess
from pathlib import Path

from .problems import CodegenError


def read_names(root: Path, reference: str, path: str) -> list[str]:
    """The lines of a file as a git reference has it.

    Raises:
        CodegenError: there is no such reference, it does not have the file, or there is no git.
    """
    remedy = "name a commit, a tag or a branch of this repository"
    found = _run_git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{reference}^{{commit}}")
    if found.returncode:
        raise CodegenError(
            "", f"{reference!r} is not a commit that git knows", f"{remedy}; {_first_error_line(found)}".rstrip("; ")
        )
    shown = _run_git(root, "show", f"{found.stdout.strip()}:./{path}")
    if shown.returncode:
        raise CodegenError(
            "", f"{reference} does not contain {path}", "name a commit in which the package was generated"
        )
    return shown.stdout.splitlines()


def _run_git(root: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = ["git", "-C", str(root), *arguments]
    try:
        return subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - a list, no shell
    except FileNotFoundError:
        raise CodegenError(
            "", "git is not installed", "install git, or compare the two SURFACE files with diff"
        ) from None


def _first_error_line(done: subprocess.CompletedProcess[str]) -> str:
    said = done.stderr.strip().splitlines()
    return said[0] if said else ""


def compare_names(before: list[str], after: list[str]) -> tuple[list[str], list[str]]:
    """The names that are new, and those that are gone; without the members of what is new or gone as a whole."""
    return _drop_members(set(after) - set(before)), _drop_members(set(before) - set(after))


def _drop_members(names: set[str]) -> list[str]:
    return sorted(name for name in names if name.rpartition(".")[0] not in names)


def format_changes(reference: str, added: list[str], gone: list[str]) -> str:
    """The changes of the public names as lines, with their counts in the last one."""
    lines = [*(f"! removed  {name}" for name in gone), *(f"  added    {name}" for name in added)]
    if not lines:
        return f"the same public names as in {reference}"
    return "\n".join([*lines, f"against {reference}: {len(added)} added, {len(gone)} removed (breaking)"])
