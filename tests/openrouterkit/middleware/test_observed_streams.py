"""`response.observed`: a middleware watches a stream to its end, whichever end that is."""

from __future__ import annotations

import contextvars
import gc
import sys
import threading
import time
import weakref
from typing import Any

import pytest
from attrs import evolve
from callers import BACKENDS, MESSAGES, Caller
from loopback import DONE, END, STREAM_HEAD, Loopback, chunk, completion, event, http_response, piece

from openrouterkit import OpenRouter, RequestOptions, RetryOptions
from openrouterkit.errors import BadGatewayResponseError, ConfigurationError, IncompleteStreamError
from openrouterkit.flow import CallFunction, Flow, Read, Request, Response, do
from openrouterkit.middleware import Handler, Middleware, StreamEnd
from openrouterkit_api import operations
from openrouterkit_runtime.endpoint import Behavior

USAGE = {"prompt_tokens": 1, "completion_tokens": 2, "total_tokens": 3, "cost": 0.25}
EVENTS = [event(chunk("Hel")), event(chunk("lo")), event(chunk("!", "stop", usage=USAGE)), DONE]
STREAM = [STREAM_HEAD, *(step for each in EVENTS for step in (0.01, piece(each))), END]
AT_ONCE = [STREAM_HEAD, piece(b"".join(EVENTS)), END]
CUT = [STREAM_HEAD, piece(EVENTS[0]), 0.05, "reset"]
FAILING = [STREAM_HEAD, piece(EVENTS[0]), 0.05, piece(event({"error": {"message": "gone", "code": 502}})), END]
OPEN = [STREAM_HEAD, piece(EVENTS[0]), "hang"]
PLACES = ("middleware", "attempt_middleware")
QUICK = RetryOptions(initial_interval=0.01, jitter=0)


@pytest.fixture(params=BACKENDS)
def caller(request: pytest.FixtureRequest) -> Caller:
    return Caller(request.param)


@pytest.fixture(params=PLACES)
def place(request: pytest.FixtureRequest) -> str:
    return str(request.param)


class Watch:
    """A middleware that records what it observes."""

    def __init__(self) -> None:
        self.events: list[str] = []
        self.items: list[str] = []
        self.ends: list[StreamEnd] = []

    def __call__(self, request: Request, call_next: Handler) -> Flow[Response]:
        response = yield from call_next(request)
        if response.stream is None:
            return response
        return response.observed(
            on_event=lambda each: self.events.append(each.data),
            on_item=lambda item: self.items.append(item.text),
            on_end=self.ends.append,
        )

    @property
    def end(self) -> StreamEnd:
        assert len(self.ends) == 1
        return self.ends[0]


@pytest.mark.parametrize("script", [STREAM, AT_ONCE], ids=["one read per event", "one read"])
def test_a_complete_stream_reports_all_events_all_items_and_its_result(caller: Caller, place: str, script: Any) -> None:
    watch = Watch()
    with Loopback(script) as server:
        result = caller.read(server.url, **{place: [watch]})
    assert b"".join(b"data: %s\n\n" % data.encode() for data in watch.events) == b"".join(EVENTS)
    assert watch.items == ["Hel", "lo", "!"]
    assert (watch.end.kind, watch.end.error, watch.end.partial) == ("complete", None, None)
    assert (watch.end.result.text, watch.end.result.usage.cost) == (result.text, 0.25)
    assert watch.end.result.response.status == 200


@pytest.mark.parametrize(("script", "error"), [(CUT, IncompleteStreamError), (FAILING, BadGatewayResponseError)])
def test_a_failed_stream_reports_its_error_and_its_partial_result(
    caller: Caller, place: str, script: Any, error: Any
) -> None:
    watch = Watch()
    with Loopback(script) as server, pytest.raises(error) as caught:
        caller.read(server.url, **{place: [watch]})
    assert (watch.end.kind, watch.end.error, watch.end.result) == ("failed", caught.value, None)
    assert not watch.end.discarded
    assert watch.end.partial.text == "Hel"


def test_a_stream_that_ends_early_has_failed_even_if_its_caller_accepts_that(caller: Caller, place: str) -> None:
    watch = Watch()
    options = RequestOptions(on_incomplete="return")
    with Loopback(CUT) as server:
        assert caller.read(server.url, options=options, **{place: [watch]}).text == "Hel"
    assert watch.end.kind == "failed"
    assert isinstance(watch.end.error, IncompleteStreamError)


@pytest.mark.parametrize(("end", "kind"), [("close", "closed"), ("drop", "dropped")])
def test_a_stream_that_is_closed_or_dropped_reports_what_was_received(
    caller: Caller, place: str, end: str, kind: str
) -> None:
    watch = Watch()
    with Loopback(OPEN) as server:
        assert caller.read_one(server.url, end=end, **{place: [watch]}) == "Hel"
    assert (watch.end.kind, watch.end.error, watch.end.partial.text) == (kind, None, "Hel")
    assert watch.items == ["Hel"]


def test_a_stream_that_is_closed_after_its_last_item_is_complete(caller: Caller) -> None:
    watch = Watch()
    with Loopback([STREAM_HEAD, piece(event(chunk("Hel", "stop")) + DONE), END]) as server:
        caller.read_one(server.url, end="close", middleware=[watch])
    assert watch.end.kind == "complete"


def test_a_dropped_stream_is_freed_at_once_although_its_observers_refer_to_the_response() -> None:
    freed: list[Any] = []
    ends: list[tuple[str, int]] = []

    def watch(request: Request, call_next: Handler) -> Flow[Response]:
        response = yield from call_next(request)
        freed.append(weakref.ref(response.stream.parser))  # type: ignore[union-attr]  # it is a stream
        return response.observed(
            on_event=lambda _: response.status, on_end=lambda end: ends.append((end.kind, response.status))
        )

    gc.disable()
    try:
        with Loopback(OPEN) as server, OpenRouter(base_url=server.url, middleware=[watch], retries=0) as client:
            stream = client.chat.stream(model="a", messages=MESSAGES)
            next(stream)
            del stream
            assert ends == [("dropped", 200)]
            assert freed[0]() is None
            until = time.monotonic() + 10
            while not server.closed_at and time.monotonic() < until:
                time.sleep(0.01)
            assert server.closed_at
    finally:
        gc.enable()


def test_on_end_can_be_a_flow_that_waits(caller: Caller, place: str) -> None:
    written: list[str] = []

    def write(kind: str) -> None:
        time.sleep(0.01)
        written.append(kind)

    def on_end(end: StreamEnd) -> Flow[None]:
        yield from do(CallFunction(write, (end.kind,)))

    def watch(request: Request, call_next: Handler) -> Flow[Response]:
        response = yield from call_next(request)
        return response.observed(on_end=on_end)

    with Loopback(STREAM, OPEN, CUT) as server:
        caller.read(server.url, **{place: [watch]})
        caller.read_one(server.url, end="close", **{place: [watch]})
        with pytest.raises(IncompleteStreamError):
            caller.read(server.url, **{place: [watch]})
    assert written == ["complete", "closed", "failed"]


def test_a_flow_that_yields_an_effect_for_a_dropped_stream_is_reported(monkeypatch: pytest.MonkeyPatch) -> None:
    reported: list[str] = []
    monkeypatch.setattr(sys, "unraisablehook", lambda found: reported.append(str(found.exc_value)))

    def on_end(end: StreamEnd) -> Flow[None]:
        yield from do(CallFunction(reported.append, (end.kind,)))

    def watch(request: Request, call_next: Handler) -> Flow[Response]:
        response = yield from call_next(request)
        return response.observed(on_end=on_end)

    with Loopback(OPEN) as server:
        Caller("sync").read_one(server.url, end="drop", middleware=[watch])
    assert len(reported) == 1
    assert "on_end yielded CallFunction for a stream that was dropped" in reported[0]
    assert 'only if end.kind is not "dropped"' in reported[0]


def test_an_observer_that_fails_for_a_dropped_stream_hides_its_end_from_no_other(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    reported: list[BaseException | None] = []
    monkeypatch.setattr(sys, "unraisablehook", lambda found: reported.append(found.exc_value))
    watch = Watch()

    def on_end(end: StreamEnd) -> Flow[None]:
        yield from do(CallFunction(len, (end.kind,)))

    def observe(function: Any) -> Middleware:
        def middleware(request: Request, call_next: Handler) -> Flow[Response]:
            response = yield from call_next(request)
            return response.observed(on_end=function)

        return middleware

    with Loopback(OPEN) as server:
        middleware = [watch, observe(on_end), observe(raise_key_error)]
        Caller("sync").read_one(server.url, end="drop", middleware=middleware)
    assert watch.end.kind == "dropped"
    assert [type(error) for error in reported] == [KeyError, ConfigurationError]


def test_streams_that_a_retry_discards_end_as_failed(caller: Caller) -> None:
    watch = Watch()
    empty = [STREAM_HEAD, piece(event(chunk("", "stop")) + DONE), END]
    with Loopback(empty, STREAM) as server:
        retries = RetryOptions(initial_interval=0.01, empty=True)
        caller.read(server.url, attempt_middleware=[watch], retries=retries)
    assert [(end.kind, end.discarded) for end in watch.ends] == [("failed", True), ("complete", False)]
    assert "the call is retried (the completion is empty)" in str(watch.ends[0].error)


def replace_stream(request: Request, call_next: Handler) -> Flow[Response]:
    yield from call_next(request)
    return Response(request, 200, {}, content=b"".join(EVENTS))


def fail(request: Request, call_next: Handler) -> Flow[Response]:
    yield from call_next(request)
    raise KeyError("middleware")


@pytest.mark.parametrize("place_of_other", PLACES)
def test_a_stream_that_an_outer_middleware_replaces_ends_as_failed(caller: Caller, place_of_other: str) -> None:
    watch = Watch()
    others: Any = {"middleware": [], "attempt_middleware": [watch]}
    others[place_of_other] = [replace_stream, *others[place_of_other]]
    with Loopback(OPEN) as server:
        assert caller.read(server.url, **others).text == "Hello!"
    assert (watch.end.kind, watch.end.discarded) == ("failed", True)
    assert "the middleware replace_stream returned another response" in str(watch.end.error).replace("attempt ", "")
    assert watch.events == [EVENTS[0][6:-2].decode()]


def test_a_stream_is_failed_by_the_exception_of_an_outer_middleware(caller: Caller) -> None:
    watch = Watch()
    with Loopback(OPEN) as server, pytest.raises(KeyError) as caught:
        caller.read(server.url, middleware=[fail, watch])
    assert (watch.end.kind, watch.end.error, watch.end.discarded) == ("failed", caught.value, True)


def test_a_stream_that_an_outer_middleware_reads_to_its_end_is_complete(caller: Caller) -> None:
    watch, outermost = Watch(), Watch()

    def shout(request: Request, call_next: Handler) -> Flow[Response]:
        response = yield from call_next(request)
        assert response.stream is not None
        body = b""
        while data := (yield from do(Read(response, response.stream.deadlines))):
            body += data
        return Response(request, 200, response.headers, content=body.replace(b"Hel", b"HEL"))

    with Loopback(STREAM) as server:
        assert caller.read(server.url, middleware=[outermost, shout, watch]).text == "HELlo!"
    assert (watch.end.kind, watch.end.result.text, len(watch.events)) == ("complete", "Hello!", len(EVENTS))
    assert (outermost.end.kind, outermost.end.result.text) == ("complete", "HELlo!")


def test_inner_observers_learn_of_the_end_before_outer_ones(caller: Caller) -> None:
    order: list[str] = []

    def watch(name: str) -> Middleware:
        def middleware(request: Request, call_next: Handler) -> Flow[Response]:
            response = yield from call_next(request)
            return response.observed(on_end=lambda _: order.append(name))

        return middleware

    with Loopback(STREAM) as server:
        options = RequestOptions(middleware=[watch("call")])
        caller.read(server.url, middleware=[watch("client")], attempt_middleware=[watch("attempt")], options=options)
    assert order == ["attempt", "call", "client"]


def raise_key_error(_: Any) -> None:
    raise KeyError("observer")


@pytest.mark.parametrize("name", ["on_event", "on_item", "on_end"])
def test_an_exception_of_an_observer_is_raised_to_the_caller_and_the_others_learn_of_the_end(
    caller: Caller, place: str, name: str
) -> None:
    watch = Watch()

    def faulty(request: Request, call_next: Handler) -> Flow[Response]:
        response = yield from call_next(request)
        return response.observed(**{name: raise_key_error})

    with Loopback(STREAM) as server, pytest.raises(KeyError, match="observer"):
        caller.read(server.url, **{place: [faulty, watch]})
    gc.collect()
    assert len(watch.ends) == 1


def test_an_exception_of_on_event_in_the_middle_of_a_stream_fails_it(caller: Caller) -> None:
    watch = Watch()

    def faulty(request: Request, call_next: Handler) -> Flow[Response]:
        response = yield from call_next(request)

        def on_event(each: Any) -> None:
            if each.data == "[DONE]":
                raise KeyError("observer")

        return response.observed(on_event=on_event)

    with Loopback(STREAM) as server, pytest.raises(KeyError) as caught:
        caller.read(server.url, middleware=[faulty, watch])
    assert (watch.end.kind, watch.end.error) == ("failed", caught.value)


def test_observing_a_plain_response_raises_what_to_check(caller: Caller, place: str) -> None:
    def watch(request: Request, call_next: Handler) -> Flow[Response]:
        response = yield from call_next(request)
        return response.observed(on_end=print)

    with (
        Loopback([http_response(completion())]) as server,
        pytest.raises(ConfigurationError, match=r"not a stream: run observed.* only if response\.stream is not None"),
    ):
        caller.send(server.url, **{place: [watch]})


async def async_function(_: Any) -> None:
    """Not allowed."""


class AsyncCall:
    async def __call__(self, _: Any) -> None:
        """Not allowed."""


@pytest.mark.parametrize("function", [async_function, AsyncCall(), "text"])
@pytest.mark.parametrize("name", ["on_event", "on_item", "on_end"])
def test_an_observer_that_is_no_plain_function_is_rejected_by_name(caller: Caller, name: str, function: Any) -> None:
    def watch(request: Request, call_next: Handler) -> Flow[Response]:
        response = yield from call_next(request)
        return response.observed(**{name: function})

    expected = (
        f"{name} must be a function" if function == "text" else f"{name}=.* is async: write it as a plain function"
    )
    with Loopback(STREAM) as server, pytest.raises(ConfigurationError, match=expected):
        caller.read(server.url, middleware=[watch])


def test_a_stream_cannot_be_observed_after_it_was_returned() -> None:
    kept: list[Response] = []

    def keep(request: Request, call_next: Handler) -> Flow[Response]:
        response = yield from call_next(request)
        kept.append(response)
        return response

    with (
        Loopback(STREAM) as server,
        OpenRouter(base_url=server.url, middleware=[keep]) as client,
        client.chat.stream(model="a", messages=MESSAGES) as stream,
    ):
        with pytest.raises(ConfigurationError, match=r"run observed.* in a middleware"):
            kept[0].observed(on_end=print)
        assert stream.read_all().text == "Hello!"


def test_a_stream_that_another_thread_closes_reports_its_end_once() -> None:
    watch = Watch()
    with Loopback(OPEN) as server, OpenRouter(base_url=server.url, middleware=[watch]) as client:
        stream = client.chat.stream(model="a", messages=MESSAGES)
        assert next(stream).text == "Hel"
        closing = threading.Timer(0.2, stream.close)
        closing.start()
        with pytest.raises(IncompleteStreamError):
            next(stream)
        closing.join()
    assert watch.end.kind == "closed"


def test_observers_see_the_context_variables_of_the_caller(caller: Caller) -> None:
    name: contextvars.ContextVar[str] = contextvars.ContextVar("name", default="none")
    name.set("caller")
    seen: list[str] = []

    def watch(request: Request, call_next: Handler) -> Flow[Response]:
        response = yield from call_next(request)
        return response.observed(on_item=lambda _: seen.append(name.get()), on_end=lambda _: seen.append(name.get()))

    with Loopback(STREAM) as server:
        caller.read(server.url, middleware=[watch])
    assert seen == ["caller"] * 4


def test_recorded_events_are_replayed_as_a_stream(caller: Caller) -> None:
    stored: dict[Any, bytes] = {}

    def cache(request: Request, call_next: Handler) -> Flow[Response]:
        key = str(request.json)
        if key in stored:
            return Response(request, 200, {"content-type": "text/event-stream"}, content=stored[key])
        response = yield from call_next(request)
        recorded: list[bytes] = []

        def on_end(end: StreamEnd) -> None:
            if end.kind == "complete":
                stored[key] = b"".join(recorded)

        return response.observed(on_event=lambda each: recorded.append(each.encode()), on_end=on_end)

    watch = Watch()
    with Loopback(CUT, STREAM) as server:
        with pytest.raises(IncompleteStreamError):
            caller.read(server.url, middleware=[watch, cache])
        results = [caller.read(server.url, middleware=[watch, cache]) for _ in range(3)]
        assert len(server.requests) == 2
    assert [(result.text, result.cost) for result in results] == [("Hello!", 0.25)] * 3
    assert [end.kind for end in watch.ends] == ["failed", "complete", "complete", "complete"]


def test_streams_without_a_combined_result_report_their_end_without_one() -> None:
    ends: list[StreamEnd] = []

    def watch(request: Request, call_next: Handler) -> Flow[Response]:
        response = yield from call_next(request)
        return response.observed(on_end=ends.append)

    operation = operations.chat.send(model="a", messages=MESSAGES)
    operation = evolve(operation, endpoint=evolve(operation.endpoint, behavior=Behavior()))
    with Loopback(STREAM) as server, OpenRouter(base_url=server.url, middleware=[watch]) as client:
        assert len(list(client.stream(operation))) == 3
    assert [(end.kind, end.result, end.partial) for end in ends] == [("complete", None, None)]


def test_a_stream_by_path_can_be_observed() -> None:
    watch, ends = [], []

    def middleware(request: Request, call_next: Handler) -> Flow[Response]:
        response = yield from call_next(request)
        return response.observed(on_event=watch.append, on_end=ends.append)

    body = b"event: tick\ndata: 1\n\n: alive\n\nevent: tock\ndata: two\ndata: lines\n\n"
    with (
        Loopback([STREAM_HEAD, piece(body), END]) as server,
        OpenRouter(base_url=server.url, api_key="sk-test-0123456789", attempt_middleware=[middleware]) as client,
        client.request_stream("GET", "/clock") as stream,
    ):
        items = list(stream)
    assert watch == items
    assert [end.kind for end in ends] == ["complete"]
    assert b"".join(each.encode() for each in items) == body.replace(b": alive\n\n", b"")
