"""What is logged, and the environment variables OPENROUTERKIT_LOG and OPENROUTERKIT_LOG_BODIES."""

from __future__ import annotations

import asyncio
import base64
import json
import logging
import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from leaks import assert_hidden
from loopback import DONE, END, STREAM_HEAD, Loopback, chunk, completion, event, http_response, piece
from places import ROOT

from openrouterkit import AsyncOpenRouter, Client, OpenRouter, RetryOptions, Service, user
from openrouterkit._call.request_log import BODY_LIMIT, format_body
from openrouterkit._flow.loggers import body_logger, configure_logging, logger
from openrouterkit.errors import ConfigurationError, IncompleteStreamError, ServiceUnavailableResponseError
from openrouterkit.mistral import MISTRAL
from openrouterkit.openrouter import OPENROUTER

PROGRAM = """
import logging, sys
from openrouterkit import OpenRouter
from openrouterkit._flow.loggers import logger
{before}
OpenRouter(api_key="k")
OpenRouter(api_key="k")
logger.debug("a debug message")
logger.info("a message")
logger.warning("a warning")
logger.getChild("middleware").error("an error")
"""


def run(level: str, before: str = "") -> list[str]:
    """Run a program with OPENROUTER_LOG; return the lines on its standard error."""
    environment = {**os.environ, "OPENROUTER_LOG": level}
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM.format(before=before)],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stderr.splitlines()


@pytest.mark.parametrize(
    ("level", "lines"),
    [
        ("debug", ["a debug message", "a message", "a warning", "an error"]),
        ("Info", ["a message", "a warning", "an error"]),
        ("warning", ["a warning", "an error"]),
        ("error", ["an error"]),
        ("", ["an error"]),
    ],
)
def test_the_messages_of_a_level_are_printed_once_without_any_configuration(level: str, lines: list[str]) -> None:
    assert run(level) == lines


def test_the_handlers_that_a_program_has_configured_are_the_only_ones() -> None:
    configured = 'logging.basicConfig(format="configured: %(message)s")'
    assert run("info", configured) == ["configured: a message", "configured: a warning", "configured: an error"]
    assert run("", configured) == ["configured: a warning", "configured: an error"]
    own = 'h = logging.StreamHandler(sys.stderr); h.setFormatter(logging.Formatter("own: %(message)s"))'
    assert run("info", f"{own}; logger.addHandler(h)") == ["own: a message", "own: a warning", "own: an error"]
    alone = f"{own}; logger.addHandler(h); logger.propagate = False"
    assert run("info", alone) == ["own: a message", "own: a warning", "own: an error"]
    assert run("info", "logger.propagate = False") == ["a message", "a warning", "an error"]


@pytest.mark.parametrize("mode", ["sync", "async"])
def test_a_program_that_has_not_configured_logging_prints_nothing_about_retries(mode: str) -> None:
    program = """
import asyncio
from openrouterkit import RetryOptions, user
from openrouterkit.testing import Script
request = {"model": "a/b", "messages": [user("hi")]}
retries = RetryOptions(initial_interval=0)
if MODE == "sync":
    Script([503, "Hello"]).client(retries=retries).chat.send(**request)
else:
    asyncio.run(Script([503, "Hello"]).async_client(retries=retries).chat.send(**request))
"""
    done = subprocess.run(
        [sys.executable, "-c", program.replace("MODE", repr(mode))],
        env={name: value for name, value in os.environ.items() if "_LOG" not in name},
        capture_output=True,
        text=True,
        check=True,
    )
    assert (done.stdout, done.stderr) == ("", "")


def test_an_unknown_level_is_rejected_with_the_valid_levels() -> None:
    with pytest.raises(subprocess.CalledProcessError) as failed:
        run("loud")
    assert "OPENROUTER_LOG 'loud'" in failed.value.stderr
    assert all(level in failed.value.stderr for level in ("debug", "info", "warning", "error"))


KEY = "sk-or-v1-0123456789abcdef"
SPLIT = event(chunk(f"Your key is {KEY}.")) + event(chunk("", "stop")) + DONE
STREAM = [STREAM_HEAD, piece(SPLIT[:150]), 0.02, piece(SPLIT[150:]), END]
BUSY = http_response({"error": {"code": 503, "message": "busy"}}, 503)
SEND: Any = {"model": "a/b", "messages": [user("hi")]}


@pytest.fixture
def lines(caplog: pytest.LogCaptureFixture) -> Iterator[list[str]]:
    """The lines that are logged, with their level; bodies are logged."""
    shown: list[str] = []

    class Handler(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            shown.append(f"{record.levelname} {record.getMessage()}")

    handler = Handler()
    logger.addHandler(handler)
    with caplog.at_level(logging.DEBUG, "openrouterkit"):
        yield shown
    logger.removeHandler(handler)


@pytest.fixture
def bodies(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("OPENROUTER_LOG_BODIES", "1")
    yield
    body_logger.setLevel(logging.CRITICAL + 1)


def normalize(text: str, base_url: str = "") -> list[str]:
    """Return lines with every measured time replaced by N."""
    return [re.sub(r"[0-9.]+ s", "N s", line.replace(base_url or "\0", "URL")) for line in text.splitlines()]


def test_the_lines_in_the_readme_are_those_that_a_program_prints() -> None:
    program = (
        "import sys\nfrom openrouterkit import OpenRouter\n"
        "with OpenRouter(api_key='k', base_url=sys.argv[1]) as client:\n"
        "    client.chat.stream(model='a/b', messages=[{'role': 'user', 'content': 'hi'}]).read_all()\n"
    )
    with Loopback([BUSY, "request", *STREAM]) as server:
        done = subprocess.run(
            [sys.executable, "-c", program, server.url],
            env={**os.environ, "OPENROUTER_LOG": "info"},
            capture_output=True,
            text=True,
            check=True,
        )
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    block = re.search(r"```text\n(POST .*?)```", readme, re.DOTALL)
    assert block is not None
    assert normalize(done.stderr, server.url) == normalize(block[1], "https://openrouter.ai/api/v1")


@pytest.mark.parametrize("mode", ["sync", "async"])
def test_requests_are_logged_at_info_and_waits_at_warning(mode: str, lines: list[str]) -> None:
    retries = RetryOptions(initial_interval=0, max_attempts=2)
    with Loopback([BUSY, "request", http_response(completion())]) as server:
        call(mode, server.url, retries=retries)
    assert normalize("\n".join(lines), server.url) == [
        "INFO POST URL/chat/completions: 503 in N s, attempt 1",
        "WARNING POST URL/chat/completions: retrying in N s after attempt 1 (status 503)",
        "INFO POST URL/chat/completions: 200 in N s, attempt 2",
    ]


def call(mode: str, url: str, *, stream: bool = False, **options: Any) -> None:
    async def call_async() -> None:
        async with AsyncOpenRouter(api_key=KEY, base_url=url, **options) as client:
            await (client.chat.stream(**SEND).read_all() if stream else client.chat.send(**SEND))

    if mode == "async":
        asyncio.run(call_async())
    else:
        with OpenRouter(api_key=KEY, base_url=url, **options) as client:
            _ = client.chat.stream(**SEND).read_all() if stream else client.chat.send(**SEND)


def test_the_last_failure_of_a_call_is_logged_with_its_status_only_and_no_error_level(lines: list[str]) -> None:
    with Loopback([BUSY]) as server, pytest.raises(ServiceUnavailableResponseError):
        call("sync", server.url, retries=0)
    assert normalize("\n".join(lines), server.url) == ["INFO POST URL/chat/completions: 503 in N s, attempt 1"]


def test_a_redirect_that_is_followed_is_logged_without_queries(lines: list[str]) -> None:
    script = [http_response("", 302, location="/y?key=private"), "request", http_response({})]
    with Loopback(script) as server, OpenRouter(api_key=KEY, base_url=server.url) as client:
        client.request("GET", "/x", query={"q": "private"})
    host = server.url.removesuffix("/api/v1")
    assert lines[0] == f"INFO GET {host}/api/v1/x: 302, redirected to {host}/y"
    assert normalize(lines[1], server.url)[0] == "INFO GET URL/x: 200 in N s, attempt 1"


def test_a_failed_connection_is_logged_by_the_name_of_its_error(lines: list[str]) -> None:
    with Loopback(["reset"]) as server, pytest.raises(Exception, match="connection"):
        call("sync", server.url, retries=0)
    assert ": ConnectionFailedError in " in lines[0]


def test_bodies_are_not_logged_by_default(lines: list[str]) -> None:
    with Loopback([http_response(completion())], STREAM) as server:
        call("sync", server.url)
        call("sync", server.url, stream=True)
    assert all(" attempt 1" in line for line in lines)
    assert len(lines) == 2


@pytest.mark.usefixtures("bodies")
@pytest.mark.parametrize("mode", ["sync", "async"])
def test_bodies_of_requests_and_responses_are_logged_redacted(mode: str, lines: list[str]) -> None:
    with Loopback([http_response(completion(f"Your key is {KEY}."))]) as server:
        call(mode, server.url)
    request, response, outcome = lines
    assert request.startswith(f"DEBUG POST {server.url}/chat/completions: request body, ")
    assert '"content":"hi"' in request
    assert f"{server.url}/chat/completions: response body, status 200, " in response
    assert "Your key is ****" in response
    assert outcome.startswith("INFO")
    assert_hidden("\n".join(lines), KEY)


@pytest.mark.usefixtures("bodies")
@pytest.mark.parametrize("mode", ["sync", "async"])
def test_lines_of_a_stream_are_logged_redacted_also_across_reads(mode: str, lines: list[str]) -> None:
    with Loopback(STREAM) as server:
        call(mode, server.url, stream=True)
    shown = [line.partition(" bytes: ")[2] for line in lines if "stream line" in line]
    assert len(shown) == 3
    assert "Your key is ****" in shown[0]
    assert shown[2] == "data: [DONE]"
    assert_hidden("\n".join(lines), KEY)


@pytest.mark.usefixtures("bodies")
def test_the_body_of_an_error_and_the_unfinished_end_of_a_stream_are_logged(lines: list[str]) -> None:
    with Loopback([BUSY, "request", *STREAM[:-1], piece(b"data: unfinished"), END]) as server:
        call("sync", server.url, stream=True, retries=RetryOptions(initial_interval=0))
    assert any("response body, status 503" in line and "busy" in line for line in lines)
    assert not any("unfinished" in line for line in lines)  # the parser is done at [DONE]
    unfinished = [STREAM_HEAD, piece(b"data: {}\n\ndata: unfinished"), END]
    with Loopback(unfinished) as server, pytest.raises(IncompleteStreamError):
        call("sync", server.url, stream=True, retries=0)
    assert any("end of the stream" in line and "data: unfinished" in line for line in lines)


@pytest.mark.usefixtures("bodies")
def test_an_uploaded_file_is_logged_by_its_kind(lines: list[str], tmp_path: Path) -> None:
    from openrouterkit._call.request_log import log_request_body
    from openrouterkit._flow.request import Request
    from openrouterkit.timeouts import TimeoutOptions
    from openrouterkit_runtime.files import File

    OpenRouter(api_key=KEY).close()
    path = tmp_path / "a"
    path.write_bytes(b"private content")
    log_request_body(Request("POST", "https://u:p@a.example/x?q", {}, File(path), TimeoutOptions()))
    assert lines == ["DEBUG POST https://a.example/x: request body, 6 bytes: <File>"]


def test_long_data_and_long_bodies_are_shortened() -> None:
    image = "data:image/png;base64," + base64.b64encode(bytes(3000)).decode()
    shown = format_body(f'{{"url": "{image}", "text": "kept"}}'.encode(), ())
    assert re.fullmatch(r'\{"url": "data:image/png;base64,A{40}\.\.\. \(4000 characters\)", "text": "kept"\}', shown)
    assert len(format_body(b"ab " * 5000, ())) == BODY_LIMIT
    assert format_body(b"a\n\x1b[31m\xff", ()) == "a \ufffd[31m\ufffd"


def test_other_keys_and_members_with_the_names_of_credentials_are_redacted() -> None:
    body = b'{"key": "sk-or-v1-anotherkey0123456789", "max_tokens": 3, "token":"a\\"b", "hash": "sk-short"}'
    assert format_body(body, ()) == '{"key": "***", "max_tokens": 3, "token":"***", "hash": "sk-short"}'
    assert format_body(b"see sk-or-v1-anotherkey0123456789!", ()) == "see sk-***!"


@pytest.mark.parametrize(
    ("body", "shown"),
    [
        ('{"password": 12345678, "n": 5}', '{"password": "***", "n": 5}'),
        ('{"api_key": ["a]b", ["c"]], "n": [1]}', '{"api_key": "***", "n": [1]}'),
        ('{"token": ["cut", "off', '{"token": "***"'),
        ('{"token": "cut off', '{"token": "***"'),
        ('{"token": "", "key": null, "secret": {"n": 1}}', '{"token": "", "key": null, "secret": {"n": 1}}'),
        (r'{"password": "a\"b\\", "n": "c"}', '{"password": "***", "n": "c"}'),
    ],
)
def test_texts_numbers_and_lists_of_members_with_such_names_are_redacted(body: str, shown: str) -> None:
    assert format_body(body.encode(), ()) == shown


@pytest.mark.parametrize("depth", [1, 2, 3])
@pytest.mark.parametrize("value", ["hunter2hunter2", 'with "quotes" and \\', 12345678, ["one", 'two "]"']])
def test_members_of_json_inside_a_string_are_redacted_at_any_usual_depth(value: object, depth: int) -> None:
    text = json.dumps({"city": "Bonn", "api_key": value, "days": 3})
    expected = json.dumps({"city": "Bonn", "api_key": "***", "days": 3})
    for _ in range(depth):
        text, expected = json.dumps({"arguments": text}), json.dumps({"arguments": expected})
    assert format_body(text.encode(), ()) == expected


@pytest.mark.parametrize("part", [b"\\", b'\\"', b'"token": "\\\\', b'"token":[', b'"token":"\\n'])
def test_no_body_takes_long_to_redact(part: bytes) -> None:
    start = time.process_time()
    format_body(part * (300_000 // len(part)), ())
    assert time.process_time() - start < 5


@pytest.mark.parametrize("variable", ["OPENROUTERKIT_LOG_BODIES", "PETS_LOG_BODIES"])
@pytest.mark.parametrize(("value", "level"), [("1", 10), (" True", 10), ("on", 10), ("0", 51), ("OFF", 51), ("", 20)])
def test_the_switch_for_bodies_turns_them_on_and_off(variable: str, value: str, level: int) -> None:
    before = body_logger.level
    body_logger.setLevel(20)
    try:
        configure_logging({variable: value}, "PETS")
        assert body_logger.level == level
    finally:
        body_logger.setLevel(before)
    with pytest.raises(ConfigurationError, match=f"invalid {variable} 'maybe': set it to 1 or 0"):
        configure_logging({variable: "maybe"}, "PETS")


@pytest.mark.parametrize("service", [OPENROUTER, MISTRAL], ids=lambda service: service.name)
def test_the_variables_of_the_package_come_before_those_of_the_service(
    service: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = logger.level
    monkeypatch.setenv(f"{service.name.upper()}_LOG", "debug")
    for value, level in (("error", logging.ERROR), ("", logging.DEBUG)):
        monkeypatch.setenv("OPENROUTERKIT_LOG", value)
        Client(service)
        assert logger.level == level
    monkeypatch.setenv("OPENROUTERKIT_LOG", "loud")
    with pytest.raises(ConfigurationError, match="invalid OPENROUTERKIT_LOG 'loud'"):
        Client(service)
    logger.setLevel(before)


def test_the_variables_of_one_service_do_not_apply_to_the_clients_of_another(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENROUTER_LOG", "loud")
    Client(Service("Pets", base_url="https://pets.example", log_env="PETS"))
    Client(Service("Pets", base_url="https://pets.example"))


def test_bodies_are_printed_without_any_other_setting() -> None:
    program = (
        "import sys\nfrom openrouterkit import OpenRouter\n"
        "OpenRouter(api_key='k', base_url=sys.argv[1]).request('POST', '/x', json={'a': 1})\n"
    )
    environment = {name: value for name, value in os.environ.items() if name != "OPENROUTER_LOG"}
    with Loopback([http_response({"b": 2})]) as server:
        done = subprocess.run(
            [sys.executable, "-c", program, server.url],
            env={**environment, "OPENROUTER_LOG_BODIES": "1"},
            capture_output=True,
            text=True,
            check=True,
        )
    assert [line.partition(" bytes: ")[2] for line in done.stderr.splitlines()] == ['{"a":1}', '{"b": 2}']
