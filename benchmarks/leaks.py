"""Finds leaked files, threads, tasks and pool connections."""

from __future__ import annotations

import gc
import threading
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from openrouterkit._transport.watchdog import watchdog
from openrouterkit.connections import ConnectionLimits

if TYPE_CHECKING:
    import httpcore

    Pool: TypeAlias = httpcore.ConnectionPool | httpcore.AsyncConnectionPool

_MAX_IDLE = ConnectionLimits().max_keepalive_connections or 0


@dataclass
class Resources:
    """The resources of this process at one moment.

    Attributes:
        files: number of open file descriptors.
        threads: names of the running threads, except the watchdog, which runs until the process ends.
        tasks: number of running tasks of the event loop.
    """

    files: int
    threads: frozenset[str]
    tasks: int

    @classmethod
    def snapshot(cls, tasks: int = 0) -> Resources:
        """Return the resources in use now, with the given number of tasks."""
        threads = frozenset(thread.name for thread in threading.enumerate() if thread.name != "openrouterkit-watchdog")
        return cls(len(list(Path("/proc/self/fd").iterdir())) - 1, threads, tasks)

    def find_leaks(self, before: Resources, idle_connections: int) -> list[str]:
        """Return a description of each leak since `before`, apart from the given number of idle connections."""
        leaks = []
        if self.files != before.files + idle_connections:
            leaks.append(
                f"{self.files} open files, expected {before.files} as before and {idle_connections} idle connections"
            )
        if self.threads - before.threads:
            leaks.append(f"threads still running: {', '.join(sorted(self.threads - before.threads))}")
        if self.tasks != before.tasks:
            leaks.append(f"{self.tasks} running tasks, expected {before.tasks} as before")
        return leaks


def find_pool() -> Any:
    """Return the only connection pool of this process that has connections."""
    import httpcore

    kinds = (httpcore.ConnectionPool, httpcore.AsyncConnectionPool)
    (pool,) = [found for found in gc.get_objects() if type(found) in kinds and found.connections]
    return pool


def find_pool_leaks(pool: Pool) -> list[str]:
    """Return a description of each leak in a pool and in the watchdog, when no connection should be in use."""
    active = sum(not connection.is_idle() for connection in pool.connections)
    waiting = len(pool._requests)  # noqa: SLF001 - httpcore has no public attribute for it
    watched = len(watchdog._watched)  # noqa: SLF001 - the watchdog has no public attribute for it
    leaks = []
    if active:
        leaks.append(f"{active} connections still in use")
    if len(pool.connections) > _MAX_IDLE:
        leaks.append(f"{len(pool.connections)} idle connections, more than the limit of {_MAX_IDLE}")
    if waiting:
        leaks.append(f"{waiting} requests still waiting in the pool")
    if watched:
        leaks.append(f"{watched} sockets still watched by the watchdog")
    return leaks
