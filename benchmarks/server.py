"""The service the benchmarks talk to: a process of its own on loopback, which answers from memory.

`POST` to one of these, with `/chat/completions` behind it:

    /stream/N       N chunks of about 250 bytes, in writes of 16 kB
    /long/N         the same made while it is written, for more of them than memory should hold
    /paced/N/MS     N chunks, one a write, MS milliseconds apart
    /crowd/M/N      N chunks, one a write, for M requests together: the first when all have come, the next 150 ms later
    /answer         a short completion
    /failing        a failure with status 429

`GET /open` gives how many connections are open beside the one that asks.
"""

from __future__ import annotations

import json
import subprocess
import sys
import threading
import time
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any, Self

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

WRITE_SIZE = 16 * 1024


@cache
def chunk(digit: int) -> bytes:
    """One event of a stream, as the service writes them; its text is a blank, "w" and the digit."""
    data = {
        "id": "gen-1760000000-BenchmarkBenchmark00",
        "object": "chat.completion.chunk",
        "created": 1760000000,
        "model": "openai/gpt-4o-mini",
        "provider": "OpenAI",
        "choices": [
            {
                "index": 0,
                "delta": {"role": "assistant", "content": f" w{digit}"},
                "finish_reason": None,
                "native_finish_reason": None,
                "logprobs": None,
            }
        ],
    }
    return event(data)


def event(data: Any) -> bytes:
    """A value as an event of a stream."""
    return b"data: " + json.dumps(data, separators=(",", ":")).encode() + b"\n\n"


def events(chunks: int) -> Iterator[bytes]:
    """A whole stream: the chunks, the one with the finish reason and usage among them, and the sentinel."""
    for index in range(chunks - 2):
        yield chunk(index % 10)
    last = json.loads(chunk(0)[6:])
    last["choices"][0] = {"index": 0, "delta": {"content": ""}, "finish_reason": "stop"}
    yield event(last)
    counts = {"prompt_tokens": 9, "completion_tokens": chunks, "total_tokens": chunks + 9}
    yield event({**last, "choices": [], "usage": counts})
    yield b"data: [DONE]\n\n"


def text_of(chunks: int) -> str:
    """The text that a stream of so many chunks comes to."""
    return "".join(f" w{index % 10}" for index in range(chunks - 2))


@cache
def stream(chunks: int) -> bytes:
    """A whole stream at once."""
    return b"".join(events(chunks))


def cut(body: bytes) -> Iterator[bytes]:
    """A body in pieces of one write each."""
    for start in range(0, len(body), WRITE_SIZE):
        yield body[start : start + WRITE_SIZE]


def together(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """Small pieces put together to writes."""
    held = bytearray()
    for piece in pieces:
        held += piece
        if len(held) >= WRITE_SIZE:
            yield bytes(held)
            held.clear()
    yield bytes(held)


def paced(pieces: Iterable[bytes], seconds: float) -> Iterator[bytes]:
    """Pieces with a wait before each."""
    for piece in pieces:
        time.sleep(seconds)
        yield piece


class Crowd:
    """So many streams that begin together and have their chunks in the same rounds.

    The rounds are far enough apart that a client has read one before the next comes: what it reads at once is one chunk
    of one stream, whatever the client is.
    """

    APART = 0.15

    def __init__(self, streams: int) -> None:
        self.missing = streams
        self._all_here = threading.Barrier(streams)
        self._begin = 0.0

    def rounds(self, chunks: int) -> Iterator[bytes]:
        """The events of one of the streams, each when it is due."""
        if self._all_here.wait() == 0:
            self._begin = time.monotonic()
        self._all_here.wait()
        for number, piece in enumerate(events(chunks), 1):
            time.sleep(max(0.0, self._begin + number * self.APART - time.monotonic()))
            yield piece


ANSWER = {
    "id": "gen-1760000000-BenchmarkBenchmark00",
    "object": "chat.completion",
    "created": 1760000000,
    "model": "openai/gpt-4o-mini",
    "provider": "OpenAI",
    "system_fingerprint": None,
    "choices": [
        {
            "index": 0,
            "finish_reason": "stop",
            "native_finish_reason": "stop",
            "message": {"role": "assistant", "content": "A short answer.", "refusal": None},
            "logprobs": None,
        }
    ],
    "usage": {"prompt_tokens": 9, "completion_tokens": 4, "total_tokens": 13, "cost": 0.00001},
}
FAILURE = {"error": {"code": 429, "message": "Provider returned error", "metadata": {"raw": '{"detail": "slow down"}'}}}


class Handler(BaseHTTPRequestHandler):
    """Answers what the benchmarks ask for."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    wbufsize = WRITE_SIZE
    server: Server

    def do_GET(self) -> None:
        self._answer(200, self.server.open - 1)

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers.get("Content-Length", 0)))
        match self.path.split("/")[1:-2]:
            case ["stream", chunks]:
                self._stream(cut(stream(int(chunks))))
            case ["long", chunks]:
                self._stream(together(events(int(chunks))))
            case ["paced", chunks, milliseconds]:
                self._stream(paced(events(int(chunks)), float(milliseconds) / 1000))
            case ["crowd", streams, chunks]:
                self._stream(self.server.crowd(int(streams)).rounds(int(chunks)))
            case ["failing"]:
                self._answer(429, FAILURE)
            case _:
                self._answer(200, ANSWER)

    def _answer(self, status: int, value: Any) -> None:
        body = json.dumps(value).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def _stream(self, writes: Iterator[bytes]) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        self.wfile.flush()
        for part in writes:
            self.wfile.write(b"%x\r\n%s\r\n" % (len(part), part))
            self.wfile.flush()
        self.wfile.write(b"0\r\n\r\n")

    def log_message(self, *_: object) -> None:
        return


class Server(ThreadingHTTPServer):
    """A thread a connection, and a count of them."""

    request_queue_size = 2048

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.open = 0
        self._counting = threading.Lock()
        self._crowds: dict[int, Crowd] = {}

    def crowd(self, streams: int) -> Crowd:
        """The crowd of so many streams; once all have come, the next is another."""
        with self._counting:
            crowd = self._crowds.setdefault(streams, Crowd(streams))
            crowd.missing -= 1
            if not crowd.missing:
                del self._crowds[streams]
            return crowd

    def process_request_thread(self, request: Any, client_address: Any) -> None:
        with self._counting:
            self.open += 1
        try:
            super().process_request_thread(request, client_address)
        finally:
            with self._counting:
                self.open -= 1

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that leaves is no error."""


class ServerProcess:
    """The server in a process of its own, so that its work is not counted as the client's."""

    def __enter__(self) -> Self:
        self._process = subprocess.Popen([sys.executable, "-m", "benchmarks.server"], stdout=subprocess.PIPE, text=True)
        assert self._process.stdout is not None
        self.base_url = self._process.stdout.readline().strip()
        return self

    def __exit__(self, *exc: object) -> None:
        self._process.terminate()
        self._process.wait()
        assert self._process.stdout is not None
        self._process.stdout.close()

    def open_connections(self, within: float = 5.0) -> int:
        """How many connections the server holds, once there are none left or so many seconds have passed."""
        from urllib.request import ProxyHandler, build_opener

        opener = build_opener(ProxyHandler({}))
        ends = time.monotonic() + within
        while True:
            with opener.open(f"{self.base_url}/open", timeout=30) as answer:
                count = int(answer.read())
            if count == 0 or time.monotonic() > ends:
                return count
            time.sleep(0.05)


if __name__ == "__main__":
    server = Server()
    print(f"http://127.0.0.1:{server.server_port}", flush=True)
    server.serve_forever()
