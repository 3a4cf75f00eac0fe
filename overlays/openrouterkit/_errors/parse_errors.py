"""Errors of `chat.parse`: answers of models from which no value can be read. `openrouterkit.errors` exports them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .sdk_error import SDKError

if TYPE_CHECKING:
    from collections.abc import Sequence


class ParseError(SDKError):
    """The model answered, and `chat.parse` cannot read a value from the answer.

    Args:
        message: The text of the error.
        text: The text of the answer.
        results: The completions of all answers.
        usage: What they used, a `middleware.Usage`.

    Attributes:
        text: The text of the last answer, from which the value was read; of a forced tool, its arguments.
        result: The completion of the last answer; None if the error was not raised by a call.
        results: The completions of all answers, in order.
        usage: What all answers used, a `middleware.Usage`; None if the error was not raised by a call.
    """

    def __init__(self, message: str = "", *, text: str = "", results: Sequence[Any] = (), usage: Any = None) -> None:
        super().__init__(message)
        self.text = text
        self.results = tuple(results)
        self.usage = usage

    @property
    def result(self) -> Any:
        """The completion of the last answer; None if the error was not raised by a call."""
        return self.results[-1] if self.results else None


class RefusalError(ParseError):
    """The model refused to answer, or a filter removed the answer or its end. `text` is the refusal, if any."""


class TruncatedError(ParseError):
    """The answer was cut off at `max_tokens`, or at the limit of the model. `partial_value` is what is complete.

    Attributes:
        partial_value: The beginning of the value as plain data; None if there is none.
    """

    partial_value: Any = None


class InvalidOutputError(ParseError):
    """The answer is no JSON, or does not have the requested type, also after the corrections.

    If the request for a correction failed, the error of that call is `__cause__`.

    Attributes:
        errors: What was wrong with each answer, in order: `InvalidValueError`, or another `DecodeError`.
    """

    errors: tuple[Exception, ...] = ()
