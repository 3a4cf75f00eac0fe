"""`RequestLog` writes a line of JSON for each call."""

from __future__ import annotations

import asyncio
import gc
import io
import json
import logging
import os
import queue
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from callers import MESSAGES, Caller
from loopback import STREAM_HEAD, Loopback, chunk, event, http_response, piece
from loopback import completion as build_completion
from script_callers import BACKENDS, ScriptCaller

from openrouterkit import OpenRouter, RequestOptions, RetryOptions, user
from openrouterkit.errors import APIError, ConfigurationError
from openrouterkit.middleware import Cache, RequestLog
from openrouterkit.testing import Script, completion, error, stream

USAGE = {
    "prompt_tokens": 10,
    "completion_tokens": 5,
    "total_tokens": 15,
    "prompt_tokens_details": {"cached_tokens": 4},
    "completion_tokens_details": {"reasoning_tokens": 3},
}
TOKENS = {"input": 10, "output": 5, "cached": 4, "reasoning": 3}


@pytest.fixture(params=BACKENDS)
def caller(request: pytest.FixtureRequest) -> ScriptCaller:
    return ScriptCaller(request.param)


def read_lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_a_call_is_a_line_of_a_file(caller: ScriptCaller, tmp_path: Path) -> None:
    path = tmp_path / "calls.jsonl"
    reply = completion("Hi", usage=USAGE, cost=0.25, model="b/b", headers={"X-Request-Id": "r-1"})
    caller.send(Script([reply, "Hi"]), middleware=[RequestLog(path)])
    caller.send(Script(["Hi"]), middleware=[RequestLog(str(path))])
    first, _ = read_lines(path)
    began_at = datetime.fromisoformat(first.pop("time"))
    assert abs(datetime.now(UTC) - began_at) < timedelta(minutes=5)
    assert 0 < first.pop("seconds") < 60
    assert first.pop("id")
    assert first == {
        "service": "OpenRouter",
        "operation": "sendChatCompletionRequest",
        "method": "POST",
        "path": "/api/v1/chat/completions",
        "model": "b/b",
        "requested_model": "a/a",
        "kind": "complete",
        "status": 200,
        "request_id": "r-1",
        "tokens": TOKENS,
        "cost": 0.25,
    }


@pytest.mark.skipif(os.name == "nt", reason="Windows has other permissions")
def test_only_its_user_can_read_a_new_file_and_others_keep_their_mode(tmp_path: Path) -> None:
    new, shared = tmp_path / "new.jsonl", tmp_path / "shared.jsonl"
    shared.touch()
    shared.chmod(0o640)
    for path, mode in ((new, 0o600), (shared, 0o640)):
        ScriptCaller("sync").send(Script(["Hi"]), middleware=[RequestLog(path)])
        assert path.stat().st_mode & 0o777 == mode


def test_a_stream_is_logged_at_its_end(caller: ScriptCaller) -> None:
    records: list[dict[str, Any]] = []
    caller.read(Script([stream("Hel", "lo", usage=USAGE, cost=0.25)]), middleware=[RequestLog(records.append)])
    (record,) = records
    assert (record["stream"], record["kind"], record["tokens"], record["cost"]) == (True, "complete", TOKENS, 0.25)
    assert 0 < record["first_event"] <= record["seconds"]


@pytest.mark.parametrize(("end", "kind"), [("close", "closed"), ("drop", "dropped")])
def test_a_stream_that_its_caller_ends_is_logged(caller: ScriptCaller, end: str, kind: str, tmp_path: Path) -> None:
    path = tmp_path / "calls.jsonl"
    with Loopback([STREAM_HEAD, piece(event(chunk("Hel"))), "hang"]) as server:
        Caller(caller.backend).read_one(server.url, end=end, middleware=[RequestLog(path)])
    assert [line["kind"] for line in read_lines(path)] == [kind]


def test_a_failed_stream_is_logged_with_its_error(caller: ScriptCaller) -> None:
    records: list[dict[str, Any]] = []
    with pytest.raises(APIError):
        caller.read(Script([stream("Hel", error(502, "gone"))]), middleware=[RequestLog(records.append)])
    assert (records[0]["kind"], records[0]["status"]) == ("failed", 502)
    assert records[0]["http_status"] == 200  # the error is in the stream
    assert records[0]["error"]["type"] == "BadGatewayResponseError"
    assert "gone" in records[0]["error"]["message"]


def test_an_error_is_logged_with_all_attempts(caller: ScriptCaller) -> None:
    calls: list[dict[str, Any]] = []
    attempts: list[dict[str, Any]] = []
    with pytest.raises(APIError):
        caller.send(
            Script([429, error(503, "busy")]),
            middleware=[RequestLog(calls.append)],
            attempt_middleware=[RequestLog(attempts.append)],
            retries=RetryOptions(initial_interval=0, max_attempts=2),
        )
    (record,) = calls
    assert (record["kind"], record["status"], record["error"]["code"]) == ("failed", 503, 503)
    assert [(each["model"], each["status"]) for each in record["attempts"]] == [("a/a", 429), ("a/a", 503)]
    assert "wait" in record["attempts"][0]
    assert [(each["attempt"], each["status"], each["kind"]) for each in attempts] == [
        (1, 429, "failed"),
        (2, 503, "failed"),
    ]


def test_bodies_are_logged_only_on_request() -> None:
    records: list[dict[str, Any]] = []
    script = Script(default=completion("Paris"))
    caller = ScriptCaller("sync")
    caller.send(script, "the question", middleware=[RequestLog(records.append)])
    caller.send(script, "the question", middleware=[RequestLog(records.append, bodies=True)])
    caller.read(script, "the question", middleware=[RequestLog(records.append, bodies=True)])
    assert "question" not in str(records[0])
    assert "Paris" not in str(records[0])
    for record in records[1:]:
        assert record["request"]["messages"][0]["content"] == "the question"
        assert record["response"]["choices"][0]["message"]["content"] == "Paris"


def test_the_body_of_an_error_is_logged_on_request() -> None:
    records: list[dict[str, Any]] = []
    with pytest.raises(APIError):
        ScriptCaller("sync").send(Script([400]), middleware=[RequestLog(records.append, bodies=True)])
    assert records[0]["response"]["error"]["code"] == 400


def test_logged_bodies_contain_no_credentials(tmp_path: Path) -> None:
    path = tmp_path / "calls.jsonl"
    key = "key-of-this-test-0123"
    body = build_completion(f"your key is {key}", token="t-0123456789", image="A" * 5000)
    with (
        Loopback([http_response(body)]) as server,
        OpenRouter(api_key=key, base_url=server.url, middleware=[RequestLog(path, bodies=True)]) as client,
    ):
        client.chat.send(model="a", messages=[user(f"is {key} my key? Or sk-or-v1-0123456789abcdef?")])
    text = path.read_text(encoding="utf-8")
    for secret in (key, "sk-or-v1-0123456789abcdef", "t-0123456789"):
        assert secret not in text
    assert len(text) < 3000
    assert read_lines(path)[0]["response"]["token"] == "***"


def test_responses_of_a_cache_are_marked() -> None:
    records: list[dict[str, Any]] = []
    layers = [RequestLog(records.append), Cache()]
    script = Script(["Hi"])
    for _ in range(2):
        ScriptCaller("sync").send(script, middleware=layers)
    assert [record.get("cached") for record in records] == [None, True]


def test_the_query_of_the_url_is_not_logged() -> None:
    records: list[dict[str, Any]] = []
    client = Script([{"data": []}]).client(middleware=[RequestLog(records.append)])
    client.request("GET", "/models", query={"category": "private"})
    assert records[0]["path"] == "/api/v1/models"
    assert "private" not in str(records[0])


def test_chosen_values_of_the_context_are_logged() -> None:
    records: list[dict[str, Any]] = []
    options = RequestOptions(context={"user": "u-1", "object": object(), "other": "private"})
    log = RequestLog(records.append, context=["user", "object", "missing"])
    ScriptCaller("sync").send(Script(["Hi"]), middleware=[log], options=options)
    assert set(records[0]["context"]) == {"user", "object"}


def test_values_that_are_not_json_are_written_as_text(tmp_path: Path) -> None:
    path = tmp_path / "calls.jsonl"
    options = RequestOptions(context={"path": Path("a")})
    ScriptCaller("sync").send(Script(["Hi"]), middleware=[RequestLog(path, context=["path"])], options=options)
    assert read_lines(path)[0]["context"] == {"path": "a"}


def test_a_file_object_receives_lines() -> None:
    file = io.StringIO()
    ScriptCaller("sync").send(Script(["Hi"]), middleware=[RequestLog(file)])
    assert file.getvalue().endswith("\n")
    assert json.loads(file.getvalue())["kind"] == "complete"


def test_a_queue_receives_records() -> None:
    records: queue.SimpleQueue[dict[str, Any]] = queue.SimpleQueue()
    ScriptCaller("sync").send(Script(["Hi"]), middleware=[RequestLog(records.put)])
    assert records.get_nowait()["kind"] == "complete"


def test_a_log_that_cannot_be_written_is_reported_once_and_no_call_fails(
    caller: ScriptCaller, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    path = tmp_path / "missing" / "calls.jsonl"
    log = RequestLog(path)
    script = Script(default="Hi")

    def call() -> None:
        assert caller.send(script, middleware=[log]).text == "Hi"
        assert caller.read(script, middleware=[log]).text == "Hi"

    def count() -> int:
        reports = [each.getMessage() for each in caplog.records if each.levelno == logging.ERROR]
        assert all("the request log cannot be written: FileNotFoundError" in each for each in reports)
        return len(reports)

    call()
    assert count() == 1
    path.parent.mkdir()
    call()
    assert (count(), len(read_lines(path))) == (1, 2)
    path.unlink()
    path.parent.rmdir()
    call()
    assert count() == 2


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is full")
def test_a_full_disk_does_not_make_a_call_fail(caplog: pytest.LogCaptureFixture) -> None:
    assert ScriptCaller("sync").send(Script(["Hi"]), middleware=[RequestLog("/dev/full")]).text == "Hi"
    assert "No space left on device" in caplog.text


def test_a_record_that_cannot_be_built_does_not_make_a_call_fail(caplog: pytest.LogCaptureFixture) -> None:
    class Wrong:
        def __str__(self) -> str:
            raise ValueError("no text")

    options = RequestOptions(context={"wrong": Wrong()})
    log = RequestLog(io.StringIO(), context=["wrong"])
    assert ScriptCaller("sync").send(Script(["Hi"]), middleware=[log], options=options).text == "Hi"
    assert "the request log cannot be written: ValueError: no text" in caplog.text


def test_threads_share_a_log(tmp_path: Path) -> None:
    path = tmp_path / "calls.jsonl"
    script = Script(default=completion("word " * 2000))
    with script.client(middleware=[RequestLog(path, bodies=True)]) as client, ThreadPoolExecutor(8) as threads:
        for _ in range(50):
            threads.submit(client.chat.send, model="a/a", messages=[user("hi")])
    assert len(read_lines(path)) == 50


def test_a_function_is_not_run_by_two_threads_at_a_time() -> None:
    running: list[int] = []
    overlaps: list[int] = []
    count: list[int] = []

    def slow(record: dict[str, Any]) -> None:
        running.append(1)
        if len(running) > 1:
            overlaps.append(1)
        sum(range(10_000))
        running.pop()
        count.append(1)

    script = Script(default="Hi")
    with script.client(middleware=[RequestLog(slow)]) as client, ThreadPoolExecutor(8) as threads:
        for _ in range(100):
            threads.submit(client.chat.send, model="a/a", messages=[user("hi")])
    assert not overlaps
    assert len(count) == 100


def test_a_stream_that_is_dropped_while_a_line_is_written_is_logged_after_it() -> None:
    kinds: list[str] = []
    streams: list[Any] = []

    def write(record: dict[str, Any]) -> None:
        streams.clear()  # as a garbage collection in the middle of this function would
        gc.collect()
        kinds.append(record["kind"])

    with (
        Loopback([STREAM_HEAD, piece(event(chunk("Hel"))), "hang"], [http_response(build_completion())]) as server,
        OpenRouter(base_url=server.url, middleware=[RequestLog(write)]) as client,
    ):
        streams.append(client.chat.stream(model="a", messages=MESSAGES))
        next(streams[0])
        client.chat.send(model="a", messages=MESSAGES)
    assert kinds == ["complete", "dropped"]


class AsyncTarget:
    async def __call__(self, record: dict[str, Any]) -> None:
        """Not allowed."""


async def async_target(record: dict[str, Any]) -> None:
    """Not allowed."""


@pytest.mark.parametrize("target", [async_target, AsyncTarget(), asyncio.Queue().put])
def test_an_async_function_is_rejected_with_what_to_pass(target: Any) -> None:
    with pytest.raises(ConfigurationError, match=r"is async: pass a plain function, such as .*put_nowait"):
        RequestLog(target)


def test_an_invalid_argument_is_rejected() -> None:
    with pytest.raises(ConfigurationError, match="needs a path, an open text file or a function, not 5"):
        RequestLog(5)  # type: ignore[arg-type]  # tests the message
    with pytest.raises(ConfigurationError, match=r"write context=\['user'\]"):
        RequestLog(print, context="user")  # type: ignore[arg-type]  # tests the message
