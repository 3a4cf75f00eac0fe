"""Runs a command, one at a time, and measures its processor time."""

from __future__ import annotations

import os
import signal
import subprocess
from resource import RUSAGE_CHILDREN, getrusage
from typing import TYPE_CHECKING

from attrs import frozen

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path


@frozen
class Finished:
    """A command that has ended.

    Attributes:
        status: The exit status; None if the command was stopped, because it took too long.
        output: What it printed to standard output.
        errors: What it printed to standard error.
        seconds: The processor time that it and its children took in user mode.
    """

    status: int | None
    output: str
    errors: str
    seconds: float


def run(command: Sequence[str], folder: Path, timeout: float, env: Mapping[str, str] | None = None) -> Finished:
    """Run a command in a folder until it ends, or for a number of seconds.

    Args:
        command: The program and its arguments.
        folder: The folder in which it runs.
        timeout: The number of seconds after which it is stopped, together with its children.
        env: Environment variables in addition to those of this process.
    """
    before = getrusage(RUSAGE_CHILDREN).ru_utime
    with subprocess.Popen(  # noqa: S603 - the programs are in the environment of this project
        command,
        cwd=folder,
        env={**os.environ, **(env or {})},
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    ) as process:
        try:
            output, errors = process.communicate(timeout=timeout)
            status: int | None = process.returncode
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            output, errors = process.communicate()
            status = None
    return Finished(status, output, errors, getrusage(RUSAGE_CHILDREN).ru_utime - before)
