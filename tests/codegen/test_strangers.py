"""A user of a generated package, who knows only its service, reads nothing about OpenRouter.

The distribution is named openrouterkit, so import paths, tracebacks and the logger contain that word. The service
OpenRouter, its URLs, headers, variables and advice appear nowhere.
"""

from __future__ import annotations

import asyncio
import inspect
import logging
import os
import pydoc
import re
import socket
import subprocess
import sys
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from file_store import AUTH, file, open_package
from loopback import END, STREAM_HEAD, Loopback, event, http_response, piece
from places import ROOT

# What remains of the word after the names of modules, loggers and variables of the distribution are removed.
OWN_NAMES = re.compile(r"\bopenrouterkit(_runtime)?\b|\bOPENROUTERKIT_LOG(_BODIES)?\b")


def find_mentions(text: str) -> list[str]:
    """Return the lines of a text that mention the service OpenRouter, its headers or its variables."""
    return [
        line
        for line in text.splitlines()
        if re.search(r"open.?router|http-referer|x-title|sk-or-", OWN_NAMES.sub("", line), re.IGNORECASE)
    ]


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    with open_package(tmp_path_factory.mktemp("stranger")) as folder:
        yield folder


@pytest.fixture
def files_api(package: Path) -> Any:
    return __import__("files_api")


def test_the_files_of_a_package_do_not_mention_it(package: Path) -> None:
    for path in package.rglob("*"):
        if path.is_file() and path.suffix != ".pyc":
            assert find_mentions(path.read_text(encoding="utf-8")) == [], path.name


def test_the_help_of_everything_that_a_package_exports_does_not_mention_it(files_api: Any) -> None:
    exported = [files_api, files_api.client, *(getattr(files_api, name) for name in files_api.__all__)]
    exported += [files_api.operations.files, files_api.namespaces.files, files_api.models.File]
    for each in (each for each in exported if not isinstance(each, str)):
        text = re.sub(".\b", "", pydoc.render_doc(each))  # bold letters are overstruck
        assert find_mentions(text) == [], each


def test_the_help_of_everything_that_a_client_returns_does_not_mention_it(files_api: Any) -> None:
    with Loopback([http_response(file())]) as server, files_api.Client(base_url=server.url, auth=AUTH) as client:
        raw = client.request("GET", "/files/a")
        found = [raw, *raw.attempts, client.files.list(), client.files.watch(id="a"), client.attach(files_api.Groups)]
        for each in found:
            text = re.sub(".\b", "", pydoc.render_doc(type(each)))
            assert find_mentions(text) == [], type(each)
            assert find_mentions(repr(each)) == []
        assert find_mentions(repr(client) + repr(client.service) + repr(client._settings)) == []
    assert find_mentions(repr(files_api.RetryOptions()) + repr(files_api.TimeoutOptions())) == []


def test_the_signatures_of_a_package_do_not_mention_it(files_api: Any) -> None:
    for name in files_api.__all__:
        each = getattr(files_api, name)
        if isinstance(each, type) and not issubclass(each, BaseException):
            assert find_mentions(f"{name}{inspect.signature(each)}") == []


def call(client: Any, method: str = "get", **arguments: Any) -> Any:
    with client:
        found = getattr(client.files, method)(**({"id": "a"} | arguments))
        if method == "watch":
            with found:
                return list(found)
        return found


class Silent(Loopback):
    """A server that reads a request and then falls silent."""

    def __init__(self) -> None:
        super().__init__(["request", "hang"])


def find_closed_port() -> int:
    with socket.socket() as sock:
        sock.bind(("127.0.0.1", 0))
        return int(sock.getsockname()[1])


def refuse(package: Any) -> Any:
    return call(package.Client(base_url=f"http://127.0.0.1:{find_closed_port()}", auth=AUTH, retries=0))


def respond(*responses: bytes, method: str = "get", **settings: Any) -> Callable[[Any], Any]:
    def run(package: Any) -> Any:
        with Loopback(*([each] for each in responses)) as server:
            return call(package.Client(base_url=server.url, auth=AUTH, retries=0, **settings), method)

    return run


def fall_silent(package: Any) -> Any:
    with Silent() as server:
        return call(package.Client(base_url=server.url, auth=AUTH, timeout=0.2, retries=0))


def cut_stream(package: Any) -> Any:
    with Loopback([STREAM_HEAD, piece(event(file())), 0.05, "reset"]) as server:
        return call(package.Client(base_url=server.url, auth=AUTH), "watch")


def send_bad_events(package: Any) -> Any:
    with Loopback([STREAM_HEAD, piece(b"data: {\n\n"), END]) as server:
        return call(package.Client(base_url=server.url, auth=AUTH), "watch")


def call_without_key(package: Any) -> Any:
    return call(package.Client())


def call_async_client(package: Any) -> Any:
    async def run() -> Any:
        async with package.AsyncClient(
            base_url=f"http://127.0.0.1:{find_closed_port()}", auth=AUTH, retries=0
        ) as client:
            return await client.files.get(id="a")

    return asyncio.run(run())


def call_closed(package: Any) -> Any:
    client = package.Client(auth=AUTH)
    client.close()
    return client.files.get(id="a")


def make(**settings: Any) -> Callable[[Any], Any]:
    return lambda package: package.Client(**settings)


def pass_argument(**arguments: Any) -> Callable[[Any], Any]:
    return lambda package: call(package.Client(auth=AUTH), **arguments)


FAILURES: dict[str, Callable[[Any], Any]] = {
    "missing credentials": call_without_key,
    "one key for two schemes": make(api_key="k"),
    "unknown scheme": make(auth={"kye": "k"}),
    "wrong type of a credential": make(auth={"key": 3}),
    "wrong type of a login": lambda package: call(package.Client(auth={"admin": "ada"}), "delete"),
    **{f"status {status}": respond(http_response({"message": "no"}, status)) for status in
       (400, 401, 402, 403, 404, 408, 409, 413, 418, 422, 429, 500, 502, 503, 504, 524, 529)},
    "status without JSON": respond(http_response("<html>", 500, "text/html")),
    "error in a success": respond(http_response({"error": {"message": "no", "code": 400}})),
    "redirects": respond(http_response("", 307, location="/api/v1/files/a")),
    "not JSON": respond(http_response("<html>", 200, "text/html")),
    "damaged JSON": respond(http_response(b"{")),
    "JSON of another type": respond(http_response([1])),
    "empty body": respond(http_response(b"")),
    "timeout": fall_silent,
    "refused connection": refuse,
    "refused async connection": call_async_client,
    "cut stream": cut_stream,
    "events that are not JSON": send_bad_events,
    "not a stream": respond(http_response(file()), method="watch"),
    "closed client": call_closed,
    "invalid path argument": pass_argument(id=".."),
    "wrong type of an argument": pass_argument(id=object()),
    "unknown keyword": pass_argument(ids="a"),
    "wrong options": pass_argument(options={"timeout": 3}),
    "missing argument": lambda package: package.Client(auth=AUTH).files.get(),
    "unknown setting": make(app_title="mine"),
    "similar setting": make(max_retries=3),
    "no URL": make(base_url="files.example"),
    "unknown server": make(server="moon"),
    "invalid timeout": make(timeout="soon"),
    "invalid retries": make(retries="often"),
    "invalid headers": make(headers={"X": "\n"}),
    "invalid middleware": make(middleware=[3]),
    "invalid client": make(http_client=3),
    "invalid proxy": make(proxy="ftp://proxy.example"),
    "unknown attribute": lambda package: package.Client().chat,
    "unknown name": lambda package: package.Clinet,
    "invalid retry options": lambda package: package.RetryOptions(max_atempts=3),
    "invalid timeout options": lambda package: package.TimeoutOptions(conect=3),
    "invalid request options": lambda package: package.RequestOptions(key="k"),
    "wrong groups": lambda package: package.Client().attach(package.AsyncGroups),
    "unread stream": lambda package: list(package.Client(auth=AUTH).files.watch(id="a").text),
}  # fmt: skip


@pytest.mark.parametrize("name", FAILURES)
def test_no_error_mentions_it(files_api: Any, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for variable in [each for each in os.environ if "ROUTER" in each]:
        monkeypatch.delenv(variable)
    with pytest.raises(Exception) as caught:
        FAILURES[name](files_api)
    error: BaseException | None = caught.value
    while error is not None:
        if not isinstance(error, AssertionError):
            assert find_mentions(f"{error}\n{error!r}\n{getattr(error, 'hint', '')}") == []
            assert find_mentions(re.sub(".\b", "", pydoc.render_doc(type(error)))) == [], type(error)
        error = error.__cause__ or error.__context__
    ours = [line for line in traceback.format_exception_only(caught.value) if find_mentions(line)]
    assert ours == []


def test_neither_requests_nor_logs_mention_it(
    files_api: Any, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    bodies = logging.getLogger("openrouterkit.bodies")
    before = logging.getLogger("openrouterkit").level, bodies.level
    monkeypatch.setenv("FILE_STORE_LOG", "debug")
    monkeypatch.setenv("FILE_STORE_LOG_BODIES", "1")
    limited = http_response({"message": "no"}, 429, retry_after="0")
    with Loopback([limited], [http_response(file())]) as server:
        assert call(files_api.Client(base_url=server.url, auth=AUTH)).name == "a.pdf"
    logging.getLogger("openrouterkit").setLevel(before[0])
    bodies.setLevel(before[1])
    assert len(caplog.records) >= 4
    texts = [f"{each.levelname} {each.getMessage()}" for each in caplog.records]
    assert find_mentions("\n".join(texts)) == []
    assert [each.headers["user-agent"] for each in server.requests] == ["files_api/2.1"] * 2
    for each in server.requests:
        assert "router" not in str(each.headers).lower()


@pytest.mark.parametrize("name", ["LOG", "LOG_BODIES"])
def test_variables_have_the_name_of_the_service(files_api: Any, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for value in ("OPENROUTER_API_KEY", "OPENROUTER_BASE_URL", "OPENROUTER_LOG", "OPENROUTER_LOG_BODIES"):
        monkeypatch.setenv(value, "nonsense")  # none of them applies
    assert repr(files_api.Client()) == "Client(base_url='https://eu.files.example/v2')"
    monkeypatch.setenv(f"FILE_STORE_{name}", "nonsense")
    with pytest.raises(files_api.ConfigurationError, match=f"invalid FILE_STORE_{name} 'nonsense'"):
        files_api.Client()


def test_a_forgotten_client_warns_without_mentioning_it(package: Path) -> None:
    program = (
        f"import sys\nsys.path.insert(0, {str(package.parent)!r})\nimport files_api\n"
        "client = files_api.Client(auth={'key': 'k'}, retries=1, base_url='http://127.0.0.1:9')\n"
        "try:\n    client.files.get(id='a')\nexcept files_api.SDKError as error:\n    print(error)\n"
        "client.files.watch(id='a')\n"
    )
    command = [sys.executable, "-W", "always", "-c", program]
    environment = {"PYTHONPATH": f"{ROOT / 'overlays'}:{ROOT / 'generated'}", "FILE_STORE_LOG": "info"}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    assert "127.0.0.1:9" in done.stderr  # the log of the two attempts
    assert find_mentions(done.stdout + done.stderr) == []
