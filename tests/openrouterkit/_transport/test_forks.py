"""Clients in forked processes: connections of their own, and no lock that another thread of the parent held."""

from __future__ import annotations

import copy
import json
import pickle
import subprocess
import sys
import textwrap
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import httpx
import pytest
from http_libraries import HTTP_LIBRARIES
from loopback import STREAM_HEAD, Loopback, chunk, completion, event, http_response, piece
from places import ROOT

from openrouterkit import AsyncOpenRouter, OpenRouter, RetryOptions


@pytest.fixture(autouse=True)
def measure_programs(monkeypatch: pytest.MonkeyPatch) -> None:
    """Measure the coverage of the programs that fork, if that of the tests is measured: only they run this code."""
    if "coverage" in sys.modules:
        monkeypatch.setenv("COVERAGE_PROCESS_START", str(ROOT / "pyproject.toml"))


PRELUDE = """
    import asyncio, os, sys, threading, time, traceback
    import httpx
    from openrouterkit import AsyncOpenRouter, ConfigurationError, OpenRouter, TimeoutOptions, user

    URL = sys.argv[1]

    def ask(client, text):
        return client.chat.send(model="a/b", messages=[user(text)]).text

    def in_child(function):
        pid = os.fork()
        if pid == 0:
            code = 1
            try:
                function()
                code = 0
            except BaseException:
                traceback.print_exc()
            finally:
                os._exit(code)
        return pid

    def wait(*pids):
        deadline = time.monotonic() + 20
        for pid in pids:
            while True:
                done, status = os.waitpid(pid, os.WNOHANG)
                if done:
                    assert status == 0, status
                    break
                if time.monotonic() > deadline:
                    os.kill(pid, 9)
                    raise AssertionError("the child hangs")
                time.sleep(0.01)
"""


class EchoServer(ThreadingHTTPServer):
    """A server that answers with the text of the last message, in pieces: mixed responses would be noticed."""

    daemon_threads = True
    request_queue_size = 100

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), EchoHandler)
        self.url = f"http://127.0.0.1:{self.server_address[1]}/api/v1"
        threading.Thread(target=self.serve_forever, args=(0.02,), daemon=True).start()

    def __exit__(self, *exc: object) -> None:
        self.shutdown()
        self.server_close()


class EchoHandler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_POST(self) -> None:
        request = json.loads(self.rfile.read(int(self.headers["content-length"])))
        data = http_response(completion(request["messages"][-1]["content"]))
        size = len(data) // 5 + 1
        for start in range(0, len(data), size):
            self.wfile.write(data[start : start + size])
            time.sleep(0.002)

    def log_message(self, *_: object) -> None:
        """Print nothing."""


def run_script(script: str, url: str, first: str = "") -> str:
    """Run a script in a new process, and return what it prints; `first` runs before openrouterkit is imported."""
    source = "".join(map(textwrap.dedent, (first, PRELUDE, script)))
    command = [
        sys.executable,
        "-W",
        "error",
        "-W",
        "ignore::DeprecationWarning",
        "-W",
        "ignore::ResourceWarning",
        "-c",
        source,
        url,
    ]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    return done.stdout


CLIENTS = {
    "own": "OpenRouter(base_url=URL)",
    **{
        library.__name__: f"OpenRouter(base_url=URL, http_client=__import__({library.__name__!r}).Client())"
        for library in HTTP_LIBRARIES
    },
}


@pytest.mark.parametrize("client", CLIENTS.values(), ids=CLIENTS)
def test_children_of_a_used_client_receive_their_own_responses(client: str) -> None:
    script = f"""
        client = {client}
        assert ask(client, "parent") == "parent"

        def work(name):
            for number in range(20):
                text = f"{{name}} {{number}}"
                assert ask(client, text) == text

        pids = [in_child(lambda name=name: work(name)) for name in range(4)]
        work("parent")
        wait(*pids)
    """
    with EchoServer() as server:
        run_script(script, server.url)


def test_a_child_works_if_the_parent_forks_during_the_first_call_of_another_thread() -> None:
    script = """
        for delay in (0, 0.001, 0.01, 0.03, 0.06, 0.1, 0.2):
            client = OpenRouter(base_url=URL)
            thread = threading.Thread(target=lambda: [client.chat, ask(client, "first")])
            thread.start()
            time.sleep(delay)
            wait(in_child(lambda: ask(client, "child")))
            thread.join()
            assert ask(client, "parent") == "parent"
    """
    with EchoServer() as server:
        run_script(script, server.url)


def test_threads_that_fork_while_others_call_receive_their_own_responses() -> None:
    script = """
        client = OpenRouter(base_url=URL)
        stop = threading.Event()

        def work(name):
            number = 0
            while not stop.is_set():
                number += 1
                text = f"{name} {number}"
                assert ask(client, text) == text

        threads = [threading.Thread(target=work, args=(name,)) for name in range(3)]
        for thread in threads:
            thread.start()

        def fork():
            for number in range(5):
                wait(in_child(lambda: [ask(client, f"child {number}") == f"child {number}" or 1 / 0]))

        forking = [threading.Thread(target=fork) for _ in range(2)]
        for thread in forking:
            thread.start()
        for thread in forking:
            thread.join()
        stop.set()
        for thread in threads:
            thread.join()
    """
    with EchoServer() as server:
        run_script(script, server.url)


def test_a_fork_waits_for_imports_of_another_thread_as_long_as_they_proceed(tmp_path: Any) -> None:
    for number in range(6):
        slow = f"import time\ntime.sleep(0.6)\nimport part{number + 1}\n"
        (tmp_path / f"part{number}.py").write_text(slow if number < 5 else "name = 'last'")
    script = f"""
        sys.path.insert(0, {str(tmp_path)!r})
        thread = threading.Thread(target=lambda: __import__("part0"))
        thread.start()
        time.sleep(0.1)
        wait(in_child(lambda: __import__("part0")))
        thread.join()
    """
    run_script(script, "")


def test_a_child_imports_anew_what_another_thread_began_to_import_just_before_the_fork(tmp_path: Any) -> None:
    (tmp_path / "late.py").write_text("import os, time\nprocess = os.getpid()\ntime.sleep(0.5)\n")
    first = f"""
        import os, sys, threading, time

        def begin():  # the function that is registered first runs last
            threading.Thread(target=lambda: __import__("late")).start()
            while "late" not in sys.modules:
                time.sleep(0.001)

        sys.path.insert(0, {str(tmp_path)!r})
        os.register_at_fork(before=begin)
    """
    script = """
        def work():
            import late

            assert late.process == os.getpid()

        wait(in_child(work))
        import late

        assert late.process == os.getpid()
    """
    run_script(script, "", first)


def test_an_import_that_never_ends_delays_forks_only_for_a_time(tmp_path: Any) -> None:
    (tmp_path / "endless.py").write_text("import builtins\nbuiltins.started.set()\nbuiltins.ending.wait()\n")
    script = f"""
        import builtins

        builtins.started, builtins.ending = threading.Event(), threading.Event()
        sys.path.insert(0, {str(tmp_path)!r})
        endless = threading.Thread(target=lambda: __import__("endless"))
        endless.start()
        builtins.started.wait()
        client = OpenRouter(base_url=URL)
        pids = []
        forking = [
            threading.Thread(target=lambda: pids.append(in_child(lambda: ask(client, "child")))) for _ in range(3)
        ]
        for thread in forking:
            thread.start()
        for thread in forking:
            thread.join(30)
        wait(*pids)
        texts = []
        calling = threading.Thread(target=lambda: texts.append(ask(client, "parent")), daemon=True)
        calling.start()
        calling.join(30)
        assert texts == ["parent"], texts
        builtins.ending.set()
    """
    with EchoServer() as server:
        run_script(script, server.url)


@pytest.mark.parametrize("method", ["fork", "spawn", "forkserver"])
def test_a_client_of_a_module_works_in_the_processes_of_a_pool(method: str, tmp_path: Any) -> None:
    module = tmp_path / "workers.py"
    module.write_text(
        textwrap.dedent(
            """
            import multiprocessing, os, sys
            from openrouterkit import OpenRouter, user

            client = OpenRouter(base_url=os.environ["POOL_URL"])

            def ask(text):
                return client.chat.send(model="a/b", messages=[user(text)]).text

            if __name__ == "__main__":
                assert ask("parent") == "parent"
                texts = [str(number) for number in range(40)]
                with multiprocessing.get_context(sys.argv[1]).Pool(3) as pool:
                    assert pool.map(ask, texts, chunksize=1) == texts
                    pool.close()
                    pool.join()
                assert ask("again") == "again"
            """
        )
    )
    with EchoServer() as server:
        command = [sys.executable, str(module), method]
        environment = {"POOL_URL": server.url, "PATH": "/usr/bin:/bin"}
        done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False, env=environment)
    assert done.returncode == 0, done.stderr


def test_an_async_client_works_in_the_workers_of_a_pre_fork_server() -> None:
    script = """
        client = AsyncOpenRouter(base_url=URL)

        async def ask_often(name):
            texts = [f"{name} {number}" for number in range(10)]
            calls = [client.chat.send(model="a/b", messages=[user(text)]) for text in texts]
            assert [result.text for result in await asyncio.gather(*calls)] == texts

        asyncio.run(ask_often("warm up"))
        wait(*[in_child(lambda name=name: asyncio.run(ask_often(name))) for name in range(3)])
        asyncio.run(ask_often("parent"))
    """
    with EchoServer() as server:
        run_script(script, server.url)


def test_an_async_client_that_was_passed_in_works_in_a_child() -> None:
    script = """
        async def main():
            client = AsyncOpenRouter(base_url=URL, http_client=httpx.AsyncClient())
            assert (await client.chat.send(model="a/b", messages=[user("parent")])).text == "parent"
            return client

        async def ask_once(client):
            assert (await client.chat.send(model="a/b", messages=[user("child")])).text == "child"

        loop = asyncio.new_event_loop()
        client = loop.run_until_complete(main())
        wait(in_child(lambda: asyncio.new_event_loop().run_until_complete(ask_once(client))))
        loop.run_until_complete(client._transport._holder.get().aclose())
        loop.close()
    """
    with EchoServer() as server:
        run_script(script, server.url)


def test_a_stream_of_the_parent_can_be_neither_read_nor_closed_by_a_child() -> None:
    script = """
        client = OpenRouter(base_url=URL)
        stream = client.chat.stream(model="a/b", messages=[user("x")])
        stream.__enter__()
        first = next(stream)

        def read():
            try:
                list(stream)
            except ConfigurationError as error:
                assert "forked" in str(error), error
            else:
                raise AssertionError("read the parent's stream")
            stream.close()
            client.close()

        wait(in_child(read))
        assert first.text + "".join(chunk.text for chunk in stream) == "abc"
        assert stream.result().text == "abc"
        client.close()
    """
    steps = [STREAM_HEAD, piece(event(chunk("a"))), 1.0, piece(event(chunk("b"))), piece(event(chunk("c", "stop")))]
    with Loopback([*steps, piece(b"data: [DONE]\n\n"), b"0\r\n\r\n"]) as server:
        run_script(script, server.url)


def test_limits_apply_in_a_child() -> None:
    script = """
        client = OpenRouter(base_url=URL, timeout=TimeoutOptions(total=0.3), retries=0)

        def call():
            began = time.monotonic()
            try:
                ask(client, "child")
            except Exception as error:
                assert type(error).__name__ == "TimedOutError", error
            assert time.monotonic() - began < 5

        call()
        wait(in_child(call))
    """
    with Loopback(["hang"]) as server:
        run_script(script, server.url)


@pytest.mark.parametrize("client_class", [OpenRouter, AsyncOpenRouter])
def test_a_deep_copy_is_a_new_client_with_the_same_settings(client_class: type[Any]) -> None:
    class Client(client_class):  # type: ignore[misc]  # the base class is a parameter
        tags: list[str]

    client = Client(api_key="sk-1", base_url="http://localhost:1/v1", retries=RetryOptions(max_attempts=7))
    client.tags = ["a"]
    client.chat  # noqa: B018 - creates the group of methods, which refers to the client
    copied = copy.deepcopy(client)
    assert type(copied) is Client
    assert copied._settings == client._settings
    assert copied._transport is not client._transport
    assert copied.tags == ["a"]
    assert copied.tags is not client.tags
    assert copied.chat._sender is copied


def test_closing_a_deep_copy_leaves_the_original_open() -> None:
    with Loopback([http_response(completion()), "repeat"]) as server, OpenRouter(base_url=server.url) as client:
        with copy.deepcopy(client) as copied:
            assert copied.chat.send(messages=[]).text == "Hello"
        assert client.chat.send(messages=[]).text == "Hello"
        assert server.connections == 2


def test_a_deep_copy_uses_the_http_client_that_was_passed_in() -> None:
    with httpx.Client() as http_client, Loopback([http_response(completion()), "repeat"]) as server:
        copied = copy.deepcopy(OpenRouter(base_url=server.url, http_client=http_client))
        assert copied.chat.send(messages=[]).text == "Hello"
        assert len(http_client._transport._pool.connections) == 1  # type: ignore[attr-defined]  # the real transport


@pytest.mark.parametrize("client_class", [OpenRouter, AsyncOpenRouter])
def test_pickling_a_client_raises_type_error_with_the_reason(client_class: type[Any]) -> None:
    client = client_class(api_key="sk-secret")
    with pytest.raises(TypeError, match=r"API key: create it in the worker process") as caught:
        pickle.dumps(client)
    assert "sk-secret" not in str(caught.value)


def test_a_shallow_copy_shares_the_connections() -> None:
    with Loopback([http_response(completion()), "repeat"]) as server, OpenRouter(base_url=server.url) as client:
        assert client.chat.send(messages=[]).text == "Hello"
        assert copy.copy(client).chat.send(messages=[]).text == "Hello"
        assert server.connections == 1
