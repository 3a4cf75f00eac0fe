"""The limit `total` in the flows of middleware: it ends their pauses and functions, and those of nested flows."""

from __future__ import annotations

import math
import time
from typing import TYPE_CHECKING, Any, TypeVar

from .._flow.deadlines import Deadlines
from ..flow import CallFunction, Effect, Flow, Gather, Sleep, do

if TYPE_CHECKING:
    from ..timeouts import TimeoutOptions

R = TypeVar("R")


def limit_flow(flow: Flow[R], options: TimeoutOptions, started_at: float) -> Flow[R]:
    """Return a flow that raises TimedOutError at its next effect once the limit total is exceeded.

    Pauses end when the limit is exceeded; so do functions, but in sync code not before they return. Requests and reads
    have limits of their own.

    Args:
        flow: The flow to limit.
        options: The limits of the call.
        started_at: Monotonic time in seconds at which the call started.
    """
    limit = Deadlines(options, started_at)  # never starts an attempt, so total is its only limit
    return flow if math.isinf(limit.total_at) else _limit(flow, limit)


def _limit(flow: Flow[R], limit: Deadlines) -> Flow[R]:
    value: Any = None
    step: Any = flow.send
    try:
        while True:
            try:
                effect = step(value)
            except StopIteration as stop:
                return stop.value  # type: ignore[no-any-return]  # the result of the flow, of type R
            try:
                value, step = (yield from _perform(effect, limit)), flow.send
            except GeneratorExit:
                flow.close()
                raise
            except BaseException as error:  # noqa: BLE001 - the flow handles or re-raises it
                value, step = error, flow.throw
    finally:
        value = None  # an exception would form a reference cycle with this frame


def _perform(effect: Effect[Any], limit: Deadlines) -> Flow[Any]:
    """Return the result of an effect that does not exceed the limit, or raise TimedOutError."""
    if not isinstance(effect, Sleep | CallFunction | Gather):
        result = yield from do(effect)
        return result
    now = time.monotonic()
    limit.check(now)
    if isinstance(effect, Sleep):
        yield from do(Sleep(min(effect.seconds, limit.total_at - now)))
        if effect.seconds >= limit.total_at - now:
            raise limit.build_error()
        return None
    if isinstance(effect, CallFunction):
        result = yield from do(CallFunction(effect.function, effect.arguments, limit))
        limit.check(time.monotonic())
        return result
    result = yield from do(Gather([_limit(flow, limit) for flow in effect.flows], effect.limit))
    return result
