"""Tool calls that a model makes again and again."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING, Any

from ..errors import DecodeError
from .records import RepeatedCall

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..tool_calls import ToolCall


def _write_key(call: ToolCall) -> str:
    """Return the name and the arguments of a tool call as canonical JSON, so that equal calls have equal keys."""
    try:
        arguments: Any = call.arguments
    except DecodeError:
        arguments = str(call.function.arguments)
    return json.dumps([call.name, _normalize(arguments)], sort_keys=True, ensure_ascii=False)


def _normalize(value: Any) -> Any:
    """Return JSON with 1.0 as 1, which are the same number."""
    if isinstance(value, dict):
        return {name: _normalize(item) for name, item in value.items()}
    if isinstance(value, list):
        return [_normalize(item) for item in value]
    return int(value) if isinstance(value, float) and value.is_integer() else value


class Repetitions:
    """Counts equal tool calls.

    A turn with a new call is progress, and the count begins anew: tests that run after each change of a file are no
    repetition. Equal calls of one turn count once.

    Args:
        limit: The count at which a call no longer runs; None for no limit.
    """

    def __init__(self, limit: int | None) -> None:
        self._limit = limit
        self._counts: Counter[str] = Counter()
        self._seen: set[str] = set()
        self._highest: dict[str, RepeatedCall] = {}

    def add_turn(self, calls: Sequence[ToolCall]) -> dict[str, int]:
        """Add the tool calls of a turn; return the count of each by its id."""
        keys = {str(call.id): _write_key(call) for call in calls}
        if not self._seen.issuperset(keys.values()):
            self._counts.clear()
        self._seen.update(keys.values())
        self._counts.update(set(keys.values()))
        for call in calls:
            key = keys[str(call.id)]
            count = self._counts[key]
            if self.is_warning(count):
                arguments: Any = json.loads(key)[1]
                arguments = arguments if isinstance(arguments, dict) else {}
                known = self._highest.get(key)
                self._highest[key] = RepeatedCall(call.name, arguments, max(count, known.count if known else 0))
        return {identity: self._counts[key] for identity, key in keys.items()}

    def is_warning(self, count: int) -> bool:
        """Return True from the count on at which the model is warned: two before the limit, but not the first."""
        return self._limit is not None and count >= max(2, self._limit - 2)

    def is_excess(self, count: int) -> bool:
        """Return True from the count on at which a call no longer runs."""
        return self._limit is not None and count >= self._limit

    @property
    def reported(self) -> tuple[RepeatedCall, ...]:
        """The calls with a warning."""
        return tuple(self._highest.values())
