"""The tool loop: `chat.run`, `chat.run_stream` and `chat.resume`, and what they accept and return.

    run = client.chat.run(
        model="openai/gpt-4o-mini",
        messages=[user("Is it warm in Rome?")],
        tools=[weather],
        stop_when=[max_cost(0.05), tool_called("save_note")],
        max_steps=5,
        max_seconds=60,
    )
    print(run.text, run.cost, run.stopped_by)

A run sends the conversation, runs the tools that the model calls, sends their outputs, and so on, until the model
answers without a tool call or a condition stops it.

    Run, Turn, ToolResult                   the result of a run
    find_run                                the run so far of an exception that has ended it
    PendingCall, RepeatedCall               its tool calls that wait for a decision, and those that were repeated
    max_steps, max_tokens, max_cost,
    tool_called, finish_reason_is           stop conditions
    Condition, StopCondition, RunProgress   to write further ones
    RunHooks                                functions before and after each turn and each tool
    RunStream, AsyncRunStream               runs whose events are read as they happen; see `openrouterkit.events`
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .._runs.calls.beginnings import NotRunError as NotRunError
    from .._runs.conditions import Condition as Condition
    from .._runs.conditions import StopCondition as StopCondition
    from .._runs.conditions import finish_reason_is as finish_reason_is
    from .._runs.conditions import max_cost as max_cost
    from .._runs.conditions import max_steps as max_steps
    from .._runs.conditions import max_tokens as max_tokens
    from .._runs.conditions import tool_called as tool_called
    from .._runs.failed_runs import find_run as find_run
    from .._runs.hooks import RunHooks as RunHooks
    from .._runs.records import PendingCall as PendingCall
    from .._runs.records import RepeatedCall as RepeatedCall
    from .._runs.records import RunProgress as RunProgress
    from .._runs.records import ToolResult as ToolResult
    from .._runs.records import Turn as Turn
    from .._runs.results import Run as Run
    from .._runs.run_streams import AsyncRunStream as AsyncRunStream
    from .._runs.run_streams import RunStream as RunStream

# The modules of the names that are imported on first use.
_HOMES = {
    "AsyncRunStream": "run_streams",
    "Condition": "conditions",
    "NotRunError": "calls.beginnings",
    "PendingCall": "records",
    "RepeatedCall": "records",
    "Run": "results",
    "RunHooks": "hooks",
    "RunProgress": "records",
    "RunStream": "run_streams",
    "StopCondition": "conditions",
    "ToolResult": "records",
    "Turn": "records",
    "find_run": "failed_runs",
    "finish_reason_is": "conditions",
    "max_cost": "conditions",
    "max_steps": "conditions",
    "max_tokens": "conditions",
    "tool_called": "conditions",
}

__all__ = [
    "AsyncRunStream",
    "Condition",
    "NotRunError",
    "PendingCall",
    "RepeatedCall",
    "Run",
    "RunHooks",
    "RunProgress",
    "RunStream",
    "StopCondition",
    "ToolResult",
    "Turn",
    "find_run",
    "finish_reason_is",
    "max_cost",
    "max_steps",
    "max_tokens",
    "tool_called",
]


if not TYPE_CHECKING:  # hidden, or type checkers would accept every name

    def __getattr__(name: str) -> Any:
        """Import a public name from its module on first use."""
        if name not in _HOMES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        value = getattr(import_module(f".._runs.{_HOMES[name]}", __name__), name)
        globals()[name] = value
        return value


def __dir__() -> list[str]:
    """Return the public names, whether or not they are imported yet."""
    return __all__
