"""Runs of a conversation: `run`, `run_stream`, `resume` and `resume_stream`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Generic, TypeVar, overload

from .._runs.starts import continue_run, start_run
from .copies import Copies
from .run_streams import AsyncRecordedRunStream, RecordedRunStream, read_settings

if TYPE_CHECKING:
    from collections.abc import Awaitable, Mapping
    from typing import ParamSpec

    from typing_extensions import TypeVar as TypeVarWithDefault

    from .._runs.results import Run
    from .._runs.run_streams import AsyncRunStream, RunStream
    from .chat_types import Resumes, Runs

    R = TypeVar("R")
    T = TypeVar("T")
    V = TypeVarWithDefault("V", default=None)
    P = ParamSpec("P")

__all__ = ["AsyncRunMethods", "RunMethods"]

ChatT_co = TypeVar("ChatT_co", covariant=True)


class RunMethods(Copies, Generic[ChatT_co]):
    """Runs in sync code."""

    __slots__ = ()
    _is_async: ClassVar = False

    def run(
        self: RunMethods[Runs[P, R]],
        message: Any = None,
        /,
        response_type: type[V] | None = None,
        *further: P.args,
        **parameters: P.kwargs,
    ) -> Run[R, V]:
        """Send a message, run the tools that the model calls until it has answered, and return the run; see `chat.run`.

        All answers and results become part of the conversation. If the run pauses, continue it with `resume`.

        Args:
            message: The message; see `send`.
            response_type: The type of the answer, which `run.value` then has, in place of the `response_format` of the
                conversation.
            further: Nothing.
            parameters: Further arguments of `chat.run`, such as `stop_when`, and parameters of the requests.

        Raises:
            InvalidArgumentError: An argument is invalid.
            TypeError: A parameter is unknown.
            ConfigurationError: A tool or a hook is async, or a request of the conversation is in progress.
            ParseError: The answer does not have the type. It is in the conversation, with the correction.
            SDKError: A call failed. The conversation contains the answers before it, with the outputs of the tools;
                `resume` continues the run, and another message goes on without it.
        """
        given = _add_type(parameters, response_type)
        with self._build_exchange("run", message, further, given) as exchange:
            run: Run[R, V] = self._chat.run(**exchange.request)
            exchange.complete_run(run)
        return run

    def run_stream(
        self: RunMethods[Runs[P, R]],
        message: Any = None,
        /,
        response_type: type[V] | None = None,
        *further: P.args,
        **parameters: P.kwargs,
    ) -> RunStream[R, V]:
        """Return a run whose events are read as they happen; see `run` and `chat.run_stream`.

        Args:
            message: The message; see `send`.
            response_type: The type of the answer; see `run`.
            further: Nothing.
            parameters: Further arguments of `chat.run_stream`.

        Raises:
            InvalidArgumentError: An argument is invalid.
            TypeError: A parameter is unknown.
            ConfigurationError: A tool or a hook is async.
        """
        exchange = self._build_exchange("run_stream", message, further, _add_type(parameters, response_type))
        loop = start_run(self._chat, read_settings(exchange.request), is_async=False, is_stream=True)
        return RecordedRunStream(self._chat._get_client(), loop, None, exchange)  # noqa: SLF001 - of this package

    @overload
    def resume(
        self: RunMethods[Resumes[P, R]], response_type: type[T], *further: P.args, **parameters: P.kwargs
    ) -> Run[R, T]: ...
    @overload
    def resume(
        self: RunMethods[Resumes[P, R]], response_type: None = None, *further: P.args, **parameters: P.kwargs
    ) -> Run[R]: ...
    def resume(self, response_type: Any = None, *further: Any, **parameters: Any) -> Any:
        """Continue `open_run`, and return it; see `chat.resume`.

            run = conversation.run("Delete the old files.")
            if run.is_paused:
                run = conversation.resume(approve=True)

        Args:
            response_type: The type of the answer. Defaults to that of the run; a conversation that was saved has none.
            further: Nothing.
            parameters: The decisions `approve`, `deny` and `answers`, and further arguments of `chat.resume`.

        Raises:
            InvalidArgumentError: No run is open, or a decision fits no pending call.
            TypeError: A parameter is unknown.
            SDKError: A call failed; see `run`.
        """
        exchange, run, arguments = self._build_resumption(further, _add_type(parameters, response_type))
        with exchange:
            resumed = self._chat.resume(run, **arguments)
            exchange.complete_run(resumed)
        return resumed

    @overload
    def resume_stream(
        self: RunMethods[Resumes[P, R]], response_type: type[T], *further: P.args, **parameters: P.kwargs
    ) -> RunStream[R, T]: ...
    @overload
    def resume_stream(
        self: RunMethods[Resumes[P, R]], response_type: None = None, *further: P.args, **parameters: P.kwargs
    ) -> RunStream[R]: ...
    def resume_stream(self, response_type: Any = None, *further: Any, **parameters: Any) -> Any:
        """Return the rest of `open_run`, whose events are read as they happen; see `resume`.

        Args:
            response_type: The type of the answer; see `resume`.
            further: Nothing.
            parameters: The decisions, and further arguments of `chat.resume_stream`.

        Raises:
            InvalidArgumentError: No run is open, or a decision fits no pending call.
            TypeError: A parameter is unknown.
        """
        exchange, run, arguments = self._build_resumption(further, _add_type(parameters, response_type))
        given = read_settings(arguments, resume=True)
        loop, decisions = continue_run(self._chat, run, given, is_async=False, is_stream=True)
        return RecordedRunStream(self._chat._get_client(), loop, decisions, exchange)  # noqa: SLF001 - of this package


class AsyncRunMethods(Copies, Generic[ChatT_co]):
    """Runs in async code."""

    __slots__ = ()
    _is_async: ClassVar = True

    async def run(
        self: AsyncRunMethods[Runs[P, Awaitable[R]]],
        message: Any = None,
        /,
        response_type: type[V] | None = None,
        *further: P.args,
        **parameters: P.kwargs,
    ) -> Run[R, V]:
        """Send a message, and run the tools that the model calls until it has answered. See `Conversation.run`."""
        given = _add_type(parameters, response_type)
        with self._build_exchange("run", message, further, given) as exchange:
            run: Run[R, V] = await self._chat.run(**exchange.request)
            exchange.complete_run(run)
        return run

    def run_stream(
        self: AsyncRunMethods[Runs[P, Awaitable[R]]],
        message: Any = None,
        /,
        response_type: type[V] | None = None,
        *further: P.args,
        **parameters: P.kwargs,
    ) -> AsyncRunStream[R, V]:
        """Return a run whose events are read as they happen. See `Conversation.run_stream`."""
        exchange = self._build_exchange("run_stream", message, further, _add_type(parameters, response_type))
        loop = start_run(self._chat, read_settings(exchange.request), is_async=True, is_stream=True)
        return AsyncRecordedRunStream(self._chat._get_client(), loop, None, exchange)  # noqa: SLF001 - of this package

    @overload
    async def resume(
        self: AsyncRunMethods[Resumes[P, Awaitable[R]]],
        response_type: type[T],
        *further: P.args,
        **parameters: P.kwargs,
    ) -> Run[R, T]: ...
    @overload
    async def resume(
        self: AsyncRunMethods[Resumes[P, Awaitable[R]]],
        response_type: None = None,
        *further: P.args,
        **parameters: P.kwargs,
    ) -> Run[R]: ...
    async def resume(self, response_type: Any = None, *further: Any, **parameters: Any) -> Any:
        """Continue `open_run`, and return it. See `Conversation.resume`."""
        exchange, run, arguments = self._build_resumption(further, _add_type(parameters, response_type))
        with exchange:
            resumed = await self._chat.resume(run, **arguments)
            exchange.complete_run(resumed)
        return resumed

    @overload
    def resume_stream(
        self: AsyncRunMethods[Resumes[P, Awaitable[R]]],
        response_type: type[T],
        *further: P.args,
        **parameters: P.kwargs,
    ) -> AsyncRunStream[R, T]: ...
    @overload
    def resume_stream(
        self: AsyncRunMethods[Resumes[P, Awaitable[R]]],
        response_type: None = None,
        *further: P.args,
        **parameters: P.kwargs,
    ) -> AsyncRunStream[R]: ...
    def resume_stream(self, response_type: Any = None, *further: Any, **parameters: Any) -> Any:
        """Return the rest of `open_run`, whose events are read as they happen. See `Conversation.resume_stream`."""
        exchange, run, arguments = self._build_resumption(further, _add_type(parameters, response_type))
        given = read_settings(arguments, resume=True)
        loop, decisions = continue_run(self._chat, run, given, is_async=True, is_stream=True)
        return AsyncRecordedRunStream(self._chat._get_client(), loop, decisions, exchange)  # noqa: SLF001 - of this package


def _add_type(parameters: Mapping[str, Any], response_type: Any) -> Mapping[str, Any]:
    return parameters if response_type is None else {**parameters, "response_type": response_type}
