"""The tool loop as methods of chat namespaces: `run` and `run_stream`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from openrouterkit_runtime.unset import UNSET

from .flows import ChatFlows

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from typing_extensions import TypeVar

    from .._runs.conditions import Condition
    from .._runs.hooks import RunHooks
    from .._runs.results import Run
    from .._runs.run_streams import AsyncRunStream, RunStream
    from .._runs.settings import ToolErrors
    from .senders import AsyncSends, Sends

    R = TypeVar("R")
    T = TypeVar("T", default=None)

__all__ = ["AsyncRunMethods", "RunMethods"]


class RunMethods(ChatFlows):
    """The tool loop of a sync client."""

    def run(
        self: Sends[R],
        *,
        messages: Iterable[Any],
        model: str = UNSET,
        tools: Sequence[Any] = (),
        response_type: type[T] | None = None,
        stop_when: Condition | Sequence[Condition] | None = None,
        max_steps: int | None = UNSET,
        max_seconds: float | None = None,
        hooks: RunHooks | None = None,
        context: Any | None = None,
        concurrency: int = 8,
        tool_errors: ToolErrors = "report",
        final_turn: bool = True,
        repeat_limit: int | None = 5,
        **parameters: Any,
    ) -> Run[R, T]:
        """Send a conversation, run the tools that the model calls, and so on, until it has answered; return the run.

            @function_tool
            def weather(city: str) -> str:
                \"\"\"Return the weather of a city.\"\"\"
                return f"Sunny in {city}"

            run = client.chat.run(model="openai/gpt-4o-mini", messages=[user("Weather in Rome?")], tools=[weather])
            print(run.text, run.cost)

        The tools of one answer run at once. What they raise, broken arguments and unknown names are reported to the
        model. The run pauses at calls that need approval, or that are answered by hand: see `resume`.

        Args:
            messages: The conversation.
            model: The model.
            tools: Functions, `function_tool(...)`, `Tool(...)`, tools of MCP servers, and server tools.
            response_type: The type of the answer, which `run.value` then has; see `chat.parse`. The format
                "json_schema" of the type is requested in every turn. An answer that does not fit is sent back to the
                model once. Type checkers infer `value` for classes and types such as `list[int]`.
            stop_when: Conditions, of which one is enough; see `openrouterkit.runs`.
            max_steps: How many turns there are at most, whatever the other conditions; None for no limit. Defaults to
                10, or to the `max_steps(...)` in `stop_when`.
            max_seconds: How many seconds the run may take, None for no limit. When they are over, a request and tools
                that run are ended, the model reads that a tool has not finished, and the run stops without a last turn.
            hooks: Functions that run before and after each turn and each tool.
            context: Any value, for tools with a `ToolContext`, hooks and conditions.
            concurrency: How many tools run at once.
            tool_errors: "report" to report exceptions of tools to the model; "raise" to raise them, except `ToolError`.
            final_turn: Whether the model answers once more, without tools, when a limit stops the run.
            repeat_limit: A call that the model makes for the nth time with the same arguments, without a new one in
                between, no longer runs, and stops the run; two times before, the model is warned. None for no limit.
            parameters: Further parameters of `send`. A `tool_choice` that forces a call applies to the first turn.

        Raises:
            InvalidArgumentError: An argument is invalid.
            ConfigurationError: A tool or a hook is async.
            ParseError: The answer does not have the type, also after the correction, was cut off or refused.
            SDKError: A call failed. Its attribute `run` is the run so far, which can be resumed; `runs.find_run` finds
                that of any exception.
        """
        arguments = gather_arguments(locals())
        from .._runs.starts import start_run

        loop = start_run(self, arguments, is_async=False, is_stream=False)
        return self._get_client().run(loop.run())  # type: ignore[attr-defined, no-any-return]  # it is a ChatFlows

    def run_stream(
        self: Sends[R],
        *,
        messages: Iterable[Any],
        model: str = UNSET,
        tools: Sequence[Any] = (),
        response_type: type[T] | None = None,
        stop_when: Condition | Sequence[Condition] | None = None,
        max_steps: int | None = UNSET,
        max_seconds: float | None = None,
        hooks: RunHooks | None = None,
        context: Any | None = None,
        concurrency: int = 8,
        tool_errors: ToolErrors = "report",
        final_turn: bool = True,
        repeat_limit: int | None = 5,
        **parameters: Any,
    ) -> RunStream[R, T]:
        """Return a run whose events are read as they happen; the answers are streams. See `RunMethods.run`.

        Raises:
            InvalidArgumentError: An argument is invalid.
            ConfigurationError: A tool or a hook is async.
        """
        arguments = gather_arguments(locals())
        from .._runs.run_streams import RunStream
        from .._runs.starts import start_run

        chat: Any = self
        return RunStream(chat._get_client(), start_run(self, arguments, is_async=False, is_stream=True))  # noqa: SLF001 - its own


class AsyncRunMethods(ChatFlows):
    """The tool loop of an async client. See `RunMethods`."""

    async def run(
        self: AsyncSends[R],
        *,
        messages: Iterable[Any],
        model: str = UNSET,
        tools: Sequence[Any] = (),
        response_type: type[T] | None = None,
        stop_when: Condition | Sequence[Condition] | None = None,
        max_steps: int | None = UNSET,
        max_seconds: float | None = None,
        hooks: RunHooks | None = None,
        context: Any | None = None,
        concurrency: int = 8,
        tool_errors: ToolErrors = "report",
        final_turn: bool = True,
        repeat_limit: int | None = 5,
        **parameters: Any,
    ) -> Run[R, T]:
        """Send a conversation, run the tools that the model calls, until it has answered. See `RunMethods.run`."""
        arguments = gather_arguments(locals())
        from .._runs.starts import start_run

        loop = start_run(self, arguments, is_async=True, is_stream=False)
        return await self._get_client().run(loop.run())  # type: ignore[attr-defined, no-any-return]  # it is a ChatFlows

    def run_stream(
        self: AsyncSends[R],
        *,
        messages: Iterable[Any],
        model: str = UNSET,
        tools: Sequence[Any] = (),
        response_type: type[T] | None = None,
        stop_when: Condition | Sequence[Condition] | None = None,
        max_steps: int | None = UNSET,
        max_seconds: float | None = None,
        hooks: RunHooks | None = None,
        context: Any | None = None,
        concurrency: int = 8,
        tool_errors: ToolErrors = "report",
        final_turn: bool = True,
        repeat_limit: int | None = 5,
        **parameters: Any,
    ) -> AsyncRunStream[R, T]:
        """Return a run whose events are read as they happen. See `RunMethods.run`."""
        arguments = gather_arguments(locals())
        from .._runs.run_streams import AsyncRunStream
        from .._runs.starts import start_run

        chat: Any = self
        return AsyncRunStream(chat._get_client(), start_run(self, arguments, is_async=True, is_stream=True))  # noqa: SLF001 - its own


def gather_arguments(arguments: dict[str, Any]) -> dict[str, Any]:
    """Return the local variables of a method as its keyword arguments."""
    given = {name: value for name, value in arguments.items() if name not in ("self", "parameters")}
    return {**given, **arguments["parameters"]}
