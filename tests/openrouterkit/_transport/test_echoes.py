"""Peers that send the API key back in an invalid response: it is in no error and in no log."""

from __future__ import annotations

import asyncio
import logging
import re
import ssl
from collections.abc import Iterator
from typing import Any

import httpx
import pytest
from leaks import assert_hidden, collect_texts
from loopback import JSON_HEAD, STREAM_HEAD, Loopback, chunk, completion, event, http_response, piece

from openrouterkit import AsyncOpenRouter, OpenRouter, RetryOptions, user
from openrouterkit._flow.loggers import redact_transport_logs
from openrouterkit._options.secret import HiddenText, Secret, find_live_secrets
from openrouterkit.errors import ConnectionFailedError, OpenRouterError

KEY = "sk-or-v1-0123456789abcdef"
COOKIE = "cookie-98765432"
BEARER = b"Bearer " + KEY.encode() + b"; a=" + COOKIE.encode()

MESSAGE: Any = {"model": "m", "messages": [user("hi")]}
RETRIES = RetryOptions(max_attempts=2, initial_interval=0)

INVALID = {
    "status line": [b"HTTP/1.1 " + BEARER + b"\r\n\r\n"],
    "no HTTP": [BEARER + b"\r\n\r\n"],
    "HTTP version": [b"HTTP/" + BEARER + b" 200 OK\r\n\r\n"],
    "header line": [b"HTTP/1.1 200 OK\r\n" + BEARER + b"\r\n\r\n"],
    "header name": [b"HTTP/1.1 200 OK\r\n" + BEARER + b": x\r\n\r\n"],
    "header value": [b"HTTP/1.1 200 OK\r\nx-echo: " + BEARER + b"\x00\r\n\r\n"],
    "content length": [b"HTTP/1.1 200 OK\r\ncontent-length: " + BEARER + b"\r\n\r\n"],
    "transfer encoding": [b"HTTP/1.1 200 OK\r\ntransfer-encoding: " + BEARER + b"\r\n\r\n"],
    "content encoding": [b"HTTP/1.1 200 OK\r\ncontent-encoding: " + BEARER + b"\r\ncontent-length: 3\r\n\r\nabc"],
    "chunk size": [JSON_HEAD, BEARER + b"\r\n"],
    "second chunk size": [JSON_HEAD, piece(b"{"), 0.05, BEARER + b"\r\n"],
    "chunk extension": [JSON_HEAD, b"1;" + BEARER + b"\x00\r\n{\r\n"],
    "trailers": [JSON_HEAD, piece(b"{"), 0.05, b"0\r\n" + BEARER + b"\r\n\r\n"],
    "reset after headers": [JSON_HEAD.replace(b"\r\n\r\n", b"\r\nx-echo: " + BEARER + b"\r\n\r\n"), 0.05, "reset"],
    "informational response": [b"HTTP/1.1 103 " + BEARER + b"\r\n" + BEARER + b"\r\n\r\n"],
    "upgrade": [b"HTTP/1.1 101 " + BEARER + b"\r\nupgrade: " + BEARER + b"\r\n\r\n"],
}


class Lines(logging.Handler):
    """Collects the texts of all records."""

    def __init__(self) -> None:
        super().__init__(logging.DEBUG)
        self.setFormatter(logging.Formatter("%(name)s %(message)s"))
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(self.format(record))


@pytest.fixture
def lines() -> Iterator[list[str]]:
    """Everything that is logged, at DEBUG."""
    handler, root = Lines(), logging.getLogger()
    level = root.level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    yield handler.lines
    root.removeHandler(handler)
    root.setLevel(level)


def send(mode: str, url: str, **options: Any) -> OpenRouterError:
    """Make a call in sync or async code, plain or as a stream; return its error."""
    cookie = {"Cookie": f"a={COOKIE}"}
    options = {"api_key": KEY, "base_url": url, "retries": RETRIES, "headers": cookie, **options}
    run = send_async if "async" in mode else send_sync
    with pytest.raises(OpenRouterError) as caught:
        run(stream="stream" in mode, **options)
    return caught.value


def send_sync(*, stream: bool, **options: Any) -> None:
    with OpenRouter(**options) as client:
        client.chat.stream(**MESSAGE).read_all() if stream else client.chat.send(**MESSAGE)


def send_async(*, stream: bool, **options: Any) -> None:
    async def run() -> None:
        async with AsyncOpenRouter(**options) as client:
            await (client.chat.stream(**MESSAGE).read_all() if stream else client.chat.send(**MESSAGE))

    asyncio.run(run())


@pytest.mark.parametrize("mode", ["plain", "stream", "async plain", "async stream"])
@pytest.mark.parametrize("script", INVALID.values(), ids=list(INVALID))
def test_a_key_in_an_invalid_response_is_in_no_error_and_no_log(mode: str, script: Any, lines: list[str]) -> None:
    with Loopback(script) as server:
        error = send(mode, server.url)
    assert server.requests[0].headers["authorization"] == f"Bearer {KEY}"
    assert_hidden(collect_texts(error), KEY, COOKIE)
    assert_hidden("\n".join(lines), KEY, COOKIE)
    assert any(re.match(r"httpcore2?\.http11 send_request_headers", line) for line in lines)


@pytest.mark.parametrize("mode", ["plain", "async stream"])
def test_a_key_in_plain_text_in_place_of_tls_is_in_no_error_and_no_log(mode: str, lines: list[str]) -> None:
    with Loopback([BEARER * 10]) as server:
        server.scripts = [[BEARER * 10]]
        error = send(mode, server.url.replace("http:", "https:"))
    assert isinstance(error, ConnectionFailedError)
    assert_hidden(collect_texts(error), KEY, COOKIE)
    assert_hidden("\n".join(lines), KEY, COOKIE)


def test_the_message_of_an_invalid_response_is_bounded_and_keeps_its_reason() -> None:
    with Loopback([b"HTTP/1.1 " + BEARER * 400 + b"\r\n\r\n"]) as server:
        error = send("plain", server.url)
    assert "illegal status line" in str(error)
    assert len(str(error)) < 700


def test_a_status_line_or_headers_with_the_key_are_redacted_in_the_logs_of_a_successful_call(lines: list[str]) -> None:
    answer = http_response(completion(), x_echo=BEARER.decode()).replace(b"200 X", b"200 " + BEARER)
    with Loopback([answer]) as server, OpenRouter(api_key=KEY, base_url=server.url) as client:
        client.chat.send(model="m", messages=[user("hi")], extra_headers={"Cookie": f"a={COOKIE}"})
    assert_hidden("\n".join(lines), KEY, COOKIE)
    assert any("receive_response_headers.complete" in line and "x-echo" in line and "****" in line for line in lines)
    assert any(re.match(r"httpx2? HTTP Request: POST", line) for line in lines)


def test_a_key_in_the_headers_of_a_stream_that_breaks_off_is_redacted_in_the_logs(lines: list[str]) -> None:
    head = STREAM_HEAD.replace(b"\r\n\r\n", b"\r\nx-echo: " + BEARER + b"\r\n\r\n")
    with Loopback([head, piece(event(chunk("Hel"))), 0.05, BEARER + b"\r\n"]) as server:
        assert_hidden(collect_texts(send("stream", server.url)), KEY, COOKIE)
    assert_hidden("\n".join(lines), KEY, COOKIE)


def test_the_log_filter_is_added_once_and_passes_invalid_records(lines: list[str]) -> None:
    OpenRouter(api_key=KEY).close()
    redact_transport_logs()
    logger = logging.getLogger("httpcore.http11")
    assert len([each for each in logger.filters if type(each).__name__ == "_Redaction"]) == 1
    record = logger.makeRecord(logger.name, logging.DEBUG, "", 0, "%d items", ("many",), None)
    secret = Secret(KEY)
    assert logger.filter(record)
    assert secret.reveal() == KEY
    assert lines == []


def test_only_secrets_in_use_are_searched_for_in_logs() -> None:
    first, second = Secret("secret-in-use-twice"), Secret("secret-in-use-twice")
    hidden = HiddenText("Basic dXNlcjpwYXNzd29yZC0x", "Authorization")
    assert {"secret-in-use-twice", "dXNlcjpwYXNzd29yZC0x", "password-1"} <= find_live_secrets()
    del first, hidden
    assert "secret-in-use-twice" in find_live_secrets()
    assert "password-1" not in find_live_secrets()
    del second
    assert "secret-in-use-twice" not in find_live_secrets()


def test_compressed_headers_of_http_2_are_not_logged(lines: list[str]) -> None:
    import hpack

    OpenRouter(api_key=KEY).close()
    secret = Secret(KEY)
    block = hpack.Encoder().encode([("authorization", f"Bearer {secret.reveal()}")])
    hpack.Decoder().decode(block)
    assert any("authorization" in line for line in lines)
    assert_hidden("\n".join(lines), KEY, COOKIE)
    assert not any("Encoded header block" in line for line in lines)


def test_a_client_that_was_passed_in_has_its_logs_redacted(lines: list[str]) -> None:
    with (
        Loopback(INVALID["status line"]) as server,
        httpx.Client(verify=ssl.create_default_context()) as http_client,
    ):
        error = send("plain", server.url, http_client=http_client)
    assert_hidden(collect_texts(error), KEY, COOKIE)
    assert_hidden("\n".join(lines), KEY, COOKIE)
