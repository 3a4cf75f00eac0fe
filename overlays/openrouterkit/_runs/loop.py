"""The tool loop as a flow: requests, tools, decisions, until the model has answered or a condition stops it."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

from attrs import frozen

from .._results.finish_reasons import find_defect
from .._streaming.typed_events import EventQueue
from ..errors import TimedOutError
from ..flow import Effect, Flow
from .calls.execution import Execution
from .calls.parallel import run_tools
from .calls.preparation import Refused, prepare_call, refuse_last_calls
from .conditions import find_stop
from .decisions import Decisions
from .endings import name_ending
from .failed_runs import attach_run
from .hooks import run_hook
from .records import PendingCall, ToolResult
from .run_events import (
    AnswerRequested,
    ApprovalRequested,
    RunEnded,
    RunEvent,
    ToolFinished,
    TurnEnded,
    TurnStarted,
)
from .time_limits import TimeLimit
from .transcripts import Transcript
from .turn_requests import build_parameters

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .results import Run
    from .settings import RunSettings


@frozen(eq=False)
class Emit(Effect[None]):
    """Pass an event to the reader of a run."""

    event: RunEvent


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
        self._transcript = Transcript(state, settings)
        self._limit = TimeLimit(None)
        self._began = time.monotonic()

    def run(self, decisions: Decisions | None = None) -> Flow[Run[Any]]:
        """Return the run once it has ended or paused.

        Args:
            decisions: The decisions about the pending calls of a run that is resumed.

        Raises:
            SDKError: A call failed; the attribute `run` of the error is the run so far.
            BaseException: That of a tool, a hook or a middleware, or a cancellation; `find_run` returns its run so far.
        """
        self._limit = TimeLimit(self._settings.max_seconds)
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

    def build_run(self, stopped_by: str) -> Run[Any]:
        """Return the run so far."""
        return self._transcript.build_run(stopped_by)

    def _go_on(self, decisions: Decisions | None) -> Flow[str]:
        """Return why the run has stopped."""
        stopped_by: str | None = None
        if self._transcript.is_open:
            self._began = time.monotonic()
            stopped_by = yield from self._answer_calls(decisions or Decisions())
        while stopped_by is None:
            stop = self._find_stop()
            if stop is not None:
                stopped_by, is_limit = stop
                if is_limit and self._settings.final_turn:
                    ending = yield from self._take_turn(final=True)
                    if ending is None and self._transcript.is_corrected:
                        yield from self._take_turn(final=True)
                break
            stopped_by = yield from self._take_turn()
        return stopped_by

    def _find_stop(self) -> tuple[str, bool] | None:
        """Return why the run stops before the next turn, and whether for a limit; None to go on."""
        if self._limit.is_over:
            return "max_seconds", False
        if not self._transcript.turns:
            return None
        if any(repetition.is_excess for repetition in self._transcript.repetitions.values()):
            return "repeated calls", True
        conditions = self._settings.stop_when
        if self._transcript.is_corrected:  # an answer, without tool calls that conditions could look at
            conditions = tuple(condition for condition in conditions if condition.is_limit)
        return find_stop(conditions, self._transcript.build_progress())

    def _take_turn(self, *, final: bool = False) -> Flow[str | None]:
        """Request one answer, and run its tools; return why the run stops with it, or None.

        Args:
            final: True for the last turn, in which the model can call no tools.
        """
        parameters = yield from build_parameters(self._transcript, self._settings, final=final)
        self._began = time.monotonic()
        yield from self._emit(TurnStarted(len(self._transcript.turns) + 1, parameters.get("model")))
        client = self._chat._get_client()  # noqa: SLF001 - of this package
        parameters = self._limit.limit_request(parameters, client._settings.timeouts)  # noqa: SLF001 - see above
        try:
            result = yield from self._request(parameters)
        except TimedOutError:
            if self._limit.is_over:
                return "max_seconds"
            raise
        turn = self._transcript.add_answer(result)
        if not turn.tool_calls:
            yield from self._end_turn()
            ending = name_ending(result, self._transcript.messages[-1])
            return ending if self._transcript.read_value() else None
        if final:
            yield from self._add_refused(refuse_last_calls(turn.tool_calls))
            yield from self._end_turn()
            return None
        return (yield from self._answer_calls(Decisions()))

    def _request(self, parameters: dict[str, Any]) -> Flow[Any]:
        """Return the completion for a turn, and emit the events of its stream."""
        if not self._settings.is_stream:
            return (yield from self._chat.build_flow(**parameters))
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
            result = stream.result()
        except GeneratorExit:
            raise  # the run was dropped, and nothing can be performed any more
        except BaseException:
            # However a stream ends early, what it has used is part of the run.
            self._transcript.add_interrupted(stream.partial)
            yield from stream.close()
            raise
        finally:
            self.stream = None
        return result

    def _answer_calls(self, decisions: Decisions) -> Flow[str | None]:
        """Run the tool calls of the last turn that have no output; return why the run pauses, or None."""
        turn = self._transcript.last
        done = {output.tool_call_id for output in turn.outputs}
        defect = find_defect(turn.result)
        prepared: list[Execution | PendingCall | Refused] = []
        for call in turn.tool_calls:
            if call.id not in done:
                item = yield from prepare_call(call, self._transcript, self._settings, decisions, defect)
                prepared.append(item)
        executions = [item for item in prepared if isinstance(item, Execution)]
        for execution in executions:
            yield from self._emit(execution.started)
        yield from self._run_tools(executions)
        yield from self._add_refused([item for item in prepared if isinstance(item, Refused)])
        self._transcript.pending = tuple(item for item in prepared if isinstance(item, PendingCall))
        for waiting in self._transcript.pending:
            event = ApprovalRequested if waiting.reason == "approval" else AnswerRequested
            yield from self._emit(event(waiting.tool_call))
        if self._transcript.pending:
            reasons = {call.reason for call in self._transcript.pending}
            return "approval" if "approval" in reasons else "answer needed"
        yield from self._end_turn()
        return None

    def _run_tools(self, executions: Sequence[Execution]) -> Flow[None]:
        """Run tools at once, and add their outputs in the order of the calls."""
        completed: list[ToolResult] = []
        try:
            yield from run_tools(executions, self._settings, self._limit, completed.append, self._emit)
        except GeneratorExit:
            raise
        except BaseException:
            self._transcript.add_outputs(completed)  # so that these tools do not run again
            raise
        self._transcript.add_outputs(completed)

    def _add_refused(self, refused: Sequence[Refused]) -> Flow[None]:
        """Add the outputs of calls that do not run, and emit their events."""
        finished: list[tuple[ToolResult, ToolFinished]] = [
            item.finish(self._transcript.last.number) for item in refused
        ]
        self._transcript.add_outputs([output for output, _ in finished])
        for _, event in finished:
            yield from self._emit(event)

    def _end_turn(self) -> Flow[None]:
        """End the last turn, now that all its calls have outputs."""
        turn = self._transcript.end_turn(time.monotonic() - self._began)
        yield from run_hook(self._settings.hooks.after_turn, turn)
        yield from self._emit(TurnEnded(turn))

    def _emit(self, event: RunEvent) -> Flow[None]:
        if self._settings.is_stream:
            yield Emit(event)
