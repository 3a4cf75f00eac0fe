"""The command `python -m openrouterkit.local`, which runs the local server in a terminal, or for one program."""

from __future__ import annotations

import argparse
import os
import signal
import subprocess
import sys
import threading
from contextlib import ExitStack
from datetime import datetime
from typing import TYPE_CHECKING

from openrouterkit.errors import ConfigurationError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .recording import RecordedRequest

_GREETING = """\
openrouterkit.local is listening on {url} (press Ctrl-C to stop). No API key is needed.

  export {environment}

  curl {url}{chat_path} -d '{{"model": "local/echo", "messages": [{{"role": "user", "content": "Hello"}}]}}'

Models: {models}, local/slow, and local/error-429 or any other status from 400 to 599.
Any other model name gets a plausible reply.

"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the server until it receives SIGINT or SIGTERM, or until the program in the arguments ends.

    Args:
        arguments: The command-line arguments; default to those of the process.

    Returns:
        The exit code: 0 after an interrupt, 2 if the server cannot start, or that of the program.
    """
    options = _build_parser().parse_args(arguments)
    if options.program:
        return _run_program(options.program)
    try:
        from . import LocalServer

        server = LocalServer(
            service=options.service,
            host=options.host,
            port=options.port,
            pace=options.pace,
            delay=options.delay,
            retry_after=options.retry_after,
            rate_limit=options.rate_limit,
            rate_window=options.rate_window,
            on_request=_log_request,
        ).start()
    except (ConfigurationError, ImportError) as error:
        sys.stderr.write(f"{error}\n")
        return 2
    from .dialects import find_dialect
    from .operations.chat.behaviours import BEHAVIOURS

    stop = _handle_signals()
    with server:
        greeting = _GREETING.format(
            url=server.base_url,
            environment=" ".join(f"{name}={value}" for name, value in server.environment.items()),
            chat_path=find_dialect(options.service).chat_path,
            models=", ".join(BEHAVIOURS),
        )
        sys.stdout.write(greeting)
        sys.stdout.flush()
        stop.wait()
    return 0


def _build_parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m openrouterkit.local", description="Run a local server that imitates OpenRouter or Mistral."
    )
    parser.add_argument("--service", default="openrouter", help="openrouter or mistral (default: %(default)s)")
    parser.add_argument("--host", default="127.0.0.1", help="loopback address to listen on (default: %(default)s)")
    parser.add_argument("--port", type=int, default=8765, help="port, or 0 for any free port (default: %(default)s)")
    parser.add_argument(
        "--pace", type=float, default=0.03, help="seconds between two words of a stream (default: %(default)s)"
    )
    parser.add_argument(
        "--delay", type=float, default=3.0, help="seconds before local/slow replies (default: %(default)s)"
    )
    parser.add_argument(
        "--retry-after",
        type=float,
        default=1.0,
        help="Retry-After of error responses, in seconds (default: %(default)s)",
    )
    parser.add_argument(
        "--rate-limit", type=int, help="requests per window, after which requests fail with 429 (default: no limit)"
    )
    parser.add_argument(
        "--rate-window", type=float, default=60.0, help="window of --rate-limit, in seconds (default: %(default)s)"
    )
    parser.add_argument(
        "program",
        nargs="*",
        help="after --: run this program with the environment variables of a server of each service, then stop",
    )
    return parser


def _run_program(program: Sequence[str]) -> int:
    """Run a program with the environment variables of servers that imitate all services; return its exit code."""
    from . import LocalServer
    from .dialects import DIALECTS

    with ExitStack() as stack:
        environment = dict(os.environ)
        for service in DIALECTS:
            environment.update(stack.enter_context(LocalServer(service=service, pace=0.01)).environment)
        try:
            return subprocess.run(program, env=environment, check=False).returncode  # noqa: S603 - as the user wants
        except OSError as error:
            sys.stderr.write(f"cannot run {program[0]}: {error}\n")
            return 2


def _handle_signals() -> threading.Event:
    """Return an event that SIGINT or SIGTERM sets.

    The handlers are set explicitly because shells make processes in the background ignore SIGINT.
    """
    stop = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: stop.set())
    return stop


def _log_request(request: RecordedRequest) -> None:
    now = datetime.now().astimezone()
    line = f"{now:%H:%M:%S} {request.status_code} {request.method} {request.path} {request.model or ''}"
    sys.stdout.write(f"{line.rstrip()}\n")
    sys.stdout.flush()
