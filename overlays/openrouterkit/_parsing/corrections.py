"""Answers until one has the type: which are corrected, and when that ends."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attrs import define, field

from ..errors import DecodeError
from .readers import build_invalid_error

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..errors import ParseError
    from .readers import Reader


@define(eq=False)
class Corrections:
    """Reads answers until one has the type, and lets the model correct those that do not.

    Attributes:
        reader: The reader of the answers.
        limit: How many corrections are allowed.
    """

    reader: Reader
    limit: int
    _errors: list[DecodeError] = field(factory=list, init=False)

    def read(self, results: Sequence[Any]) -> tuple[Any, tuple[str, ...]] | None:
        """Return the value of the last answer, and what was repaired; None if the model is to correct it: see `write`.

        Args:
            results: All completions so far.

        Raises:
            ParseError: The answer has no value, and is not corrected.
        """
        try:
            return self.reader.read(results[-1], results)
        except DecodeError as error:
            self._errors.append(error)
            if len(self._errors) > self.limit or not self.reader.has_answer(results[-1]):
                raise self.build_error(results) from error
        return None

    def write(self, result: Any) -> list[dict[str, Any]]:
        """Return the answer that was read, if it may be sent back, and the message that requests its correction.

        Args:
            result: The completion.
        """
        return self.reader.write_correction(result, self._errors[-1])

    def build_error(self, results: Sequence[Any], more: str = "") -> ParseError:
        """Return the error for answers that do not have the type.

        Args:
            results: All completions so far.
            more: The end of its message.
        """
        return build_invalid_error(self.reader, self.reader.find_text(results[-1]), results, self._errors, more)
