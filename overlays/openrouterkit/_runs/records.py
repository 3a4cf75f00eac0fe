"""What a run consists of: its turns, the outputs of its tools, and the calls that wait for a decision."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, Literal

from attrs import Factory, field, frozen

from .._results.usages import add_usages, read_usage

if TYPE_CHECKING:
    from typing_extensions import TypeVar

    from ..middleware.outcomes import Usage
    from ..results import ChatCompletion
    from ..tool_calls import ToolCall
    from ..tools import ToolOutput

    R_co = TypeVar("R_co", covariant=True, default=ChatCompletion)
else:
    from typing import TypeVar

    R_co = TypeVar("R_co", covariant=True)

PendingReason = Literal["approval", "answer"]
"""What a tool call waits for."""


@frozen
class ToolResult:
    """The output of one tool call, as the model receives it.

    Attributes:
        tool_call_id: The id of the tool call.
        name: The name of the tool.
        output: Text, or content parts as plain JSON.
        error: Why the tool call failed, was denied or did not run; None if the output is that of the tool.
        seconds: How long the tool ran.
        exception: The exception of the tool, with its traceback; None if there is none, in a run from JSON, and in a
            copy.
    """

    tool_call_id: str
    name: str
    output: ToolOutput
    error: str | None = None
    seconds: float = 0.0
    exception: BaseException | None = field(default=None, eq=False, repr=False, kw_only=True)

    def __reduce__(self) -> Any:
        # Without the exception, which may contain anything.
        return ToolResult, (self.tool_call_id, self.name, self.output, self.error, self.seconds)

    def to_message(self) -> dict[str, Any]:
        """Return the tool message, as plain JSON."""
        return {"role": "tool", "tool_call_id": self.tool_call_id, "name": self.name, "content": self.output}


@frozen
class Turn(Generic[R_co]):
    """One answer of the model, and the outputs of the tools that it called.

    Attributes:
        number: The number of the turn, from 1.
        result: The completion, unchanged.
        tool_calls: The tool calls of its first choice, each with an id of its own, in order.
        outputs: The outputs of the tool calls so far, in the order of the calls.
        seconds: How long the answer and the tools took.
    """

    number: int
    result: R_co
    tool_calls: tuple[ToolCall, ...] = ()
    outputs: tuple[ToolResult, ...] = ()
    seconds: float = 0.0

    @property
    def usage(self) -> Usage:
        """The tokens and the cost of the answer."""
        return read_usage(self.result)

    @property
    def finish_reason(self) -> str | None:
        """Why the answer ended, such as "stop" or "tool_calls"; None if it is not reported."""
        result: Any = self.result
        reason: str | None = result.finish_reason
        return reason


@frozen(repr=False)
class PendingCall:
    """A tool call that waits for a decision: `chat.resume(run, approve=..., deny=..., answers=...)`.

    Attributes:
        tool_call: The tool call.
        reason: "approval": the tool runs once the call is approved. "answer": the tool has no function, and its output
            is passed as `answers`.
        problem: The exception of the function `requires_approval` of the tool, because of which the call waits; "" if
            there is none.
    """

    tool_call: ToolCall
    reason: PendingReason
    problem: str = ""

    def __repr__(self) -> str:
        written = str(self.tool_call.function.arguments)
        shown = written if len(written) <= 80 else f"{written[:80]}..."
        awaited = "an answer" if self.reason == "answer" else "approval"
        return f"<PendingCall {self.id}: {self.name}({shown}) waits for {awaited}>"

    @property
    def id(self) -> str:
        """The id of the tool call."""
        return str(self.tool_call.id)

    @property
    def name(self) -> str:
        """The name of the tool."""
        return self.tool_call.name

    @property
    def arguments(self) -> dict[str, Any]:
        """The arguments that the model wrote."""
        return self.tool_call.arguments


@frozen
class RepeatedCall:
    """A tool call that the model has made again and again, with the same arguments.

    Attributes:
        name: The name of the tool.
        arguments: The arguments.
        count: How often the model has made it, since it last made a new one.
    """

    name: str
    arguments: dict[str, Any]
    count: int


def _add_usages(progress: RunProgress[Any]) -> Usage:
    return add_usages(turn.result for turn in progress.turns)


@frozen
class RunProgress(Generic[R_co]):
    """A run between two turns, for stop conditions and hooks.

    Attributes:
        run_id: The id of the run.
        turns: The turns so far.
        messages: The conversation so far, as plain JSON.
        context: The `context` of the run.
        usage: The tokens and the cost so far.
    """

    run_id: str
    turns: tuple[Turn[R_co], ...]
    messages: list[dict[str, Any]] = field(repr=False)
    context: Any = field(default=None, repr=False)
    usage: Usage = field(repr=False, default=Factory(_add_usages, takes_self=True))

    @property
    def steps(self) -> int:
        """The number of turns so far."""
        return len(self.turns)

    @property
    def last(self) -> Turn[R_co] | None:
        """The last turn; None before the first."""
        return self.turns[-1] if self.turns else None

    @property
    def cost(self) -> float | None:
        """The cost so far in US dollars; None if the service reports none."""
        return self.usage.cost

    @property
    def tool_calls(self) -> list[ToolCall]:
        """The tool calls of all turns."""
        return [call for turn in self.turns for call in turn.tool_calls]
