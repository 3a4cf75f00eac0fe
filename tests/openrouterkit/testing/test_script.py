"""Scripted responses: what each kind of step sends, to sync and to async clients."""

from __future__ import annotations

import asyncio
import base64
import faulthandler
import gc
import socket
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager

import anyio
import httpx
import pytest
from loopback import Loopback, http_response

from openrouterkit import (
    APIError,
    AsyncOpenRouter,
    Client,
    ConnectionFailedError,
    DecodeError,
    IncompleteStreamError,
    OpenRouter,
    RetryOptions,
    TimedOutError,
    TimeoutOptions,
    TooManyRequestsResponseError,
    user,
)
from openrouterkit.errors import NotFoundResponseError
from openrouterkit.mistral import Mistral
from openrouterkit.service import Service
from openrouterkit.services import OpenAICompatible
from openrouterkit.sse import ServerSentEvent
from openrouterkit.testing import (
    Cassette,
    Script,
    ScriptError,
    completion,
    connection_error,
    error,
    events,
    pause,
    reply,
    stream,
    timeout,
    tool_call,
    when,
)
from openrouterkit_api import models
from openrouterkit_api.operations import chat
from openrouterkit_runtime.security import SecurityScheme

QUESTION = {"model": "a/b", "messages": [user("Capital of France?")]}
WHOLE = {
    "id": "gen-x",
    "object": "chat.completion",
    "model": "a/b",
    "choices": [{"index": 0, "message": {"role": "assistant", "content": "It is Paris"}, "finish_reason": "length"}],
    "usage": {"prompt_tokens": 1, "completion_tokens": 3, "total_tokens": 4},
}


class SyncAsker:
    """Makes calls with a sync client of a script."""

    def send(self, script, timeout=None, **options):
        arguments = {} if timeout is None else {"timeout": timeout}
        return script.client(**options).chat.send(**QUESTION, **arguments)

    def stream(self, script, timeout=None, **options):
        arguments = {} if timeout is None else {"timeout": timeout}
        with script.client(**options).chat.stream(**QUESTION, **arguments) as opened:
            self.pieces = [chunk.text for chunk in opened if chunk.text]
        return opened.result()


class AsyncAsker:
    """Makes the same calls with an async client."""

    def send(self, script, timeout=None, **options):
        arguments = {} if timeout is None else {"timeout": timeout}

        async def send():
            async with script.async_client(**options) as client:
                return await client.chat.send(**QUESTION, **arguments)

        return asyncio.run(send())

    def stream(self, script, timeout=None, **options):
        arguments = {} if timeout is None else {"timeout": timeout}

        async def read():
            async with script.async_client(**options) as client, client.chat.stream(**QUESTION, **arguments) as opened:
                self.pieces = [chunk.text async for chunk in opened if chunk.text]
            return opened.result()

        return asyncio.run(read())


@contextmanager
def finishing_within(seconds):
    """End the process with the stacks of all threads if the block takes longer: a deadlock has no other end."""
    faulthandler.dump_traceback_later(seconds, exit=True)
    try:
        yield
    finally:
        faulthandler.cancel_dump_traceback_later()


@pytest.fixture(params=[SyncAsker, AsyncAsker], ids=["sync", "async"])
def asker(request):
    return request.param()


def test_a_text_is_the_result_of_send_and_the_chunks_of_a_stream(asker):
    script = Script(["It is Paris", "It is Paris"])
    assert asker.send(script).text == "It is Paris"
    assert asker.stream(script).text == "It is Paris"
    assert asker.pieces == ["It", " is", " Paris"]
    script.assert_done()


def test_equal_scripts_give_equal_results(asker):
    first, second = (asker.send(Script(["Paris"])) for _ in range(2))
    assert first.to_dict() == second.to_dict()
    assert asker.stream(Script(["Paris"])).to_dict() == first.to_dict()


def test_a_list_is_a_stream_in_pieces_and_one_result_for_send(asker):
    script = Script([["Par", "is"], ["Par", "is"]])
    assert asker.stream(script).text == "Paris"
    assert asker.pieces == ["Par", "is"]
    assert asker.send(script).text == "Paris"


def test_white_space_of_a_text_is_kept(asker):
    text = "\n a  b\n\n"
    assert asker.stream(Script([text])).text == text
    assert asker.stream(Script([" "])).text == " "
    assert asker.stream(Script([""])).text == ""
    assert asker.send(Script([text])).text == text


def test_a_completion_has_reasoning_usage_cost_and_finish_reason(asker):
    step = completion("Paris", reasoning="Hm, well", usage={"prompt_tokens": 7}, cost=0.5, finish_reason="length")
    for result in (asker.send(Script([step])), asker.stream(Script([step]))):
        assert (result.text, result.reasoning, result.finish_reason, result.cost) == (
            "Paris",
            "Hm, well",
            "length",
            0.5,
        )
        assert result.usage.to_dict() == {
            "prompt_tokens": 7,
            "completion_tokens": 1,
            "total_tokens": 8,
            "cost": 0.5,
        }


def test_without_usage_the_words_are_counted(asker):
    usage = asker.send(Script(["It is Paris"])).usage
    assert (usage.prompt_tokens, usage.completion_tokens, usage.total_tokens, usage.cost) == (3, 3, 6, 0)


def test_a_tool_call_is_sent_whole_and_in_a_stream(asker):
    step = tool_call("weather", {"city": "Paris"})
    for result in (asker.send(Script([step])), asker.stream(Script([step]))):
        (call,) = result.tool_calls
        assert (call.id, call.name, call.arguments) == ("call_1", "weather", {"city": "Paris"})
        assert result.finish_reason == "tool_calls"


def test_several_tool_calls_have_ids_and_may_have_invalid_arguments(asker):
    calls = [tool_call("a"), tool_call("b", "{oops", id="x")]
    for result in (
        asker.send(Script([completion("Hm", tool_calls=calls)])),
        asker.stream(Script([stream("Hm", *calls)])),
    ):
        assert [call.id for call in result.tool_calls] == ["call_1", "x"]
        assert result.tool_calls[0].arguments == {}
        with pytest.raises(DecodeError):
            _ = result.tool_calls[1].arguments


def test_a_dict_or_a_model_is_the_body_and_is_split_for_a_stream(asker):
    for step in (WHOLE, models.ChatResult.from_dict(WHOLE)):
        assert asker.send(Script([step])).to_dict() == WHOLE
        result = asker.stream(Script([step]))
        assert asker.pieces == ["It", " is", " Paris"]
        assert (result.id, result.text, result.finish_reason) == ("gen-x", "It is Paris", "length")
        assert result.usage.total_tokens == 4


def test_tool_calls_of_a_dict_are_split_for_a_stream(asker):
    message = {
        "role": "assistant",
        "content": None,
        "tool_calls": [{"id": "c", "type": "function", "function": {"name": "f", "arguments": "{}"}}],
    }
    step = {**WHOLE, "choices": [{"index": 0, "message": message, "finish_reason": "tool_calls"}]}
    (call,) = asker.stream(Script([step])).tool_calls
    assert (call.id, call.name) == ("c", "f")


def test_deltas_and_whole_chunks_can_be_items_of_a_stream(asker):
    chunk = {"choices": [{"index": 0, "delta": {"content": "!"}, "finish_reason": "length"}], "usage": None}
    for ask in (asker.stream, asker.send):
        result = ask(Script([stream({"reasoning": "Hm"}, "Paris", chunk)]))
        assert (result.text, result.reasoning, result.finish_reason) == ("Paris!", "Hm", "length")


def test_events_and_bytes_are_sent_unchanged_in_a_stream(asker):
    data = b'{"id":"g","choices":[{"index":0,"delta":{"content":"x"},"finish_reason":null}]}'
    keepalive = b": OPENROUTER PROCESSING\n\n"
    assert asker.stream(Script([stream(keepalive, ServerSentEvent(data), "y")])).text == "xy"


@pytest.mark.parametrize(
    "step", [429, error(429), TooManyRequestsResponseError, error("rate_limit_exceeded")], ids=repr
)
def test_an_error_is_retried_like_one_of_the_service(asker, step):
    script = Script([step, "Paris"])
    result = asker.send(script)
    assert result.text == "Paris"
    assert [attempt.status for attempt in result.response.attempts] == [429, 200]
    assert len(script.requests) == 2


def test_an_error_has_the_members_of_the_body(asker):
    step = error(400, "too long", error_type="context_length_exceeded", provider="Acme", metadata={"limit": 5})
    with pytest.raises(APIError, match=r"^\[Acme\] too long") as caught:
        asker.send(Script([step]))
    assert (caught.value.status_code, caught.value.error_type) == (400, "context_length_exceeded")
    assert caught.value.metadata["limit"] == 5


def test_an_error_of_this_package_arrives_as_it_was_written(asker):
    step = NotFoundResponseError(
        "no such model", status_code=404, error_type="not_found", headers={"x-request-id": "r"}
    )
    for ask in (asker.send, asker.stream):
        with pytest.raises(NotFoundResponseError, match="no such model") as caught:
            ask(Script([step]))
        assert (caught.value.error_type, caught.value.request_id) == ("not_found", "r")


ACME = Service(
    "Acme",
    base_url="https://acme.example/v1",
    read_error=lambda body: {"message": body["fault"]["reason"], "type": "quota"} if "fault" in body else None,
)
FAULT = {"fault": {"reason": "too much", "n": 1}}


@pytest.mark.parametrize("kind", ["call", "stream"])
def test_an_error_has_the_body_of_any_service(kind):
    step = error(402, body=FAULT, retry_after=2, headers={"x-a": "b"})
    script = Script([step if kind == "call" else stream("Par", step)])
    client = script.client(ACME, retries=0)

    def call():
        if kind == "call":
            return client.send(chat.send(messages=[user("hi")]))
        return client.stream(chat.stream(messages=[user("hi")])).read_all()

    with pytest.raises(APIError) as caught:
        call()
    assert (caught.value.message, caught.value.error_type, caught.value.body) == ("too much", "quota", FAULT)
    if kind == "call":
        assert (caught.value.status_code, caught.value.retry_after) == (402, 2)
        assert caught.value.headers["x-a"] == "b"


def test_the_body_of_an_error_is_text_or_bytes_too():
    script = Script(
        [error(502, body="<html>bad gateway</html>"), error(500, body=b"\0"), events(error(500, body="no"))]
    )
    http = script.http_client()
    first, second, third = (http.get("https://service.example/") for _ in range(3))
    assert (first.status_code, first.text) == (502, "<html>bad gateway</html>")
    assert (second.content, third.text) == (b"\0", "data: no\n\n")


def test_a_body_and_the_members_of_another_body_do_not_go_together():
    with pytest.raises(
        ScriptError, match=r"error\(\.\.\., body=\.\.\.\) has no message, provider, as the body is complete"
    ):
        error(500, "slow", provider="Acme", body=FAULT)


@pytest.mark.parametrize("kind", [Mistral, OpenAICompatible, ACME], ids=["Mistral", "OpenAICompatible", "Service"])
def test_an_error_of_a_script_has_its_meaning_for_every_service(kind):
    where = {"base_url": "https://service.example/v1"} if kind is OpenAICompatible else {}
    client = Script([error(429, "slow", error_type="quota", retry_after=3)]).client(kind, retries=0, **where)
    with pytest.raises(TooManyRequestsResponseError, match="slow") as caught:
        client.request("POST", "/chat/completions", json={"messages": []})
    assert (caught.value.message, caught.value.error_type, caught.value.retry_after) == ("slow", "quota", 3)


def test_retry_after_is_obeyed(asker):
    started = time.monotonic()
    asker.send(Script([error(429, retry_after=0.2), "Paris"]))
    assert time.monotonic() - started >= 0.2


def test_a_retry_does_not_wait_by_default_and_waits_if_that_is_requested(asker):
    started = time.monotonic()
    asker.send(Script([503, 503, "Paris"]))
    assert time.monotonic() - started < 0.5
    asker.send(Script([503, "Paris"]), retries=RetryOptions(initial_interval=0.5, jitter=0))
    assert time.monotonic() - started > 0.5


@pytest.mark.parametrize("step", [connection_error(), ConnectionFailedError, httpx.ConnectError("refused")], ids=repr)
def test_a_failed_connection_raises_the_error_of_the_client(asker, step):
    with pytest.raises(ConnectionFailedError, match="refused"):
        asker.send(Script([step]), retries=0)


def test_a_connection_that_ends_before_the_response_is_retried(asker):
    assert asker.send(Script([connection_error(when="read"), "Paris"])).text == "Paris"


@pytest.mark.parametrize("phase", ["connect", "pool", "write", "read"])
def test_a_timeout_raises_the_error_of_the_limit_without_waiting(asker, phase):
    for step in (timeout(phase), TimedOutError(phase=phase)):
        with pytest.raises(TimedOutError, match="within 30 s") as caught:
            asker.send(Script([step]), timeout=30, retries=0)
        assert caught.value.phase == phase


def test_a_timeout_names_the_limit_that_is_exceeded_first(asker):
    with pytest.raises(TimedOutError) as caught:
        asker.stream(Script([timeout()]), timeout=TimeoutOptions(read=30, first_token=10), retries=0)
    assert caught.value.phase == "first_token"


def test_a_timeout_without_a_limit_is_an_error_of_the_script(asker):
    with pytest.raises(ScriptError, match="no read limit"):
        asker.send(Script([timeout()]), timeout=TimeoutOptions(read=None, first_token=None, idle=None))


def test_a_delay_exceeds_the_read_limit_in_real_time(asker):
    started = time.monotonic()
    with pytest.raises(TimedOutError) as caught:
        asker.send(Script([completion("x", delay=30)]), timeout=TimeoutOptions(read=0.2), retries=0)
    assert caught.value.phase == "read"
    assert time.monotonic() - started < 10


@pytest.mark.parametrize("phase", ["first_token", "idle", "total", "read"])
def test_a_pause_in_a_stream_exceeds_each_limit_in_real_time(asker, phase):
    started = time.monotonic()
    items = [pause(30), "a"] if phase == "first_token" else ["a", pause(30), "b"]
    with pytest.raises(TimedOutError) as caught:
        asker.stream(Script([stream(b": hello\n\n", *items)]), timeout=TimeoutOptions(**{phase: 0.3}), retries=0)
    assert caught.value.phase == phase
    assert time.monotonic() - started < 10


def test_a_short_pause_only_takes_its_time(asker):
    started = time.monotonic()
    assert asker.stream(Script([stream("a", pause(0.2), "b")])).text == "ab"
    assert asker.send(Script([stream("a", pause(0.2), "b")])).text == "ab"
    assert time.monotonic() - started >= 0.4


@pytest.mark.parametrize("backend", ["asyncio", "trio"])
def test_closing_an_async_stream_does_not_wait_for_its_pauses(backend: str) -> None:
    async def main() -> float:
        async with Script([stream("a", pause(30), "b")]).async_client() as client:
            async with client.chat.stream(model="a/b", messages=[user("hi")]) as opened:
                await anext(opened)
                started_at = time.monotonic()
            return time.monotonic() - started_at

    assert anyio.run(main, backend=backend) < 5


@pytest.mark.parametrize(
    "step",
    [stream("Par", complete=False), stream("Par", connection_error()), ["Par", ConnectionFailedError()]],
    ids=repr,
)
def test_a_stream_that_is_cut_is_incomplete(asker, step):
    with pytest.raises(IncompleteStreamError) as caught:
        asker.stream(Script([step]))
    assert caught.value.partial.text == "Par"


def test_a_cut_stream_is_a_cut_body_for_send(asker):
    with pytest.raises(DecodeError):
        asker.send(Script([stream("Par", complete=False)]))
    with pytest.raises(ConnectionFailedError, match="while reading"):
        asker.send(Script([stream("Par", connection_error())]), retries=0)


@pytest.mark.parametrize("failure", [502, error(502), error("provider_unavailable")], ids=repr)
def test_an_error_in_a_stream_ends_it_after_the_content(asker, failure):
    step = ["Par", failure, "never"]
    with pytest.raises(APIError) as caught:
        asker.stream(Script([step]))
    assert caught.value.status_code in (502, 503)
    assert caught.value.partial.text == "Par"
    with pytest.raises(APIError):
        asker.send(Script([step]), retries=0)


def test_a_timeout_in_a_stream_is_that_of_a_read(asker):
    with pytest.raises(TimedOutError) as caught:
        asker.stream(Script([["Par", timeout()]]), timeout=5)
    assert caught.value.phase == "read"


def test_a_function_receives_the_request_and_returns_a_step(asker):
    script = Script([lambda request: f"You said: {request.text}", lambda _: [429, "x"][:1] and 404])
    assert asker.send(script).text == "You said: Capital of France?"
    with pytest.raises(NotFoundResponseError):
        asker.send(script)


def test_an_error_of_a_function_is_raised_to_the_caller_and_by_assert_done(asker):
    def fail(request):
        raise ZeroDivisionError

    script = Script([fail])
    with pytest.raises(ZeroDivisionError):
        asker.send(script)
    with pytest.raises(ZeroDivisionError):
        script.assert_done()


def test_an_async_function_is_rejected_with_what_to_write_instead():
    async def answer(request):
        return "x"

    with pytest.raises(ScriptError, match="write the function of a script with def"):
        SyncAsker().send(Script([answer]))


def test_requests_are_recorded_without_secrets(asker):
    script = Script(["Paris"])
    asker.send(script, api_key="sk-or-v1-very-secret", headers={"X-Trace": "42"})
    (request,) = script.requests
    assert (request.method, request.path, request.model) == ("POST", "/api/v1/chat/completions", "a/b")
    assert request.json["messages"] == [{"role": "user", "content": "Capital of France?"}]
    assert (request.text, request.headers["x-trace"]) == ("Capital of France?", "42")
    assert request.headers["Authorization"] == "Bearer ***"
    assert "very-secret" not in repr(request) + repr(dict(request.headers))


def test_requests_have_the_numbers_of_their_attempts(asker):
    script = Script([429, 503, "Paris", "Rome"])
    asker.send(script)
    asker.stream(script)
    assert [request.attempt for request in script.requests] == [1, 2, 3, 1]
    script.add("x")
    script.http_client().post("https://service.example/", json={"messages": []})
    assert script.requests[-1].attempt == 0


def test_a_used_up_script_names_the_request_and_the_number_of_steps(asker):
    script = Script(["Paris"])
    asker.send(script)
    with pytest.raises(ScriptError) as caught:
        asker.send(script)
    text = str(caught.value)
    assert text.startswith(
        "request 2 came, POST /api/v1/chat/completions (model 'a/b'), but the script has only 1 step"
    )
    assert "1. POST /api/v1/chat/completions" in text


def test_an_error_of_the_script_is_not_hidden_by_code_that_catches_it(asker):
    script = Script()
    with pytest.raises(ScriptError):
        asker.send(script)
    with pytest.raises(ScriptError, match="the script has no steps"):
        script.assert_done()


def test_unused_steps_are_reported_with_the_requests_that_came(asker):
    script = Script(["Paris", error(429), "Rome"])
    asker.send(script)
    with pytest.raises(
        ScriptError, match=r"2 of 3 steps were not used:\n  step 2: .*429.*\n  step 3: 'Rome'\n.*\n  1\. POST"
    ):
        script.assert_done()


def test_a_script_as_a_context_manager_checks_its_steps_unless_the_test_failed():
    with pytest.raises(ScriptError, match="were not used"), Script(["Paris"]):
        pass
    with pytest.raises(ZeroDivisionError), Script(["Paris"]):
        _ = 1 / 0


def test_conditions_choose_the_step_in_any_order(asker):
    script = Script(
        [when(lambda request: request.model == "x/y", "no"), when(lambda request: "France" in request.text, 429), "yes"]
    )
    assert asker.send(script).text == "yes"
    with pytest.raises(ScriptError, match="no step that is left accept it"):
        asker.send(script)


def test_a_condition_may_use_the_script(asker):
    script = Script([when(lambda request: len(script.requests) == 2, "second"), "first"])
    with finishing_within(10):
        assert [asker.send(script).text, asker.send(script).text] == ["first", "second"]
    script.assert_done()


def test_a_condition_may_add_steps(asker):
    script = Script([when(lambda request: script.add("added"), "never")])
    assert asker.send(script).text == "added"


def test_a_slow_condition_does_not_delay_other_requests():
    entered, other = threading.Event(), threading.Event()

    def match(request):
        if request.text == "slow":
            entered.set()
            assert other.wait(30)
        return request.text == "slow"

    script = Script([when(match, "slow"), "other"])
    client = script.client()
    with ThreadPoolExecutor(1) as pool:
        slow = pool.submit(lambda: client.chat.send(model="a/b", messages=[user("slow")]).text)
        assert entered.wait(30)
        assert client.chat.send(**QUESTION).text == "other"
        other.set()
        assert slow.result() == "slow"
    script.assert_done()


def test_threads_whose_conditions_accept_the_same_steps_get_one_each():
    gate = threading.Barrier(4, timeout=30)

    def match(request):
        if not gate.broken and not waited.get(id(request)):
            waited[id(request)] = request
            gate.wait()
        return True

    waited = {}
    script = Script([when(match, str(number)) for number in range(4)])
    client = script.client()
    with ThreadPoolExecutor(4) as pool:
        texts = list(pool.map(lambda _: client.chat.send(**QUESTION).text, range(4)))
    assert sorted(texts) == ["0", "1", "2", "3"]


def test_the_default_replies_to_every_further_request(asker):
    script = Script(["one"], default=lambda request: "more")
    assert [asker.send(script).text for _ in range(3)] == ["one", "more", "more"]
    script.assert_done()
    Script(default="unused").assert_done()


@pytest.mark.parametrize("step", [1.5, None, True, {1, 2}], ids=repr)
def test_an_unknown_step_is_rejected_with_what_a_step_can_be(step):
    with pytest.raises(ScriptError, match="step 1 does not fit: a step is a text, a dict"):
        SyncAsker().send(Script([step]))


def test_a_number_in_a_stream_is_rejected_with_the_pause_to_write():
    with pytest.raises(ScriptError, match=r"write pause\(0.5\)"):
        SyncAsker().stream(Script([["a", 0.5]]))


def test_a_single_text_in_place_of_a_list_is_rejected():
    with pytest.raises(ScriptError, match=r"write Script\(\['Paris'\]\)"):
        Script("Paris")


def test_errors_of_the_client_itself_cannot_be_steps():
    with pytest.raises(ScriptError, match="script what causes it"):
        SyncAsker().send(Script([IncompleteStreamError("x")]))
    with pytest.raises(ScriptError, match=r"write stream\(..., pause\(seconds\)\)"):
        SyncAsker().send(Script([TimedOutError(phase="idle")]))
    with pytest.raises(ScriptError, match="no status is known for the error 'nonsense'"):
        error("nonsense")


def test_threads_share_a_script():
    script = Script([str(number) for number in range(100)])
    client = script.client()
    with ThreadPoolExecutor(8) as pool:
        texts = list(pool.map(lambda _: client.chat.send(**QUESTION).text, range(100)))
    assert sorted(texts, key=int) == [str(number) for number in range(100)]
    script.assert_done()


@pytest.mark.parametrize("backend", ["asyncio", "trio"])
def test_tasks_share_a_script(backend):
    script = Script(default=lambda request: f"to {request.text}")
    texts = {}

    async def main():
        async with script.async_client() as client, anyio.create_task_group() as group:

            async def ask(number):
                result = await client.chat.send(model="m", messages=[user(str(number))])
                texts[number] = result.text

            for number in range(50):
                group.start_soon(ask, number)

    anyio.run(main, backend=backend)
    assert texts == {number: f"to {number}" for number in range(50)}


def test_closing_a_client_ends_a_delay():
    script = Script([completion("x", delay=30)])
    client = script.client(retries=0, timeout=TimeoutOptions(total=60))
    timer = threading.Timer(0.2, client.close)
    timer.start()
    started = time.monotonic()
    with pytest.raises(ConnectionFailedError, match="the client was closed"):
        client.chat.send(**QUESTION)
    assert time.monotonic() - started < 10
    timer.join()


def test_the_listing_of_models_is_a_dict_and_other_calls_need_one(asker):
    script = Script([{"data": []}, "Paris"])
    client = script.client()
    assert list(client.models.list()) == []
    with pytest.raises(ScriptError, match=r"step 2 does not fit: GET /api/v1/models is no chat, .* write a dict"):
        list(client.models.list())


def test_a_reply_has_any_body_status_and_headers():
    script = Script(
        [
            reply([1, 2], status=202, headers={"X-Mine": "a"}),
            reply("text"),
            b"\0\1",
            reply(status=204),
            reply(models.ModelsCountResponse.from_dict({"data": {"count": 3}})),
        ]
    )
    http = script.http_client()
    first, text, raw, empty, model = (http.get("https://service.example/things?a=1") for _ in range(5))
    assert (first.status_code, first.json(), first.headers["x-mine"]) == (202, [1, 2], "a")
    assert (text.text, text.headers["content-type"]) == ("text", "text/plain; charset=utf-8")
    assert (raw.content, raw.headers["content-type"]) == (b"\0\1", "application/octet-stream")
    assert (empty.status_code, empty.content) == (204, b"")
    assert model.json() == {"data": {"count": 3}}
    assert script.requests[0].query == {"a": "1"}


def test_events_are_a_stream_that_is_no_chat():
    script = Script([events({"n": 1}, "two\nlines", ServerSentEvent(b"3", event="last", id="7"), 500, "never")])
    response = script.http_client().post("https://service.example/run", json={"stream": True})
    assert response.headers["content-type"] == "text/event-stream"
    assert response.text.startswith(
        'data: {"n":1}\n\ndata: two\ndata: lines\n\nevent: last\nid: 7\ndata: 3\n\ndata: {"error"'
    )
    assert "never" not in response.text


def test_clients_of_httpx_get_the_exceptions_of_httpx():
    script = Script([connection_error(), timeout("connect"), events("a", connection_error())])
    http = script.http_client()
    for kind in (httpx.ConnectError, httpx.ConnectTimeout, httpx.ReadError):
        with pytest.raises(kind):
            http.get("https://service.example/")

    async def main():
        script.add(timeout())
        async with script.async_http_client() as client:
            with pytest.raises(httpx.ReadTimeout):
                await client.get("https://service.example/")

    asyncio.run(main())


@pytest.mark.parametrize("library", ["httpx", "httpx2"])
def test_the_class_of_the_client_of_httpx_can_be_chosen(library, tmp_path):
    http = pytest.importorskip(library)

    class Mine(http.Client):
        pass

    with Loopback([http_response({"n": 2})], [http_response({"n": 3})]) as server:
        script, cassette = Script([reply({"n": 1}), timeout(), "Paris"]), Cassette(tmp_path, "record")
        with script.http_client(Mine, timeout=5) as client:
            assert type(client) is Mine
            assert client.get("https://service.example/").json() == {"n": 1}
            with pytest.raises(http.ReadTimeout):
                client.get("https://service.example/")
            assert OpenRouter(http_client=client, api_key="k").chat.send(**QUESTION).text == "Paris"

        async def main(player):
            async with player.async_http_client(http.AsyncClient) as client:
                return (await client.get(f"{server.url}/x")).json()

        assert cassette.http_client(http.Client).get(f"{server.url}/x").json() == {"n": 2}
        assert asyncio.run(main(cassette)) == {"n": 3}
        assert asyncio.run(main(Cassette(tmp_path))) == {"n": 2}


def test_a_class_that_is_no_client_of_httpx_is_rejected_with_what_to_write_instead():
    script = Script()
    with pytest.raises(TypeError, match=r"^http_client needs a class such as httpx\.Client, not <class 'str'>$"):
        script.http_client(str)
    with pytest.raises(TypeError, match=r"needs a class such as httpx\.AsyncClient, .*: write http_client\(Client\)$"):
        script.async_http_client(httpx.Client)
    with pytest.raises(TypeError, match=r"write async_http_client\(AsyncClient\)$"):
        script.http_client(httpx.AsyncClient)
    with pytest.raises(TypeError, match=r"write client\(OpenRouter\)$"):
        script.http_client(OpenRouter)
    with pytest.raises(TypeError, match=r"write async_client\(AsyncOpenRouter\)$"):
        script.async_http_client(AsyncOpenRouter)


def test_intercepted_clients_need_no_connection_and_are_restored_afterwards(monkeypatch):
    monkeypatch.setenv("OPENROUTER_API_KEY", "a-key")
    before = httpx.HTTPTransport.handle_request
    with Script(["Paris", "Rome", 429, "Oslo"]) as script, script.intercept():
        assert OpenRouter().chat.send(**QUESTION).text == "Paris"
        with OpenRouter().chat.stream(**QUESTION) as opened:
            assert "".join(chunk.text for chunk in opened) == "Rome"
        assert httpx.post("https://api.example/", json={"messages": []}).status_code == 429

        async def main():
            async with httpx.AsyncClient() as client:
                return (await client.post("https://api.example/", json={"messages": []})).json()

        assert asyncio.run(main())["choices"][0]["message"]["content"] == "Oslo"
    assert httpx.HTTPTransport.handle_request is before


def test_clients_of_httpx2_are_intercepted_too():
    httpx2 = pytest.importorskip("httpx2")
    with Script([reply({"n": 1}), connection_error(), timeout()]) as script, script.intercept():
        with httpx2.Client() as client:
            assert client.get("https://service.example/").json() == {"n": 1}
            with pytest.raises(httpx2.ConnectError):
                client.get("https://service.example/")
        with httpx2.Client() as own, pytest.raises(TimedOutError):
            OpenRouter(http_client=own, api_key="k", retries=0).chat.send(**QUESTION)


def test_the_class_of_the_client_can_be_chosen():
    class Mine(OpenRouter):
        pass

    client = Script(["Paris"]).client(Mine, app_title="x")
    assert type(client) is Mine
    assert client.chat.send(**QUESTION).text == "Paris"


def test_a_service_has_a_general_client(asker):
    pets = Service("Pets", base_url="https://pets.example/v1", secret_headers=["X-Pet-Id"])
    script = Script([{"name": "Rex"}, {"name": "Tom"}])
    client = script.client(pets, headers={"X-Pet-Id": "the-id-of-rex"})
    assert client.request("GET", "/dogs/1?a=the-id-of-rex").json() == {"name": "Rex"}

    async def main():
        async with script.async_client(pets) as client:
            return (await client.request("GET", "/cats/1")).json()

    assert asyncio.run(main()) == {"name": "Tom"}
    assert [request.path for request in script.requests] == ["/v1/dogs/1", "/v1/cats/1"]
    assert "the-id-of-rex" not in script.requests[0].url + str(dict(script.requests[0].headers))


@pytest.mark.parametrize(
    "scheme",
    [
        SecurityScheme("bearer"),
        SecurityScheme("basic"),
        SecurityScheme("header", name="X-Pet"),
        SecurityScheme("query", name="pet"),
        SecurityScheme("cookie", name="pet"),
    ],
    ids=lambda scheme: scheme.kind,
)
def test_credentials_of_every_scheme_are_hidden_in_requests_and_recordings(scheme, tmp_path):
    pets = Service("Pets", base_url="https://pets.example/v1", security_schemes={"it": scheme})
    value = ("ada", "the-secret-value") if scheme.kind == "basic" else "the-secret-value"
    encoded = base64.b64encode(b"ada:the-secret-value").decode()
    script = Script([reply({"echo": "the-secret-value"})])
    with script.intercept():
        client = Cassette(tmp_path, "record").client(pets, auth={"it": value})
        assert client.request("GET", "/dogs").json() == {"echo": "the-secret-value"}
    (request,) = script.requests
    (path,) = tmp_path.iterdir()
    seen = request.url + str(dict(request.headers)) + path.read_text(encoding="utf-8")
    assert "the-secret-value" not in seen
    assert encoded not in seen
    assert "***" in request.url + str(dict(request.headers))
    replayed = Cassette(tmp_path).client(pets, auth={"it": ("b", "c") if scheme.kind == "basic" else "another"})
    assert replayed.request("GET", "/dogs").json() == {"echo": "***"}


def test_the_repr_of_a_script_counts_steps_and_requests():
    script = Script(["a", "b"])
    SyncAsker().send(script)
    assert repr(script) == "Script(2 steps, 1 used, 1 requests)"


@pytest.mark.parametrize("kinds", [["header", "basic"], ["basic"], ["header", "bearer"]], ids="-".join)
def test_a_client_needs_no_credentials_whatever_the_schemes_of_its_service(kinds):
    schemes = {kind: SecurityScheme(kind, name="X-Pet-Key") for kind in kinds}
    pets = Service("Pets", base_url="https://pets.example/v1", security_schemes=schemes)

    class Pets(Client):
        service = pets

    script = Script([{}, {}])
    script.client(pets).request("GET", "/dogs")
    script.client(Pets).request("GET", "/dogs")
    name = "authorization" if kinds == ["basic"] else "x-pet-key"
    assert all("***" in request.headers[name] for request in script.requests)


def test_a_stream_that_is_dropped_in_a_reference_cycle_leaves_no_open_socket(monkeypatch):
    class Box:
        stream = box = None

    async def drop():
        older = [socket.socketpair()]  # the collector frees objects in the order of their age
        async with Script(["Hello there"]).async_client() as client:
            with monkeypatch.context() as patch:
                patch.setattr(socket, "socketpair", older.pop)
                box = Box()
                box.box, box.stream = box, client.chat.stream(**QUESTION)
                await anext(box.stream)
            del box
            gc.collect()

    asyncio.run(drop())
    gc.collect()
