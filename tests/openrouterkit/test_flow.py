"""Flows, and the two drivers that perform them."""

from __future__ import annotations

import threading
import time
from typing import Any

import anyio
import anyio.lowlevel
import pytest

from openrouterkit.errors import ConfigurationError
from openrouterkit.flow import CallFunction, Flow, Gather, Sleep, adrive, do, drive

NOWHERE: Any = None
"""The transport of a flow that does not touch the network."""


@pytest.fixture(params=["asyncio", "trio"])
def anyio_backend(request: pytest.FixtureRequest) -> Any:
    return request.param


def doubled(number: int) -> Flow[int]:
    result = yield from do(CallFunction[int](lambda: number * 2))
    return result


def both(flow: Any) -> list[Any]:
    """What a flow gives in sync code, on asyncio and on trio."""
    backends = ("asyncio", "trio")
    return [drive(flow(), NOWHERE), *(anyio.run(adrive, flow(), NOWHERE, backend=backend) for backend in backends)]


def test_a_flow_receives_the_results_of_its_effects_in_sync_code_and_in_async_code() -> None:
    def flow() -> Flow[int]:
        first = yield from doubled(1)
        second = yield from doubled(first)
        return first + second

    assert both(flow) == [6, 6, 6]


def test_what_an_effect_raises_is_raised_in_the_flow_which_may_handle_it() -> None:
    def fails() -> None:
        raise ValueError("no")

    def flow() -> Flow[str]:
        try:
            yield from do(CallFunction[None](fails))
        except ValueError as error:
            return f"handled {error}"
        return "not reached"

    assert both(flow) == ["handled no"] * 3


def test_an_error_the_flow_does_not_handle_reaches_the_caller() -> None:
    def fails() -> None:
        raise LookupError("gone")

    def flow() -> Flow[None]:
        yield from do(CallFunction[None](fails))

    with pytest.raises(LookupError, match="gone"):
        drive(flow(), NOWHERE)
    with pytest.raises(LookupError, match="gone"):
        anyio.run(adrive, flow(), NOWHERE)


def test_an_async_function_is_awaited_in_async_code_and_refused_in_sync_code() -> None:
    async def key() -> str:
        await anyio.lowlevel.checkpoint()
        return "k"

    def flow() -> Flow[str]:
        result = yield from do(CallFunction[str](key))
        return result

    assert anyio.run(adrive, flow(), NOWHERE) == "k"
    with pytest.raises(ConfigurationError, match="is async"):
        drive(flow(), NOWHERE)


@pytest.mark.anyio
async def test_a_plain_function_does_not_stop_the_event_loop() -> None:
    def flow() -> Flow[str]:
        name = yield from do(CallFunction[str](lambda: threading.current_thread().name))
        return name

    assert await adrive(flow(), NOWHERE) != threading.current_thread().name


def test_sleep_takes_its_time() -> None:
    def flow() -> Flow[float]:
        began = time.monotonic()
        yield from do(Sleep(0.05))
        return time.monotonic() - began

    assert all(0.045 <= took < 0.5 for took in both(flow))


def test_gathered_flows_run_together_within_the_limit_and_keep_their_order() -> None:
    running: list[int] = []
    most: list[int] = []

    def one(number: int) -> Flow[int]:
        running.append(number)
        most.append(len(running))
        yield from do(Sleep(0.03))
        running.remove(number)
        return number

    def flow() -> Flow[list[int]]:
        results = yield from do(Gather[int]([one(number) for number in range(6)], limit=3))
        return results

    assert both(flow) == [[0, 1, 2, 3, 4, 5]] * 3
    assert max(most) == 3


def test_the_first_failure_of_gathered_flows_is_raised_and_the_rest_is_not_begun() -> None:
    begun: list[int] = []

    def one(number: int) -> Flow[None]:
        begun.append(number)
        yield from do(Sleep(0.01))
        raise ValueError(f"no {number}")

    def flow() -> Flow[Any]:
        results = yield from do(Gather[None]([one(number) for number in range(50)], limit=1))
        return results

    with pytest.raises(ValueError, match="no 0"):
        drive(flow(), NOWHERE)
    assert len(begun) < 50
    with pytest.raises(ValueError, match="no 0"):
        anyio.run(adrive, flow(), NOWHERE)


def test_something_that_is_no_effect_is_refused_by_name() -> None:
    def flow() -> Any:
        yield "sleep"

    with pytest.raises(TypeError, match="not str"):
        drive(flow(), NOWHERE)


@pytest.mark.anyio
async def test_cancelling_a_task_ends_its_flow() -> None:
    ended: list[str] = []

    def flow() -> Flow[None]:
        try:
            yield from do(Sleep(30))
        finally:
            ended.append("ended")

    with anyio.move_on_after(0.05) as scope:
        await adrive(flow(), NOWHERE)
    assert scope.cancelled_caught
    assert ended == ["ended"]
