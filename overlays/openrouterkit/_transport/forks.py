"""Forked processes: finishes imports before a fork, and resets in the child what belongs to the parent.

A child process inherits the memory and the sockets of its parent, but only the thread that forked. Without a reset, it
would share connections with its parent, and wait forever for locks that other threads held.
"""

from __future__ import annotations

import os
import sys
import threading
import time
from typing import Final, Protocol
from weakref import WeakSet

from .internals import find_imports, forget_imports


class Resettable(Protocol):
    """An object with state that a forked child must not share with its parent."""

    def reset_after_fork(self) -> None:
        """Replace locks, and drop connections; runs in the child, before `fork` returns there."""
        ...


IMPORTING = threading.RLock()
"""Lock to hold while the first call imports modules and creates an HTTP client. A fork waits until it is released."""

_IMPORT_LIMIT: Final = 2.0
"""Seconds for which a fork waits while the imports of other threads do not proceed: they may wait for the fork."""

_TOTAL_LIMIT: Final = 30.0
"""Seconds for which a fork waits at most."""

_INTERVAL: Final = 0.001
"""Seconds after which a fork checks again whether other threads import modules."""

_registered: Final[WeakSet[Resettable]] = WeakSet()
_forking: Final = threading.local()
"""While this thread forks: `held` is the lock IMPORTING, if it has the lock; `endless` are imports still under way."""

_count = 0


def register(instance: Resettable) -> None:
    """Reset an object in every child process that is forked while the object is alive."""
    _registered.add(instance)


def count_forks() -> int:
    """Return the number of forks between the process that imported this module and this process."""
    return _count


def _prepare() -> None:
    """Wait until other threads have finished their imports; the child would wait for them forever."""
    names: frozenset[str] = frozenset()
    _forking.endless = names
    seen: object = None
    last = time.monotonic() + _TOTAL_LIMIT
    ends_at = last
    while time.monotonic() < ends_at:
        lock = IMPORTING
        is_free = lock.acquire(timeout=_INTERVAL)
        names = find_imports()
        if is_free and not names:
            _forking.held = lock
            return
        if is_free:
            lock.release()
        state = (len(sys.modules), names)
        if state != seen:
            seen, ends_at = state, min(last, time.monotonic() + _IMPORT_LIMIT)
        time.sleep(_INTERVAL)
    _forking.endless = names


def _reset() -> None:
    global IMPORTING, _count  # noqa: PLW0603 - properties of the process
    _count += 1
    IMPORTING = threading.RLock()  # a thread of the parent may have the other one
    forget_imports(_forking.endless)  # those that have begun after `_prepare`
    try:
        for instance in list(_registered):
            instance.reset_after_fork()
    finally:
        _release()


def _release() -> None:
    lock, _forking.held = getattr(_forking, "held", None), None
    if lock is not None:
        lock.release()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(before=_prepare, after_in_parent=_release, after_in_child=_reset)
