"""The continuation of runs as methods of chat namespaces: `resume` and `resume_stream`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from openrouterkit_runtime.unset import UNSET

from .flows import ChatFlows
from .run_methods import gather_arguments

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from typing_extensions import TypeVar

    from .._runs.conditions import Condition
    from .._runs.hooks import RunHooks
    from .._runs.results import Run
    from .._runs.run_streams import AsyncRunStream, RunStream
    from .._runs.settings import ToolErrors
    from .options import Approvals, Denials
    from .senders import AsyncSends, Sends

    R = TypeVar("R")
    T = TypeVar("T", default=None)

__all__ = ["AsyncResumeMethods", "ResumeMethods"]


class ResumeMethods(ChatFlows):
    """The continuation of runs, in sync code."""

    def resume(
        self: Sends[R],
        run: Run[Any, T],
        *,
        approve: Approvals = (),
        deny: Denials = (),
        answers: Mapping[str, Any] | None = None,
        tools: Sequence[Any] = UNSET,
        response_type: type[T] | None = None,
        stop_when: Condition | Sequence[Condition] | None = UNSET,
        max_steps: int | None = UNSET,
        max_seconds: float | None = UNSET,
        hooks: RunHooks | None = UNSET,
        context: Any | None = UNSET,
        concurrency: int = UNSET,
        tool_errors: ToolErrors = UNSET,
        final_turn: bool = UNSET,
        repeat_limit: int | None = UNSET,
        **parameters: Any,
    ) -> Run[R, T]:
        """Continue a run that is paused, or that a limit or an error has stopped; return the run.

            run = client.chat.run(model="openai/gpt-4o-mini", messages=messages, tools=[delete_file])
            if run.is_paused:
                run = client.chat.resume(run, approve=True)

        Calls without a decision stay pending. The parameters of the run apply, and its tools, hooks, `context` and
        other settings, unless others are passed. A run that a condition has stopped goes on without its `stop_when` and
        `max_steps`. The run may be one of another process, from `Run.from_json`: JSON contains no code and no keys, so
        pass settings, `timeout`, `options`, `extra_headers`, `extra_query` and `response_type` again.

        Args:
            run: The run.
            approve: The calls to run: a pending call or its id, or several; True for all that wait for approval; a dict
                of ids with arguments that replace those of the model, or True.
            deny: The calls not to run, likewise; the values of a dict are the reasons, which the model reads.
            answers: The ids of calls of tools without a function -> their outputs.
            tools: The tools. Defaults to those of the run, as all settings.
            response_type: The type of the answer; see `run`. Defaults to that of the run.
            stop_when: The stop conditions, which count all turns of the run. They and `max_steps` replace those of the
                run together.
            max_steps: How many turns the run has at most; see `run`.
            max_seconds: How many seconds this part of the run may take.
            hooks: The hooks.
            context: The value for tools, hooks and conditions.
            concurrency: How many tools run at once.
            tool_errors: What happens to exceptions of tools.
            final_turn: Whether a last turn without tools follows a limit.
            repeat_limit: The count at which an equal tool call no longer runs.
            parameters: Parameters of `send` that replace those of the run, such as `timeout`.

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
        run: Run[Any, T],
        *,
        approve: Approvals = (),
        deny: Denials = (),
        answers: Mapping[str, Any] | None = None,
        tools: Sequence[Any] = UNSET,
        response_type: type[T] | None = None,
        stop_when: Condition | Sequence[Condition] | None = UNSET,
        max_steps: int | None = UNSET,
        max_seconds: float | None = UNSET,
        hooks: RunHooks | None = UNSET,
        context: Any | None = UNSET,
        concurrency: int = UNSET,
        tool_errors: ToolErrors = UNSET,
        final_turn: bool = UNSET,
        repeat_limit: int | None = UNSET,
        **parameters: Any,
    ) -> RunStream[R, T]:
        """Return the rest of a run, whose events are read as they happen. See `ResumeMethods.resume`.

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


class AsyncResumeMethods(ChatFlows):
    """The continuation of runs, in async code. See `ResumeMethods`."""

    async def resume(
        self: AsyncSends[R],
        run: Run[Any, T],
        *,
        approve: Approvals = (),
        deny: Denials = (),
        answers: Mapping[str, Any] | None = None,
        tools: Sequence[Any] = UNSET,
        response_type: type[T] | None = None,
        stop_when: Condition | Sequence[Condition] | None = UNSET,
        max_steps: int | None = UNSET,
        max_seconds: float | None = UNSET,
        hooks: RunHooks | None = UNSET,
        context: Any | None = UNSET,
        concurrency: int = UNSET,
        tool_errors: ToolErrors = UNSET,
        final_turn: bool = UNSET,
        repeat_limit: int | None = UNSET,
        **parameters: Any,
    ) -> Run[R, T]:
        """Continue a run that is paused, or that a limit or an error has stopped. See `ResumeMethods.resume`."""
        arguments = gather_arguments(locals())
        from .._runs.starts import continue_run

        loop, decisions = continue_run(self, arguments.pop("run"), arguments, is_async=True, is_stream=False)
        return await self._get_client().run(loop.run(decisions))  # type: ignore[attr-defined, no-any-return]  # it is a ChatFlows

    def resume_stream(
        self: AsyncSends[R],
        run: Run[Any, T],
        *,
        approve: Approvals = (),
        deny: Denials = (),
        answers: Mapping[str, Any] | None = None,
        tools: Sequence[Any] = UNSET,
        response_type: type[T] | None = None,
        stop_when: Condition | Sequence[Condition] | None = UNSET,
        max_steps: int | None = UNSET,
        max_seconds: float | None = UNSET,
        hooks: RunHooks | None = UNSET,
        context: Any | None = UNSET,
        concurrency: int = UNSET,
        tool_errors: ToolErrors = UNSET,
        final_turn: bool = UNSET,
        repeat_limit: int | None = UNSET,
        **parameters: Any,
    ) -> AsyncRunStream[R, T]:
        """Return the rest of a run, whose events are read as they happen. See `ResumeMethods.resume`."""
        arguments = gather_arguments(locals())
        from .._runs.run_streams import AsyncRunStream
        from .._runs.starts import continue_run

        chat: Any = self
        loop, decisions = continue_run(self, arguments.pop("run"), arguments, is_async=True, is_stream=True)
        return AsyncRunStream(chat._get_client(), loop, decisions)  # noqa: SLF001 - its own
