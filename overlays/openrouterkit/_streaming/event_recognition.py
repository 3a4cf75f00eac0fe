"""Recognition of what the JSON of an event means: an error, a new choice, the finish reason of a choice."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .._errors.error_body import FAILED, is_bare_error, is_validation_error
from .._errors.error_events import ERROR_TYPES

if TYPE_CHECKING:
    from .._errors.factory import ErrorFactory
    from ..sse import ServerSentEvent


class EventRecognition:
    """Recognizes the errors of a stream, and records which of its choices have a finish reason.

    Args:
        errors: Builds the errors of the stream.
    """

    def __init__(self, errors: ErrorFactory) -> None:
        self._errors = errors
        self._reads_own_errors = errors.reads_own_errors
        self._required_member = errors.required_member
        self._choices: set[int] = set()  # the indexes of the choices so far
        self._unfinished: set[int] = set()  # those of them that have no finish reason
        self._may_end = False  # True once a choice has a finish reason
        self._has_finish_reason = False  # True if the item being added has one

    @property
    def is_finished(self) -> bool:
        """True if the items so far have choices, and every choice has a finish reason."""
        return bool(self._choices) and not self._unfinished

    def _is_own_error(self, event: ServerSentEvent, value: Any) -> bool:
        """Return True if an event is an error by the rules of the service; `value` is None if it is not JSON."""
        return self._errors.is_own_error(event.data.strip() or None if value is None else value)

    def _is_error(self, value: dict[str, Any], event: ServerSentEvent) -> bool:
        """Return True if an event is an error: by its name, its members, or a member of a choice.

        It also records new choices and finish reasons, because a second loop would take longer.
        """
        if (
            value.get("error")
            or event.event == "error"
            or (self._reads_own_errors and self._errors.is_own_error(value))
        ):
            return True
        choices: Any = value.get("choices")
        required = self._required_member
        if choices.__class__ is list:
            for choice in choices:
                # Almost every choice is one that is not finished yet, and needs no more than this.
                if choice.__class__ is dict and (
                    choice.get("error")
                    or choice.get("finish_reason")
                    or type(index := choice.get("index")) is not int
                    or index not in self._unfinished
                ):
                    if self._record_choices(choices):
                        return True
                    break
            if required is not None:
                return False
        if value.get("type") in ERROR_TYPES or value.get("object") == "error":
            return True
        if required is None:
            return "detail" in value and is_validation_error(value)
        return value.get(required) is None and is_bare_error(value)

    def _record_choices(self, choices: list[Any]) -> bool:
        """Record the choices that are new or have a finish reason; return True if one of the choices is an error.

        A finish reason may be repeated, or be followed by deltas without one. Objects without the members of a choice
        of chat do not count.
        """
        for position, choice in enumerate(choices):
            if choice.__class__ is dict:
                reason, index = choice.get("finish_reason"), choice.get("index")
                if reason == FAILED or choice.get("error"):
                    return True
                if index.__class__ is not int:
                    index = position
                if reason:
                    self._has_finish_reason = self._may_end = True
                    self._unfinished.discard(index)
                    self._choices.add(index)
                elif index not in self._choices and ("finish_reason" in choice or "delta" in choice):
                    self._unfinished.add(index)
                    self._choices.add(index)
        return False
