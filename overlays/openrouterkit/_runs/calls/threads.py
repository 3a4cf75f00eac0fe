"""Threads for the tools of a sync run: several at once, and those with a limit of time.

They are daemon threads: Ctrl-C in the thread of the caller, and the end of the program, do not wait for a tool.
"""

from __future__ import annotations

import threading
from contextvars import copy_context
from functools import partial
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING, Any, Final, TypeVar

from ...flow import CallFunction, Flow, do, drive

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

R = TypeVar("R")

_NAME: Final = "openrouterkit-tool"


def _start(results: SimpleQueue[tuple[int, Any, BaseException | None]], number: int, work: Callable[[], Any]) -> None:
    """Run a function in a thread, with the context variables of the caller, and report its result or its exception."""

    def run() -> None:
        try:
            results.put((number, work(), None))
        except BaseException as error:  # noqa: BLE001 - also SystemExit; raised in the thread of the caller
            results.put((number, None, error))

    threading.Thread(target=copy_context().run, args=(run,), daemon=True, name=_NAME).start()


def make_limited(function: Callable[[], R], seconds: float) -> Callable[[], R]:
    """Return a function that runs another one in a thread, and abandons it after a number of seconds.

    Args:
        function: The function. What it raises is raised.
        seconds: The limit, after which the returned function raises TimeoutError.
    """

    def run() -> R:
        results: SimpleQueue[tuple[int, Any, BaseException | None]] = SimpleQueue()
        _start(results, 0, function)
        try:
            _, result, error = results.get(timeout=seconds)
        except Empty:
            raise TimeoutError from None
        if error is not None:
            raise error
        returned: R = result
        return returned

    return run


def run_in_threads(flows: Sequence[Flow[R]], limit: int, end: Callable[[R], Flow[None]]) -> Flow[None]:
    """Run flows at once, which need no network.

    Args:
        flows: The flows.
        limit: How many run at once.
        end: Receives the result of each flow as it ends, in the thread of the caller.

    Raises:
        BaseException: That of the first flow that raises one; flows that have not begun then do not begin.
    """
    results: SimpleQueue[tuple[int, Any, BaseException | None]] = SimpleQueue()
    waiting = list(enumerate(flows))
    waiting.reverse()

    def start(count: int) -> None:
        for number, flow in [waiting.pop() for _ in range(min(count, len(waiting)))]:
            _start(results, number, partial(drive, flow, _NO_TRANSPORT))

    yield from do(CallFunction(start, (limit,)))  # an effect, because a flow performs nothing between two effects
    result: R
    error: BaseException | None
    for _ in flows:
        _, result, error = yield from do(CallFunction(results.get))
        if error is not None:
            raise error
        start(1)
        yield from end(result)


_NO_TRANSPORT: Final[Any] = None
"""The flows of tools perform no effect that needs one."""
