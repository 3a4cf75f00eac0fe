"""Compares the public names of the generated package with those of an earlier commit."""

from __future__ import annotations

import subprocess
from pathlib import Path

from .problems import CodegenError


def read_file(root: Path, reference: str, path: str) -> str:
    """Return the text of a file as of a git commit.

    Args:
        root: A folder of the repository.
        reference: A commit, tag or branch.
        path: The file, relative to `root`.

    Raises:
        CodegenError: The reference does not exist, its commit does not contain the file, or git is not installed.
    """
    fix = "pass a commit, tag or branch of this repository"
    commit = _run_git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{reference}^{{commit}}")
    if commit.returncode:
        raise CodegenError(
            "", f"{reference!r} is not a commit that git knows", f"{fix}; {_first_error_line(commit)}".rstrip("; ")
        )
    shown = _run_git(root, "show", f"{commit.stdout.strip()}:./{path}")
    if shown.returncode:
        raise CodegenError(
            "", f"{reference} does not contain {path}", "pass a commit that contains the generated package"
        )
    return shown.stdout


def _run_git(root: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = ["git", "-C", str(root), *arguments]
    try:
        return subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - no shell
    except FileNotFoundError:
        raise CodegenError(
            "", "git is not installed", "install git, or compare the two SURFACE files with diff"
        ) from None


def _first_error_line(done: subprocess.CompletedProcess[str]) -> str:
    lines = done.stderr.strip().splitlines()
    return lines[0] if lines else ""


def compare_names(before: list[str], after: list[str]) -> tuple[list[str], list[str]]:
    """Return the added and the removed names, without the members of classes that were added or removed as a whole."""
    return _drop_members(set(after) - set(before)), _drop_members(set(before) - set(after))


def _drop_members(names: set[str]) -> list[str]:
    """Return the names without the members of classes that are in the set, sorted."""
    return sorted(name for name in names if name.rpartition(".")[0] not in names)


def format_changes(reference: str, added: list[str], removed: list[str]) -> str:
    """Return the changes as text, one name per line, with the counts in the last line."""
    lines = [*(f"! removed  {name}" for name in removed), *(f"  added    {name}" for name in added)]
    if not lines:
        return f"no public names added or removed since {reference}"
    verdict = " (breaking)" if removed else ""
    return "\n".join([*lines, f"against {reference}: {len(added)} added, {len(removed)} removed{verdict}"])
