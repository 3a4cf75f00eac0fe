"""The command `python -m openrouterkit.local`: the server for a terminal."""

from __future__ import annotations

import argparse
import signal
import sys
import threading
from datetime import datetime
from typing import TYPE_CHECKING

from openrouterkit.errors import ConfigurationError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .recording import RecordedRequest

_GREETING = """\
openrouterkit.local answers at {url} (Ctrl-C stops it). No key is needed.

  export OPENROUTER_BASE_URL={url} OPENROUTER_API_KEY=local

  curl {url}/chat/completions -d '{{"model": "local/echo", "messages": [{{"role": "user", "content": "Hello"}}]}}'

Models: {models}, local/slow, local/error-429 and so on; any other name answers sensibly.

"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the server until it is interrupted.

    Args:
        arguments: of the command line; those of the process unless given.

    Returns:
        The exit code: 0 when interrupted, 2 when it cannot run.
    """
    options = _parser().parse_args(arguments)
    try:
        from . import LocalServer

        server = LocalServer(
            host=options.host,
            port=options.port,
            pace=options.pace,
            delay=options.delay,
            retry_after=options.retry_after,
            on_request=_log,
        )
        server.start()
    except (ConfigurationError, ImportError) as error:
        sys.stderr.write(f"{error}\n")
        return 2
    from .operations.chat.behaviours import BEHAVIOURS

    stop = _interruption()
    with server:
        sys.stdout.write(_GREETING.format(url=server.base_url, models=", ".join(BEHAVIOURS)))
        sys.stdout.flush()
        stop.wait()
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m openrouterkit.local", description="A server on this machine that speaks as OpenRouter does."
    )
    parser.add_argument("--host", default="127.0.0.1", help="a loopback address (%(default)s)")
    parser.add_argument("--port", type=int, default=8765, help="0 for one that is free (%(default)s)")
    parser.add_argument("--pace", type=float, default=0.03, help="seconds between two words (%(default)s)")
    parser.add_argument("--delay", type=float, default=3.0, help="seconds of silence of local/slow (%(default)s)")
    parser.add_argument(
        "--retry-after", type=float, default=1.0, help="seconds that failures tell to wait (%(default)s)"
    )
    return parser


def _interruption() -> threading.Event:
    """Set at the first SIGINT or SIGTERM, also in a process that was started in the background."""
    stop = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: stop.set())
    return stop


def _log(request: RecordedRequest) -> None:
    line = (
        f"{datetime.now().astimezone():%H:%M:%S} {request.status} {request.method} {request.path} {request.model or ''}"
    )
    sys.stdout.write(f"{line.rstrip()}\n")
    sys.stdout.flush()
