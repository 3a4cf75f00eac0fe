"""The tool loop as methods of chat namespaces: `run`, `run_stream` and `resume`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from openrouterkit_runtime.unset import UNSET

from .flows import ChatFlows

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from .._runs.conditions import Condition
    from .._runs.hooks import RunHooks
    from .._runs.results import Run
    from .._runs.run_streams import AsyncRunStream, RunStream
    from .._runs.settings import ToolErrors
    from .senders import AsyncSends, Sends

__all__ = ["AsyncRunMethods", "RunMethods"]

R = TypeVar("R")


class RunMethods(ChatFlows):
    """The tool loop of a sync client."""

    def run(
        self: Sends[R],
        *,
        messages: Iterable[Any],
        model: str = UNSET,
        tools: Sequence[Any] = (),
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
    ) -> Run[R]:
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
    ) -> RunStream[R]:
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

    def resume(
        self: Sends[R],
        run: Run[Any],
        *,
        approve: bool | str | Iterable[str] | Mapping[str, Mapping[str, Any] | None] = (),
        deny: bool | str | Iterable[str] | Mapping[str, str | None] = (),
        answers: Mapping[str, Any] | None = None,
        tools: Sequence[Any] = (),
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
    ) -> Run[R]:
        """Continue a run that is paused, or that a limit or an error has stopped; return the run.

            run = client.chat.run(model="openai/gpt-4o-mini", messages=messages, tools=[delete_file])
            if run.is_paused:
                run = client.chat.resume(run, tools=[delete_file], approve=True)

        The run may be one of another process, from `Run.from_json`. Calls without a decision stay pending. The model
        and the other parameters are those of the run; tools, conditions and hooks are passed again.

        Args:
            run: The run.
            approve: The ids of the calls to run; True for all that wait for approval; a dict for ids with arguments
                that replace those of the model, or None.
            deny: The ids of the calls not to run; True for all that wait for approval; a dict for ids with the reason,
                which the model reads.
            answers: The ids of calls of tools without a function -> their outputs.
            tools: The tools.
            stop_when: The stop conditions, which count all turns of the run.
            max_steps: How many turns the run has at most; see `run`.
            max_seconds: How many seconds this part of the run may take.
            hooks: The hooks.
            context: The value for tools, hooks and conditions.
            concurrency: How many tools run at once.
            tool_errors: What happens to exceptions of tools.
            final_turn: Whether a last turn without tools follows a limit.
            repeat_limit: The count at which an equal tool call no longer runs.
            parameters: Parameters of `send` that replace those of the run.

        Raises:
            InvalidArgumentError: A decision fits no pending call, there is no decision, or the run has ended.
            ConfigurationError: A tool or a hook is async.
            SDKError: A call failed. Its attribute `run` is the run so far; `runs.find_run` finds that of any exception.
        """
        arguments = gather_arguments(locals())
        from .._runs.starts import continue_run

        loop, decisions = continue_run(self, arguments.pop("run"), arguments, is_async=False, is_stream=False)
        return self._get_client().run(loop.run(decisions))  # type: ignore[attr-defined, no-any-return]  # it is a ChatFlows

    def resume_stream(
        self: Sends[R],
        run: Run[Any],
        *,
        approve: bool | str | Iterable[str] | Mapping[str, Mapping[str, Any] | None] = (),
        deny: bool | str | Iterable[str] | Mapping[str, str | None] = (),
        answers: Mapping[str, Any] | None = None,
        tools: Sequence[Any] = (),
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
    ) -> RunStream[R]:
        """Return the rest of a run, whose events are read as they happen. See `RunMethods.resume`.

        Raises:
            InvalidArgumentError: A decision fits no pending call, there is no decision, or the run has ended.
            ConfigurationError: A tool or a hook is async.
        """
        arguments = gather_arguments(locals())
        from .._runs.run_streams import RunStream
        from .._runs.starts import continue_run

        chat: Any = self
        loop, decisions = continue_run(self, arguments.pop("run"), arguments, is_async=False, is_stream=True)
        return RunStream(chat._get_client(), loop, decisions)  # noqa: SLF001 - its own


class AsyncRunMethods(ChatFlows):
    """The tool loop of an async client. See `RunMethods`."""

    async def run(
        self: AsyncSends[R],
        *,
        messages: Iterable[Any],
        model: str = UNSET,
        tools: Sequence[Any] = (),
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
    ) -> Run[R]:
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
    ) -> AsyncRunStream[R]:
        """Return a run whose events are read as they happen. See `RunMethods.run`."""
        arguments = gather_arguments(locals())
        from .._runs.run_streams import AsyncRunStream
        from .._runs.starts import start_run

        chat: Any = self
        return AsyncRunStream(chat._get_client(), start_run(self, arguments, is_async=True, is_stream=True))  # noqa: SLF001 - its own

    async def resume(
        self: AsyncSends[R],
        run: Run[Any],
        *,
        approve: bool | str | Iterable[str] | Mapping[str, Mapping[str, Any] | None] = (),
        deny: bool | str | Iterable[str] | Mapping[str, str | None] = (),
        answers: Mapping[str, Any] | None = None,
        tools: Sequence[Any] = (),
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
    ) -> Run[R]:
        """Continue a run that is paused, or that a limit or an error has stopped. See `RunMethods.resume`."""
        arguments = gather_arguments(locals())
        from .._runs.starts import continue_run

        loop, decisions = continue_run(self, arguments.pop("run"), arguments, is_async=True, is_stream=False)
        return await self._get_client().run(loop.run(decisions))  # type: ignore[attr-defined, no-any-return]  # it is a ChatFlows

    def resume_stream(
        self: AsyncSends[R],
        run: Run[Any],
        *,
        approve: bool | str | Iterable[str] | Mapping[str, Mapping[str, Any] | None] = (),
        deny: bool | str | Iterable[str] | Mapping[str, str | None] = (),
        answers: Mapping[str, Any] | None = None,
        tools: Sequence[Any] = (),
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
    ) -> AsyncRunStream[R]:
        """Return the rest of a run, whose events are read as they happen. See `RunMethods.resume`."""
        arguments = gather_arguments(locals())
        from .._runs.run_streams import AsyncRunStream
        from .._runs.starts import continue_run

        chat: Any = self
        loop, decisions = continue_run(self, arguments.pop("run"), arguments, is_async=True, is_stream=True)
        return AsyncRunStream(chat._get_client(), loop, decisions)  # noqa: SLF001 - its own


def gather_arguments(arguments: dict[str, Any]) -> dict[str, Any]:
    """Return the local variables of a method as its keyword arguments."""
    given = {name: value for name, value in arguments.items() if name not in ("self", "parameters")}
    return {**given, **arguments["parameters"]}
