"""The local server: start and stop, recorded requests, reset, and the command line."""

import asyncio
import re
import signal
import socket
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor

import httpx
import pytest

from openrouterkit import (
    AsyncOpenRouter,
    ConfigurationError,
    OpenRouter,
    PaymentRequiredResponseError,
    RequestOptions,
    TooManyRequestsResponseError,
    assistant,
    user,
)
from openrouterkit.local import LocalServer

HELLO = {"model": "local/echo", "messages": [{"role": "user", "content": "Hello"}]}


def test_a_client_talks_to_the_server_in_a_with_block():
    with LocalServer() as server, OpenRouter(base_url=server.base_url) as client:
        assert client.chat.send(model="local/echo", messages=[user("Hello")]).text == "Hello"


async def talk() -> str:
    async with LocalServer() as server, AsyncOpenRouter(base_url=server.base_url) as client:
        return (await client.chat.send(model="local/echo", messages=[user("Hello")])).text


def test_async_with_works_on_asyncio():
    assert asyncio.run(talk()) == "Hello"


def test_async_with_works_on_trio():
    import trio

    assert trio.run(talk) == "Hello"


def test_the_server_starts_and_stops_quickly_and_leaves_no_thread_and_no_socket():
    start = time.perf_counter()
    with LocalServer() as server:
        port = httpx.URL(server.base_url).port
        names = [thread.name for thread in threading.enumerate()]
    assert time.perf_counter() - start < 0.3
    assert f"openrouterkit-local-{port}" in names
    assert f"openrouterkit-local-{port}" not in [thread.name for thread in threading.enumerate()]
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(("127.0.0.1", port))


def test_stop_aborts_a_request_in_progress_without_waiting_or_logging(caplog):
    with LocalServer(delay=30) as server, httpx.stream("POST", f"{server.base_url}/chat/completions", json=slow()):
        start = time.perf_counter()
        server.stop()
        assert time.perf_counter() - start < 0.3
    assert not [record for record in caplog.records if record.levelname in {"ERROR", "WARNING"}]


def slow() -> dict:
    return {**HELLO, "model": "local/slow", "stream": True}


def test_start_and_stop_can_be_repeated():
    server = LocalServer()
    for _ in range(2):
        server.start()
        server.start()
        assert httpx.get(f"{server.base_url}/models").status_code == 200
        server.stop()
        server.stop()


def test_start_returns_the_server():
    server = LocalServer().start()
    try:
        assert server.start() is server
        assert httpx.get(f"{server.base_url}/models").status_code == 200
    finally:
        server.stop()


def test_base_url_raises_if_the_server_is_not_running():
    with pytest.raises(ConfigurationError, match=r"not running; use it in a with block or call start\(\)"):
        _ = LocalServer().base_url
    assert repr(LocalServer()) == "LocalServer(stopped)"


@pytest.mark.parametrize("host", ["0.0.0.0", "192.168.1.4", "example.com", "::"])
def test_a_host_that_is_not_loopback_is_rejected(host):
    with pytest.raises(ConfigurationError, match="not a loopback address"):
        LocalServer(host=host)


def test_start_raises_if_the_port_is_in_use():
    with LocalServer() as server:
        port = httpx.URL(server.base_url).port
        with pytest.raises(
            ConfigurationError, match=f"cannot listen on port {port} of 127.0.0.1 .*0 for any free port"
        ):
            LocalServer(port=port).start()


@pytest.mark.parametrize("failure", [SystemExit(3), OSError("no more files")], ids=repr)
def test_start_raises_at_once_with_the_reason_if_the_server_cannot_start(monkeypatch, failure):
    async def fail(*_, **__):
        raise failure

    monkeypatch.setattr("uvicorn.Server.startup", fail)
    server = LocalServer()
    start = time.perf_counter()
    with pytest.raises(ConfigurationError, match=f"did not start on port .*{re.escape(repr(failure))}") as caught:
        server.start()
    assert (caught.value.__cause__, repr(server)) == (failure, "LocalServer(stopped)")
    assert time.perf_counter() - start < 5
    monkeypatch.undo()
    with server:
        assert httpx.get(f"{server.base_url}/models").status_code == 200


def test_start_raises_if_the_server_is_not_ready_in_time(monkeypatch):
    async def hang(self, **_):
        self.servers = []
        await asyncio.sleep(0.5)

    monkeypatch.setattr("uvicorn.Server.startup", hang)
    monkeypatch.setattr("openrouterkit_local.server_thread._TIMEOUT", 0.1)
    with pytest.raises(ConfigurationError, match=r"it was not ready after 0.1 s"):
        LocalServer().start()


@pytest.mark.parametrize(
    ("target", "failure"),
    [("threading.Thread.start", RuntimeError), ("concurrent.futures.Future.exception", KeyboardInterrupt)],
)
def test_start_leaves_no_thread_and_no_socket_if_it_is_interrupted(monkeypatch, target, failure):
    def fail(*_):
        raise failure

    before = set(threading.enumerate())
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    server = LocalServer(port=port)
    monkeypatch.setattr(target, fail)
    with pytest.raises(failure):
        server.start()
    monkeypatch.undo()
    assert set(threading.enumerate()) <= before
    with server:
        assert httpx.get(f"{server.base_url}/models").status_code == 200


def test_a_thread_that_is_stopped_before_it_serves_ends_at_once(monkeypatch):
    def run_late(coroutine):
        time.sleep(0.3)
        return run(coroutine)

    def interrupt(*_):
        raise KeyboardInterrupt

    run = asyncio.run
    monkeypatch.setattr("openrouterkit_local.server_thread.asyncio.run", run_late)
    monkeypatch.setattr("concurrent.futures.Future.exception", interrupt)
    before = set(threading.enumerate())
    start = time.perf_counter()
    with pytest.raises(KeyboardInterrupt):
        LocalServer().start()
    assert (set(threading.enumerate()) - before, time.perf_counter() - start < 5) == (set(), True)


def test_stop_works_while_the_thread_ends_because_of_an_error(monkeypatch):
    async def fail(*_):
        raise RuntimeError("out of order")

    def run_and_linger(coroutine):
        try:
            run(coroutine)
        finally:
            is_closed.set()
            time.sleep(0.3)

    run, is_closed = asyncio.run, threading.Event()
    monkeypatch.setattr("openrouterkit_local.server_thread.asyncio.run", run_and_linger)
    monkeypatch.setattr("openrouterkit_local.server_thread.asyncio.Event.wait", fail)
    before = set(threading.enumerate())
    server = LocalServer().start()
    assert is_closed.wait(10)
    server.stop()
    assert set(threading.enumerate()) <= before


def test_an_error_after_the_start_is_logged_and_stop_still_works(monkeypatch, caplog):
    async def fail(*_):
        raise RuntimeError("out of order")

    server = LocalServer()
    monkeypatch.setattr("openrouterkit_local.server_thread.asyncio.Event.wait", fail)
    server.start()
    deadline = time.monotonic() + 10
    while not caplog.records and time.monotonic() < deadline:
        time.sleep(0.01)
    monkeypatch.undo()
    server.stop()
    (record,) = caplog.records
    assert re.fullmatch(r"the local server on port \d+ stopped because of an error", record.message)
    assert "out of order" in caplog.text


@pytest.mark.parametrize("port", [70000, -1, "80"])
def test_an_invalid_port_is_rejected(port):
    with pytest.raises(ConfigurationError, match=f"cannot listen on port {port}"):
        LocalServer(port=port).start()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("pace", -1),
        ("delay", "soon"),
        ("retry_after", float("nan")),
        ("generation_misses", None),
        ("rate_limit", -1),
        ("rate_limit", 2.5),
        ("rate_window", 0),
        ("rate_window", float("inf")),
    ],
)
def test_invalid_settings_are_rejected_at_the_start_and_later(openrouterkit_server, name, value):
    with pytest.raises(ConfigurationError, match=f"invalid {name} "):
        LocalServer(**{name: value})
    with pytest.raises(ConfigurationError, match=f"invalid {name} "):
        setattr(openrouterkit_server.settings, name, value)


def test_a_server_listens_on_the_given_port_and_accepts_localhost():
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    with LocalServer(host="localhost", port=port) as server:
        assert server.base_url == f"http://127.0.0.1:{port}/api/v1"
        assert server.environment["OPENROUTER_BASE_URL"] == server.base_url


def test_every_request_is_recorded_with_its_decoded_body_and_status(openrouterkit_server):
    with httpx.Client(base_url=openrouterkit_server.base_url) as http:
        http.post("/chat/completions", json=HELLO, headers={"X-Trace": "42"})
        http.get("/models?limit=3&limit=2")
        http.get("/nothing/here")
    chat, models, nothing = openrouterkit_server.requests
    assert (chat.method, chat.path, chat.status, chat.operation) == (
        "POST",
        "/chat/completions",
        200,
        "sendChatCompletionRequest",
    )
    assert (chat.body, chat.model, chat.headers["x-trace"]) == (HELLO, "local/echo", "42")
    assert (models.query, models.body, models.model) == ({"limit": "2"}, None, None)
    assert (nothing.status, nothing.operation) == (404, None)


def test_the_api_key_is_neither_recorded_nor_returned(openrouterkit_server):
    with OpenRouter(base_url=openrouterkit_server.base_url, api_key="sk-or-v1-secret") as client:
        result = client.chat.send(model="local/echo", messages=[user("Hello")])
    (request,) = openrouterkit_server.requests
    assert request.headers["authorization"] == "Bearer ***"
    assert "secret" not in f"{result.to_json()!r} {result.response.headers} {request!r} {format_hidden(request)}"


def format_hidden(request) -> str:
    """Return the attributes that repr() leaves out."""
    return f"{request.headers} {request.body}"


def test_reset_discards_requests_script_and_failure_counts_and_restores_settings(openrouterkit_server):
    flaky = {**HELLO, "model": "local/flaky"}
    url = f"{openrouterkit_server.base_url}/chat/completions"
    assert [httpx.post(url, json=flaky).status_code for _ in range(3)] == [429, 503, 200]
    openrouterkit_server.script("left over")
    openrouterkit_server.settings.retry_after = 7
    openrouterkit_server.reset()
    assert openrouterkit_server.requests == []
    assert openrouterkit_server.settings.retry_after == 0.1
    assert [httpx.post(url, json=flaky).status_code for _ in range(3)] == [429, 503, 200]


def test_the_fixture_is_reset_between_tests(openrouterkit_server):
    assert openrouterkit_server.requests == []


def test_a_script_replies_to_the_next_chats_whichever_model_they_name(openrouterkit_server):
    call = {"id": "call_1", "type": "function", "function": {"name": "look", "arguments": "{}"}}
    openrouterkit_server.script(
        "Paris.", {"role": "assistant", "content": None, "tool_calls": [call]}, "local/error-402"
    )
    with OpenRouter(base_url=openrouterkit_server.base_url, retries=0) as client:
        first, second = (client.chat.send(model="openai/gpt-4o", messages=[user("Where?")]) for _ in range(2))
        assert (first.text, first.model) == ("Paris.", "openai/gpt-4o")
        assert [(each.id, each.function.name) for each in second.tool_calls] == [("call_1", "look")]
        with pytest.raises(PaymentRequiredResponseError):
            client.chat.send(model="openai/gpt-4o", messages=[user("Where?")])


def test_a_script_accepts_messages_of_the_sdk_and_completes_tool_calls(openrouterkit_server):
    call = {"function": {"name": "look", "arguments": {"at": "x"}}}
    openrouterkit_server.script(
        assistant("Modelled."), {"tool_calls": [call]}, {"tool_calls": [{"function": {"name": "a"}}]}
    )
    with OpenRouter(base_url=openrouterkit_server.base_url) as client:
        first, second, third = (client.chat.send(model="x/y", messages=[user("Where?")]) for _ in range(3))
    assert first.text == "Modelled."
    (called,) = second.tool_calls
    assert (called.id[:5], called.type, called.function.arguments) == ("call_", "function", '{"at": "x"}')
    assert (third.text, third.tool_calls[0].function.arguments) == ("", "")


@pytest.mark.parametrize(
    ("reply", "message"),
    [
        (5, "invalid reply 5: pass a text, an assistant message, or the name of a local model to script"),
        ({"tool_calls": ["x"]}, "invalid tool call 'x' in a reply"),
        ({"tool_calls": [{"function": {"arguments": "{}"}}]}, "invalid tool call .* in a reply"),
    ],
)
def test_an_invalid_reply_of_a_script_is_rejected_at_once(openrouterkit_server, reply, message):
    with pytest.raises(ConfigurationError, match=message):
        openrouterkit_server.script("ok", reply)
    reply = httpx.post(f"{openrouterkit_server.base_url}/chat/completions", json=HELLO).json()
    assert reply["choices"][0]["message"]["content"] == "Hello"


def test_a_rate_limit_counts_down_in_the_headers_and_then_fails_with_429():
    with LocalServer(rate_limit=2, rate_window=30) as server:
        begin = time.time()
        responses = [httpx.get(f"{server.base_url}/{path}") for path in ("models", "nothing/here", "models", "models")]
        end = time.time()
    assert [response.status_code for response in responses] == [200, 404, 429, 429]
    assert [response.headers["x-ratelimit-limit"] for response in responses] == ["2"] * 4
    assert [response.headers["x-ratelimit-remaining"] for response in responses] == ["1", "0", "0", "0"]
    (reset,) = {int(response.headers["x-ratelimit-reset"]) / 1000 for response in responses}
    assert begin + 30 <= reset <= end + 30.001
    assert "retry-after" not in responses[1].headers
    limited = responses[2]
    assert reset - end - 0.001 <= float(limited.headers["retry-after"]) <= reset - begin + 0.001
    error = limited.json()["error"]
    assert error["message"].startswith("Rate limit exceeded: 2 requests per 30 s; retry after ")
    names = ("X-RateLimit-Limit", "X-RateLimit-Remaining", "X-RateLimit-Reset")
    headers = {name: limited.headers[name] for name in names}
    assert error["metadata"] == {"error_type": "rate_limit_exceeded", "headers": headers}


def test_the_client_reads_the_rate_limit_waits_until_its_end_and_sees_a_new_window(openrouterkit_server):
    openrouterkit_server.settings.rate_limit = 2
    openrouterkit_server.settings.rate_window = 0.5
    with OpenRouter(base_url=openrouterkit_server.base_url, retries=2) as client:
        results = [client.chat.send(model="local/echo", messages=[user("Hello")]) for _ in range(3)]
    limits = [result.response.rate_limits for result in results]
    assert [(each.limit, each.remaining) for each in limits] == [(2, 1), (2, 0), (2, 1)]
    assert limits[0].reset == limits[1].reset
    assert limits[2].reset >= limits[0].reset + 500
    assert [attempt.status for attempt in results[2].response.attempts] == [429, 200]


def test_a_stream_has_rate_limit_headers_and_a_used_up_limit_has_its_own_error(openrouterkit_server):
    openrouterkit_server.settings.rate_limit = 1
    with OpenRouter(base_url=openrouterkit_server.base_url, retries=0) as client:
        with client.chat.stream(model="local/story", messages=[user("Go on")]) as stream:
            stream.read_all()
        assert stream.result().response.rate_limits.remaining == 0
        with pytest.raises(TooManyRequestsResponseError) as caught:
            client.chat.send(model="local/echo", messages=[user("Hello")])
    assert 50 < caught.value.retry_after <= 60


def test_there_is_no_rate_limit_by_default_and_reset_begins_a_new_window(openrouterkit_server):
    url = f"{openrouterkit_server.base_url}/models"
    assert "x-ratelimit-limit" not in httpx.get(url).headers
    openrouterkit_server.settings.rate_limit = 1
    assert [httpx.get(url).status_code for _ in range(2)] == [200, 429]
    openrouterkit_server.reset()
    assert "x-ratelimit-limit" not in httpx.get(url).headers
    openrouterkit_server.settings.rate_limit = 1
    assert httpx.get(url).headers["x-ratelimit-remaining"] == "0"


def test_fifty_concurrent_calls_each_get_their_own_reply(openrouterkit_server):
    with OpenRouter(base_url=openrouterkit_server.base_url) as client, ThreadPoolExecutor(16) as pool:

        def send(number: int) -> str:
            messages = [user(f"Number {number}")]
            if number % 2:
                with client.chat.stream(model="local/flaky", messages=messages) as stream:
                    return stream.read_all().text
            options = RequestOptions(headers={"x-session-id": f"session-{number}"})
            return client.chat.send(model="local/flaky", messages=[user(f"Number {number}")], options=options).text

        assert list(pool.map(send, range(50))) == [f"Number {number}" for number in range(50)]


def test_several_servers_run_at_the_same_time_and_share_nothing():
    with LocalServer() as one, LocalServer() as other:
        httpx.post(f"{one.base_url}/chat/completions", json=HELLO)
        assert (len(one.requests), len(other.requests)) == (1, 0)


def test_a_missing_extra_raises_an_error_with_the_install_command(monkeypatch):
    import openrouterkit_local as package

    monkeypatch.delitem(package.__dict__, "LocalServer", raising=False)
    monkeypatch.setattr(package, "find_spec", lambda name: None if name == "uvicorn" else object())
    with pytest.raises(ImportError, match=r"needs uvicorn; run: pip install 'openrouterkit\[local\]'"):
        from openrouterkit.local import LocalServer  # noqa: F401 - the import itself must fail


def test_the_pytest_plugin_imports_nothing_heavy_before_its_fixture_is_used():
    code = (
        "import sys, openrouterkit_local.pytest_plugin\n"
        "print({'starlette', 'uvicorn', 'jsonschema', 'httpx', 'msgspec', 'openrouterkit_api'} & set(sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "set()\n"


def test_the_command_prints_its_url_logs_requests_and_stops_at_ctrl_c():
    command = [sys.executable, "-m", "openrouterkit.local", "--port", "0", "--rate-limit", "7", "--rate-window", "5"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        greeting = process.stdout.readline()
        url = greeting.split()[4]
        response = httpx.post(f"{url}/chat/completions", json=HELLO)
        process.send_signal(signal.SIGINT)
        out, err = process.stdout.read(), process.stderr.read()
    assert greeting == f"openrouterkit.local is listening on {url} (press Ctrl-C to stop). No API key is needed.\n"
    assert f"export OPENROUTER_BASE_URL={url}" in out
    assert out.splitlines()[-1].endswith(" 200 POST /chat/completions local/echo")
    assert (process.returncode, err) == (0, "")
    assert (response.headers["x-ratelimit-limit"], response.headers["x-ratelimit-remaining"]) == ("7", "6")


def test_the_command_runs_a_program_with_servers_of_all_services_and_returns_its_exit_code():
    program = (
        "import sys; from openrouterkit import OpenRouter, user; from openrouterkit.mistral import Mistral\n"
        "for client in (OpenRouter(), Mistral()): print(client.chat.send(model='a', messages=[user('hi')]).text)\n"
        "sys.exit(3)"
    )
    command = [sys.executable, "-m", "openrouterkit.local", "--", sys.executable, "-c", program]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (3, "hi\nhi\n", "")


def test_the_command_reports_a_program_that_does_not_exist(capsys):
    from openrouterkit_local.command import main

    assert main(["--", "no-such-program"]) == 2
    assert capsys.readouterr().err.startswith("cannot run no-such-program: ")


def test_the_command_prints_an_error_without_traceback_for_an_invalid_host(capsys):
    from openrouterkit_local.command import main

    assert main(["--host", "0.0.0.0"]) == 2
    assert capsys.readouterr().err.startswith("invalid host '0.0.0.0': not a loopback address")
