"""A call as a generator: it yields what is to be done and receives the result.

A flow never does I/O. It yields effects, always as `yield from do(effect)`, and two drivers perform them: `drive` in
sync code, `adrive` in async code. They are the only places where the two differ.
"""

from __future__ import annotations

import inspect
import time
from collections.abc import Callable, Generator, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeVar, cast

from attrs import define

from ._flow.exchange import Request, Response
from .errors import ConfigurationError, OpenRouterError

if TYPE_CHECKING:
    from ._flow.cancellation import Cancellation
    from ._flow.deadlines import Deadlines

__all__ = [
    "AsyncTransport",
    "CallFunction",
    "Close",
    "Effect",
    "Exchange",
    "Flow",
    "Gather",
    "Read",
    "Request",
    "Response",
    "Sleep",
    "Transport",
    "adrive",
    "do",
    "drive",
]

R = TypeVar("R")


class Effect(Generic[R]):
    """Something to be done, with a result of type R."""

    __slots__ = ()


@define(eq=False)
class Exchange(Effect[Response]):
    """Send a request and wait for the head of the response; the body stays open."""

    request: Request
    deadlines: Deadlines


@define(eq=False)
class Read(Effect[bytes]):
    """One read of an open body; b"" at its end."""

    response: Response
    deadlines: Deadlines


@define(eq=False)
class Close(Effect[None]):
    """Close an open body at once; its connection is used again only where the body was read to its end."""

    response: Response


@define(eq=False)
class Sleep(Effect[None]):
    """Wait so many seconds."""

    seconds: float


@define(eq=False)
class CallFunction(Effect[R]):
    """Call a function: as it is in sync code; awaited in async code, or in a thread where it is not async."""

    function: Callable[..., Any]
    arguments: tuple[Any, ...] = ()


Flow = Generator[Effect[Any], Any, R]
"""A generator that yields effects and returns R."""


@define(eq=False)
class Gather(Effect[list[R]]):
    """Run flows at the same time, at most `limit` of them, and give their results in order.

    The first failure is raised; flows that have not begun are not begun then, and in async code those under way are
    cancelled.
    """

    flows: Sequence[Flow[R]]
    limit: int = 8


def do(effect: Effect[R]) -> Flow[R]:
    """The result of an effect, typed: `yield from do(effect)`."""
    result = yield effect
    return cast("R", result)


class Transport(Protocol):
    """What performs the effects that touch the network, in sync code."""

    def exchange(self, request: Request, deadlines: Deadlines, cancellation: Cancellation | None = None) -> Response:
        """Perform an `Exchange`."""
        ...

    def read(self, response: Response, deadlines: Deadlines) -> bytes:
        """Perform a `Read`."""
        ...

    def close(self, response: Response) -> None:
        """Perform a `Close`."""
        ...


class AsyncTransport(Protocol):
    """What performs the effects that touch the network, in async code."""

    async def exchange(self, request: Request, deadlines: Deadlines) -> Response:
        """Perform an `Exchange`."""
        ...

    async def read(self, response: Response, deadlines: Deadlines) -> bytes:
        """Perform a `Read`."""
        ...

    async def close(self, response: Response) -> None:
        """Perform a `Close`."""
        ...


def drive(flow: Flow[R], transport: Transport, cancellation: Cancellation | None = None) -> R:
    """The result of a flow, its effects performed in this thread.

    Args:
        flow: to be run to its end.
        transport: performs what touches the network.
        cancellation: ends the flow from another thread.
    """
    perform = _perform if cancellation is None else partial(_perform_cancellable, cancellation)
    try:
        effect = next(flow)
        while True:
            try:
                result = perform(effect, transport)
            except BaseException as error:  # noqa: BLE001 - the flow handles every error, or passes it on
                effect = flow.throw(error)
            else:
                effect = flow.send(result)
    except StopIteration as stop:
        return cast("R", stop.value)


async def adrive(flow: Flow[R], transport: AsyncTransport) -> R:
    """The result of a flow, its effects performed in this task."""
    try:
        effect = next(flow)
        while True:
            try:
                result = await _aperform(effect, transport)
            except BaseException as error:  # noqa: BLE001 - the flow handles every error, or passes it on
                effect = flow.throw(error)
            else:
                effect = flow.send(result)
    except StopIteration as stop:
        return cast("R", stop.value)


def _perform(effect: Effect[Any], transport: Transport) -> Any:
    if isinstance(effect, Read):  # by far the most frequent
        return transport.read(effect.response, effect.deadlines)
    match effect:
        case Exchange(request, deadlines):
            return transport.exchange(request, deadlines)
        case Close(response):
            return transport.close(response)
        case Sleep(seconds):
            return time.sleep(seconds)
        case CallFunction(function, arguments):
            return _called(function, arguments)
        case Gather(flows, limit):
            return _gathered(flows, limit, transport)
    raise _not_an_effect(effect)


def _perform_cancellable(cancellation: Cancellation, effect: Effect[Any], transport: Transport) -> Any:
    """Perform an effect that `cancellation` ends; functions and closing are never interrupted.

    What was read last stays registered, so that its connection is closed at once while a function of the caller's runs.
    """
    if isinstance(effect, Close):
        cancellation.set_interruptible(None)
    if isinstance(effect, CallFunction | Close):
        return _perform(effect, transport)
    if cancellation.cancelled:
        raise cancellation.build_error()
    try:
        if isinstance(effect, Exchange):
            return transport.exchange(effect.request, effect.deadlines, cancellation)
        if isinstance(effect, Sleep):
            return cancellation.sleep(effect.seconds)
        if isinstance(effect, Read):
            cancellation.set_interruptible(effect.response.body)
        result = _perform(effect, transport)
    except OpenRouterError:
        if cancellation.cancelled:
            raise cancellation.build_error() from None
        raise
    if cancellation.cancelled and isinstance(effect, Read):  # the end that was read is not the service's
        raise cancellation.build_error()
    return result


async def _aperform(effect: Effect[Any], transport: AsyncTransport) -> Any:
    if isinstance(effect, Read):  # by far the most frequent
        return await transport.read(effect.response, effect.deadlines)
    match effect:
        case Exchange(request, deadlines):
            return await transport.exchange(request, deadlines)
        case Close(response):
            return await transport.close(response)
        case Sleep(seconds):
            import anyio

            return await anyio.sleep(seconds)
        case CallFunction(function, arguments):
            return await _acalled(function, arguments)
        case Gather(flows, limit):
            return await _agathered(flows, limit, transport)
    raise _not_an_effect(effect)


def _not_an_effect(effect: object) -> TypeError:
    return TypeError(f"a flow yields effects, by `yield from do(...)`: not {type(effect).__name__}")


def _called(function: Callable[..., Any], arguments: tuple[Any, ...]) -> Any:
    result = function(*arguments)
    if inspect.iscoroutine(result):
        result.close()
        name = getattr(function, "__qualname__", repr(function))
        raise ConfigurationError(f"{name} is async: give it to an async client, or give this one a plain function")
    return result


async def _acalled(function: Callable[..., Any], arguments: tuple[Any, ...]) -> Any:
    if inspect.iscoroutinefunction(function):
        return await function(*arguments)
    from anyio.to_thread import run_sync

    result = await run_sync(lambda: function(*arguments))
    return await result if inspect.isawaitable(result) else result


def _gathered(flows: Sequence[Flow[R]], limit: int, transport: Transport) -> list[R]:
    from concurrent.futures import ThreadPoolExecutor
    from contextvars import copy_context

    with ThreadPoolExecutor(max(1, min(limit, len(flows)))) as threads:
        futures = [threads.submit(copy_context().run, drive, flow, transport) for flow in flows]
        try:
            return [future.result() for future in futures]
        except BaseException:
            threads.shutdown(wait=False, cancel_futures=True)
            raise


async def _agathered(flows: Sequence[Flow[R]], limit: int, transport: AsyncTransport) -> list[R]:
    import anyio

    results: dict[int, R] = {}
    failures: list[Exception] = []
    places = anyio.Semaphore(max(1, limit))

    async def run(number: int, flow: Flow[R]) -> None:
        async with places:
            try:
                results[number] = await adrive(flow, transport)
            except Exception as error:  # noqa: BLE001 - raised again below
                failures.append(error)
                group.cancel_scope.cancel()

    async with anyio.create_task_group() as group:
        for number, flow in enumerate(flows):
            group.start_soon(run, number, flow)
    if failures:
        raise failures[0]
    return [results[number] for number in range(len(flows))]
