"""Runs tools, with their limits of time, and turns what they return or raise into what the model receives."""

from __future__ import annotations

import inspect
import time
from typing import TYPE_CHECKING, Any

from attrs import frozen

from ..errors import ConfigurationError, TimedOutError
from ..flow import CallFunction, Flow, do
from .hooks import run_hook
from .records import ToolResult
from .run_events import ToolFinished, ToolStarted
from .tool_threads import make_limited

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..tools import ToolOutput
    from .settings import RunSettings


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


def execute(execution: Execution, settings: RunSettings) -> Flow[tuple[ToolResult, ToolFinished]]:
    """Run a tool and its hooks; return its output and the event that it has finished.

    Args:
        execution: The tool call.
        settings: The settings of the run.

    Raises:
        Exception: That of a hook; that of the tool, if `tool_errors` is "raise".
    """
    call = execution.started.tool_call
    began = time.monotonic()
    error: BaseException | None = None
    value = yield from run_hook(settings.hooks.before_tool, execution.started)
    if value is None:
        outcome = yield from _invoke(execution, settings)
        if isinstance(outcome, _Raised):
            error = outcome.error
        else:
            value = outcome.value
    if error is not None:
        output = describe_failure(error, execution, raises=settings.tool_errors == "raise")
    else:
        output, error = _write(value, execution)
    output = add_note(output, execution.note)
    seconds = time.monotonic() - began
    finished = ToolFinished(call, output, error, seconds, execution.started.turn)
    yield from run_hook(settings.hooks.after_tool, finished)
    described = None if error is None else f"{type(error).__name__}: {error}"
    return ToolResult(str(call.id), call.name, output, described, seconds), finished


def _invoke(execution: Execution, settings: RunSettings) -> Flow[_Returned | _Raised]:
    """Run the function of a tool within its limit."""
    tool, arguments = execution.tool, (execution.started.arguments, execution.context)
    limit: float | None = tool.timeout
    try:
        if not settings.is_async:
            run = _make_sync(tool.call, arguments)
            return (yield from do(CallFunction(run if limit is None else make_limited(run, limit))))
        from .._flow.deadlines import Deadlines
        from ..timeouts import TimeoutOptions

        # Deadlines without a limit, too: a cancelled run does not wait for the thread of a tool.
        deadlines = Deadlines(TimeoutOptions(total=limit), time.monotonic())
        run = _make_async(tool.call, arguments) if tool.is_async else _make_sync(tool.call, arguments)
        outcome = yield from do(CallFunction[Any](run, (), deadlines))
        if isinstance(outcome, _Returned) and inspect.isawaitable(outcome.value):  # of a sync function
            outcome = yield from do(CallFunction[Any](_make_async(_identity, (outcome.value,)), (), deadlines))
    except (TimedOutError, TimeoutError):
        seconds = 0.0 if limit is None else limit
        return _Raised(TimeoutError(f"it did not finish within {seconds:g} s"))
    result: _Returned | _Raised = outcome
    return result


def _identity(value: Any) -> Any:
    return value


def _make_sync(function: Callable[..., Any], arguments: tuple[Any, ...]) -> Callable[[], _Returned | _Raised]:
    """Return a function that returns the result or the error of another one; so only a limit raises TimeoutError."""

    def run() -> _Returned | _Raised:
        try:
            return _Returned(function(*arguments))
        except Exception as error:  # noqa: BLE001 - reported to the model, or raised by the loop
            return _Raised(error)

    return run


def _make_async(function: Callable[..., Any], arguments: tuple[Any, ...]) -> Callable[[], Any]:
    """Return the async twin of what `_make_sync` returns."""

    async def run() -> _Returned | _Raised:
        try:
            return _Returned(await function(*arguments))
        except Exception as error:  # noqa: BLE001 - see above
            return _Raised(error)

    return run


def describe_failure(error: BaseException, execution: Execution, *, raises: bool) -> ToolOutput:
    """Return what the model receives for an exception of a tool: its type and text, without a traceback.

    Args:
        error: The exception.
        execution: The tool call.
        raises: True to raise it instead, unless the tool has raised a `ToolError`, which is meant for the model.

    Raises:
        BaseException: The exception, with a note that names the tool call.
    """
    from ..tools import ToolError

    call = execution.started.tool_call
    if isinstance(error, ToolError):
        return str(error)
    if raises:
        error.add_note(f"raised by the tool {call.name!r}, tool call {call.id!r}, turn {execution.started.turn}")
        raise error
    text = str(error)
    return f"Error: {call.name} failed: {type(error).__name__}{': ' if text else ''}{text}"


def _write(value: Any, execution: Execution) -> tuple[ToolOutput, BaseException | None]:
    """Return what a tool returned as what the model receives, and the error if JSON cannot represent it."""
    from ..tools import build_output

    try:
        return build_output(value), None
    except (TypeError, ValueError) as error:
        if inspect.iscoroutine(value):
            value.close()
            raise ConfigurationError(
                f"the tool {execution.started.tool_call.name!r} returned a coroutine: use an async client"
            ) from None
        return f"Error: the output of {execution.started.tool_call.name} cannot be sent: {error}", error


def add_note(output: ToolOutput, note: str) -> ToolOutput:
    """Return an output with a sentence at its end; unchanged if the note is ""."""
    if not note:
        return output
    return f"{output}\n\n{note}" if isinstance(output, str) else [*output, {"type": "text", "text": note}]
