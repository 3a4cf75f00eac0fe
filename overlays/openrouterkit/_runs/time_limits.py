"""The limit of time of a run: for its turns, its requests and its tools."""

from __future__ import annotations

import math
import time
from typing import TYPE_CHECKING, Any, Final

from attrs import evolve

from openrouterkit_runtime.unset import is_unset

from ..errors import InvalidArgumentError
from ..timeouts import TimeoutOptions

if TYPE_CHECKING:
    from collections.abc import Mapping

_LEAST: Final = 0.001
"""The seconds of a request or a tool that begins as the time ends."""


def check_seconds(seconds: Any) -> None:
    """Raise InvalidArgumentError if a value is no limit of time."""
    is_number = isinstance(seconds, int | float) and not isinstance(seconds, bool)
    if seconds is not None and not (is_number and 0 < seconds < 1e9):
        raise InvalidArgumentError(f"max_seconds must be a positive number of seconds, or None, not {seconds!r:.100}")


class TimeLimit:
    """The limit of time of a run, which begins when it is created.

    Args:
        seconds: The seconds; None for no limit.
    """

    def __init__(self, seconds: float | None) -> None:
        self._seconds = seconds
        self._ends_at = math.inf if seconds is None else time.monotonic() + seconds

    @property
    def is_over(self) -> bool:
        """True once the time is over."""
        return time.monotonic() >= self._ends_at

    @property
    def description(self) -> str:
        """The limit as a part of a sentence, such as "the 5 s of the whole run"; "" for none."""
        return "" if self._seconds is None else f"the {self._seconds:g} s of the whole run"

    def limit_tool(self, seconds: float | None) -> tuple[float | None, str]:
        """Return the seconds that a tool may take, and how to describe them.

        Args:
            seconds: The limit of the tool itself.
        """
        left = max(self._ends_at - time.monotonic(), _LEAST)
        if seconds is None or left < seconds:
            return (None, "") if math.isinf(left) else (left, self.description)
        return seconds, f"{seconds:g} s"

    def limit_request(self, parameters: Mapping[str, Any], default: TimeoutOptions) -> dict[str, Any]:
        """Return the parameters of a request that ends in time.

        Args:
            parameters: The parameters; their limits stay in force.
            default: The limits without a parameter.
        """
        if self._seconds is None:
            return dict(parameters)
        given = parameters.get("timeout")
        if "timeout" not in parameters or is_unset(given):
            given = getattr(parameters.get("options"), "timeout", None)
            given = default if given is None else given
        limits = TimeoutOptions.of(given)
        left = max(self._ends_at - time.monotonic(), _LEAST)
        return {
            **parameters,
            "timeout": evolve(limits, total=left if limits.total is None else min(left, limits.total)),
        }
