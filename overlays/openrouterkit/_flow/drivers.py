"""The drivers of flows: they perform the effects of a flow until it returns."""

from __future__ import annotations

import inspect
import time
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar, cast

from ..errors import ConfigurationError, SDKError
from .effects import CallFunction, Close, Effect, Exchange, Flow, Gather, Read, Sleep

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from .cancellation import Cancellation
    from .deadlines import Deadlines
    from .transports import AsyncTransport, Transport

R = TypeVar("R")


def drive(flow: Flow[R], transport: Transport, cancellation: Cancellation | None = None) -> R:
    """Run a flow in this thread and return its result.

    Args:
        flow: The flow to run.
        transport: Performs the effects that need the network.
        cancellation: Allows another thread to cancel the flow.
    """
    perform = _perform if cancellation is None else partial(_perform_cancellable, cancellation)
    result: Any = None
    effect: Effect[Any] | None
    try:
        effect = next(flow)
        while True:
            try:
                result = perform(effect, transport)
            except BaseException as error:  # noqa: BLE001 - the flow handles or re-raises it
                effect = flow.throw(error)
            else:
                effect = flow.send(result)
    except StopIteration as stop:
        return cast("R", stop.value)
    except SDKError as error:
        from .._errors.tracebacks import hide_internal_frames

        effect = result = None  # a traceback may show local variables
        hide_internal_frames(error)
        raise


async def adrive(flow: Flow[R], transport: AsyncTransport) -> R:
    """Run a flow in this task and return its result.

    Args:
        flow: The flow to run.
        transport: Performs the effects that need the network.
    """
    result: Any = None
    effect: Effect[Any] | None
    try:
        effect = next(flow)
        while True:
            try:
                result = await _aperform(effect, transport)
            except BaseException as error:  # noqa: BLE001 - the flow handles or re-raises it
                effect = flow.throw(error)
            else:
                effect = flow.send(result)
    except StopIteration as stop:
        return cast("R", stop.value)
    except SDKError as error:
        from .._errors.tracebacks import hide_internal_frames

        effect = result = None  # a traceback may show local variables
        hide_internal_frames(error)
        raise


def _perform(effect: Effect[Any], transport: Transport) -> Any:
    if isinstance(effect, Read):  # first, because it is by far the most frequent effect
        return transport.read(effect.response, effect.deadlines)
    match effect:
        case Exchange(request, deadlines):
            return transport.exchange(request, deadlines)
        case Close(response):
            if response.stream is not None:
                response.stream.closed = True
            return transport.close(response)
        case Sleep(seconds):
            return transport.sleep(seconds)
        case CallFunction(function, arguments):
            return _invoke(function, arguments)
        case Gather(flows, limit):
            return _run_flows(flows, limit, transport)
    raise _build_effect_error(effect)


def _perform_cancellable(cancellation: Cancellation, effect: Effect[Any], transport: Transport) -> Any:
    """Perform an effect that `cancellation` may interrupt; functions and closing are never interrupted.

    The last body that was read stays registered, so that `cancel` closes its connection immediately even while a
    function runs.
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
    except SDKError:
        if cancellation.cancelled:
            raise cancellation.build_error() from None
        raise
    if cancellation.cancelled and isinstance(effect, Read):  # the interruption ended the body, not the service
        raise cancellation.build_error()
    return result


async def _aperform(effect: Effect[Any], transport: AsyncTransport) -> Any:
    if isinstance(effect, Read):  # first, because it is by far the most frequent effect
        return await transport.read(effect.response, effect.deadlines)
    match effect:
        case Exchange(request, deadlines):
            return await transport.exchange(request, deadlines)
        case Close(response):
            if response.stream is not None:
                response.stream.closed = True
            return await transport.close(response)
        case Sleep(seconds):
            return await transport.sleep(seconds)
        case CallFunction(function, arguments, deadlines):
            return await _ainvoke(function, arguments, deadlines)
        case Gather(flows, limit):
            return await _arun_flows(flows, limit, transport)
    raise _build_effect_error(effect)


def _build_effect_error(effect: object) -> TypeError:
    """Return the error for a yielded value that is not an effect."""
    name = type(effect).__name__
    return TypeError(f"unexpected value of type {name} yielded by a flow: yield effects with `yield from do(...)`")


def _invoke(function: Callable[..., Any], arguments: tuple[Any, ...]) -> Any:
    """Return the result of a function; raise ConfigurationError if it is async."""
    result = function(*arguments)
    if inspect.iscoroutine(result):
        result.close()
        name = getattr(function, "__qualname__", repr(function))
        raise ConfigurationError(f"{name} is async: use an async client, or pass a function that is not async")
    return result


async def _ainvoke(function: Callable[..., Any], arguments: tuple[Any, ...], deadlines: Deadlines | None) -> Any:
    if deadlines is not None:
        import anyio

        with anyio.move_on_after(deadlines.expires_at - time.monotonic()):
            return await _await_function(function, arguments, abandon=True)
        raise deadlines.build_error()
    return await _await_function(function, arguments, abandon=False)


async def _await_function(function: Callable[..., Any], arguments: tuple[Any, ...], *, abandon: bool) -> Any:
    """Return the result of a function; if `abandon` is True, a cancelled caller does not wait for its thread."""
    if inspect.iscoroutinefunction(function):
        return await function(*arguments)
    from anyio.to_thread import run_sync

    result = await run_sync(lambda: function(*arguments), abandon_on_cancel=abandon)
    return await result if inspect.isawaitable(result) else result


def _run_flows(flows: Sequence[Flow[R]], limit: int, transport: Transport) -> list[R]:
    from concurrent.futures import ThreadPoolExecutor
    from contextvars import copy_context

    with ThreadPoolExecutor(max(1, min(limit, len(flows)))) as threads:
        futures = [threads.submit(copy_context().run, drive, flow, transport) for flow in flows]
        try:
            return [future.result() for future in futures]
        except BaseException:
            threads.shutdown(wait=False, cancel_futures=True)
            raise


async def _arun_flows(flows: Sequence[Flow[R]], limit: int, transport: AsyncTransport) -> list[R]:
    import anyio

    results: dict[int, R] = {}
    failures: list[Exception] = []
    semaphore = anyio.Semaphore(max(1, limit))

    async def run_one(number: int, flow: Flow[R]) -> None:
        async with semaphore:
            try:
                results[number] = await adrive(flow, transport)
            except Exception as error:  # noqa: BLE001 - re-raised below
                failures.append(error)
                group.cancel_scope.cancel()

    async with anyio.create_task_group() as group:
        for number, flow in enumerate(flows):
            group.start_soon(run_one, number, flow)
    if failures:
        raise failures[0]
    return [results[number] for number in range(len(flows))]
