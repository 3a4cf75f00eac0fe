"""The final answer of a run as a value of a type."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from .corrections import Corrections
from .readers import Reader
from .steps import choose_steps
from .targets import build_target

if TYPE_CHECKING:
    from collections.abc import Sequence

_METHOD: Final = "json_schema"


class FinalAnswer:
    """The type of the answer of a run, and how many answers did not fit.

    Args:
        kind: The type.
        corrections: How many corrections are allowed. Defaults to 1, as in `chat.parse`.

    Raises:
        InvalidArgumentError: The type has no JSON Schema.
    """

    def __init__(self, kind: Any, corrections: int = 1) -> None:
        self.kind = kind
        self._reader = Reader(build_target(kind, strict=None), _METHOD, None, repair=True)
        self._corrections = Corrections(self._reader, corrections)

    @property
    def response_format(self) -> dict[str, Any]:
        """The `response_format` of the requests, as plain JSON."""
        (step,) = choose_steps(_METHOD)
        prepared: dict[str, Any] = step.prepare({}, self._reader.target)["response_format"]
        return prepared

    def read(self, results: Sequence[Any]) -> tuple[Any, list[dict[str, Any]]]:
        """Return the value of the last answer, or None and the messages that request a correction; see `Corrections`.

        Args:
            results: The completions of all turns.

        Raises:
            ParseError: The answer has no value, and is not corrected.
        """
        found = self._corrections.read(results)
        return (None, self._corrections.write(results[-1])) if found is None else (found[0], [])
