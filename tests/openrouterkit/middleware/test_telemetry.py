"""`Telemetry` records spans and metrics as OpenTelemetry's conventions for GenAI define."""

from __future__ import annotations

import gc
import json
import subprocess
import sys
import threading
import time
from typing import Any

import anyio
import pytest
from callers import MESSAGES, Caller
from loopback import STREAM_HEAD, Loopback, chunk, event, piece
from opentelemetry import trace
from opentelemetry.sdk.metrics import MeterProvider
from opentelemetry.sdk.metrics.export import InMemoryMetricReader
from opentelemetry.sdk.trace import ReadableSpan, TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter
from opentelemetry.sdk.trace.sampling import ALWAYS_OFF
from opentelemetry.trace import SpanKind, StatusCode
from script_callers import BACKENDS, ScriptCaller

from openrouterkit import (
    AsyncOpenRouter,
    OpenRouter,
    RetryOptions,
    TimeoutOptions,
    assistant,
    content,
    system,
    tool,
    user,
)
from openrouterkit.errors import APIError, TimedOutError
from openrouterkit.flow import Flow, Gather, Request, Response, Sleep, do
from openrouterkit.middleware import Cache, Handler, Telemetry
from openrouterkit.service import Service
from openrouterkit.testing import Script, completion, error, reply, stream, timeout, tool_call

USAGE = {
    "prompt_tokens": 10,
    "completion_tokens": 5,
    "total_tokens": 15,
    "prompt_tokens_details": {"cached_tokens": 4},
    "completion_tokens_details": {"reasoning_tokens": 3},
}


class Recorder:
    """Records the spans and metrics of a `Telemetry`.

    Args:
        options: Arguments of `Telemetry`.
    """

    def __init__(self, **options: Any) -> None:
        self._exporter = InMemorySpanExporter()
        self._reader = InMemoryMetricReader()
        self.tracers = TracerProvider()
        self.tracers.add_span_processor(SimpleSpanProcessor(self._exporter))
        self.telemetry = Telemetry(self.tracers, MeterProvider([self._reader]), **options)

    def wait(self) -> None:
        """Wait for the span of a dropped stream, which ends in a thread."""
        deadline = time.monotonic() + 20
        while not self.spans:
            assert time.monotonic() < deadline
            time.sleep(0.01)

    @property
    def spans(self) -> list[ReadableSpan]:
        return list(self._exporter.get_finished_spans())

    @property
    def span(self) -> ReadableSpan:
        (span,) = self.spans
        return span

    @property
    def attributes(self) -> dict[str, Any]:
        return dict(self.span.attributes or {})

    @property
    def points(self) -> dict[str, list[Any]]:
        """The points of each metric."""
        data = self._reader.get_metrics_data()
        found: dict[str, list[Any]] = {}
        for resource in [] if data is None else data.resource_metrics:
            for scope in resource.scope_metrics:
                found.update({metric.name: list(metric.data.data_points) for metric in scope.metrics})
        return found


@pytest.fixture(params=BACKENDS)
def caller(request: pytest.FixtureRequest) -> ScriptCaller:
    return ScriptCaller(request.param)


@pytest.fixture
def recorder() -> Recorder:
    return Recorder()


def test_a_call_is_a_span_with_the_attributes_of_the_conventions(caller: ScriptCaller, recorder: Recorder) -> None:
    caller.send(Script([completion("Hi", usage=USAGE, cost=0.25, model="b/b")]), middleware=[recorder.telemetry])
    span = recorder.span
    assert (span.name, span.kind, span.status.status_code) == ("chat a/a", SpanKind.CLIENT, StatusCode.UNSET)
    attributes = recorder.attributes
    assert attributes.pop("gen_ai.response.id")
    assert attributes == {
        "gen_ai.operation.name": "chat",
        "gen_ai.provider.name": "openrouter",
        "gen_ai.request.model": "a/a",
        "gen_ai.response.finish_reasons": ("stop",),
        "gen_ai.response.model": "b/b",
        "gen_ai.usage.cache_read.input_tokens": 4,
        "gen_ai.usage.cost": 0.25,
        "gen_ai.usage.input_tokens": 10,
        "gen_ai.usage.output_tokens": 5,
        "gen_ai.usage.reasoning.output_tokens": 3,
        "http.request.method": "POST",
        "http.response.status_code": 200,
        "openrouterkit.operation": "sendChatCompletionRequest",
        "server.address": "openrouter.ai",
        "server.port": 443,
    }


def test_the_settings_of_a_request_are_attributes(recorder: Recorder) -> None:
    client = Script(["Hi"]).client(middleware=[recorder.telemetry])
    client.chat.send(
        model="a/a",
        messages=MESSAGES,
        temperature=0.5,
        top_p=0.9,
        top_k=3,
        frequency_penalty=0.1,
        presence_penalty=0.2,
        seed=7,
        max_completion_tokens=100,
        stop=["a", "b"],
        response_format={"type": "json_object"},
    )
    attributes = recorder.attributes
    for name, value in {
        "temperature": 0.5,
        "top_p": 0.9,
        "top_k": 3,
        "frequency_penalty": 0.1,
        "presence_penalty": 0.2,
        "seed": 7,
        "max_tokens": 100,
        "stop_sequences": ("a", "b"),
    }.items():
        assert attributes[f"gen_ai.request.{name}"] == value
    assert attributes["gen_ai.output.type"] == "json"


def test_embeddings_have_spans_and_token_metrics(recorder: Recorder) -> None:
    body = {
        "object": "list",
        "model": "e/e",
        "data": [{"object": "embedding", "index": 0, "embedding": [0.5]}],
        "usage": {"prompt_tokens": 8, "total_tokens": 8, "cost": 0.125},
    }
    client = Script([body]).client(middleware=[recorder.telemetry])
    client.embeddings.generate(model="e/e", input="text", dimensions=1, encoding_format="float")
    assert recorder.span.name == "embeddings e/e"
    attributes = recorder.attributes
    assert (attributes["gen_ai.usage.input_tokens"], attributes["gen_ai.usage.cost"]) == (8, 0.125)
    assert attributes["gen_ai.embeddings.dimension.count"] == 1
    assert attributes["gen_ai.request.encoding_formats"] == ("float",)
    (point,) = recorder.points["gen_ai.client.token.usage"]
    assert (point.attributes["gen_ai.token.type"], point.sum) == ("input", 8)


def test_a_call_without_a_model_has_a_span_named_by_its_operation_and_no_metrics(recorder: Recorder) -> None:
    client = Script(default={"data": []}).client(middleware=[recorder.telemetry])
    client.request("GET", "/models")
    list(client.models.list())
    assert [span.name for span in recorder.spans] == ["GET", "getModels"]
    assert "gen_ai.operation.name" not in (recorder.spans[0].attributes or {})
    assert recorder.points == {}


def test_a_stream_is_a_span_until_its_end(caller: ScriptCaller, recorder: Recorder) -> None:
    script = Script([stream("Hel", "lo", usage=USAGE, cost=0.25, delay=0.05)])
    caller.read(script, middleware=[recorder.telemetry])
    attributes = recorder.attributes
    assert attributes["gen_ai.request.stream"] is True
    assert attributes["gen_ai.response.finish_reasons"] == ("stop",)
    assert (attributes["gen_ai.usage.output_tokens"], attributes["gen_ai.usage.cost"]) == (5, 0.25)
    assert attributes["openrouterkit.stream.end"] == "complete"
    assert attributes["gen_ai.response.time_to_first_chunk"] >= 0.04
    (point,) = recorder.points["gen_ai.client.operation.time_to_first_chunk"]
    assert point.sum == attributes["gen_ai.response.time_to_first_chunk"]


@pytest.mark.parametrize(("end", "kind"), [("close", "closed"), ("drop", "dropped")])
def test_the_span_of_a_stream_ends_when_its_caller_closes_or_drops_it(
    caller: ScriptCaller, recorder: Recorder, end: str, kind: str
) -> None:
    with Loopback([STREAM_HEAD, piece(event(chunk("Hel", usage=USAGE))), "hang"]) as server:
        Caller(caller.backend).read_one(server.url, end=end, middleware=[recorder.telemetry])
    recorder.wait()
    assert recorder.span.status.status_code == StatusCode.UNSET
    assert recorder.attributes["openrouterkit.stream.end"] == kind
    assert recorder.attributes["gen_ai.usage.input_tokens"] == 10


def test_the_metrics_of_a_dropped_stream_are_recorded_soon(recorder: Recorder) -> None:
    with Loopback([STREAM_HEAD, piece(event(chunk("Hel", usage=USAGE))), "hang"]) as server:
        Caller("sync").read_one(server.url, end="drop", middleware=[recorder.telemetry])
    recorder.wait()
    deadline = time.monotonic() + 20
    while not recorder.points and time.monotonic() < deadline:
        time.sleep(0.01)
    assert len(recorder.points["gen_ai.client.operation.duration"]) == 1
    assert len(recorder.points["gen_ai.client.token.usage"]) == 2


def test_an_error_in_a_stream_has_its_own_status_beside_that_of_http(caller: ScriptCaller, recorder: Recorder) -> None:
    with pytest.raises(APIError):
        caller.read(Script([stream("Hel", 502)]), middleware=[recorder.telemetry])
    assert (recorder.attributes["error.type"], recorder.attributes["http.response.status_code"]) == ("502", 200)


def test_an_error_is_the_status_of_the_span(caller: ScriptCaller, recorder: Recorder) -> None:
    with pytest.raises(APIError) as caught:
        caller.send(Script([error(400, "bad")]), middleware=[recorder.telemetry])
    span = recorder.span
    assert (span.status.status_code, span.status.description) == (StatusCode.ERROR, str(caught.value))
    assert (recorder.attributes["error.type"], recorder.attributes["http.response.status_code"]) == ("400", 400)
    (point,) = recorder.points["gen_ai.client.operation.duration"]
    assert point.attributes["error.type"] == "400"


def test_an_error_without_a_response_is_named_by_its_class(recorder: Recorder) -> None:
    with pytest.raises(TimedOutError):
        ScriptCaller("sync").send(Script([timeout("read")]), middleware=[recorder.telemetry], retries=0)
    assert recorder.attributes["error.type"] == "TimedOutError"


def test_a_failed_stream_is_the_status_of_the_span(caller: ScriptCaller, recorder: Recorder) -> None:
    with pytest.raises(APIError):
        caller.read(Script([stream("Hel", error(502))]), middleware=[recorder.telemetry])
    assert recorder.span.status.status_code == StatusCode.ERROR
    assert (recorder.attributes["error.type"], recorder.attributes["openrouterkit.stream.end"]) == ("502", "failed")


@pytest.mark.parametrize("backend", ["asyncio", "trio"])
def test_the_span_of_a_cancelled_call_ends(backend: str, recorder: Recorder) -> None:
    async def run(url: str) -> None:
        async with AsyncOpenRouter(base_url=url, api_key="k", middleware=[recorder.telemetry]) as client:
            with anyio.move_on_after(0.3):
                await client.chat.send(model="a", messages=MESSAGES)
            assert not trace.get_current_span().get_span_context().is_valid

    with Loopback(["hang"]) as server:
        anyio.run(run, server.url, backend=backend)
    assert recorder.attributes["error.type"].startswith("Cancelled")


def test_retries_are_events_at_the_times_of_their_failures(caller: ScriptCaller, recorder: Recorder) -> None:
    retries = RetryOptions(initial_interval=0.05, jitter=0)
    caller.send(Script([503, error(429), "Hi"]), middleware=[recorder.telemetry], retries=retries)
    span = recorder.span
    assert [each.name for each in span.events] == ["retry", "retry"]
    first, second = (dict(each.attributes or {}) for each in span.events)
    assert first == {
        "gen_ai.request.model": "a/a",
        "http.response.status_code": 503,
        "openrouterkit.attempt": 1,
        "openrouterkit.retry.reason": "status 503",
        "openrouterkit.retry.wait": 0.05,
    }
    assert (second["openrouterkit.attempt"], second["http.response.status_code"]) == (2, 429)
    assert recorder.attributes["http.request.resend_count"] == 2
    times = [each.timestamp for each in span.events]
    assert span.start_time is not None
    assert span.end_time is not None
    assert span.start_time - 10**7 <= times[0] < times[1] <= span.end_time
    assert times[1] - times[0] >= 0.04 * 1e9


def test_the_span_is_a_child_of_the_callers_span_and_current_inside_the_call(
    caller: ScriptCaller, recorder: Recorder
) -> None:
    tracer = recorder.tracers.get_tracer("test")
    inside: list[Any] = []

    def look(request: Request, call_next: Handler) -> Flow[Response]:
        inside.append(trace.get_current_span().get_span_context().span_id)
        response = yield from call_next(request)
        inside.append(trace.get_current_span().get_span_context().span_id)
        return response

    def use(client: Any) -> None:
        with tracer.start_as_current_span("caller") as parent:
            client.chat.send(model="a/a", messages=MESSAGES)
            assert trace.get_current_span() is parent
            with client.chat.stream(model="a/a", messages=MESSAGES) as opened:
                next(opened)
                assert trace.get_current_span() is parent
                opened.read_all()
            assert trace.get_current_span() is parent

    async def use_async(client: Any) -> None:
        with tracer.start_as_current_span("caller") as parent:
            await client.chat.send(model="a/a", messages=MESSAGES)
            assert trace.get_current_span() is parent
            async with client.chat.stream(model="a/a", messages=MESSAGES) as opened:
                await anext(opened)
                assert trace.get_current_span() is parent
                await opened.read_all()
            assert trace.get_current_span() is parent

    script = Script(default="Hello")
    caller.run(script, use, use_async, middleware=[recorder.telemetry], attempt_middleware=[look])
    first, second, parent = recorder.spans
    assert first.parent is not None
    assert second.parent is not None
    assert first.parent.span_id == second.parent.span_id == parent.context.span_id
    assert inside == [first.context.span_id] * 2 + [second.context.span_id] * 2


def test_requests_that_run_at_the_same_time_are_children_of_the_span_around_them(
    caller: ScriptCaller, recorder: Recorder
) -> None:
    outer = recorder.telemetry

    def ask_two(request: Request, call_next: Handler) -> Flow[Response]:
        requests = [request.with_json(model=model) for model in ("b/b", "c/c")]
        responses = yield from do(Gather([call_next(each) for each in requests]))
        return responses[0]

    caller.send(Script(default="Hi"), middleware=[outer, ask_two, recorder.telemetry])
    *inner, around = recorder.spans
    assert {span.name for span in inner} == {"chat b/b", "chat c/c"}
    assert around.name == "chat a/a"
    assert {span.parent.span_id for span in inner if span.parent} == {around.context.span_id}


def test_metrics_are_recorded_with_the_attributes_and_boundaries_of_the_conventions(recorder: Recorder) -> None:
    script = Script([completion("Hi", usage=USAGE, model="b/b", delay=0.05)])
    ScriptCaller("sync").send(script, middleware=[recorder.telemetry])
    common = {
        "gen_ai.operation.name": "chat",
        "gen_ai.provider.name": "openrouter",
        "gen_ai.request.model": "a/a",
        "gen_ai.response.model": "b/b",
        "server.address": "openrouter.ai",
        "server.port": 443,
    }
    (duration,) = recorder.points["gen_ai.client.operation.duration"]
    assert dict(duration.attributes) == common
    assert duration.sum >= 0.04
    assert duration.explicit_bounds[:3] == (0.01, 0.02, 0.04)
    tokens = recorder.points["gen_ai.client.token.usage"]
    assert {each.attributes["gen_ai.token.type"]: each.sum for each in tokens} == {"input": 10, "output": 5}
    assert all(dict(each.attributes).items() > common.items() for each in tokens)
    assert tokens[0].explicit_bounds[:3] == (1, 4, 16)
    assert "gen_ai.client.operation.time_to_first_chunk" not in recorder.points


def test_the_tokens_of_a_cached_response_are_not_in_the_metric(recorder: Recorder) -> None:
    layers = [recorder.telemetry, Cache()]
    script = Script([completion("Hi", usage=USAGE)])
    for _ in range(2):
        ScriptCaller("sync").send(script, middleware=layers)
    assert [(span.attributes or {}).get("openrouterkit.cached") for span in recorder.spans] == [None, True]
    assert {each.sum for each in recorder.points["gen_ai.client.token.usage"]} == {10, 5}


CHAT: list[Any] = [
    system("Be brief."),
    user("What is this?", content.image("https://example.com/a.png"), content.image("data:image/png;base64,AAAA")),
    assistant(tool_calls=[{"id": "1", "type": "function", "function": {"name": "look", "arguments": '{"at": 1}'}}]),
    tool("a cat", tool_call_id="1"),
]


def test_content_is_recorded_only_on_request(caller: ScriptCaller) -> None:
    silent = Recorder()
    script = Script([completion("Paris", reasoning="hm")])
    caller.send(script, "secret question", middleware=[silent.telemetry])
    assert "secret question" not in str(silent.attributes)
    assert "Paris" not in str(silent.attributes)


@pytest.mark.parametrize("kind", ["send", "stream"])
def test_content_has_the_form_of_the_conventions(kind: str) -> None:
    recorder = Recorder(content=True)
    client = Script([completion("A cat", reasoning="hm")]).client(middleware=[recorder.telemetry])
    if kind == "send":
        client.chat.send(model="a/a", messages=CHAT)
    else:
        client.chat.stream(model="a/a", messages=CHAT).read_all()
    attributes = recorder.attributes
    assert json.loads(attributes["gen_ai.input.messages"]) == [
        {"role": "system", "parts": [{"type": "text", "content": "Be brief."}]},
        {
            "role": "user",
            "parts": [
                {"type": "text", "content": "What is this?"},
                {"type": "uri", "modality": "image", "uri": "https://example.com/a.png"},
                {"type": "image_url"},
            ],
        },
        {"role": "assistant", "parts": [{"type": "tool_call", "id": "1", "name": "look", "arguments": {"at": 1}}]},
        {"role": "tool", "parts": [{"type": "tool_call_response", "id": "1", "response": "a cat"}]},
    ]
    assert json.loads(attributes["gen_ai.output.messages"]) == [
        {
            "role": "assistant",
            "parts": [{"type": "reasoning", "content": "hm"}, {"type": "text", "content": "A cat"}],
            "finish_reason": "stop",
        }
    ]


def test_tool_calls_of_a_result_are_content() -> None:
    recorder = Recorder(content=True)
    step = completion(tool_calls=[tool_call("look", {"at": 1}), tool_call("look", "not JSON")])
    ScriptCaller("sync").send(Script([step]), middleware=[recorder.telemetry])
    (message,) = json.loads(recorder.attributes["gen_ai.output.messages"])
    assert [part["arguments"] for part in message["parts"]] == [{"at": 1}, "not JSON"]
    assert message["finish_reason"] == "tool_calls"


@pytest.mark.parametrize("body", [b"[]", b"text", b'{"choices": [1, {}], "usage": 1}', b'{"choices": {}, "model": 1}'])
def test_bodies_of_any_kind_are_recorded(body: bytes) -> None:
    recorder = Recorder(content=True)
    client = Script([reply(body)]).client(middleware=[recorder.telemetry])
    client.request("POST", "/chat/completions", json={"messages": [1, {"content": 2}], "n": 2, "stop": "a", "model": 1})
    assert recorder.span.name == "chat"
    assert recorder.attributes["gen_ai.request.choice.count"] == 2


def test_the_name_of_the_provider_can_be_set() -> None:
    recorder = Recorder(provider="acme")
    ScriptCaller("sync").send(Script(["Hi"]), middleware=[recorder.telemetry])
    assert recorder.attributes["gen_ai.provider.name"] == "acme"


@pytest.mark.parametrize("name", ["the service at https://h.example/v1", "a/b", "?"])
def test_a_service_without_a_proper_name_is_named_by_its_host(name: str, recorder: Recorder) -> None:
    service = Service(name, base_url="https://h.example/v1")
    client = Script([{"data": []}]).client(service, middleware=[recorder.telemetry])
    client.request("GET", "/models")
    assert recorder.attributes["gen_ai.provider.name"] == "h.example"


def test_spans_that_are_not_sampled_cost_nothing_and_metrics_are_recorded() -> None:
    reader = InMemoryMetricReader()
    telemetry = Telemetry(TracerProvider(sampler=ALWAYS_OFF), MeterProvider([reader]), content=True)
    ScriptCaller("sync").send(Script(["Hi"]), middleware=[telemetry])
    assert reader.get_metrics_data() is not None


def test_a_stream_that_is_dropped_while_a_metric_is_recorded_does_not_block_the_thread() -> None:
    recorder = Recorder()
    with (
        Loopback([STREAM_HEAD, piece(event(chunk("Hel"))), "hang"]) as server,
        OpenRouter(base_url=server.url, middleware=[recorder.telemetry], retries=0) as client,
    ):
        streams = [client.chat.stream(model="a", messages=MESSAGES)]
        next(streams[0])
        done = threading.Event()

        class Seconds(float):
            """A measurement that drops the stream while the metric, which has its lock, adds it."""

            def __radd__(self, other: float) -> float:
                streams.clear()
                gc.collect()
                return other + float(self)

        def record() -> None:
            recorder.telemetry._duration.record(Seconds(1))
            done.set()

        threading.Thread(target=record, daemon=True).start()
        assert done.wait(30), "a metric waits for itself"
    recorder.wait()
    assert recorder.attributes["openrouterkit.stream.end"] == "dropped"


def test_a_stream_that_is_dropped_while_a_span_is_exported_does_not_block_the_thread(recorder: Recorder) -> None:
    client = Script(["Hello there"]).client(middleware=[recorder.telemetry])
    streams = [client.chat.stream(model="a", messages=MESSAGES)]
    next(streams[0])
    done = threading.Event()

    def export() -> None:
        with recorder._exporter._lock:
            streams.clear()
            gc.collect()
        done.set()

    threading.Thread(target=export, daemon=True).start()
    assert done.wait(30), "an exporter waits for itself"
    recorder.wait()
    assert recorder.attributes["openrouterkit.stream.end"] == "dropped"


def test_the_span_of_a_flow_that_is_collected_ends_outside_of_the_collection(recorder: Recorder) -> None:
    def wait(request: Request) -> Flow[Response]:
        yield from do(Sleep(1))
        raise AssertionError

    flows = [recorder.telemetry(Request("POST", "https://h/v1/chat/completions", {}, b"{}", TimeoutOptions()), wait)]
    next(flows[0])
    with recorder._exporter._lock:
        flows.clear()
        gc.collect()
    assert not recorder.spans
    ScriptCaller("sync").send(Script(["Hi"]), middleware=[recorder.telemetry])
    assert len(recorder.spans) == 2


def test_without_providers_the_global_ones_are_used() -> None:
    assert ScriptCaller("sync").send(Script(["Hi"]), middleware=[Telemetry()]).text == "Hi"


def test_without_opentelemetry_the_error_says_what_to_install() -> None:
    code = (
        "import sys; sys.modules['opentelemetry'] = None\n"
        "from openrouterkit.middleware import Telemetry\n"
        "try: Telemetry()\n"
        "except ImportError as error: print(error)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
    assert 'pip install "openrouterkit[otel]"' in done.stdout
