"""`Parsed`: a value that was read from the answer of a model."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic

from attrs import field, frozen

from .._results.type_defaults import TypeDefaults

if TYPE_CHECKING:
    from typing_extensions import TypeVar

    from ..middleware.outcomes import Usage
    from ..results import ChatCompletion
    from .steps import Method

    T_co = TypeVar("T_co", covariant=True)
    R_co = TypeVar("R_co", covariant=True, default=ChatCompletion)
else:
    from typing import TypeVar

    T_co = TypeVar("T_co", covariant=True)
    R_co = TypeVar("R_co", covariant=True)


@frozen
class Parsed(TypeDefaults, Generic[T_co, R_co]):
    """The value in the answer of a model, and the calls that it took.

    Attributes:
        value: The value, of the requested type.
        results: The completions of all answers in order: more than one if a correction was requested.
        usage: What all answers used.
        method: How the answer was requested: "json_schema", "json_object", "tool" or "prompt".
        repairs: What was repaired in the text of the last answer, as texts; () if it was JSON as it is.
        text: The text from which the value was read: the text of the answer, or the arguments of a forced tool.
    """

    value: T_co
    results: tuple[R_co, ...] = field(repr=False)
    usage: Usage
    method: Method
    repairs: tuple[str, ...] = ()
    text: str = field(default="", repr=False)

    @property
    def result(self) -> R_co:
        """The completion of the last answer, unchanged."""
        return self.results[-1]

    @property
    def cost(self) -> float | None:
        """The cost of all answers in US dollars; None if the service does not report it."""
        return self.usage.cost
