"""What still works, and what takes effect later, when httpcore's internals cannot be read."""

from __future__ import annotations

import logging
import threading
import time
from typing import Any

import pytest
from loopback import Loopback, completion, http_response

from openrouterkit import OpenRouter, TimeoutOptions, user
from openrouterkit._transport import tracing
from openrouterkit.errors import OpenRouterError, TimedOutError

MESSAGES = [user("hi")]
SLOW_HEADERS: list[Any] = [b"HTTP/1.1 200 OK\r\n", *(step for n in range(8) for step in (0.1, b"x-%d: y\r\n" % n))]


@pytest.fixture(params=[True, False], ids=["found", "not found"])
def socket_is_found(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> bool:
    """Whether the socket of a reused connection can be found in httpcore's internals."""
    tracing._warn_of_missing_socket.cache_clear()
    if not request.param:
        monkeypatch.setattr(tracing, "find_sending_connection", lambda: None)
    return request.param


def test_total_ends_slow_response_headers_at_once_or_when_they_are_complete(
    *, socket_is_found: bool, caplog: pytest.LogCaptureFixture
) -> None:
    body = http_response(completion()).partition(b"\r\n")[2]
    head, _, content = body.partition(b"\r\n\r\n")
    slow = [*SLOW_HEADERS, head + b"\r\n\r\n", 0.2, content]
    with (
        Loopback([http_response(completion()), "request", *slow]) as server,
        OpenRouter(base_url=server.url, timeout=TimeoutOptions(total=0.3), retries=0) as client,
    ):
        client.chat.send(messages=MESSAGES, timeout=TimeoutOptions(total=10))
        assert not caplog.records
        started_at = time.monotonic()
        with pytest.raises(TimedOutError) as caught:
            client.chat.send(messages=MESSAGES)
        took = time.monotonic() - started_at
        assert (caught.value.phase, server.connections) == ("total", 1)
        assert took < 0.7 if socket_is_found else took > 0.7
    warnings = [record for record in caplog.records if record.levelno == logging.WARNING]
    assert [record.name for record in warnings] == ([] if socket_is_found else ["openrouterkit"])
    assert all("first_token and total, and close() from another thread" in each.getMessage() for each in warnings)


def test_close_from_another_thread_ends_a_stream_before_or_after_its_response_headers(*, socket_is_found: bool) -> None:
    script = [http_response(completion()), "request", 0.6, http_response("", 200, "text/event-stream")]
    with Loopback(script) as server, OpenRouter(base_url=server.url, retries=0) as client:
        client.chat.send(messages=MESSAGES)
        stream = client.chat.stream(messages=MESSAGES)
        threading.Timer(0.2, stream.close).start()
        started_at = time.monotonic()
        with pytest.raises(OpenRouterError):
            stream.read_all()
        took = time.monotonic() - started_at
    assert took < 0.5 if socket_is_found else took > 0.5


def test_the_warning_is_logged_once_in_a_process(caplog: pytest.LogCaptureFixture) -> None:
    tracing._warn_of_missing_socket.cache_clear()
    for _ in range(3):
        tracing._warn_of_missing_socket()
    assert len(caplog.records) == 1
