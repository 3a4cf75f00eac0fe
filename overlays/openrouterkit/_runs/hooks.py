"""Functions that run before and after each turn and each tool of a run."""

from __future__ import annotations

import inspect
from typing import TYPE_CHECKING, Any

from attrs import frozen

from ..errors import ConfigurationError
from ..flow import CallFunction, Flow, do

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping

    from .records import RunProgress, Turn
    from .run_events import ToolFinished, ToolStarted


@frozen
class RunHooks:
    """Functions that run before and after each turn and each tool; sync, or async in an async client.

        def log(event: ToolFinished) -> None:
            print(event.tool_call.name, event.seconds)

        client.chat.run(..., hooks=RunHooks(after_tool=log))

    An exception of a hook ends the run, and reaches the caller. Hooks of tools run at once with the tools, in several
    threads or tasks. In an async client, a sync hook runs in a worker thread.

    Attributes:
        before_turn: Receives the `RunProgress`. It may return parameters that replace those of this turn's request,
            such as `{"model": "a/large"}` or shorter `messages`; the conversation of the run is not changed by them.
        after_turn: Receives the `Turn`.
        before_tool: Receives a `ToolStarted`. It may return an output for the model; then the tool does not run.
        after_tool: Receives a `ToolFinished`.
    """

    before_turn: Callable[[RunProgress[Any]], Mapping[str, Any] | Awaitable[Mapping[str, Any] | None] | None] | None = (
        None
    )
    after_turn: Callable[[Turn[Any]], object] | None = None
    before_tool: Callable[[ToolStarted], object] | None = None
    after_tool: Callable[[ToolFinished], object] | None = None

    def check_sync(self) -> None:
        """Raise ConfigurationError if a hook is async; for sync clients."""
        for name in ("before_turn", "after_turn", "before_tool", "after_tool"):
            hook = getattr(self, name)
            if inspect.iscoroutinefunction(hook) or inspect.iscoroutinefunction(getattr(hook, "__call__", None)):  # noqa: B004 - of its class
                raise ConfigurationError(f"the hook {name} is async: use an async client, or pass a sync function")


def run_hook(hook: Callable[..., Any] | None, argument: Any) -> Flow[Any]:
    """Return what a hook returns; None if there is no hook."""
    if hook is None:
        return None
    return (yield from do(CallFunction(hook, (argument,))))
