"""Uploads of files by generated operations: as a multipart form, and as the whole body."""

from __future__ import annotations

import errno
import importlib
import io
import os
import socket
import sys
import threading
import time
import tracemalloc
from collections.abc import Callable, Iterator
from email import message_from_bytes
from email.message import Message
from pathlib import Path
from types import ModuleType
from typing import Any, Self

import anyio
import httpx
import pytest
from loopback import Loopback, Received, http_response

from codegen import names
from codegen.normal_form import build_normal_form
from codegen.problems import Report
from codegen.rendering.render import render
from openrouterkit import AsyncOpenRouter, ConnectionFailedError, OpenRouter, OpenRouterError, RetryOptions

FILE = {"type": "string", "format": "binary"}
FORM = {
    "type": "object",
    "required": ["image"],
    "properties": {
        "image": FILE,
        "title": {"type": "string"},
        "width": {"type": "integer"},
        "tags": {"type": "array", "items": {"type": "string"}},
        "place": {"type": "object", "properties": {"town": {"type": "string"}}},
        "pages": {"type": "array", "items": {"type": "string", "contentMediaType": "image/png"}},
    },
}
DONE = {"200": {"description": "", "content": {"application/json": {"schema": {"type": "object"}}}}}
DOCUMENT: dict[str, Any] = {
    "openapi": "3.1.0",
    "info": {"title": "Files", "version": "1"},
    "paths": {
        "/images": {
            "post": {
                "operationId": "addImage",
                "tags": ["Files"],
                "requestBody": {"required": True, "content": {"multipart/form-data": {"schema": FORM}}},
                "responses": DONE,
            }
        },
        "/raw": {
            "put": {
                "operationId": "putRaw",
                "tags": ["Files"],
                "requestBody": {"required": True, "content": {"application/octet-stream": {"schema": FILE}}},
                "responses": DONE,
            }
        },
    },
}
OPTIONS: dict[str, Any] = {"api_key": "k", "retries": RetryOptions(max_attempts=2, initial_interval=0.001)}
Send = Callable[[str, Any], Any]


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ModuleType]:
    """Return the operations module of a package that is generated from the document."""
    home = tmp_path_factory.mktemp("uploads")
    render(
        build_normal_form(DOCUMENT, Report(), names.AgreedNames(), []), home / "upload_api", "files.json", "the test"
    )
    sys.path.insert(0, str(home))
    yield importlib.import_module("upload_api.operations.files")
    sys.path.remove(str(home))
    for name in [name for name in sys.modules if name.partition(".")[0] == "upload_api"]:
        del sys.modules[name]


def send_sync(url: str, operation: Any) -> Any:
    with OpenRouter(base_url=url, **OPTIONS) as client:
        return client.send(operation)


def send_asyncio(url: str, operation: Any) -> Any:
    async def send() -> Any:
        async with AsyncOpenRouter(base_url=url, **OPTIONS) as client:
            return await client.send(operation)

    return anyio.run(send)


def send_trio(url: str, operation: Any) -> Any:
    async def send() -> Any:
        async with AsyncOpenRouter(base_url=url, **OPTIONS) as client:
            return await client.send(operation)

    return anyio.run(send, backend="trio")


in_sync_and_async_code = pytest.mark.parametrize("send", [send_sync, send_asyncio, send_trio])


def decode_parts(received: Received) -> list[tuple[str | None, str | None, str | None, bytes]]:
    """Return each part of a multipart body as (name, filename, content type, content)."""
    head = f"Content-Type: {received.headers['content-type']}\r\n\r\n".encode()
    message = message_from_bytes(head + received.body)
    assert message.is_multipart()
    parts: list[Any] = message.get_payload()
    return [
        (_get_parameter(part, "name"), part.get_filename(), part["Content-Type"], part.get_payload(decode=True))
        for part in parts
    ]


def _get_parameter(part: Message, name: str) -> Any:
    return part.get_param(name, header="content-disposition")


@in_sync_and_async_code
def test_a_form_is_sent_with_filenames_content_types_and_text_members(
    files: ModuleType, tmp_path: Path, send: Send
) -> None:
    (picture := tmp_path / "cat.png").write_bytes(b"\x89PNG" * 40_000)
    members = {"image": picture, "title": "Über", "width": 3, "tags": ["a", "b"], "place": {"town": "Ulm"}}
    pages = [b"one", ("p2.png", b"two"), (None, io.BytesIO(b"three"), "image/webp")]
    with Loopback([http_response({"ok": True})]) as server:
        assert send(server.url, files.add_image(**members, pages=pages)) == {"ok": True}
    assert decode_parts(server.requests[0]) == [
        ("image", "cat.png", "image/png", b"\x89PNG" * 40_000),
        ("title", None, None, "Über".encode()),
        ("width", None, None, b"3"),
        ("tags", None, None, b"a"),
        ("tags", None, None, b"b"),
        ("place", None, None, b'{"town":"Ulm"}'),
        ("pages", "upload", "application/octet-stream", b"one"),
        ("pages", "p2.png", "image/png", b"two"),
        ("pages", None, "image/webp", b"three"),
    ]
    assert int(server.requests[0].headers["content-length"]) == len(server.requests[0].body)


@in_sync_and_async_code
def test_files_are_sent_again_on_a_retry_from_their_start_position(
    files: ModuleType, tmp_path: Path, send: Send
) -> None:
    (path := tmp_path / "a.bin").write_bytes(b"header|the rest")
    with path.open("rb") as opened, Loopback([http_response({}, 503)], [http_response({"ok": True})]) as server:
        opened.seek(7)
        assert send(server.url, files.add_image(image=opened, pages=[path])) == {"ok": True}
        assert not opened.closed
    expected = [
        ("image", "a.bin", "application/octet-stream", b"the rest"),
        ("pages", "a.bin", "application/octet-stream", b"header|the rest"),
    ]
    assert [decode_parts(request) for request in server.requests] == [expected, expected]


@in_sync_and_async_code
@pytest.mark.parametrize("kind", ["path", "bytes", "open file", "named"])
def test_a_file_as_the_whole_body_is_sent_again_on_a_retry(
    files: ModuleType, tmp_path: Path, send: Send, kind: str
) -> None:
    content = os.urandom(200_000)
    (path := tmp_path / "a.bin").write_bytes(content)
    file = {"path": path, "bytes": content, "open file": io.BytesIO(content), "named": ("x", path, "image/png")}[kind]
    with Loopback([http_response({}, 503)], [http_response({"ok": True})]) as server:
        assert send(server.url, files.put_raw(file)) == {"ok": True}
    assert [request.body for request in server.requests] == [content, content]
    media_type = "image/png" if kind == "named" else "application/octet-stream"
    assert server.requests[0].headers["content-type"] == media_type


@in_sync_and_async_code
def test_a_pipe_is_sent_chunked_and_not_retried(files: ModuleType, send: Send) -> None:
    read, write = os.pipe()
    os.write(write, b"from a pipe")
    os.close(write)
    bodies: list[bytes] = []

    def handle(sock: socket.socket, head: bytes, body: bytes) -> None:
        assert b"transfer-encoding: chunked" in head.lower()
        while not body.endswith(b"0\r\n\r\n"):
            body += sock.recv(65536)
        bodies.append(body)
        sock.sendall(http_response({}, 503, connection="close"))

    with os.fdopen(read, "rb") as pipe, Server(handle) as server, pytest.raises(OpenRouterError, match="503") as caught:
        send(server.url, files.put_raw(pipe))
    assert [b"from a pipe" in body for body in bodies] == [True]
    assert caught.value.attempts[-1].reason == "the body is an open file that cannot be read again"


@in_sync_and_async_code
def test_an_upload_of_200_megabytes_needs_little_memory(files: ModuleType, tmp_path: Path, send: Send) -> None:
    size = 200 * 1024 * 1024
    with (path := tmp_path / "sparse.bin").open("wb") as sparse:
        sparse.truncate(size)
    received = 0

    def handle(sock: socket.socket, head: bytes, body: bytes) -> None:
        nonlocal received
        length = int(head.lower().partition(b"content-length:")[2].split()[0])
        received = len(body)
        buffer = memoryview(bytearray(1 << 20))
        while received < length:
            received += sock.recv_into(buffer)
        sock.sendall(http_response({"ok": True}, connection="close"))

    with Server(handle) as server:
        send(server.url, files.put_raw(b"warm up"))
        tracemalloc.start()
        try:
            assert send(server.url, files.add_image(image=path)) == {"ok": True}
            peak = tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()
    assert received > size
    assert peak < 8 * 1024 * 1024


def test_httpx_arguments_contain_the_files(files: ModuleType, tmp_path: Path) -> None:
    (path := tmp_path / "a.txt").write_bytes(b"text")
    with Loopback([http_response({"ok": True})]) as server:
        for operation in (files.add_image(image=path), files.put_raw(path)):
            httpx.request(**operation.httpx_arguments(server.url))
    assert decode_parts(server.requests[0]) == [("image", "a.txt", "text/plain", b"text")]
    assert server.requests[1].body == b"text"


def test_a_missing_file_raises_file_not_found_error(files: ModuleType, tmp_path: Path) -> None:
    (existing := tmp_path / "a").write_bytes(b"a")
    operation = files.add_image(image=existing, pages=[tmp_path / "missing"])
    with Loopback([http_response({})]) as server, pytest.raises(FileNotFoundError):
        send_sync(server.url, operation)


class FailingFile(io.BytesIO):
    """A file whose second read raises OSError."""

    def read(self, size: int | None = -1, /) -> bytes:
        if self.tell() > 0:
            raise OSError(errno.EIO, "disk failure")
        return super().read(size)


@in_sync_and_async_code
@pytest.mark.parametrize("body", ["form", "raw"])
def test_a_failed_read_of_a_file_raises_os_error_and_is_not_retried(files: ModuleType, send: Send, body: str) -> None:
    file = FailingFile(b"x" * 1_000_000)
    operation = files.add_image(image=file) if body == "form" else files.put_raw(file)
    received: list[bytes] = []

    def handle(sock: socket.socket, head: bytes, body: bytes) -> None:
        received.append(body)
        while sock.recv(65536):
            pass

    with Server(handle) as server:
        with pytest.raises(OSError, match="disk failure") as caught:
            send(server.url, operation)
        end = time.monotonic() + 5
        while not received and time.monotonic() < end:  # the server may accept the connection later
            time.sleep(0.005)
    assert (len(received), caught.value.errno) == (1, errno.EIO)


def test_a_failed_connection_closes_the_opened_files(files: ModuleType, tmp_path: Path) -> None:
    with (path := tmp_path / "a").open("wb") as sparse:
        sparse.truncate(50_000_000)
    with Server(lambda sock, head, body: None) as server, pytest.raises(ConnectionFailedError):
        send_sync(server.url, files.add_image(image=path))


@pytest.mark.parametrize("value", ["cat.png", io.StringIO("text"), 3, ("cat.png", "text")])
def test_values_that_are_not_files_are_rejected(files: ModuleType, value: Any) -> None:
    with pytest.raises(TypeError, match=r"pathlib\.Path, bytes or an open binary file"):
        files.add_image(image=value)


def test_a_form_may_be_a_dict_and_none_is_omitted(files: ModuleType) -> None:
    operation = files.add_image({"image": b"1", "title": "a", "width": None}, title="b", extra_body={"more": True})
    assert [(name, getattr(part, "content", part)) for name, part in operation.body.parts] == [
        ("image", b"1"),
        ("title", "b"),
        ("more", "true"),
    ]


def test_a_form_may_be_a_model(files: ModuleType) -> None:
    model = importlib.import_module("upload_api.models").AddImageRequest
    opened = io.BytesIO(b"1")
    part = files.add_image(model(image=("a.png", opened), title="a")).body.parts[0][1]
    assert (part.filename, part.content) == ("a.png", opened)


class Server:
    """Accepts connections one by one; passes each to `handle`, with the request headers and the start of the body."""

    def __init__(self, handle: Callable[[socket.socket, bytes, bytes], None]) -> None:
        self._handle = handle
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._listener.getsockname()[1]}"
        self._thread = threading.Thread(target=self._serve, daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *exc: object) -> None:
        self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        self._thread.join(5)

    def _serve(self) -> None:
        while True:
            try:
                sock, _ = self._listener.accept()
            except OSError:
                return
            with sock:
                data = b""
                while b"\r\n\r\n" not in data:
                    data += sock.recv(65536)
                head, _, body = data.partition(b"\r\n\r\n")
                self._handle(sock, head, body)
