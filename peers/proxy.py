"""Runs the LiteLLM proxy as a subprocess on the loopback interface."""

from __future__ import annotations

import os
import socket
import subprocess
import tempfile
import time
from pathlib import Path
from typing import Final, Self
from urllib.error import URLError
from urllib.request import ProxyHandler, build_opener

_CONFIG: Final = Path(__file__).with_name("config.yaml")
_START_TIMEOUT: Final = 120.0
_STOP_TIMEOUT: Final = 15.0


class ProxyProcess:
    """The proxy as a context manager: starts the process on entry and stops it on exit.

    Args:
        program: path of the `litellm` program.

    Attributes:
        base_url: the URL it listens on; empty before entry.
    """

    key: Final = "sk-peers"

    def __init__(self, program: Path) -> None:
        self._program = program.absolute()
        self.base_url = ""

    def __enter__(self) -> Self:
        with socket.create_server(("127.0.0.1", 0)) as free:
            port = free.getsockname()[1]
        self.base_url = f"http://127.0.0.1:{port}/v1"
        self._folder = tempfile.TemporaryDirectory()
        self._log = Path(self._folder.name, "log")
        command = [str(self._program), "--config", str(_CONFIG), "--host", "127.0.0.1", "--port", str(port)]
        # Without this variable the proxy downloads a list of prices from GitHub when it starts.
        environment = {**os.environ, "LITELLM_LOCAL_MODEL_COST_MAP": "True"}
        with self._log.open("wb") as log:
            self._process = subprocess.Popen(  # noqa: S603 - the caller chose the program
                command, cwd=self._folder.name, env=environment, stdout=log, stderr=subprocess.STDOUT
            )
        try:
            self._wait_until_ready(f"http://127.0.0.1:{port}/health/liveliness")
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *exc: object) -> None:
        self._process.terminate()
        try:
            self._process.wait(_STOP_TIMEOUT)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._folder.cleanup()

    def _wait_until_ready(self, url: str) -> None:
        opener = build_opener(ProxyHandler({}))
        deadline = time.monotonic() + _START_TIMEOUT
        while time.monotonic() < deadline and self._process.poll() is None:
            try:
                with opener.open(url, timeout=5):
                    return
            except (URLError, OSError):
                time.sleep(0.2)
        output = self._log.read_text(encoding="utf-8", errors="replace")[-2000:]
        raise RuntimeError(f"the proxy did not start within {_START_TIMEOUT:g} s; its output:\n{output}")
