"""`Cache`: equal requests are sent once, and nothing is stored that is not a complete result."""

from __future__ import annotations

import json
import logging
import stat
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from callers import Caller
from loopback import DONE, END, STREAM_HEAD, Loopback, chunk, completion, event, http_response, piece
from script_callers import BACKENDS, ScriptCaller

from openrouterkit import RequestOptions, RetryOptions, user
from openrouterkit.errors import ConfigurationError, DecodeError, IncompleteStreamError, SDKError
from openrouterkit.flow import Flow, Request, Response
from openrouterkit.middleware import Cache, Handler, MemoryStore
from openrouterkit.testing import Script, connection_error, error, reply, stream, tool_call
from openrouterkit.testing import completion as scripted

FAILED_STREAMS: Any = [stream("Hel", complete=False), stream("Hel", 503), stream("Hel", connection_error())]
KEY = "sk-test-0123456789abcdef"


@pytest.fixture(params=BACKENDS)
def caller(request: pytest.FixtureRequest) -> ScriptCaller:
    return ScriptCaller(request.param)


@pytest.fixture(params=["memory", "folder", "object"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Any:
    return {"memory": None, "folder": tmp_path / "cache", "object": Dictionary()}[request.param]


class Dictionary:
    """A store that keeps bytes, as Redis does."""

    def __init__(self) -> None:
        self.entries: dict[str, bytes] = {}

    def get(self, key: str) -> bytes | None:
        return self.entries.get(key)

    def set(self, key: str, value: str) -> None:
        self.entries[key] = value.encode()


class AsyncDictionary(Dictionary):
    async def get(self, key: str) -> bytes | None:  # type: ignore[override]  # a store of async clients
        return super().get(key)

    async def set(self, key: str, value: str) -> None:  # type: ignore[override]  # a store of async clients
        super().set(key, value)


def is_hit(result: Any) -> bool:
    return result.response.headers.get("x-openrouterkit-cache") == "hit"


def test_an_equal_request_is_answered_without_sending_it(caller: ScriptCaller, store: Any) -> None:
    cache = Cache(store)
    script = Script([scripted("Hello ✓", reasoning="Hm", cost=0.25)])
    results = [caller.send(script, middleware=[cache]) for _ in range(2)]
    assert [is_hit(result) for result in results] == [False, True]
    assert results[0].to_dict() == results[1].to_dict()
    assert (results[1].text, results[1].reasoning, results[1].cost) == ("Hello ✓", "Hm", 0.25)
    assert (len(results[0].response.attempts), results[1].response.attempts) == (1, ())


def test_a_complete_stream_is_replayed_as_a_stream(caller: ScriptCaller, store: Any) -> None:
    cache = Cache(store)
    script = Script([stream("Hel", "lo", tool_call("find", {"a": [1, "ä"]}), cost=0.5)])
    results = [caller.read(script, middleware=[cache]) for _ in range(3)]
    assert [is_hit(result) for result in results] == [False, True, True]
    assert results[0].to_dict() == results[2].to_dict()
    assert (results[2].text, results[2].cost, results[2].tool_calls[0].arguments) == ("Hello", 0.5, {"a": [1, "ä"]})


def test_plain_responses_and_streams_have_entries_of_their_own(caller: ScriptCaller) -> None:
    cache = Cache()
    script = Script(["plain", "streamed"])
    for _ in range(2):
        assert caller.send(script, middleware=[cache]).text == "plain"
        assert caller.read(script, middleware=[cache]).text == "streamed"
    assert len(script.requests) == 2


@pytest.mark.parametrize("change", [{"text": "ho"}, {"model": "b/b"}, {"base_url": "https://other.example/v1"}])
def test_different_requests_are_sent(caller: ScriptCaller, change: dict[str, Any]) -> None:
    cache = Cache()
    script = Script(["one", "two"])
    assert caller.send(script, middleware=[cache]).text == "one"
    assert caller.send(script, middleware=[cache], **change).text == "two"


def set_member(name: str, value: Any) -> Any:
    def middleware(request: Request, call_next: Handler) -> Flow[Response]:
        return (yield from call_next(request.with_json({name: value})))

    return middleware


def test_equal_json_numbers_are_one_request(caller: ScriptCaller) -> None:
    cache = Cache()
    script = Script(["one"])
    for number in (1, 1.0):
        assert caller.send(script, middleware=[set_member("temperature", number), cache]).text == "one"


def test_large_numbers_that_differ_are_different_requests(caller: ScriptCaller) -> None:
    cache = Cache()
    script = Script(["one", "two", "three"])
    texts = [caller.send(script, middleware=[set_member("seed", 2**53 + each), cache]).text for each in range(3)]
    assert texts == ["one", "two", "three"]


def test_headers_matter_only_if_they_change_the_response(caller: ScriptCaller) -> None:
    cache = Cache()
    script = Script(["one", "two"])
    texts = [
        caller.send(script, middleware=[cache], headers=headers).text
        for headers in ({}, {"X-Trace": "1"}, {"X-Acme-Beta": "tools"}, {"x-acme-beta": "tools", "X-Trace": "2"})
    ]
    assert texts == ["one", "one", "two", "two"]


def test_the_key_does_not_depend_on_the_order_of_members(caller: ScriptCaller) -> None:
    cache = Cache(key=Cache.hash_request)
    bodies = [b'{"model": "a", "input": "b"}', b'{ "input":"b","model":"a" }']
    script = Script([reply({"object": "list"})])

    def use(client: Any, body: bytes) -> Any:
        return client.request("POST", "/embeddings", content=body, headers={"Content-Type": "application/json"})

    for body in bodies:

        async def use_async(client: Any, body: bytes = body) -> Any:
            return await use(client, body)

        found = caller.run(script, lambda client, body=body: use(client, body), use_async, middleware=[cache])
        assert found.json() == {"object": "list"}


@pytest.mark.parametrize("failure", [503, reply({"error": {"message": "busy", "code": 503}}), connection_error()])
def test_errors_are_never_stored(caller: ScriptCaller, store: Any, failure: Any) -> None:
    cache = Cache(store)
    script = Script([failure, "Hello"])
    with pytest.raises(SDKError):
        caller.send(script, middleware=[cache], retries=0)
    result = caller.send(script, middleware=[cache], retries=0)
    assert (result.text, is_hit(result)) == ("Hello", False)


@pytest.mark.parametrize("body", [[1, 2], 5, "text"])
def test_responses_that_cannot_be_decoded_are_never_stored(caller: ScriptCaller, store: Any, body: Any) -> None:
    cache = Cache(store)
    script = Script([reply(body), "Hello"])
    with pytest.raises(DecodeError):
        caller.send(script, middleware=[cache], retries=0)
    assert caller.send(script, middleware=[cache], retries=0).text == "Hello"


@pytest.mark.parametrize("retries", [{"empty": True}, {"should_retry_result": lambda result: not result.text}])
def test_results_that_were_to_be_retried_are_never_stored(caller: ScriptCaller, store: Any, retries: Any) -> None:
    cache = Cache(store)
    settings: Any = {"middleware": [cache], "retries": RetryOptions(max_attempts=2, initial_interval=0, **retries)}
    for call in (caller.send, caller.read):
        script = Script(["", "", "Hello"])
        assert [call(script, **settings).text for _ in range(3)] == ["", "Hello", "Hello"]


@pytest.mark.parametrize("failed", FAILED_STREAMS)
def test_streams_that_fail_are_never_stored(caller: ScriptCaller, store: Any, failed: Any) -> None:
    cache = Cache(store)
    script = Script([failed, "Hello"])
    with pytest.raises(SDKError):
        caller.read(script, middleware=[cache])
    assert not is_hit(caller.read(script, middleware=[cache]))
    assert is_hit(caller.read(script, middleware=[cache]))


def test_a_stream_that_ends_early_without_an_error_is_not_stored(caller: ScriptCaller) -> None:
    cache = Cache()
    script = Script([stream("Hel", complete=False), "Hello"])
    texts = [
        caller.read(script, middleware=[cache], options=RequestOptions(on_incomplete="return")).text for _ in range(2)
    ]
    assert texts == ["Hel", "Hello"]


@pytest.mark.parametrize("end", ["close", "drop"])
def test_a_stream_that_is_not_read_to_its_end_is_not_stored(caller: ScriptCaller, store: Any, end: str) -> None:
    cache = Cache(store)
    script = Script([["Hel", "lo"], "Hello"])
    assert caller.read_one(script, end=end, middleware=[cache]) == "Hel"
    assert not is_hit(caller.read(script, middleware=[cache]))


def test_an_entry_is_not_used_after_its_ttl(caller: ScriptCaller, store: Any) -> None:
    cache, short = Cache(store, ttl=600), Cache(store, ttl=0.01)
    script = Script(["one", "two", "three"])
    assert caller.send(script, middleware=[cache]).text == "one"
    assert caller.send(script, middleware=[cache]).text == "one"
    if store is None:
        caller.send(script, middleware=[short])
    time.sleep(0.05)
    assert caller.send(script, middleware=[short]).text == ("three" if store is None else "two")


def test_a_folder_has_readable_files_without_credentials(caller: ScriptCaller, tmp_path: Path) -> None:
    folder = tmp_path / "a" / "b"
    cache = Cache(str(folder))
    caller.send(Script(["Grüße"]), middleware=[cache], api_key=KEY, headers={"X-Api-Key": KEY})
    caller.read(Script([["Hel", "lo"]]), middleware=[cache], api_key=KEY)
    files = sorted(folder.iterdir())
    texts = [path.read_text(encoding="utf-8") for path in files]
    assert len(files) == 2
    assert not any(KEY in text for text in texts)
    assert all(stat.S_IMODE(path.stat().st_mode) == 0o600 for path in files)
    plain, streamed = sorted(map(json.loads, texts), key=lambda entry: "events" in entry)
    assert plain["body"]["choices"][0]["message"]["content"] == "Grüße"
    assert "Grüße" in "".join(texts)
    assert plain["request"]["url"] == "https://openrouter.ai/api/v1/chat/completions"
    assert plain["request"]["body"]["messages"] == [{"role": "user", "content": "hi"}]
    assert streamed["events"][0]["json"]["choices"][0]["delta"]["content"] == "Hel"
    assert streamed["events"][-1] == {"data": "[DONE]"}


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"[]", b'"x"', b"\xff", b'{"format": 1}', b'{"format": 1, "stored_at": 5}', b"[" * 100_000],
)
def test_a_broken_file_is_ignored_and_replaced(caller: ScriptCaller, tmp_path: Path, content: bytes) -> None:
    cache = Cache(tmp_path)
    caller.send(Script(["one"]), middleware=[cache])
    (file,) = tmp_path.iterdir()
    file.write_bytes(content)
    script = Script(["two"])
    assert [caller.send(script, middleware=[cache]).text for _ in range(2)] == ["two", "two"]


def test_threads_can_share_a_folder(tmp_path: Path) -> None:
    script = Script(default="Hello")
    with script.client(middleware=[Cache(tmp_path)]) as client, ThreadPoolExecutor(8) as threads:

        def call(number: int) -> str:
            text: str = client.chat.send(model="a/a", messages=[user(str(number % 4))]).text
            return text

        assert set(threads.map(call, range(64))) == {"Hello"}
    assert len(list(tmp_path.iterdir())) == 4
    assert len(script.requests) < 64


def test_keys_that_are_no_file_names_are_hashed(caller: ScriptCaller, tmp_path: Path) -> None:
    cache = Cache(tmp_path / "in", key=lambda request: f"../{request.model}")
    script = Script(["one"])
    assert [caller.send(script, middleware=[cache]).text for _ in range(2)] == ["one", "one"]
    assert [path.name for path in tmp_path.iterdir()] == ["in"]


def test_async_stores_work_in_async_clients_and_are_rejected_in_sync_ones(caller: ScriptCaller) -> None:
    cache = Cache(AsyncDictionary())
    script = Script(["one"])
    if caller.backend == "sync":
        with pytest.raises(ConfigurationError, match=r"AsyncDictionary.get is async: use an async client"):
            caller.send(script, middleware=[cache])
    else:
        assert [is_hit(caller.send(script, middleware=[cache])) for _ in range(2)] == [False, True]


def test_a_failing_store_is_logged_and_the_request_is_sent(
    caller: ScriptCaller, caplog: pytest.LogCaptureFixture
) -> None:
    class Broken(Dictionary):
        def get(self, key: str) -> bytes | None:
            raise OSError("disk on fire")

        set = get  # type: ignore[assignment]  # fails with any arguments

    with caplog.at_level(logging.WARNING, "openrouterkit.middleware"):
        assert caller.send(Script(["Hello"]), middleware=[Cache(Broken())]).text == "Hello"
    assert "the store of a Cache failed in get(): OSError: disk on fire" in caplog.text


def test_requests_that_ask_no_model_are_not_cached_unless_a_key_says_so(caller: ScriptCaller) -> None:
    def use(client: Any) -> Any:
        return client.request("GET", "/models")

    async def use_async(client: Any) -> Any:
        return await client.request("GET", "/models")

    script = Script([reply({"data": [number]}) for number in range(3)])
    for cache, expected in ((Cache(), [0, 1]), (Cache(key=Cache.hash_request), [2, 2])):
        found = [caller.run(script, use, use_async, middleware=[cache]).json()["data"][0] for _ in range(2)]
        assert found == expected


def test_a_function_chooses_the_keys(caller: ScriptCaller) -> None:
    cache = Cache(key=lambda request: None if request.json.get("temperature") else request.context["user"])
    script = Script(["one", "two"])
    texts = [
        caller.send(script, text, middleware=[cache], options=RequestOptions(context={"user": name})).text
        for text, name in (("hi", "ada"), ("ho", "ada"), ("hi", "bob"))
    ]
    assert texts == ["one", "one", "two"]


def test_a_call_can_bypass_the_cache(caller: ScriptCaller) -> None:
    cache = Cache()
    script = Script(["one", "two"])
    options = [None, RequestOptions(context={"cache": False}), None]
    assert [caller.send(script, middleware=[cache], options=each).text for each in options] == ["one", "two", "one"]


def test_the_memory_drops_what_was_not_used_for_the_longest_time() -> None:
    memory = MemoryStore(max_entries=2)
    for key in ("a", "b"):
        memory.set(key, key)
    assert memory.get("a") == "a"
    memory.set("c", "c")
    assert [memory.get(key) for key in ("a", "b", "c")] == ["a", None, "c"]


def test_lone_surrogates_are_stored(caller: ScriptCaller, tmp_path: Path) -> None:
    body = json.dumps(completion("a\ud800b")).encode()
    cache = Cache(tmp_path)
    script = Script([reply(body, headers={"content-type": "application/json"})])
    results = [caller.send(script, middleware=[cache]) for _ in range(2)]
    assert results[0].text == results[1].text
    assert is_hit(results[1])


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"store": {}}, "store must be a folder, an object with the methods get and set"),
        ({"ttl": 0}, "ttl must be a number of seconds above 0"),
        ({"key": "model"}, "key must be a function"),
    ],
)
def test_invalid_settings_are_rejected_by_name(arguments: Any, message: str) -> None:
    with pytest.raises(ConfigurationError, match=message):
        Cache(**arguments)


def test_a_key_of_another_type_is_rejected(caller: ScriptCaller) -> None:
    with pytest.raises(ConfigurationError, match="the key of a Cache returned int: return a str, or None"):
        caller.send(Script(), middleware=[Cache(key=lambda request: 5)])  # type: ignore[arg-type, return-value]  # deliberately invalid


def test_a_cache_around_attempts_says_where_to_pass_it(caller: ScriptCaller) -> None:
    with pytest.raises(ConfigurationError, match=r"pass middleware=\[Cache"):
        caller.send(Script(), attempt_middleware=[Cache()])


def test_a_retried_call_is_stored_with_its_result(caller: ScriptCaller) -> None:
    cache = Cache()
    script = Script([error(503), "Hello"])
    results = [caller.send(script, middleware=[cache], retries=RetryOptions(initial_interval=0)) for _ in range(2)]
    assert [result.text for result in results] == ["Hello", "Hello"]


@pytest.mark.parametrize("backend", BACKENDS)
def test_a_stream_is_stored_and_replayed_through_real_sockets(backend: str, tmp_path: Path) -> None:
    caller = Caller(backend)
    cut = [STREAM_HEAD, piece(event(chunk("Hel"))), "reset"]
    good = [
        STREAM_HEAD,
        *(piece(event(chunk(text))) for text in ("H", "e", "l")),
        piece(event(chunk("lo", "stop")) + DONE),
        END,
    ]
    with Loopback(cut, good) as server:
        cache = Cache(tmp_path)
        with pytest.raises(IncompleteStreamError):
            caller.read(server.url, middleware=[cache])
        assert [caller.read(server.url, middleware=[cache]).text for _ in range(3)] == ["Hello"] * 3
        assert len(server.requests) == 2
    with Loopback([http_response(completion())]) as server:
        assert [caller.send(server.url, middleware=[cache]).cost for _ in range(2)] == [0.5, 0.5]
        assert len(server.requests) == 1
