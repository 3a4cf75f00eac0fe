"""Whether a tool may still begin, and why a tool call did not run."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..time_limits import TimeLimit


class NotRunError(Exception):
    """Why a tool call did not run: the `error` of its `ToolFinished`."""


class Beginning:
    """The beginning of one tool call: either the tool begins, or the run goes on without it, never both.

    A tool waits for its place, and its thread for the processor; what it does after the run has reported that it did
    not run would be unknown to the model, which might repeat it.

    Args:
        limit: The limit of time of the run.
    """

    def __init__(self, limit: TimeLimit) -> None:
        self._limit = limit
        self._once = threading.Lock()  # held by whoever comes first, and never released

    def begin(self) -> None:
        """Begin; used where the tool runs.

        Raises:
            NotRunError: The time of the run is over, or nobody waits for the tool any more.
        """
        if self._limit.is_over:
            raise self.build_error(self._limit.description)
        if not self._once.acquire(blocking=False):
            raise NotRunError("nobody waits for it any more")

    def prevent(self) -> bool:
        """Return True if the tool has not begun, and now cannot begin."""
        return self._once.acquire(blocking=False)

    def build_error(self, described: str) -> NotRunError:
        """Return the error of a tool that has not begun in time.

        Args:
            described: The time, such as "5 s".
        """
        return NotRunError(f"it could not begin within {described}")
