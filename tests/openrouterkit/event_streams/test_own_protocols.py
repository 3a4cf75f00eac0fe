"""Protocols and error readers of one's own: what they get wrong, and the errors they find in texts and by path."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Any

import anyio
import pytest

from openrouterkit import Service
from openrouterkit.accumulate import StreamAccumulator
from openrouterkit.errors import APIError, ConfigurationError, SDKError, StreamError, TooManyRequestsResponseError
from openrouterkit.event_protocols import AccumulatingProtocol, EventProtocol
from openrouterkit.flow import Flow, Request, Response
from openrouterkit.middleware import Handler
from openrouterkit.sse import ServerSentEvent
from openrouterkit.testing import Script, events, reply
from openrouterkit_api import operations
from openrouterkit_runtime import Behavior


class QuotaError(APIError):
    """The quota is used up."""


def read_error(body: Any) -> dict[str, Any] | None:
    """Return the error of the meter: the object `fault`, or a text that begins with "ERR"."""
    if isinstance(body, dict) and "fault" in body:
        return {"message": body["fault"], "type": "quota"}
    if isinstance(body, str) and body.startswith("ERR"):
        return {"message": body[4:], "type": "quota"}
    return None


METER = Service("Meter", base_url="https://meter.example", error_types={"quota": QuotaError}, read_error=read_error)
Read = Callable[..., list[Any]]


class Total(StreamAccumulator):
    """The sum of the items."""

    def __init__(self) -> None:
        self.total = 0

    def add(self, item: Any, /) -> None:
        self.total += item

    def result_dict(self) -> int:
        return self.total


class Numbers(AccumulatingProtocol[int]):
    def read(self, event: ServerSentEvent, decode: Callable[[Any], Any]) -> int | None:
        value = event.json()["n"]
        return value if isinstance(value, int) else int(value["deep"])

    def make_accumulator(self) -> Total:
        return Total()


class Texts(EventProtocol[str]):
    def read(self, event: ServerSentEvent, decode: Callable[[Any], Any]) -> str | None:
        return event.data


@pytest.fixture(params=["sync", "asyncio", "trio"])
def read(request: pytest.FixtureRequest) -> Read:
    """Return a function that reads a scripted stream by path, with a client of the meter, into a list."""

    def run(step: Any, protocol: Any, items: list[Any] | None = None, **options: Any) -> list[Any]:
        found = [] if items is None else items
        script = Script([step])

        async def read_async() -> None:
            async with script.async_client(METER, retries=0, **options) as client:
                async for item in client.request_stream("POST", "/read", json={}, protocol=protocol):
                    found.append(item)

        if request.param != "sync":
            anyio.run(read_async, backend=request.param)
            return found
        with script.client(METER, retries=0, **options) as client:
            for item in client.request_stream("POST", "/read", json={}, protocol=protocol):
                found.append(item)
        return found

    return run


@pytest.mark.parametrize(
    ("unexpected", "name"),
    [
        ({"m": 2}, "KeyError"),
        ("[]", "TypeError"),
        ({"n": "x"}, "TypeError"),
        ({"n": {"deep": "x"}}, "ValueError"),
        ({"n": []}, "TypeError"),
    ],
)
def test_an_event_that_a_protocol_cannot_read_is_a_stream_error(read: Read, unexpected: Any, name: str) -> None:
    items: list[Any] = []
    with pytest.raises(StreamError, match=rf"Numbers\.read raised {name}.*return None for") as caught:
        read(events({"n": 1}, unexpected, {"n": 3}), Numbers, items)
    assert items == [1]
    assert type(caught.value.__cause__).__name__ == name
    assert caught.value.partial == 1
    assert [attempt.status for attempt in caught.value.attempts] == [200]


def test_an_event_that_a_protocol_cannot_read_reaches_middleware_as_the_error_of_the_attempt(read: Read) -> None:
    seen: list[Any] = []

    def watch(request: Request, call_next: Handler) -> Flow[Response]:
        response = yield from call_next(request)
        seen.append(response.error)
        return response

    with pytest.raises(StreamError) as caught:
        read(events({"m": 1}), Numbers, attempt_middleware=[watch])
    assert seen == [caught.value]


@pytest.mark.parametrize("method", ["find_error", "is_last"])
def test_every_method_of_a_protocol_is_named_when_it_fails(read: Read, method: str) -> None:
    def fail(*arguments: Any) -> Any:
        raise IndexError("list index out of range")

    protocol = type("Faulty", (Texts,), {method: fail})
    with pytest.raises(StreamError, match=rf"Faulty\.{method} raised IndexError: list index out of range"):
        read(events("a"), protocol)


def test_an_error_that_a_protocol_raises_itself_is_the_error_of_the_stream(read: Read) -> None:
    class Strict(EventProtocol[str]):
        def read(self, event: ServerSentEvent, decode: Callable[[Any], Any]) -> str:
            raise TooManyRequestsResponseError("slowly", status_code=429)

    with pytest.raises(TooManyRequestsResponseError, match="slowly") as caught:
        read(events("a"), Strict)
    assert [attempt.status for attempt in caught.value.attempts] == [429]


def test_what_a_protocol_raises_contains_no_key(read: Read) -> None:
    with pytest.raises(StreamError) as caught:
        read(events({"n": {"deep": "sesame-open"}}), Numbers, headers={"X-Api-Key": "sesame-open"})
    assert "sesame-open" not in f"{caught.value} {vars(caught.value)} {caught.value.__cause__}"


@pytest.mark.parametrize("made", [5, Total, {"add": 1}])
def test_an_accumulator_that_is_none_is_rejected_by_name(made: Any) -> None:
    class Wrong(EventProtocol[Any]):
        def make_accumulator(self) -> Any:
            return made

    client = Script([]).client(METER)
    with pytest.raises(ConfigurationError, match=r"Wrong\.make_accumulator\(\) must return a StreamAccum"):
        client.request_stream("POST", "/read", json={}, protocol=Wrong)


def test_an_accumulating_protocol_without_an_accumulator_says_what_to_define() -> None:
    class Unfinished(AccumulatingProtocol[str]):
        pass

    with pytest.raises(NotImplementedError, match=r"Unfinished must define make_accumulator\(\)"):
        Script([]).client(METER).request_stream("POST", "/read", json={}, protocol=Unfinished)


def test_a_protocol_with_an_accumulator_makes_a_stream_with_a_result() -> None:
    with Script([events({"n": 1}, {"n": 2})]).client(METER) as client:
        assert client.request_stream("POST", "/read", json={}, protocol=Numbers).read_all() == 3


def test_an_accumulator_of_a_behavior_is_checked_too() -> None:
    operation = operations.chat.send(messages=[])
    behaviors = {operation.endpoint.id: Behavior(accumulator=dict)}
    service = Service("Meter", base_url="https://meter.example", behaviors=behaviors)
    client = Script([events({"n": 1})]).client(service)
    with pytest.raises(ConfigurationError, match="accumulator of a Behavior must"):
        list(client.stream(operation))


@pytest.mark.parametrize("protocol", [Texts, EventProtocol, None])
def test_errors_in_texts_are_read_by_the_service(read: Read, protocol: Any) -> None:
    items: list[Any] = []
    with pytest.raises(QuotaError, match="used up"):
        read(events("a", "ERR used up", "b"), protocol, items)
    assert len(items) == 1


def request(step: Any, service: Service = METER, *, asynchronous: bool = False) -> Any:
    script = Script([step])

    async def run() -> Any:
        async with script.async_client(service, retries=0) as client:
            return await client.request("GET", "/meters")

    if asynchronous:
        return anyio.run(run)
    with script.client(service, retries=0) as client:
        return client.request("GET", "/meters")


@pytest.mark.parametrize("asynchronous", [False, True])
def test_an_error_of_the_services_own_shape_in_a_success_is_raised_for_requests_by_path(asynchronous: bool) -> None:
    with pytest.raises(QuotaError, match="used up"):
        request(reply({"fault": "used up"}), asynchronous=asynchronous)


def test_other_bodies_of_requests_by_path_are_returned_unchanged() -> None:
    assert request(reply({"error": {"message": "a document about errors"}})).json()["error"]
    assert request(reply({"detail": "x"}), Service("Plain", base_url="https://plain.example")).json() == {"detail": "x"}


def test_a_reader_that_fails_is_logged_once_and_changes_nothing(caplog: pytest.LogCaptureFixture) -> None:
    def read_fault(body: Any) -> Any:
        return {"message": body["fault"]["reason"]}

    service = Service("Plain", base_url="https://plain.example", read_error=read_fault)
    with caplog.at_level(logging.WARNING, "openrouterkit"):
        for _ in range(3):
            with pytest.raises(SDKError, match="sesame"):
                request(reply({"message": "sesame"}, status=402), service)
    (record,) = caplog.records
    message = record.getMessage()
    assert "read_fault of the service Plain raised KeyError" in message
    assert "test_own_protocols.py" in message
    assert "return None" in message
    assert "sesame" not in message
