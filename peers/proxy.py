"""The LiteLLM proxy as a process of its own, on loopback."""

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
_STARTS_WITHIN: Final = 120.0
_ENDS_WITHIN: Final = 15.0


class ProxyProcess:
    """The proxy, from its start to its end.

    Args:
        program: the `litellm` of its environment.

    Attributes:
        base_url: where it listens, once it does.
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
        # Without it the proxy asks GitHub for a list of prices when it starts.
        environment = {**os.environ, "LITELLM_LOCAL_MODEL_COST_MAP": "True"}
        with self._log.open("wb") as log:
            self._process = subprocess.Popen(  # noqa: S603 - the program is what the caller named
                command, cwd=self._folder.name, env=environment, stdout=log, stderr=subprocess.STDOUT
            )
        try:
            self._wait(f"http://127.0.0.1:{port}/health/liveliness")
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *exc: object) -> None:
        self._process.terminate()
        try:
            self._process.wait(_ENDS_WITHIN)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._folder.cleanup()

    def _wait(self, url: str) -> None:
        opener = build_opener(ProxyHandler({}))
        ends = time.monotonic() + _STARTS_WITHIN
        while time.monotonic() < ends and self._process.poll() is None:
            try:
                with opener.open(url, timeout=5):
                    return
            except (URLError, OSError):
                time.sleep(0.2)
        told = self._log.read_text(encoding="utf-8", errors="replace")[-2000:]
        raise RuntimeError(f"the proxy did not start within {_STARTS_WITHIN:g} s; it said:\n{told}")
