"""Closes the bodies of dropped streams on trio without a warning."""

from __future__ import annotations

import sys
import types
import warnings
from functools import partial
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Generator


@types.coroutine
def read_first(pieces: AsyncIterator[bytes]) -> Generator[Any, Any, bytes]:
    """Return the first piece of a body; b"" if it is empty.

    httpx and httpcore read a body through nested async generators, which all start in the first step of the first
    read. If a stream is dropped before its end, trio closes them, but warns about each: only for this step, the
    finalizer of trio is replaced by one that does the same without the warning.
    """
    hooks = sys.get_asyncgen_hooks()
    try:
        if hooks.finalizer is not None and (hooks.finalizer.__module__ or "").startswith("trio."):
            sys.set_asyncgen_hooks(finalizer=partial(_finalize, hooks.finalizer))
        steps = anext(pieces, b"").__await__()
        waiting = next(steps)
    except StopIteration as stop:
        first: bytes = stop.value
        return first
    finally:
        sys.set_asyncgen_hooks(*hooks)
    # From here on the same as `yield from steps`, which cannot continue a generator that has started.
    while True:
        try:
            received = yield waiting
        except GeneratorExit:
            steps.close()
            raise
        except BaseException as error:  # noqa: BLE001 - passed on
            step = partial(steps.throw, error)
        else:
            step = partial(steps.send, received)
        try:
            waiting = step()
        except StopIteration as stop:
            first = stop.value
            return first


def _finalize(finalizer: Callable[[Any], None], generator: Any) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)
        finalizer(generator)
