"""What an MCP server writes to standard error: its last lines, for logs and error messages."""

from __future__ import annotations

import logging
import os
import threading
from collections import deque
from typing import Final

from .._errors.redaction import redact_text
from .._options.secret import find_live_secrets

__all__: list[str] = []

_logger: Final = logging.getLogger("openrouterkit.mcp")
_LINES: Final = 5  # that are kept
_LENGTH: Final = 300  # of a kept line


class ServerOutput:
    """A pipe whose lines are logged at DEBUG, and of which the last ones are kept. A thread reads it.

    Args:
        name: The name of the server, for the records.

    Attributes:
        file: The end of the pipe to which the server writes. Close it once the server has started.
    """

    def __init__(self, name: str) -> None:
        reader, writer = os.pipe()
        self.file = os.fdopen(writer, "w", encoding="utf-8")
        self._name = name
        self._lines: deque[str] = deque(maxlen=_LINES)
        self._thread = threading.Thread(target=self._read, args=(reader,), daemon=True)
        self._thread.start()

    def _read(self, reader: int) -> None:
        with os.fdopen(reader, "rb") as pipe:
            for line in iter(lambda: pipe.readline(8192), b""):
                text = redact_text(line.decode(errors="replace").rstrip(), find_live_secrets())
                if text:
                    self._lines.append(text[:_LENGTH])
                    _logger.debug("%s: %s", self._name, text)

    def read_end(self) -> str:
        """Return the last lines; "" if the server has written none."""
        self.file.close()
        self._thread.join(0.5)  # a server that has ended has closed the pipe; one that runs keeps it open
        return "\n".join(self._lines)
