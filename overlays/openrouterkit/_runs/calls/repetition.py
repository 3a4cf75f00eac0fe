"""Tool calls that a model makes again and again."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING, Any

from attrs import frozen

from openrouterkit_runtime.plain import to_plain

from ...errors import DecodeError
from ..records import RepeatedCall

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ...tool_calls import ToolCall


@frozen
class Repetition:
    """How often the model has made a call with equal arguments.

    Attributes:
        count: The count, with this call.
        limit: The count at which the call no longer runs; None for no limit.
    """

    count: int = 1
    limit: int | None = None

    @property
    def is_warning(self) -> bool:
        """True from the count on at which the model is warned: two before the limit, but not the first."""
        return self.limit is not None and self.count >= max(2, self.limit - 2)

    @property
    def is_excess(self) -> bool:
        """True from the count on at which the call no longer runs."""
        return self.limit is not None and self.count >= self.limit


class Repetitions:
    """Counts equal tool calls: those with the same arguments after validation, with defaults.

    A turn with a new call is progress, and the count begins anew: tests that run after each change of a file are no
    repetition. Equal calls of one turn count once.

    Args:
        find_limit: Returns the count at which the calls of a tool, by its name, no longer run. None for no limit: then
            they are not counted.
    """

    def __init__(self, find_limit: Callable[[str], int | None]) -> None:
        self._find_limit = find_limit
        self._counts: Counter[str] = Counter()
        self._seen: set[str] = set()
        self._highest: dict[str, RepeatedCall] = {}

    def add_turn(self, calls: Sequence[ToolCall]) -> dict[str, Repetition]:
        """Add the tool calls of a turn, bound to their tools; return the repetition of each by its id."""
        limits = {call.name: self._find_limit(call.name) for call in calls}
        keys = {str(call.id): _write_key(call) for call in calls if limits[call.name] is not None}
        if not self._seen.issuperset(keys.values()):
            self._counts.clear()
        self._seen.update(keys.values())
        self._counts.update(set(keys.values()))
        repetitions = {
            str(call.id): Repetition(self._counts[keys[str(call.id)]], limits[call.name])
            for call in calls
            if str(call.id) in keys
        }
        for call in calls:
            repetition = repetitions.get(str(call.id))
            if repetition is not None and repetition.is_warning:
                key = keys[str(call.id)]
                known = self._highest.get(key)
                count = max(repetition.count, known.count if known else 0)
                self._highest[key] = RepeatedCall(call.name, _read_object(call), count)
        return repetitions

    @property
    def reported(self) -> tuple[RepeatedCall, ...]:
        """The calls with a warning."""
        return tuple(self._highest.values())


def _write_key(call: ToolCall) -> str:
    """Return the name and the arguments of a tool call as canonical JSON, so that equal calls have equal keys."""
    return json.dumps([call.name, _normalize(_read_arguments(call))], sort_keys=True, ensure_ascii=False)


def _read_arguments(call: ToolCall) -> Any:
    """Return the arguments as the tool reads them; as the model wrote them if they are invalid."""
    try:
        return to_plain(call.parsed_arguments)
    except Exception:  # noqa: BLE001 - of the code of a tool; it is reported when the tool should run
        return _read_object(call) or str(call.function.arguments)


def _read_object(call: ToolCall) -> dict[str, Any]:
    try:
        return call.arguments
    except DecodeError:
        return {}


def _normalize(value: Any) -> Any:
    """Return JSON with 1.0 as 1, which are the same number."""
    if isinstance(value, dict):
        return {name: _normalize(item) for name, item in value.items()}
    if isinstance(value, list):
        return [_normalize(item) for item in value]
    return int(value) if isinstance(value, float) and value.is_integer() else value
