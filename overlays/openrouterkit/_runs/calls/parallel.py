"""Runs the tools of one answer at once, in threads or tasks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...flow import Flow, Gather, do
from .execution import execute
from .threads import run_in_threads

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ..records import ToolResult
    from ..run_events import ToolFinished
    from ..settings import RunSettings
    from ..time_limits import TimeLimit
    from .execution import Execution


def run_tools(
    executions: Sequence[Execution],
    settings: RunSettings,
    limit: TimeLimit,
    record: Callable[[ToolResult], None],
    emit: Callable[[ToolFinished], Flow[None]],
) -> Flow[None]:
    """Run tools at once.

    In a sync client, each is reported as it finishes. In an async client, tasks must end within one step of the reader,
    so they are reported when all have finished.

    Args:
        executions: The tools.
        settings: The settings of the run.
        limit: The limit of time of the run.
        record: Receives each output as soon as there is one, in any thread.
        emit: Emits the event of each.

    Raises:
        BaseException: That of the first tool or hook that raises one. Its notes name the other tools that have begun
            and whose outputs are not recorded.
    """
    begun: dict[str, Execution] = {}

    def end(result: ToolResult) -> None:
        begun.pop(result.tool_call_id, None)
        record(result)

    def run_one(execution: Execution) -> Flow[ToolFinished]:
        identity = str(execution.started.tool_call.id)
        begun[identity] = execution
        try:
            return (yield from execute(execution, settings, limit, end))
        except Exception:
            begun.pop(identity, None)  # its exception is the one that is raised
            raise

    flows = [run_one(execution) for execution in executions]
    try:
        if len(flows) == 1:  # in the thread of the caller
            yield from emit((yield from flows[0]))
        elif settings.is_async and flows:
            for finished in (yield from do(Gather(flows, settings.concurrency))):
                yield from emit(finished)
        elif flows:
            yield from run_in_threads(flows, settings.concurrency, emit)
    except GeneratorExit:
        raise
    except BaseException as error:
        _note_interrupted(error, list(begun.values()))
        raise


def _note_interrupted(error: BaseException, interrupted: list[Execution]) -> None:
    """Add the tools whose outputs are lost to an exception."""
    if interrupted:
        names = ", ".join(f"{each.started.tool_call.name} ({each.started.tool_call.id})" for each in interrupted)
        error.add_note(
            f"these tool calls had begun, and their outputs are not part of the run, so they run again when it is "
            f"resumed: {names}"
        )
