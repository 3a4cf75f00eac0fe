"""Files in requests: described by generated operations, sent piece by piece, from a document of two operations."""

from __future__ import annotations

import errno
import importlib
import io
import os
import socket
import sys
import threading
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
from loopback import Loopback, Received, answer

from codegen import names
from codegen.normal_form import build_normal_form
from codegen.problems import Report
from codegen.rendering.render import render
from openrouterkit import AsyncOpenRouter, ConnectionFailedError, OpenRouter, RetryOptions

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
    """The operations of the document's package."""
    home = tmp_path_factory.mktemp("uploads")
    render(
        build_normal_form(DOCUMENT, Report(), names.AgreedNames(), []), home / "upload_api", "files.json", "the test"
    )
    sys.path.insert(0, str(home))
    yield importlib.import_module("upload_api.operations.files")
    sys.path.remove(str(home))
    for name in [name for name in sys.modules if name.partition(".")[0] == "upload_api"]:
        del sys.modules[name]


def in_sync_code(url: str, operation: Any) -> Any:
    with OpenRouter(base_url=url, **OPTIONS) as client:
        return client.send(operation)


def in_async_code(url: str, operation: Any) -> Any:
    async def send() -> Any:
        async with AsyncOpenRouter(base_url=url, **OPTIONS) as client:
            return await client.send(operation)

    return anyio.run(send)


def over_trio(url: str, operation: Any) -> Any:
    async def send() -> Any:
        async with AsyncOpenRouter(base_url=url, **OPTIONS) as client:
            return await client.send(operation)

    return anyio.run(send, backend="trio")


everywhere = pytest.mark.parametrize("send", [in_sync_code, in_async_code, over_trio])


def parts_of(received: Received) -> list[tuple[str | None, str | None, str | None, bytes]]:
    """Each part of a multipart body as (name, filename, content type, content)."""
    head = f"Content-Type: {received.headers['content-type']}\r\n\r\n".encode()
    message = message_from_bytes(head + received.body)
    assert message.is_multipart()
    found: list[Any] = message.get_payload()
    return [
        (_stated(part, "name"), part.get_filename(), part["Content-Type"], part.get_payload(decode=True))
        for part in found
    ]


def _stated(part: Message, name: str) -> Any:
    return part.get_param(name, header="content-disposition")


@everywhere
def test_a_form_is_sent_with_its_files_named_and_typed_and_its_other_members_as_text(
    files: ModuleType, tmp_path: Path, send: Send
) -> None:
    (picture := tmp_path / "cat.png").write_bytes(b"\x89PNG" * 40_000)
    given = {"image": picture, "title": "Über", "width": 3, "tags": ["a", "b"], "place": {"town": "Ulm"}}
    pages = [b"one", ("p2.png", b"two"), (None, io.BytesIO(b"three"), "image/webp")]
    with Loopback([answer({"ok": True})]) as server:
        assert send(server.url, files.add_image(**given, pages=pages)) == {"ok": True}
    assert parts_of(server.requests[0]) == [
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


@everywhere
def test_a_file_is_sent_anew_when_the_call_is_tried_again_and_an_open_one_from_where_it_stood(
    files: ModuleType, tmp_path: Path, send: Send
) -> None:
    (path := tmp_path / "a.bin").write_bytes(b"header|the rest")
    with path.open("rb") as opened, Loopback([answer({}, 503)], [answer({"ok": True})]) as server:
        opened.seek(7)
        assert send(server.url, files.add_image(image=opened, pages=[path])) == {"ok": True}
        assert not opened.closed
    wanted = [
        ("image", "a.bin", "application/octet-stream", b"the rest"),
        ("pages", "a.bin", "application/octet-stream", b"header|the rest"),
    ]
    assert [parts_of(request) for request in server.requests] == [wanted, wanted]


@everywhere
@pytest.mark.parametrize("kind", ["path", "bytes", "open file", "named"])
def test_a_body_that_is_one_file_is_sent_as_it_is_and_again_when_the_call_is_tried_again(
    files: ModuleType, tmp_path: Path, send: Send, kind: str
) -> None:
    content = os.urandom(200_000)
    (path := tmp_path / "a.bin").write_bytes(content)
    given = {"path": path, "bytes": content, "open file": io.BytesIO(content), "named": ("x", path, "image/png")}[kind]
    with Loopback([answer({}, 503)], [answer({"ok": True})]) as server:
        assert send(server.url, files.put_raw(given)) == {"ok": True}
    assert [request.body for request in server.requests] == [content, content]
    media_type = "image/png" if kind == "named" else "application/octet-stream"
    assert server.requests[0].headers["content-type"] == media_type


@everywhere
def test_what_can_be_read_once_only_is_sent_in_pieces_of_unknown_length_and_not_tried_again(
    files: ModuleType, send: Send
) -> None:
    read, write = os.pipe()
    os.write(write, b"from a pipe")
    os.close(write)
    bodies: list[bytes] = []

    def take(sock: socket.socket, head: bytes, body: bytes) -> None:
        assert b"transfer-encoding: chunked" in head.lower()
        while not body.endswith(b"0\r\n\r\n"):
            body += sock.recv(65536)
        bodies.append(body)
        sock.sendall(answer({}, 503, connection="close"))

    with os.fdopen(read, "rb") as pipe, Server(take) as server, pytest.raises(Exception, match="503") as caught:
        send(server.url, files.put_raw(pipe))
    assert [b"from a pipe" in body for body in bodies] == [True]
    assert caught.value.attempts[-1].reason == "the body is an open file that cannot be read again"  # type: ignore[attr-defined]


@everywhere
def test_two_hundred_megabytes_are_sent_without_being_held_in_memory(
    files: ModuleType, tmp_path: Path, send: Send
) -> None:
    size = 200 * 1024 * 1024
    with (path := tmp_path / "sparse.bin").open("wb") as sparse:
        sparse.truncate(size)
    received = 0

    def take(sock: socket.socket, head: bytes, body: bytes) -> None:
        nonlocal received
        wanted = int(head.lower().partition(b"content-length:")[2].split()[0])
        received = len(body)
        buffer = memoryview(bytearray(1 << 20))
        while received < wanted:
            received += sock.recv_into(buffer)
        sock.sendall(answer({"ok": True}, connection="close"))

    with Server(take) as server:
        send(server.url, files.put_raw(b"warm up"))
        tracemalloc.start()
        try:
            assert send(server.url, files.add_image(image=path)) == {"ok": True}
            peak = tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()
    assert received > size
    assert peak < 8 * 1024 * 1024


def test_the_arguments_for_httpx_hold_the_files_too(files: ModuleType, tmp_path: Path) -> None:
    (path := tmp_path / "a.txt").write_bytes(b"text")
    with Loopback([answer({"ok": True})]) as server:
        for operation in (files.add_image(image=path), files.put_raw(path)):
            httpx.request(**operation.httpx_arguments(server.url))
    assert parts_of(server.requests[0]) == [("image", "a.txt", "text/plain", b"text")]
    assert server.requests[1].body == b"text"


def test_a_file_that_is_gone_is_told_as_such_and_leaves_nothing_open(files: ModuleType, tmp_path: Path) -> None:
    (there := tmp_path / "a").write_bytes(b"a")
    operation = files.add_image(image=there, pages=[tmp_path / "gone"])
    with Loopback([answer({})]) as server, pytest.raises(FileNotFoundError):
        in_sync_code(server.url, operation)


class Failing(io.BytesIO):
    """A file of which the second piece cannot be read."""

    def read(self, size: int | None = -1, /) -> bytes:
        if self.tell() > 0:
            raise OSError(errno.EIO, "the disk is gone")
        return super().read(size)


@everywhere
@pytest.mark.parametrize("of", ["form", "raw"])
def test_a_file_that_cannot_be_read_to_its_end_is_told_as_such_and_not_tried_again(
    files: ModuleType, send: Send, of: str
) -> None:
    opened = Failing(b"x" * 1_000_000)
    operation = files.add_image(image=opened) if of == "form" else files.put_raw(opened)
    received: list[bytes] = []

    def take(sock: socket.socket, head: bytes, body: bytes) -> None:
        received.append(body)
        while sock.recv(65536):
            pass

    with Server(take) as server, pytest.raises(OSError, match="the disk is gone") as caught:
        send(server.url, operation)
    assert (len(received), caught.value.errno) == (1, errno.EIO)


def test_a_connection_that_breaks_closes_what_was_opened(files: ModuleType, tmp_path: Path) -> None:
    with (path := tmp_path / "a").open("wb") as sparse:
        sparse.truncate(50_000_000)
    with Server(lambda sock, head, body: None) as server, pytest.raises(ConnectionFailedError):
        in_sync_code(server.url, files.add_image(image=path))


@pytest.mark.parametrize("wrong", ["cat.png", io.StringIO("text"), 3, ("cat.png", "text")])
def test_what_is_no_file_is_refused_before_anything_is_sent(files: ModuleType, wrong: Any) -> None:
    with pytest.raises(TypeError, match=r"pathlib\.Path, bytes or an open binary file"):
        files.add_image(image=wrong)


def test_a_form_may_be_given_whole_and_what_is_none_is_left_out(files: ModuleType) -> None:
    operation = files.add_image({"image": b"1", "title": "a", "width": None}, title="b", extra_body={"more": True})
    assert [(name, getattr(part, "content", part)) for name, part in operation.body.parts] == [
        ("image", b"1"),
        ("title", "b"),
        ("more", "true"),
    ]


def test_a_form_may_be_given_as_its_model(files: ModuleType) -> None:
    model = importlib.import_module("upload_api.models").AddImageRequest
    opened = io.BytesIO(b"1")
    part = files.add_image(model(image=("a.png", opened), title="a")).body.parts[0][1]
    assert (part.filename, part.content) == ("a.png", opened)


class Server:
    """Takes connections on loopback, one after the other, and hands each on with its head and the start of its body."""

    def __init__(self, take: Callable[[socket.socket, bytes, bytes], None]) -> None:
        self._take = take
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
                self._take(sock, head, body)
