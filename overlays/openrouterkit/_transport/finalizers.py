"""Closes the bodies of dropped streams on trio without a warning."""

from __future__ import annotations

import sys
import types
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Generator

    import trio


@types.coroutine
def read_first(pieces: AsyncIterator[bytes]) -> Generator[Any, Any, bytes]:
    """Return the first piece of a body; b"" if it is empty.

    httpx and httpcore read a body through nested async generators, which all start in the first step of the first
    read. If a stream is dropped before its end, trio closes them, but warns about each: only for this step, the
    finalizer of trio is replaced by one that closes them without the warning.
    """
    hooks = sys.get_asyncgen_hooks()
    try:
        if hooks.finalizer is not None and (hooks.finalizer.__module__ or "").startswith("trio."):
            import trio

            sys.set_asyncgen_hooks(finalizer=partial(_finalize, trio.lowlevel.current_trio_token()))
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


def _finalize(token: trio.lowlevel.TrioToken, generator: Any) -> None:
    """Close a generator in its event loop, like the finalizer of trio; runs in the thread that frees the generator."""
    import trio

    with suppress(trio.RunFinishedError):
        token.run_sync_soon(_start_closing, generator)


def _start_closing(generator: Any) -> None:
    import trio

    # The event loop runs this callback even when it ends and accepts no more tasks; an error would be one of trio.
    with suppress(RuntimeError):
        trio.lowlevel.spawn_system_task(_close, generator)


async def _close(generator: Any) -> None:
    import trio

    with suppress(Exception), trio.CancelScope(shield=True) as scope:  # an error would end the event loop
        scope.cancel()  # as nobody waits, closing must not
        await generator.aclose()
