"""Decides about each tool call of an answer: it runs, waits for a decision, or gets an output without running."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attrs import frozen

from openrouterkit_runtime.json import encode

from ..._flow.loggers import logger
from ...flow import CallFunction, Flow, do
from ..records import PendingCall, ToolResult
from ..run_events import ToolFinished, ToolStarted
from .beginnings import NotRunError
from .execution import Execution
from .readings import read_call
from .repetition import Repetition

if TYPE_CHECKING:
    from ..._results.finish_reasons import Defect
    from ...tool_calls import ToolCall
    from ..decisions import Decisions
    from ..settings import RunSettings
    from ..transcripts import Transcript


@frozen
class Refused:
    """A tool call that gets an output without running.

    Attributes:
        tool_call: The tool call.
        output: Its output.
        reason: Why it did not run; None if someone has passed its output.
    """

    tool_call: ToolCall
    output: Any
    reason: NotRunError | None = None

    def finish(self, turn: int) -> tuple[ToolResult, ToolFinished]:
        """Return the output and its event.

        Args:
            turn: The number of the turn.
        """
        call, reason = self.tool_call, self.reason
        described = None if reason is None else str(reason)
        result = ToolResult(str(call.id), call.name, self.output, described)
        return result, ToolFinished(call, self.output, reason, 0.0, turn)


def refuse_last_calls(calls: tuple[ToolCall, ...]) -> list[Refused]:
    """Return the calls of the last turn, in which no tool may run."""
    text = "Error: this tool did not run, because no more tool calls are allowed in this conversation."
    return [Refused(call, text, NotRunError("no more tool calls were allowed")) for call in calls]


def prepare_call(
    call: ToolCall, transcript: Transcript, settings: RunSettings, decisions: Decisions, defect: Defect | None
) -> Flow[Execution | PendingCall | Refused]:
    """Return what becomes of a tool call of the last turn.

    Args:
        call: The tool call.
        transcript: The run so far.
        settings: The settings of the run.
        decisions: The decisions of people.
        defect: Why the answer of the model is not whole.
    """
    identity = str(call.id)
    decided = _apply_decisions(call, decisions)
    if decided is not None:
        return decided
    waiting = next((pending for pending in transcript.pending if pending.id == identity), None)
    is_approved = identity in decisions.approved
    if waiting is not None and not is_approved:
        return waiting
    repetition = transcript.repetitions.get(identity, Repetition())
    if repetition.is_excess:
        times = f"{repetition.count} times with the same arguments"
        text = (
            f"Error: {call.name} did not run, because you have called it {times}. Continue with what you know, or "
            f"change the arguments."
        )
        return Refused(call, text, NotRunError(f"called {times}"))
    replaced = decisions.approved.get(identity)
    reading = read_call(call, settings.tools, defect=defect, arguments=replaced)
    if reading.problem:
        return Refused(call, reading.problem, NotRunError(reading.problem.removeprefix("Error: ")))
    if reading.tool is None:
        return PendingCall(call, "answer")
    if not is_approved:
        required, problem = yield from _requires_approval(reading.tool, reading.arguments)
        if required:
            return PendingCall(call, "approval", problem)
    from ...tools import ToolContext

    number = transcript.last.number
    return Execution(
        ToolStarted(call, reading.arguments, number),
        reading.tool,
        ToolContext(settings.context, transcript.id, number, call),
        " ".join(_list_notes(call, repetition, replaced)),
    )


def _apply_decisions(call: ToolCall, decisions: Decisions) -> Refused | None:
    """Return the output of a call that was denied or answered; None for others."""
    identity = str(call.id)
    if identity in decisions.denied:
        why = decisions.denied[identity]
        text = f"The user denied this tool call{': ' if why else '.'}{why}"
        return Refused(call, text, NotRunError(f"denied{': ' if why else ''}{why}"))
    if identity in decisions.answers:
        from ...tools import build_output

        return Refused(call, build_output(decisions.answers[identity]))
    return None


def _requires_approval(tool: Any, arguments: Any) -> Flow[tuple[bool, str]]:
    """Return whether a call waits for approval, and the exception of the rule, because of which it waits."""
    rule = tool.requires_approval
    if not callable(rule):
        return bool(rule), ""
    try:
        return bool((yield from do(CallFunction[Any](rule, (arguments,))))), ""
    except Exception as error:  # noqa: BLE001 - of a function of arguments that the model chose
        logger.warning("requires_approval of the tool %s failed, so its call waits", tool.name, exc_info=error)
        return True, f"{type(error).__name__}: {error}"


def _list_notes(call: ToolCall, repetition: Repetition, replaced: dict[str, Any] | None) -> list[str]:
    """Return what the model reads after the output: its message still contains the arguments that it wrote itself."""
    notes: list[str] = []
    if replaced is not None:
        notes.append(f"[The user has changed the arguments of this call to {encode(replaced).decode()}.]")
    if repetition.is_warning:
        notes.append(
            f"[You have called {call.name} {repetition.count} times with the same arguments. Do not repeat the call: "
            f"use this result, change the arguments, or answer.]"
        )
    return notes
