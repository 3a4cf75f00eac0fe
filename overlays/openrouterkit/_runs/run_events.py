"""The events of a run. `openrouterkit.events` is the public place of these names."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

from attrs import field, frozen

from .._streaming.stream_events import StreamEvent

if TYPE_CHECKING:
    from ..tool_calls import ToolCall
    from ..tools import ToolOutput
    from .records import Turn
    from .results import Run


@frozen
class TurnStarted:
    """A turn has begun: its request is about to be sent.

    Attributes:
        number: The number of the turn, from 1.
        model: The model of the request; None if the request names none.
    """

    number: int
    model: str | None = None


@frozen
class TurnEnded:
    """A turn has ended: the model has answered, and the tools that it called have run.

    Attributes:
        turn: The turn.
    """

    turn: Turn[Any]


@frozen
class ToolStarted:
    """A tool is about to run.

    Attributes:
        tool_call: The tool call.
        arguments: The arguments, as the tool has checked and converted them.
        turn: The number of the turn.
    """

    tool_call: ToolCall
    arguments: Any = field(default=None, repr=False)
    turn: int = 0


@frozen
class ToolFinished:
    """A tool call has an output.

    In a sync client, tools that run at once are reported as each of them finishes. In an async client, they are
    reported once all of them have finished, in the order of the calls; `RunHooks.after_tool` runs as each finishes.

    Attributes:
        tool_call: The tool call.
        output: What the model receives: text, or content parts as plain JSON.
        error: The exception of the tool, or why it did not run; None if it succeeded.
        seconds: How long the tool ran.
        turn: The number of the turn.
    """

    tool_call: ToolCall
    output: ToolOutput
    error: BaseException | None = None
    seconds: float = 0.0
    turn: int = 0


@frozen
class ApprovalRequested:
    """A tool call waits for approval, so the run pauses after this turn.

    Attributes:
        tool_call: The tool call.
    """

    tool_call: ToolCall


@frozen
class AnswerRequested:
    """A call of a tool without a function waits for its output, so the run pauses after this turn.

    Attributes:
        tool_call: The tool call.
    """

    tool_call: ToolCall


@frozen
class RunEnded:
    """The run has ended or paused; the last event.

    Attributes:
        run: The run.
    """

    run: Run[Any]


RunEvent: TypeAlias = (
    StreamEvent | TurnStarted | TurnEnded | ToolStarted | ToolFinished | ApprovalRequested | AnswerRequested | RunEnded
)
"""An event of a run: one of the stream of an answer, or one of the loop."""
