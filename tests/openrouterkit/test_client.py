"""The clients: their settings, their requests and their results."""

from __future__ import annotations

import asyncio
import copy
import datetime as dt
import gc
import pickle
import subprocess
import sys
import threading
import warnings
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import anyio
import anyio.lowlevel
import anyio.to_thread
import httpx
import pytest
from garbage import free_garbage
from loopback import DONE, END, STREAM_HEAD, Loopback, chunk, completion, event, http_response, piece

from openrouterkit._options.secret import Secret
from openrouterkit._streaming.chat_stream import ChatStream
from openrouterkit.errors import ConfigurationError, NotFoundResponseError
from openrouterkit.flow import Flow, Gather, do
from openrouterkit.local import LocalServer
from openrouterkit.openrouter import AsyncOpenRouter, OpenRouter
from openrouterkit.options import RequestOptions
from openrouterkit.results import ChatCompletion, ChatCompletionChunk
from openrouterkit.retries import RetryOptions
from openrouterkit.timeouts import TimeoutOptions
from openrouterkit_api import models, operations

KEY = "sk-or-v1-secret"
MESSAGES: Any = [{"role": "user", "content": "hi"}]
REPEATED = [http_response(completion()), "repeat"]


@pytest.fixture
def server() -> Any:
    with Loopback(REPEATED) as loopback:
        yield loopback


@pytest.fixture
def client(server: Loopback) -> Any:
    with OpenRouter(api_key=KEY, base_url=server.url, retries=0) as client:
        yield client


def test_clients_import_no_heavy_modules_before_the_first_call() -> None:
    code = (
        "import sys; from openrouterkit.openrouter import OpenRouter, AsyncOpenRouter\n"
        "for kind in (OpenRouter, AsyncOpenRouter): client = kind(api_key='k'); client.chat; client.models\n"
        "heavy = {'httpx', 'httpcore', 'anyio', 'msgspec', 'dateutil', 'asyncio', 'ssl', 'openrouterkit_api.models'}\n"
        "print(sorted(heavy & set(sys.modules)))"
    )
    process = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, env=_build_environment(), check=True
    )
    assert process.stdout.strip() == "[]"


def _build_environment() -> dict[str, str]:
    import os

    return {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}


def test_chat_result_is_the_model_of_the_contract_with_shortcuts(client: OpenRouter) -> None:
    result = client.chat.send(model="a/b", messages=MESSAGES)
    assert isinstance(result, models.ChatResult)
    assert (result.text, result.tool_calls, result.id) == ("Hello", [], "gen-1")
    assert result.assistant_message.to_dict() == {"role": "assistant", "content": "Hello"}
    assert result.created_at == dt.datetime(2023, 11, 14, 22, 13, 20, tzinfo=dt.UTC)
    assert result.latency is not None
    assert 0 < result.latency < 5
    assert result.to_dict() == completion()


def test_result_has_the_http_response() -> None:
    headers = {"x_generation_id": "gen-9", "x_ratelimit_limit": "20", "x_ratelimit_remaining": "19", "cf_ray": "r-1"}
    with Loopback([http_response(completion(), **headers)]) as server, OpenRouter(base_url=server.url) as client:
        response = client.chat.send(messages=MESSAGES).response
    assert (response.status_code, response.generation_id, response.request_id) == (200, "gen-9", "r-1")
    assert response.status == 200
    assert (response.rate_limits.limit, response.rate_limits.remaining, response.rate_limits.reset) == (20, 19, None)
    assert response.headers["X-Generation-Id"] == "gen-9"
    assert [attempt.number for attempt in response.attempts] == [1]


def test_results_and_chunks_can_be_pickled_and_copied(client: OpenRouter) -> None:
    result = client.chat.send(messages=MESSAGES)
    for duplicate in (pickle.loads(pickle.dumps(result)), copy.deepcopy(result), copy.copy(result)):
        assert (duplicate, duplicate.text, duplicate.latency) == (result, "Hello", result.latency)
        assert duplicate.response.headers == result.response.headers
    text_chunk = ChatCompletionChunk.from_dict(chunk("a"))
    assert (text_chunk.text, text_chunk.is_last, text_chunk.latency) == ("a", False, 0.0)
    assert pickle.loads(pickle.dumps(text_chunk)).text == "a"


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (None, ""),
        ("", ""),
        ([{"type": "text", "text": "a"}, {"type": "hologram"}, {"type": "text", "text": "b"}], "ab"),
        ([{"type": "thinking", "thinking": []}], ""),
        (7, ""),
    ],
)
def test_text_is_always_a_str(content: Any, text: str) -> None:
    assert ChatCompletion.from_dict(completion(content)).text == text
    assert ChatCompletionChunk.from_dict(chunk(content)).text == text
    item = ChatCompletionChunk.from_dict(chunk(content))
    assert item.delta_message is not None
    assert item.text == text


@pytest.mark.parametrize(
    "data", [{}, {"choices": None}, {"choices": []}, {"choices": [None]}, {"choices": [{}]}, {"choices": 7}]
)
def test_result_without_a_message_has_no_text_and_no_tool_calls(data: Any) -> None:
    result = ChatCompletion.from_dict(data)
    assert (result.text, result.tool_calls, result.created_at) == ("", [], None)
    assert result.assistant_message.to_dict() == {"role": "assistant", "content": None}
    item = ChatCompletionChunk.from_dict(data)
    assert (item.text, item.delta_message) == ("", None)


def test_request_is_sent_unchanged_and_extra_arguments_win(client: OpenRouter, server: Loopback) -> None:
    request = models.ChatRequest(messages=MESSAGES, model="a/b")
    client.chat.send(
        **request, temperature=None, extra_body={"new": 1}, extra_headers={"X-A": "1"}, extra_query={"q": "x y"}
    )
    sent = server.requests[0]
    assert sent.json() == {"messages": MESSAGES, "model": "a/b", "temperature": None, "new": 1}
    assert (sent.path, sent.headers["x-a"]) == ("/api/v1/chat/completions?q=x%20y", "1")
    assert sent.headers["content-type"] == sent.headers["accept"] == "application/json"
    assert sent.headers["user-agent"].startswith("openrouterkit")


def test_send_sets_stream_to_false(client: OpenRouter, server: Loopback) -> None:
    assert (
        client.send(operations.chat.send({"messages": MESSAGES, "stream": True})).choices[0].message.content == "Hello"
    )
    assert server.requests[0].json()["stream"] is False


def test_request_may_have_unknown_members(client: OpenRouter, server: Loopback) -> None:
    completion = client.send(operations.chat.send({"messages": MESSAGES, "new": 1}, temperature=0))
    assert isinstance(completion, ChatCompletion)
    assert server.requests[0].json() == {"messages": MESSAGES, "new": 1, "temperature": 0}


def test_send_with_stream_true_returns_an_open_stream(client: OpenRouter) -> None:
    with Loopback([STREAM_HEAD, piece(event(chunk("Hel"))), piece(event(chunk("lo", "stop"))), END]) as server:
        stream: Any = client.with_options(base_url=server.url).chat.send(messages=MESSAGES, stream=True)  # type: ignore[arg-type]  # checkers require stream()
        assert isinstance(stream, ChatStream)
        assert stream.response.status == 200
        assert [item.text for item in stream] == ["Hel", "lo"]


def test_headers_of_client_options_and_call_are_merged_in_this_order(server: Loopback) -> None:
    options: Any = {
        "headers": {"X-One": "client", "X-Two": "client", "X-Gone": "client"},
        "app_url": "https://a.example",
    }
    with OpenRouter(base_url=server.url, app_title="Caf\u00e9", **options) as client:
        call = RequestOptions(headers={"x-two": "call", "x-three": "call", "X-Gone": None})
        client.chat.send(messages=MESSAGES, options=call, extra_headers={"X-Three": "extra"})
    headers = server.requests[0].headers
    assert [headers.get(name) for name in ("x-one", "x-two", "x-three", "x-gone")] == ["client", "call", "extra", None]
    assert headers["http-referer"] == "https://a.example"
    assert headers["x-openrouter-title"].encode("latin-1").decode() == "Caf\u00e9"


def test_key_is_hidden_in_reprs_of_clients_and_options(client: OpenRouter) -> None:
    options = RequestOptions(api_key=KEY, headers={"Authorization": KEY}, query={"key": KEY})
    for value in (client, client._settings, client.chat, options, Secret(KEY), client.with_options(api_key=KEY)):
        assert KEY not in repr(value)
        assert KEY not in repr(getattr(value, "__dict__", {}))
    with pytest.raises(TypeError):
        pickle.dumps(options)


def test_derived_client_shares_connections_and_leaves_them_open(client: OpenRouter, server: Loopback) -> None:
    with client.with_options(headers={"X-Tenant": "7"}, timeout=3, retries=5) as derived:
        derived.chat.send(messages=MESSAGES)
    client.chat.send(messages=MESSAGES)
    assert server.connections == 1
    assert [request.headers.get("x-tenant") for request in server.requests] == ["7", None]
    assert [request.headers["authorization"] for request in server.requests] == [f"Bearer {KEY}"] * 2
    assert derived._settings.timeouts == TimeoutOptions.of(3)
    assert derived._settings.retries.max_attempts == 6


def test_closed_client_raises_a_configuration_error() -> None:
    client = OpenRouter(base_url="http://127.0.0.1:9")
    client.close()
    client.close()
    with pytest.raises(ConfigurationError, match="closed"):
        client.chat.send(messages=MESSAGES)
    with httpx.Client() as http_client:
        pass
    with pytest.raises(ConfigurationError, match="closed"):
        OpenRouter(base_url="http://127.0.0.1:9", http_client=http_client).chat.send(messages=MESSAGES)


def test_http_client_argument_is_used_and_left_open() -> None:
    requests: list[httpx.Request] = []

    def handle(request: httpx.Request) -> httpx.Response:
        requests.append(request)
        return httpx.Response(200, json=completion())

    with httpx.Client(transport=httpx.MockTransport(handle), headers={"X-Own": "1"}) as http_client:
        with OpenRouter(api_key=KEY, http_client=http_client) as client:
            assert client.chat.send(messages=MESSAGES).text == "Hello"
        assert not http_client.is_closed
    assert str(requests[0].url) == "https://openrouter.ai/api/v1/chat/completions"
    assert requests[0].headers["x-own"] == "1"
    assert requests[0].headers["authorization"] == f"Bearer {KEY}"


def test_http_client_of_the_other_kind_is_rejected() -> None:
    with pytest.raises(ConfigurationError, match="AsyncOpenRouter"):
        OpenRouter(http_client=httpx.AsyncClient())  # type: ignore[arg-type]  # deliberately invalid
    with httpx.Client() as http_client, pytest.raises(ConfigurationError, match=r"httpx\.Client needs OpenRouter"):
        AsyncOpenRouter(http_client=http_client)  # type: ignore[arg-type]  # deliberately invalid


def test_key_and_base_url_default_to_the_environment(server: Loopback, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENROUTER_API_KEY", "from-environment")
    monkeypatch.setenv("OPENROUTER_BASE_URL", server.url + "/")
    with OpenRouter() as client, OpenRouter(api_key=lambda: "from-function") as other:
        client.chat.send(messages=MESSAGES)
        other.chat.send(messages=MESSAGES)
    assert [request.headers["authorization"] for request in server.requests] == [
        "Bearer from-environment",
        "Bearer from-function",
    ]


@pytest.mark.parametrize(
    "url", ["ftp://x.example", "openrouter.ai", "https://", "https://u:p@x.example", "https://x.example?a=1"]
)
def test_invalid_base_url_is_rejected(url: str) -> None:
    with pytest.raises(ConfigurationError, match="base_url"):
        OpenRouter(base_url=url)


def test_unknown_setting_is_rejected() -> None:
    with pytest.raises(TypeError, match="base_ulr"):
        OpenRouter(base_ulr="https://x.example")  # type: ignore[call-arg]  # deliberately misspelt
    with pytest.raises(ConfigurationError, match="RequestOptions"), OpenRouter() as client:
        client.chat.send(messages=MESSAGES, options={"retries": 2})  # type: ignore[call-overload]  # deliberately invalid


def test_attribute_of_the_openai_package_is_reported_with_its_equivalent(client: OpenRouter) -> None:
    for chat in (client.chat, AsyncOpenRouter(api_key="k").chat):
        with pytest.raises(AttributeError, match=r"no attribute 'completions': use chat\.send\(\.\.\.\)"):
            chat.completions  # type: ignore[attr-defined]  # noqa: B018 - the access must raise
        with pytest.raises(AttributeError, match=r"no attribute 'temperature'$"):
            chat.temperature  # type: ignore[attr-defined]  # noqa: B018 - the access must raise


def test_log_level_is_read_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    from openrouterkit._flow.loggers import logger

    before = logger.level
    monkeypatch.setenv("OPENROUTER_LOG", "debug")
    OpenRouter()
    assert logger.level == 10
    monkeypatch.setenv("OPENROUTER_LOG", "loud")
    with pytest.raises(ConfigurationError, match="OPENROUTER_LOG"):
        OpenRouter()
    logger.setLevel(before)


def test_send_and_stream_accept_operations() -> None:
    operation = operations.chat.send(messages=MESSAGES)
    with Loopback(REPEATED) as server, OpenRouter(base_url=server.url) as client:
        assert isinstance(client.send(operation), ChatCompletion)
    script = [STREAM_HEAD, piece(event(chunk("a", "stop"))), piece(DONE), END]
    with Loopback(script) as server, OpenRouter(base_url=server.url) as client, client.stream(operation) as stream:
        assert isinstance(stream, ChatStream)
        assert [item.is_last for item in stream] == [True]


def test_request_by_path_returns_the_raw_response() -> None:
    script = [
        http_response({"error": "kept as data", "n": 1}),
        "request",
        http_response({"message": "no"}, 404),
        "repeat",
    ]
    with Loopback(script) as server, OpenRouter(base_url=server.url, api_key=KEY) as client:
        raw = client.request(
            "post", "//things/1", json={"a": models.ChatRequest(messages=[])}, query={"b": [1, 2], "c": None}
        )
        assert raw.json() == {"error": "kept as data", "n": 1}
        assert (raw.status, raw.text[:8], len(raw.attempts)) == (200, '{"error"', 1)
        with pytest.raises(NotFoundResponseError):
            client.request("GET", "/none", timeout=5, options=RequestOptions(retries=0))
    assert server.requests[0].path == "/api/v1/things/1?b=1&b=2"
    assert server.requests[0].json() == {"a": {"messages": []}}
    assert server.requests[0].headers["authorization"] == f"Bearer {KEY}"


def build_page(*names: str, **more: Any) -> bytes:
    return http_response({"data": [{"id": name} for name in names], **more})


def test_paged_listing_returns_the_items_of_all_pages() -> None:
    script = [build_page("a", "b"), "request", build_page("c", "d"), "request", build_page("e"), "repeat"]
    with Loopback(script) as server, OpenRouter(base_url=server.url) as client:
        pages = client.models.list(limit=2)
        assert [model.id for model in pages] == list("abcde")
        assert [len(page.data) for page in pages.pages()] == [2, 2, 1]  # type: ignore[attr-defined]  # not in the protocol that checkers see
    assert [request.path.partition("?")[2] for request in server.requests[:3]] == [
        "limit=2",
        "limit=2&offset=2",
        "limit=2&offset=4",
    ]


@pytest.mark.parametrize("further", [build_page("a", "b"), build_page()], ids=["repeated page", "empty page"])
def test_paged_listing_ends_with_a_repeated_or_empty_page(further: bytes) -> None:
    script = [build_page("a", "b"), "request", further, "request", further, "repeat"]
    with Loopback(script) as server, OpenRouter(base_url=server.url) as client:
        assert [model.id for model in client.models.list(limit=2)] == ["a", "b"]
    assert len(server.requests) == 2


@pytest.mark.parametrize("backend", ["asyncio", "trio"])
def test_async_client_has_the_behavior_of_the_sync_client(backend: str) -> None:
    async def call(url: str) -> list[Any]:
        async with AsyncOpenRouter(base_url=url, api_key=KEY) as client:
            result = await client.chat.send(messages=MESSAGES)
            items = [model.id async for model in client.models.list(limit=2)]
            pages = [len(page.data) async for page in client.models.list(limit=2).pages()]  # type: ignore[attr-defined]  # not in the protocol that checkers see
            raw = await client.request("GET", "/x")
            async with client.with_options(retries=0) as derived:
                stream = await derived.chat.send(messages=MESSAGES, stream=True)
                last = await stream.read_all()
            return [result.text, items, pages, raw.json(), last.text]

    two = [build_page("a", "b"), "request", build_page("c")]
    stream = [STREAM_HEAD, piece(event(chunk("s", "stop"))), piece(DONE), END]
    script = [
        http_response(completion()),
        "request",
        *two,
        "request",
        *two,
        "request",
        http_response({}),
        "request",
        *stream,
    ]
    with Loopback(script) as server:
        assert anyio.run(call, server.url, backend=backend) == ["Hello", ["a", "b", "c"], [2, 1], {}, "s"]
    assert server.connections == 1


@pytest.mark.filterwarnings("ignore:unclosed:ResourceWarning")  # from loops that ended with an open connection
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_async_client_can_be_used_in_several_event_loops_in_turn(server: Loopback) -> None:
    def use_client() -> None:
        client = AsyncOpenRouter(base_url=server.url)

        async def call() -> str:
            return (await client.chat.send(messages=MESSAGES)).text

        texts = [anyio.run(call, backend=backend) for backend in ("asyncio", "asyncio", "trio", "asyncio")]
        assert (texts, server.connections) == (["Hello"] * 4, 4)
        anyio.run(client.aclose)
        with pytest.raises(ConfigurationError, match="closed"):
            anyio.run(call)

    use_client()
    gc.collect()  # with the warnings that this test ignores


def test_event_loops_of_several_threads_can_share_an_async_client(server: Loopback) -> None:
    client = AsyncOpenRouter(base_url=server.url)
    barrier = threading.Barrier(2, timeout=5)

    async def call() -> str:
        for _ in range(3):
            text = (await client.chat.send(messages=MESSAGES)).text
            await anyio.to_thread.run_sync(barrier.wait)
        await client._transport._holder._clients[asyncio.get_running_loop()].aclose()
        return text

    with ThreadPoolExecutor(2) as threads:
        calls = [threads.submit(asyncio.run, call()) for _ in range(2)]
        assert [future.result(10) for future in calls] == ["Hello"] * 2
    assert server.connections == 2


def test_run_returns_the_result_of_any_flow(client: OpenRouter, server: Loopback) -> None:
    from openrouterkit._call.calls import send
    from openrouterkit_api import UNSET

    operation = operations.chat.send(messages=MESSAGES)

    def send_three() -> Flow[list[str]]:
        results = yield from do(Gather[Any]([send(client._settings, operation, UNSET, None) for _ in range(3)]))
        return [result.text for result in results]

    assert client.run(send_three()) == ["Hello"] * 3
    assert len(server.requests) == 3


def test_several_threads_can_share_a_client(client: OpenRouter, server: Loopback) -> None:
    texts: list[str] = []
    threads = [
        threading.Thread(target=lambda: texts.append(client.chat.send(messages=MESSAGES).text)) for _ in range(8)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert texts == ["Hello"] * 8


def test_options_are_validated_when_they_are_created() -> None:
    with pytest.raises(ConfigurationError, match="on_incomplete"):
        RequestOptions(on_incomplete="ignore")  # type: ignore[arg-type]  # deliberately invalid
    with pytest.raises(ConfigurationError, match="retries"), OpenRouter() as client:
        client.with_options(retries=RetryOptions.of(-2))


def test_deleted_client_leaves_no_open_socket():
    free_garbage()
    with LocalServer() as server:
        client = OpenRouter(base_url=server.base_url)
        client.models.count()
        with warnings.catch_warnings(record=True) as warned:
            warnings.simplefilter("always")
            del client
            gc.collect()
    assert [str(warning.message) for warning in warned] == []


def test_deleted_client_leaves_no_open_socket_if_the_socket_is_collected_before_the_client() -> None:
    free_garbage()
    with LocalServer() as server:
        client = OpenRouter(base_url=server.base_url)
        cycle = [client]
        cycle.append(cycle)  # type: ignore[arg-type]  # only the garbage collector frees the client
        gc.freeze()
        client.models.count()
        gc.collect()
        gc.unfreeze()  # from now on, the client is behind its socket in the list of the garbage collector
        with warnings.catch_warnings(record=True) as warned:
            warnings.simplefilter("always")
            del client, cycle
            gc.collect()
    assert [str(warning.message) for warning in warned] == []


@pytest.mark.parametrize("backend", ["asyncio", "trio"])
def test_closed_async_stream_leaves_no_warning_and_no_task(backend: str) -> None:
    free_garbage()

    async def close_early(url: str) -> list[str]:
        with warnings.catch_warnings(record=True) as warned:
            warnings.simplefilter("always")
            async with AsyncOpenRouter(base_url=url) as client:
                stream = client.chat.stream(messages=MESSAGES)
                await anext(stream)
                await stream.aclose()
                del stream
                gc.collect()
                await anyio.lowlevel.checkpoint()
                tasks = len(asyncio.all_tasks()) if backend == "asyncio" else 1
        return [str(warning.message) for warning in warned] + ["open task"] * (tasks - 1)

    with Loopback([STREAM_HEAD, piece(event(chunk("a"))), piece(event(chunk("b"))), "hang"]) as server:
        assert anyio.run(close_early, server.url, backend=backend) == []
