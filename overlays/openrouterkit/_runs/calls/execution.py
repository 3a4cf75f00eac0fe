"""Runs tools, with their limits of time, and turns what they return or raise into what the model receives."""

from __future__ import annotations

import inspect
import time
from functools import partial
from typing import TYPE_CHECKING, Any

from attrs import frozen

from ..._flow.loggers import logger
from ...errors import ConfigurationError, TimedOutError
from ...flow import CallFunction, Flow, do
from ..hooks import RunHooks, run_hook
from ..records import ToolResult
from ..run_events import ToolFinished, ToolStarted
from .beginnings import Beginning, NotRunError
from .threads import make_limited

if TYPE_CHECKING:
    from collections.abc import Callable

    from ...tools import ToolOutput
    from ..settings import RunSettings
    from ..time_limits import TimeLimit


@frozen
class _Returned:
    """What a function returned."""

    value: Any


@frozen
class _Raised:
    """What a function raised."""

    error: BaseException


@frozen
class Execution:
    """A tool call that is ready to run.

    Attributes:
        started: The event that it begins.
        tool: The tool.
        context: The `ToolContext` of the call.
        note: A sentence that is added to the output; "" for none.
    """

    started: ToolStarted
    tool: Any
    context: Any
    note: str = ""


def execute(
    execution: Execution, settings: RunSettings, limit: TimeLimit, record: Callable[[ToolResult], None]
) -> Flow[ToolFinished]:
    """Run a tool and its hooks; return the event that it has finished.

    A tool whose turn comes when the time of the run is over does not begin, and neither do its hooks.

    Args:
        execution: The tool call.
        settings: The settings of the run.
        limit: The limit of time of the run.
        record: Receives the output before the hook `after_tool`, which may fail.

    Raises:
        Exception: That of a hook; that of the tool, if `tool_errors` is "raise".
    """
    call = execution.started.tool_call
    began = time.monotonic()
    error: BaseException | None = None
    hooks = RunHooks() if limit.is_over else settings.hooks
    value = yield from run_hook(hooks.before_tool, execution.started)
    if value is None:
        outcome = yield from _invoke(execution, settings, limit)
        if isinstance(outcome, _Raised):
            error = outcome.error
        else:
            value = outcome.value
    if error is None:
        output, error = _write(value, execution)
    else:
        # The limit of the run is no fault of the tool.
        raises = settings.tool_errors == "raise" and not (isinstance(error, TimeoutError) and limit.is_over)
        output = describe_failure(error, execution, raises=raises)
    if error is not None:
        _log(error, execution)
    output = add_note(output, execution.note)
    seconds = time.monotonic() - began
    described = None if error is None else f"{type(error).__name__}: {error}"
    record(ToolResult(str(call.id), call.name, output, described, seconds, exception=error))
    finished = ToolFinished(call, output, error, seconds, execution.started.turn)
    yield from run_hook(hooks.after_tool, finished)
    return finished


def _log(error: BaseException, execution: Execution) -> None:
    """Log an exception that only the model reads, with its traceback; a `ToolError` is meant for the model."""
    from ...tools import ToolError

    if not isinstance(error, ToolError | NotRunError):
        started = execution.started
        logger.warning(
            "the tool %s failed (tool call %s, turn %d); the model reads the error",
            *(started.tool_call.name, started.tool_call.id, started.turn),
            exc_info=error,
        )


def _invoke(execution: Execution, settings: RunSettings, limit: TimeLimit) -> Flow[_Returned | _Raised]:
    """Run the function of a tool within its limit and that of the run."""
    tool, arguments = execution.tool, (execution.started.arguments, execution.context)
    seconds, described = limit.limit_tool(tool.timeout)
    beginning = Beginning(limit)
    if limit.is_over:
        return _Raised(beginning.build_error(described))
    try:
        if not settings.is_async:
            run = partial(_run_sync, beginning, tool.call, arguments)
            return (yield from do(CallFunction(run if seconds is None else make_limited(run, seconds))))
        from ..._flow.deadlines import Deadlines
        from ...timeouts import TimeoutOptions

        # Deadlines without a limit, too: a cancelled run does not wait for the thread of a tool.
        deadlines = Deadlines(TimeoutOptions(total=seconds), time.monotonic())
        own: Any = _run_async if tool.is_async else _run_sync
        outcome = yield from do(CallFunction[Any](partial(own, beginning, tool.call, arguments), (), deadlines))
        if isinstance(outcome, _Returned) and inspect.isawaitable(outcome.value):  # of a sync function
            outcome = yield from do(CallFunction[Any](partial(_finish, outcome.value), (), deadlines))
    except (TimedOutError, TimeoutError):
        if beginning.prevent():
            return _Raised(beginning.build_error(described))
        return _Raised(TimeoutError(f"it did not finish within {described}"))
    finally:
        beginning.prevent()  # a cancelled run, too, leaves no tool behind that begins later
    result: _Returned | _Raised = outcome
    return result


# Only a limit raises TimeoutError, so the functions below return what a tool raises.


def _run_sync(beginning: Beginning, function: Callable[..., Any], arguments: tuple[Any, ...]) -> _Returned | _Raised:
    """Return what a tool returns or raises, if it may begin."""
    try:
        beginning.begin()
        return _Returned(function(*arguments))
    except Exception as error:  # noqa: BLE001 - reported to the model, or raised by the loop
        return _Raised(error)


async def _run_async(
    beginning: Beginning, function: Callable[..., Any], arguments: tuple[Any, ...]
) -> _Returned | _Raised:
    """Return what an async tool returns or raises, if it may begin."""
    try:
        beginning.begin()
        return _Returned(await function(*arguments))
    except Exception as error:  # noqa: BLE001 - see above
        return _Raised(error)


async def _finish(awaitable: Any) -> _Returned | _Raised:
    """Return what an awaitable returns or raises, that of a sync function."""
    try:
        return _Returned(await awaitable)
    except Exception as error:  # noqa: BLE001 - see above
        return _Raised(error)


def describe_failure(error: BaseException, execution: Execution, *, raises: bool) -> ToolOutput:
    """Return what the model receives for an exception of a tool: its type and text, without a traceback.

    Args:
        error: The exception.
        execution: The tool call.
        raises: True to raise it instead, unless the tool has raised a `ToolError`, which is meant for the model.

    Raises:
        BaseException: The exception, with a note that names the tool call.
    """
    from ...tools import ToolError

    call = execution.started.tool_call
    if isinstance(error, ToolError):
        return str(error)
    if isinstance(error, NotRunError):
        return f"Error: {call.name} did not run: {error}."
    if raises:
        error.add_note(f"raised by the tool {call.name!r}, tool call {call.id!r}, turn {execution.started.turn}")
        raise error
    text = str(error)
    return f"Error: {call.name} failed: {type(error).__name__}{': ' if text else ''}{text}"


def _write(value: Any, execution: Execution) -> tuple[ToolOutput, BaseException | None]:
    """Return what a tool returned as what the model receives, and the error if JSON cannot represent it."""
    from ...tools import build_output

    try:
        return build_output(value), None
    except (TypeError, ValueError) as error:
        if inspect.iscoroutine(value):
            value.close()
            raise ConfigurationError(
                f"the tool {execution.started.tool_call.name!r} returned a coroutine: use an async client"
            ) from None
        return f"Error: {execution.started.tool_call.name} has run, but {error}", error


def add_note(output: ToolOutput, note: str) -> ToolOutput:
    """Return an output with a sentence at its end; unchanged if the note is ""."""
    if not note:
        return output
    return f"{output}\n\n{note}" if isinstance(output, str) else [*output, {"type": "text", "text": note}]
