"""The final answer of a run as a value of a type."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from ..errors import DecodeError
from .readers import Reader, build_invalid_error
from .steps import choose_steps
from .targets import build_target

if TYPE_CHECKING:
    from collections.abc import Sequence

_METHOD: Final = "json_schema"
_CORRECTIONS: Final = 1  # as in `chat.parse`


class FinalAnswer:
    """The type of the answer of a run, and how many answers did not fit.

    Args:
        kind: The type.

    Raises:
        InvalidArgumentError: The type has no JSON Schema.
    """

    def __init__(self, kind: Any) -> None:
        self.kind = kind
        self._reader = Reader(build_target(kind, strict=None), _METHOD, None, repair=True)
        self._errors: list[DecodeError] = []

    @property
    def response_format(self) -> dict[str, Any]:
        """The `response_format` of the requests, as plain JSON."""
        (step,) = choose_steps(_METHOD)
        prepared: dict[str, Any] = step.prepare({}, self._reader.target)["response_format"]
        return prepared

    def read(self, results: Sequence[Any], corrections: int = 0) -> tuple[Any, dict[str, Any] | None]:
        """Return the value of the last answer, or None and the message that requests a correction.

        Args:
            results: The completions of all turns.
            corrections: How many corrections are allowed.

        Raises:
            RefusalError: The model refused to answer.
            TruncatedError: The answer was cut off.
            InvalidOutputError: The answer does not have the type.
        """
        last = results[-1]
        try:
            value, _ = self._reader.read(last, results)
        except DecodeError as error:
            self._errors.append(error)
            if len(self._errors) > corrections:
                text = self._reader.find_text(last)
                raise build_invalid_error(self._reader, text, results, self._errors) from error
            return None, self._reader.write_correction(last, error)[-1]
        return value, None

    def read_or_correct(self, results: Sequence[Any]) -> tuple[Any, dict[str, Any] | None]:
        """Return the value of the last answer, or the message that requests a correction, which is allowed once."""
        return self.read(results, _CORRECTIONS)
