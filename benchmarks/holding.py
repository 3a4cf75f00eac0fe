"""What a process holds beside its memory: files, threads, tasks, and the connections of a client's pool."""

from __future__ import annotations

import gc
import threading
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from openrouterkit._transport.clients import KEPT
from openrouterkit._transport.watchdog import watchdog

if TYPE_CHECKING:
    import httpcore

    Pool: TypeAlias = httpcore.ConnectionPool | httpcore.AsyncConnectionPool


@dataclass
class Holding:
    """What this process holds at one moment.

    Attributes:
        files: open file descriptors.
        threads: their names, without the watchdog, which is one a process and stays.
        tasks: living tasks of the event loop.
    """

    files: int
    threads: frozenset[str]
    tasks: int

    @classmethod
    def now(cls, tasks: int = 0) -> Holding:
        """What is held now, beside so many tasks."""
        threads = frozenset(thread.name for thread in threading.enumerate() if thread.name != "openrouterkit-watchdog")
        return cls(len(list(Path("/proc/self/fd").iterdir())) - 1, threads, tasks)

    def beyond(self, before: Holding, idle: int) -> list[str]:
        """What is held beyond what was held before and so many idle connections, in words."""
        found = []
        if self.files != before.files + idle:
            found.append(f"{self.files} files are open: {before.files} were, and {idle} connections are idle")
        if self.threads - before.threads:
            found.append(f"threads run on: {', '.join(sorted(self.threads - before.threads))}")
        if self.tasks != before.tasks:
            found.append(f"{self.tasks} tasks live: {before.tasks} did")
        return found


def pool_in_use() -> Any:
    """The connection pool that has connections, wherever it is held; one client must have some, and no other."""
    import httpcore

    kinds = (httpcore.ConnectionPool, httpcore.AsyncConnectionPool)
    (pool,) = [found for found in gc.get_objects() if type(found) in kinds and found.connections]
    return pool


def held_by(pool: Pool) -> list[str]:
    """What a pool holds, and the watchdog watches, that they should not while nobody uses a connection; in words."""
    active = sum(not connection.is_idle() for connection in pool.connections)
    waiting = len(pool._requests)  # noqa: SLF001 - nothing public tells
    watched = len(watchdog._watches)  # noqa: SLF001 - see above
    found = []
    if active:
        found.append(f"{active} connections are in use, and nobody uses any")
    if len(pool.connections) > KEPT:
        found.append(f"{len(pool.connections)} idle connections are kept: the limit is {KEPT}")
    if waiting:
        found.append(f"{waiting} requests wait in the pool")
    if watched:
        found.append(f"{watched} sockets are watched")
    return found
