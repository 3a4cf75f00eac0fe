"""The tool loop as a flow: requests, tools, decisions, until the model has answered or a condition stops it."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

from attrs import evolve, frozen

from .._streaming.typed_events import EventQueue
from ..flow import CallFunction, Effect, Flow, Gather, do
from .assistant_messages import is_cut_off, list_tool_calls, write_message
from .conditions import find_stop
from .decisions import Decisions, read_call
from .failed_runs import attach_run
from .hooks import run_hook
from .records import PendingCall, RunProgress, ToolResult, Turn
from .repetition import Repetitions
from .results import Run
from .run_events import (
    AnswerRequested,
    ApprovalRequested,
    RunEnded,
    RunEvent,
    ToolFinished,
    ToolStarted,
    TurnEnded,
    TurnStarted,
)
from .tool_execution import Execution, execute
from .tool_threads import run_in_threads

if TYPE_CHECKING:
    from ..tool_calls import ToolCall
    from .settings import RunSettings


@frozen(eq=False)
class Emit(Effect[None]):
    """Pass an event to the reader of a run."""

    event: RunEvent


@frozen
class _Refused:
    """A tool call that gets an output without running."""

    tool_call: ToolCall
    output: Any
    reason: BaseException | None = None


class NotRunError(Exception):
    """Why a tool call did not run: the `error` of its `ToolFinished`."""


class Loop:
    """A run of the tool loop.

    Args:
        chat: The chat namespace, with `build_flow` and `build_stream`.
        settings: The settings of the run.
        state: The run so far: its messages, turns and parameters.
    """

    def __init__(self, chat: Any, settings: RunSettings, state: Run[Any]) -> None:
        self.stream: Any = None  # the stream that is being read
        self.is_closed = False
        self._chat = chat
        self._settings = settings
        self._id = state.id
        self._parameters = state.parameters
        self._messages = list(state.messages)
        self._turns = list(state.turns)
        self._pending = state.pending
        self._repetitions = Repetitions(settings.repeat_limit)
        self._counts: dict[str, int] = {}
        for turn in self._turns:
            self._counts = self._repetitions.add_turn(turn.tool_calls)
        self._began = time.monotonic()

    def run(self, decisions: Decisions | None = None) -> Flow[Run[Any]]:
        """Return the run once it has ended or paused.

        Args:
            decisions: The decisions about the pending calls of a run that is resumed.

        Raises:
            SDKError: A call failed; the attribute `run` of the error is the run so far.
            BaseException: That of a tool, a hook or a middleware, or a cancellation; `find_run` returns its run so far.
        """
        try:
            stopped_by = yield from self._go_on(decisions)
        except GeneratorExit:
            raise  # the run was dropped, so no caller receives it
        except BaseException as error:
            attach_run(error, self.build_run("closed" if self.is_closed else "error"))
            raise
        run = self.build_run(stopped_by)
        yield from self._emit(RunEnded(run))
        return run

    def _go_on(self, decisions: Decisions | None) -> Flow[str]:
        """Return why the run has stopped."""
        stopped_by: str | None = None
        if any(len(turn.outputs) < len(turn.tool_calls) for turn in self._turns[-1:]):  # paused, or stopped before
            self._began = time.monotonic()
            stopped_by = yield from self._answer_calls(decisions or Decisions())
        while stopped_by is None:
            stop = self._find_stop()
            if stop is not None:
                stopped_by, is_limit = stop
                if is_limit and self._settings.final_turn:
                    yield from self._take_turn(final=True)
                break
            stopped_by = yield from self._take_turn()
        return stopped_by

    def _find_stop(self) -> tuple[str, bool] | None:
        """Return why the run stops before the next turn, and whether for a limit; None to go on."""
        if not self._turns:
            return None
        if any(map(self._repetitions.is_excess, self._counts.values())):
            return "repeated calls", True
        return find_stop(self._settings.stop_when, self._build_progress())

    def _take_turn(self, *, final: bool = False) -> Flow[str | None]:
        """Request one answer, and run its tools; return why the run stops with it, or None.

        Args:
            final: True for the last turn, in which the model can call no tools.
        """
        parameters = yield from self._build_parameters(final=final)
        number = len(self._turns) + 1
        self._began = time.monotonic()
        yield from self._emit(TurnStarted(number, parameters.get("model")))
        if self._settings.is_stream:
            result = yield from self._read_stream(parameters)
        else:
            result = yield from self._chat.build_flow(**parameters)
        calls = list_tool_calls(result, self._messages)
        for call in calls:
            if call.name in self._settings.tools and (tool := self._settings.tools.find(call.name)) is not None:
                call.bind(tool)
        self._messages.append(write_message(result, calls))
        self._turns.append(Turn(number, result, calls))
        if not calls:
            yield from self._end_turn()
            return "answer"
        if final:
            text = "Error: this tool did not run, because no more tool calls are allowed in this conversation."
            refused = [_Refused(call, text, NotRunError("no more tool calls were allowed")) for call in calls]
            yield from self._add_outputs([_finish(item, number) for item in refused])
            yield from self._end_turn()
            return None
        self._counts = self._repetitions.add_turn(calls)
        return (yield from self._answer_calls(Decisions()))

    def _build_parameters(self, *, final: bool) -> Flow[dict[str, Any]]:
        """Return the parameters of the next request."""
        parameters = {**self._parameters, **self._settings.request, "messages": self._messages}
        if self._settings.tools.definitions:
            parameters["tools"] = self._settings.tools.definitions
        if self._turns:
            _relax_tool_choice(parameters)
        changes = yield from run_hook(self._settings.hooks.before_turn, self._build_progress())
        if changes:
            parameters.update(changes)
        if final and self._settings.tools.definitions:
            parameters["tool_choice"] = "none"  # without `tools`, some providers reject the earlier tool calls
        return parameters

    def _read_stream(self, parameters: dict[str, Any]) -> Flow[Any]:
        """Return the result of a stream, and emit its events."""
        stream = self.stream = self._chat.build_stream(**parameters)
        queue = EventQueue()
        try:
            while (chunk := (yield from stream.next())) is not None:
                queue.add(chunk)
                while queue.ready:
                    yield Emit(queue.ready.popleft())
            queue.end(stream)
            while queue.ready:
                yield Emit(queue.ready.popleft())
        except GeneratorExit:
            raise  # the run was dropped, and nothing can be performed any more
        except BaseException:
            yield from stream.close()
            raise
        finally:
            self.stream = None
        return stream.result()

    def _answer_calls(self, decisions: Decisions) -> Flow[str | None]:
        """Run the tool calls of the last turn that have no output; return why the run pauses, or None."""
        turn = self._turns[-1]
        done = {output.tool_call_id for output in turn.outputs}
        prepared: list[Execution | PendingCall | _Refused] = []
        for call in turn.tool_calls:
            if call.id not in done:
                prepared.append((yield from self._prepare(call, turn, decisions)))  # noqa: PERF401 - no comprehension yields
        executions = [item for item in prepared if isinstance(item, Execution)]
        for execution in executions:
            yield from self._emit(execution.started)
        completed: list[ToolResult] = []
        try:
            finished = yield from self._execute(executions, completed)
        except GeneratorExit:
            raise
        except BaseException:
            self._keep_outputs(completed)  # so that these tools do not run again
            raise
        outputs = iter(finished)
        yield from self._add_outputs(
            [
                next(outputs) if isinstance(item, Execution) else _finish(item, turn.number)
                for item in prepared
                if not isinstance(item, PendingCall)
            ]
        )
        self._pending = tuple(item for item in prepared if isinstance(item, PendingCall))
        for waiting in self._pending:
            event = ApprovalRequested if waiting.reason == "approval" else AnswerRequested
            yield from self._emit(event(waiting.tool_call))
        if self._pending:
            return "approval" if any(call.reason == "approval" for call in self._pending) else "answer needed"
        yield from self._end_turn()
        return None

    def _execute(
        self, executions: list[Execution], completed: list[ToolResult]
    ) -> Flow[list[tuple[ToolResult, ToolFinished]]]:
        """Return the outputs of tools that run at once, in the order of the calls.

        Args:
            executions: The tools.
            completed: Receives each output as soon as there is one, in case that another tool fails.
        """

        def run_one(execution: Execution) -> Flow[tuple[ToolResult, ToolFinished]]:
            finished = yield from execute(execution, self._settings)
            completed.append(finished[0])
            return finished

        if len(executions) == 1:  # in the thread of the caller
            return [(yield from run_one(executions[0]))]
        flows = [run_one(execution) for execution in executions]
        if not flows or self._settings.is_async:
            return (yield from do(Gather(flows, self._settings.concurrency))) if flows else []
        return (yield from do(CallFunction(run_in_threads, (flows, self._settings.concurrency))))

    def _prepare(self, call: ToolCall, turn: Turn[Any], decisions: Decisions) -> Flow[Any]:
        """Return a tool call as an `Execution`, or as one that waits, or that does not run."""
        identity = str(call.id)
        waiting = next((pending for pending in self._pending if pending.id == identity), None)
        if identity in decisions.denied:
            why = decisions.denied[identity]
            text = f"The user denied this tool call{': ' if why else '.'}{why}"
            return _Refused(call, text, NotRunError(f"denied{': ' if why else ''}{why}"))
        if identity in decisions.answers:
            from ..tools import build_output

            return _Refused(call, build_output(decisions.answers[identity]))
        is_approved = identity in decisions.approved
        if waiting is not None and not is_approved:
            return waiting
        count = self._counts.get(identity, 1)
        if self._repetitions.is_excess(count):
            text = (
                f"Error: {call.name} did not run, because you have called it {count} times with the same arguments. "
                f"Continue with what you know."
            )
            return _Refused(call, text, NotRunError(f"called {count} times with the same arguments"))
        changed = decisions.approved.get(identity)
        reading = read_call(call, self._settings.tools, cut_off=is_cut_off(turn.result), arguments=changed)
        if reading.problem:
            return _Refused(call, reading.problem, NotRunError(reading.problem.removeprefix("Error: ")))
        if reading.tool is None:
            return PendingCall(call, "answer")
        if not is_approved and (yield from _requires_approval(reading.tool, reading.arguments)):
            return PendingCall(call, "approval")
        note = ""
        if self._repetitions.is_warning(count):
            note = (
                f"[You have called {call.name} {count} times with the same arguments. Do not repeat the call: use this "
                f"result, change the arguments, or answer.]"
            )
        return Execution(
            ToolStarted(call, reading.arguments, turn.number), reading.tool, self._build_context(call, turn), note
        )

    def _build_context(self, call: ToolCall, turn: Turn[Any]) -> Any:
        from ..tools import ToolContext

        return ToolContext(self._settings.context, self._id, turn.number, call)

    def _add_outputs(self, finished: list[tuple[ToolResult, ToolFinished]]) -> Flow[None]:
        """Add outputs to the last turn, and emit their events."""
        self._keep_outputs([output for output, _ in finished])
        for _, event in finished:
            yield from self._emit(event)

    def _keep_outputs(self, added: list[ToolResult]) -> None:
        """Add outputs to the last turn and to the messages."""
        turn = self._turns[-1]
        outputs = {output.tool_call_id: output for output in (*turn.outputs, *added)}
        ordered = tuple(outputs[str(call.id)] for call in turn.tool_calls if call.id in outputs)
        self._turns[-1] = evolve(turn, outputs=ordered)
        # Those of a paused run are there already, and what was missing may come between them.
        while self._messages[-1].get("role") == "tool":
            self._messages.pop()
        self._messages += [output.to_message() for output in ordered]
        self._pending = tuple(call for call in self._pending if call.id not in outputs)

    def _end_turn(self) -> Flow[None]:
        """End the last turn, now that all its calls have outputs."""
        turn = self._turns[-1]
        turn = self._turns[-1] = evolve(turn, seconds=turn.seconds + time.monotonic() - self._began)
        self._pending = ()
        yield from run_hook(self._settings.hooks.after_turn, turn)
        yield from self._emit(TurnEnded(turn))

    def _emit(self, event: RunEvent) -> Flow[None]:
        if self._settings.is_stream:
            yield Emit(event)

    def _build_progress(self) -> RunProgress[Any]:
        return RunProgress(self._id, tuple(self._turns), list(self._messages), self._settings.context)

    def build_run(self, stopped_by: str) -> Run[Any]:
        """Return the run so far."""
        return Run(
            id=self._id,
            messages=list(self._messages),
            turns=tuple(self._turns),
            stopped_by=stopped_by,
            pending=self._pending,
            repeated=self._repetitions.reported,
            parameters=self._parameters,
        )


def _requires_approval(tool: Any, arguments: Any) -> Flow[bool]:
    rule = tool.requires_approval
    if callable(rule):
        return bool((yield from do(CallFunction[Any](rule, (arguments,)))))
    return bool(rule)


def _finish(refused: Any, turn: int) -> tuple[ToolResult, ToolFinished]:
    """Return the output and the event of a tool call that does not run."""
    call, output, reason = refused.tool_call, refused.output, refused.reason
    described = None if reason is None else str(reason)
    return ToolResult(str(call.id), call.name, output, described), ToolFinished(call, output, reason, 0.0, turn)


def _relax_tool_choice(parameters: dict[str, Any]) -> None:
    """Let the model decide about tools, after it was forced to call one; it would call it forever."""
    choice = parameters.get("tool_choice")
    if choice in (None, "auto", "none"):
        return
    if (
        isinstance(choice, dict)
        and choice.get("type") == "allowed_tools"
        and isinstance(choice.get("allowed_tools"), dict)
    ):
        parameters["tool_choice"] = {**choice, "allowed_tools": {**choice["allowed_tools"], "mode": "auto"}}
    else:
        del parameters["tool_choice"]
