"""Forked processes: finishes imports before a fork, and resets in the child what belongs to the parent.

A child process inherits the memory and the sockets of its parent, but only the thread that forked. Without a reset, it
would share connections with its parent, and wait forever for locks that other threads held.
"""

from __future__ import annotations

import os
import threading
import time
from typing import Final, Protocol
from weakref import WeakSet

from .internals import is_importing


class Resettable(Protocol):
    """An object with state that a forked child must not share with its parent."""

    def reset_after_fork(self) -> None:
        """Replace locks, and drop connections; runs in the child, before `fork` returns there."""
        ...


IMPORTING: Final = threading.RLock()
"""Lock to hold while the first call imports modules and creates an HTTP client. A fork waits until it is released."""

_IMPORT_LIMIT: Final = 1.0
"""Seconds for which a fork waits for the imports of other threads, which may themselves wait for the forking thread."""

_registered: Final[WeakSet[Resettable]] = WeakSet()
_count = 0
_held = False  # True if the thread that forks holds IMPORTING


def register(instance: Resettable) -> None:
    """Reset an object in every child process that is forked while the object is alive."""
    _registered.add(instance)


def count_forks() -> int:
    """Return the number of forks between the process that imported this module and this process."""
    return _count


def _prepare() -> None:
    """Wait until other threads have finished their imports; the child would wait for them forever."""
    global _held  # noqa: PLW0603 - a property of the process
    deadline = time.monotonic() + _IMPORT_LIMIT
    _held = IMPORTING.acquire(timeout=_IMPORT_LIMIT)
    while is_importing() and time.monotonic() < deadline:
        time.sleep(0.001)


def _reset() -> None:
    global _count  # noqa: PLW0603 - a property of the process
    _count += 1
    try:
        for instance in list(_registered):
            instance.reset_after_fork()
    finally:
        _release()


def _release() -> None:
    if _held:
        IMPORTING.release()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(before=_prepare, after_in_parent=_release, after_in_child=_reset)
