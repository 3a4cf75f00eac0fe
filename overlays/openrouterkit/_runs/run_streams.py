"""Runs whose events are read as they happen: `RunStream` and `AsyncRunStream`."""

from __future__ import annotations

import threading
from collections import deque
from typing import TYPE_CHECKING, Any, Final, Generic, Self, cast

from .._results.type_defaults import TypeDefaults
from .._streaming.stream_events import TextDelta
from ..errors import ConfigurationError, IncompleteStreamError
from .loop import Emit

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

    from anyio import CancelScope
    from typing_extensions import TypeVar

    from ..flow import Effect, Flow
    from ..results import ChatCompletion
    from .decisions import Decisions
    from .loop import Loop
    from .results import Run
    from .run_events import RunEvent

    R_co = TypeVar("R_co", covariant=True, default=ChatCompletion)
    T_co = TypeVar("T_co", covariant=True, default=Any)
else:
    from typing import TypeVar

    R_co = TypeVar("R_co", covariant=True)
    T_co = TypeVar("T_co", covariant=True)

_CLOSED: Final = "the run was closed before its end; `error.run` is the run so far"


class RunSteps:
    """A run, step by step: everything except the driver.

    Args:
        loop: The run.
        decisions: The decisions about the pending calls of a run that is resumed.
    """

    def __init__(self, loop: Loop, decisions: Decisions | None) -> None:
        self._loop = loop
        self._flow = loop.run(decisions)
        self._ready: deque[RunEvent] = deque()
        self._effect: Effect[Any] | None = None  # the next effect, while the reader takes events
        self._reading = threading.Lock()
        self._run: Run[Any] | None = None
        self._failure: BaseException | None = None

    def _advance(self) -> Flow[bool]:
        """Run until there are events; return False at the end."""
        if self._failure is not None:
            raise self._failure
        if self._run is not None:
            return False
        # Waiting for the lock would block the event loop.
        if not self._reading.acquire(blocking=False):
            raise ConfigurationError("two threads or tasks read one run; read it in one of them")
        try:
            yield from self._step()
        except GeneratorExit:
            raise
        except Exception as error:
            self._failure = error
            raise
        except BaseException as error:
            self._failure = IncompleteStreamError(f"the run was interrupted by {type(error).__name__}")
            self._failure.run = self._loop.build_run("closed")
            raise
        finally:
            self._reading.release()
        return bool(self._ready)

    def _step(self) -> Flow[None]:
        """Perform effects until there are events, and take all events that need no further effect."""
        try:
            effect = self._effect if self._effect is not None else next(self._flow)
            self._effect = None
            while True:
                if isinstance(effect, Emit):
                    self._ready.append(effect.event)
                    effect = self._flow.send(None)
                elif self._loop.is_closed:
                    effect = self._flow.throw(self._build_closed_error())
                elif self._ready:
                    self._effect = effect
                    return
                else:
                    effect = yield from self._perform(effect)
        except StopIteration as stop:
            self._run = stop.value

    def _perform(self, effect: Effect[Any]) -> Flow[Effect[Any]]:
        """Perform an effect of the run; return the next one."""
        try:
            result = yield effect
        except GeneratorExit:
            raise
        except BaseException as error:  # noqa: BLE001 - the run handles or re-raises it
            return self._flow.throw(error)
        return self._flow.send(result)

    def _end_early(self) -> Flow[None]:
        """Close the run: end its stream, and start nothing further."""
        self._loop.is_closed = True
        if self._run is not None or self._failure is not None:
            return
        stream = self._loop.stream
        if not self._reading.acquire(blocking=False):  # another thread or task reads the run, and is woken up
            if stream is not None:
                yield from stream.close()
            return
        try:
            effect = self._flow.throw(self._build_closed_error())
            while True:  # what closing the stream needs
                effect = yield from self._perform(effect)
        except StopIteration as stop:
            self._run = stop.value
        except IncompleteStreamError as error:
            self._failure = error
            error.run = error.run or self._loop.build_run("closed")
        finally:
            self._effect = None
            self._ready.clear()
            self._reading.release()

    def _build_closed_error(self) -> IncompleteStreamError:
        return IncompleteStreamError(_CLOSED)

    def _get_run(self) -> Run[Any]:
        if self._run is not None and not self._ready:
            return self._run
        if self._failure is not None:
            raise self._failure
        raise IncompleteStreamError("the run was not read to its end; read the rest with read_all()")


class RunStream(RunSteps, TypeDefaults, Generic[R_co, T_co]):
    """A context manager and iterator over the events of a run, as they happen; see `openrouterkit.events`.

        with client.chat.run_stream(model="openai/gpt-4o-mini", messages=messages, tools=[weather]) as events:
            for event in events:
                match event:
                    case TextDelta(text=text):
                        print(text, end="")
                    case ToolFinished(tool_call=call, output=output):
                        print(call.name, "->", output)
        print(events.run().cost)

    The first request is sent when the first event is read, and the run goes on only while events are read. Leaving the
    `with` block, or `close()`, ends the run. Reading an event raises the errors of the calls, whose attribute `run` is
    the run so far.

    Args:
        client: The client.
        loop: The run.
        decisions: The decisions about the pending calls of a run that is resumed.
    """

    def __init__(self, client: Any, loop: Loop, decisions: Decisions | None = None) -> None:
        super().__init__(loop, decisions)
        self._client = client

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> RunEvent:
        if not self._ready and not self._client.run(self._advance()):
            raise StopIteration
        return self._ready.popleft()

    def events(self) -> Self:
        """Return the stream itself, which is the iterator over its events, as chat streams have it."""
        return self

    def texts(self) -> Iterator[str]:
        """Return an iterator over the texts of the answers, never "", which reads the run."""
        return (event.text for event in self if isinstance(event, TextDelta) and event.choice == 0)

    def run(self) -> Run[R_co, T_co]:
        """Return the run, once all events were read.

        Raises:
            IncompleteStreamError: The run was not read to its end, or it was closed; `.run` is then the run so far.
            SDKError: The run failed.
        """
        return cast("Run[R_co, T_co]", self._get_run())

    def read_all(self) -> Run[R_co, T_co]:
        """Read the rest of the events, and return the run."""
        for event in self:
            del event  # a traceback may show local variables
        return self.run()

    def close(self) -> None:
        """End the run; can be called from any thread, and more than once.

        The stream of the current answer is closed, and nothing further starts. A tool that runs cannot be interrupted;
        its output is dropped. A thread that reads the run raises `IncompleteStreamError`.
        """
        self._client.run(self._end_early())


class AsyncRunStream(RunSteps, TypeDefaults, Generic[R_co, T_co]):
    """An async context manager and iterator over the events of a run, as they happen. See `RunStream`."""

    def __init__(self, client: Any, loop: Loop, decisions: Decisions | None = None) -> None:
        super().__init__(loop, decisions)
        self._client = client
        self._scope: CancelScope | None = None  # cancels the step that another task waits for

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *exc: object) -> None:
        await self.aclose()

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> RunEvent:
        if not self._ready and not await self._read_on():
            raise StopAsyncIteration
        return self._ready.popleft()

    def events(self) -> Self:
        """Return the stream itself, which is the iterator over its events. See `RunStream.events`."""
        return self

    def texts(self) -> AsyncIterator[str]:
        """Return an async iterator over the texts of the answers, never "". See `RunStream.texts`."""
        return (event.text async for event in self if isinstance(event, TextDelta) and event.choice == 0)

    async def _read_on(self) -> bool:
        import anyio

        with anyio.CancelScope() as scope:
            if self._scope is None:
                self._scope = scope
            try:
                more: bool = await self._client.run(self._advance())
            finally:
                if self._scope is scope:
                    self._scope = None
            return more
        error = self._build_closed_error()
        error.run = self._loop.build_run("closed")
        self._failure = error
        raise error

    def run(self) -> Run[R_co, T_co]:
        """Return the run, once all events were read.

        Raises:
            IncompleteStreamError: The run was not read to its end, or it was closed; `.run` is then the run so far.
            SDKError: The run failed.
        """
        return cast("Run[R_co, T_co]", self._get_run())

    async def read_all(self) -> Run[R_co, T_co]:
        """Read the rest of the events, and return the run."""
        async for event in self:
            del event  # a traceback may show local variables
        return self.run()

    async def aclose(self) -> None:
        """End the run; can be called from any task, and more than once. See `RunStream.close`.

        Async tools are cancelled; the thread of a sync tool is abandoned.
        """
        if self._scope is not None:
            self._loop.is_closed = True
            self._scope.cancel()
        else:
            await self._client.run(self._end_early())
