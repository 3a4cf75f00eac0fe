"""A process of Prism for one description."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_START: Final = 120.0


@contextmanager
def serve(prism: Path, description: Path, log: Path) -> Iterator[str]:
    """Run Prism for a description, and yield its URL.

    Args:
        prism: The program.
        description: The file.
        log: The file for what Prism prints.

    Raises:
        RuntimeError: It does not start.
    """
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [str(prism), "mock", "--host", "127.0.0.1", "--port", str(port), str(description)]
    with log.open("wb") as output:
        process = subprocess.Popen(  # noqa: S603 - the program that the command line names
            command, stdout=output, stderr=subprocess.STDOUT, start_new_session=True
        )
        try:
            _wait(process, port, log)
            yield f"http://127.0.0.1:{port}"
        finally:
            os.killpg(process.pid, signal.SIGTERM)
            process.wait()


def _wait(process: subprocess.Popen[bytes], port: int, log: Path) -> None:
    end = time.monotonic() + _START
    while time.monotonic() < end and process.poll() is None:
        with socket.socket() as attempt:
            attempt.settimeout(1)
            if attempt.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.2)
    raise RuntimeError(f"Prism does not start: {log.read_text(errors='replace')[-500:]}")
