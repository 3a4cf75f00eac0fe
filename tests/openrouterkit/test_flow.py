"""Flows and their sync and async drivers."""

from __future__ import annotations

import threading
import time
from typing import Any

import anyio
import anyio.lowlevel
import pytest

from openrouterkit._transport.async_transport import AsyncHttpxTransport
from openrouterkit._transport.sync_transport import HttpxTransport
from openrouterkit.errors import ConfigurationError
from openrouterkit.flow import CallFunction, Flow, Gather, Sleep, adrive, do, drive

TRANSPORT: Any = HttpxTransport()
ASYNC_TRANSPORT: Any = AsyncHttpxTransport()
"""Transports of flows that do not use the network."""


@pytest.fixture(params=["asyncio", "trio"])
def anyio_backend(request: pytest.FixtureRequest) -> Any:
    return request.param


def double(number: int) -> Flow[int]:
    result = yield from do(CallFunction[int](lambda: number * 2))
    return result


def run_everywhere(flow: Any) -> list[Any]:
    """Return the results of a flow in sync code, on asyncio and on trio."""
    backends = ("asyncio", "trio")
    return [
        drive(flow(), TRANSPORT),
        *(anyio.run(adrive, flow(), ASYNC_TRANSPORT, backend=backend) for backend in backends),
    ]


def test_flow_receives_the_results_of_its_effects() -> None:
    def flow() -> Flow[int]:
        first = yield from double(1)
        second = yield from double(first)
        return first + second

    assert run_everywhere(flow) == [6, 6, 6]


def test_flow_can_handle_the_error_of_an_effect() -> None:
    def fail() -> None:
        raise ValueError("no")

    def flow() -> Flow[str]:
        try:
            yield from do(CallFunction[None](fail))
        except ValueError as error:
            return f"handled {error}"
        return "not reached"

    assert run_everywhere(flow) == ["handled no"] * 3


def test_unhandled_error_of_an_effect_reaches_the_caller() -> None:
    def fail() -> None:
        raise LookupError("gone")

    def flow() -> Flow[None]:
        yield from do(CallFunction[None](fail))

    with pytest.raises(LookupError, match="gone"):
        drive(flow(), TRANSPORT)
    with pytest.raises(LookupError, match="gone"):
        anyio.run(adrive, flow(), ASYNC_TRANSPORT)


def test_async_function_is_awaited_in_async_code_and_rejected_in_sync_code() -> None:
    async def key() -> str:
        await anyio.lowlevel.checkpoint()
        return "k"

    def flow() -> Flow[str]:
        result = yield from do(CallFunction[str](key))
        return result

    assert anyio.run(adrive, flow(), ASYNC_TRANSPORT) == "k"
    with pytest.raises(ConfigurationError, match="is async"):
        drive(flow(), TRANSPORT)


@pytest.mark.anyio
async def test_sync_function_does_not_block_the_event_loop() -> None:
    def flow() -> Flow[str]:
        name = yield from do(CallFunction[str](lambda: threading.current_thread().name))
        return name

    assert await adrive(flow(), ASYNC_TRANSPORT) != threading.current_thread().name


def test_sleep_waits_for_the_given_time() -> None:
    def flow() -> Flow[float]:
        started_at = time.monotonic()
        yield from do(Sleep(0.05))
        return time.monotonic() - started_at

    assert all(0.045 <= duration < 0.5 for duration in run_everywhere(flow))


def test_gather_runs_flows_concurrently_up_to_the_limit_in_order() -> None:
    running: list[int] = []
    counts: list[int] = []

    def one(number: int) -> Flow[int]:
        running.append(number)
        counts.append(len(running))
        yield from do(Sleep(0.03))
        running.remove(number)
        return number

    def flow() -> Flow[list[int]]:
        results = yield from do(Gather[int]([one(number) for number in range(6)], limit=3))
        return results

    assert run_everywhere(flow) == [[0, 1, 2, 3, 4, 5]] * 3
    assert max(counts) == 3


def test_gather_raises_the_first_error_and_starts_no_further_flow() -> None:
    started: list[int] = []

    def one(number: int) -> Flow[None]:
        started.append(number)
        yield from do(Sleep(0.01))
        raise ValueError(f"no {number}")

    def flow() -> Flow[Any]:
        results = yield from do(Gather[None]([one(number) for number in range(50)], limit=1))
        return results

    with pytest.raises(ValueError, match="no 0"):
        drive(flow(), TRANSPORT)
    assert len(started) < 50
    with pytest.raises(ValueError, match="no 0"):
        anyio.run(adrive, flow(), ASYNC_TRANSPORT)


def test_yielding_anything_but_an_effect_raises_type_error() -> None:
    def flow() -> Any:
        yield "sleep"

    with pytest.raises(TypeError, match="value of type str"):
        drive(flow(), TRANSPORT)


@pytest.mark.anyio
async def test_cancelling_a_task_closes_its_flow() -> None:
    ended: list[str] = []

    def flow() -> Flow[None]:
        try:
            yield from do(Sleep(30))
        finally:
            ended.append("ended")

    with anyio.move_on_after(0.05) as scope:
        await adrive(flow(), ASYNC_TRANSPORT)
    assert scope.cancelled_caught
    assert ended == ["ended"]
