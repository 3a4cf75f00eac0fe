"""Calls while the interpreter shuts down, or where no thread can be started for other reasons."""

from __future__ import annotations

import subprocess
import sys
import threading
from typing import Any

import pytest
from loopback import END, STREAM_HEAD, Loopback, chunk, completion, event, http_response, piece

from openrouterkit import OpenRouter, TimeoutOptions, user
from openrouterkit.errors import TimedOutError

MESSAGE: Any = {"model": "m", "messages": [user("hi")]}
PLAIN = http_response(completion("plain"))
STREAM = [STREAM_HEAD, piece(event(chunk("streamed", finish="stop"))), END]

SETUP = """
import asyncio, atexit, sys, threading
import concurrent.futures.thread  # asyncio cannot import it during the shutdown
from openrouterkit import AsyncOpenRouter, OpenRouter, user

message = {"model": "m", "messages": [user("hi")]}
mode, *options = sys.argv[2:]
settings = {"base_url": sys.argv[1], "timeout": 20} if "total" in options else {"base_url": sys.argv[1]}

def use():
    with OpenRouter(**settings) as client:
        print(client.chat.send(**message).text, flush=True)
        print(client.chat.stream(**message).read_all().text, flush=True)

async def use_async():
    async with AsyncOpenRouter(**settings) as client:
        print((await client.chat.send(**message)).text, flush=True)
        print((await client.chat.stream(**message).read_all()).text, flush=True)

def run():
    use() if mode == "sync" else asyncio.run(use_async())
"""
ATEXIT = "atexit.register(run)"
DAEMON = """
shuts_down, ended = threading.Event(), threading.Event()

def run_later():
    shuts_down.wait()
    try:
        run()
    finally:
        ended.set()

threading.Thread(target=run_later, daemon=True).start()
atexit.register(lambda: (shuts_down.set(), ended.wait(30)))
"""


@pytest.mark.parametrize("options", [[], ["total"]], ids=["default limits", "total limit"])
@pytest.mark.parametrize("mode", ["sync", "async"])
@pytest.mark.parametrize("script", [ATEXIT, DAEMON], ids=["function of atexit", "daemon thread"])
def test_calls_work_while_the_interpreter_shuts_down(script: str, mode: str, options: list[str]) -> None:
    with Loopback(["request", PLAIN, "request", *STREAM]) as server:
        command = [sys.executable, "-W", "error", "-c", SETUP + script, server.url, mode, *options]
        done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    assert (done.returncode, done.stdout, done.stderr) == (0, "plain\nstreamed\n", "")


@pytest.fixture
def no_threads(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every start of a thread of the client fail."""
    from openrouterkit._transport.watchdog import watchdog

    start = threading.Thread.start

    def fail(thread: threading.Thread) -> None:
        if thread.name.startswith("openrouterkit"):
            raise RuntimeError("can't start new thread")
        start(thread)

    monkeypatch.setattr(threading.Thread, "start", fail)
    monkeypatch.setattr(watchdog, "_thread", None)
    monkeypatch.setattr(watchdog, "_wakes_at", float("inf"))


def test_calls_work_where_no_thread_can_be_started(no_threads: None) -> None:
    with (
        Loopback(["request", PLAIN, "request", *STREAM]) as server,
        OpenRouter(base_url=server.url, timeout=20) as client,
    ):
        assert client.chat.send(**MESSAGE).text == "plain"
        assert client.chat.stream(**MESSAGE).read_all().text == "streamed"


@pytest.mark.parametrize("script", [["hang"], [STREAM_HEAD, piece(event(chunk("a"))), "hang"]], ids=["head", "body"])
def test_a_silent_stream_still_ends_where_no_thread_can_be_started(script: list[Any], no_threads: None) -> None:
    limits = TimeoutOptions(read=0.5, first_token=None, idle=None)
    with (
        Loopback(script) as server,
        OpenRouter(base_url=server.url, timeout=limits, retries=0) as client,
        pytest.raises(TimedOutError),
    ):
        client.chat.stream(**MESSAGE).read_all()
