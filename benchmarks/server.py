"""The server of the benchmarks: a separate process on the loopback interface, which responds from memory.

`POST` to one of these paths, followed by `/chat/completions`:

    /stream/N       N chunks of about 250 bytes, in writes of 16 kB
    /long/N         the same, built while it is written, for streams too long to keep in memory
    /paced/N/MS     N chunks, one per write, MS milliseconds apart
    /group/M/N      N chunks, one per write, for M concurrent requests: the first chunk once all M requests have
                    arrived, the next every 150 ms
    /answer         a short completion
    /failing        an error with status 429

`GET /open` returns the number of open connections, without its own.
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
def build_chunk(digit: int) -> bytes:
    """Return one event of a stream, as the service writes it; its text is a space, "w" and the digit."""
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
    return encode_event(data)


def encode_event(data: Any) -> bytes:
    """Return a JSON value as an event of a stream."""
    return b"data: " + json.dumps(data, separators=(",", ":")).encode() + b"\n\n"


def iterate_events(chunks: int) -> Iterator[bytes]:
    """Yield the events of a stream: the chunks, of which the last two have finish reason and usage, and `[DONE]`."""
    for index in range(chunks - 2):
        yield build_chunk(index % 10)
    last = json.loads(build_chunk(0)[6:])
    last["choices"][0] = {"index": 0, "delta": {"content": ""}, "finish_reason": "stop"}
    yield encode_event(last)
    counts = {"prompt_tokens": 9, "completion_tokens": chunks, "total_tokens": chunks + 9}
    yield encode_event({**last, "choices": [], "usage": counts})
    yield b"data: [DONE]\n\n"


def expected_text(chunks: int) -> str:
    """Return the whole text of a stream with this number of chunks."""
    return "".join(f" w{index % 10}" for index in range(chunks - 2))


@cache
def build_stream(chunks: int) -> bytes:
    """Return the body of a stream."""
    return b"".join(iterate_events(chunks))


def split_writes(body: bytes) -> Iterator[bytes]:
    """Split a body into pieces of the size of one write."""
    for start in range(0, len(body), WRITE_SIZE):
        yield body[start : start + WRITE_SIZE]


def join_writes(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """Join small pieces into pieces of the size of one write."""
    buffer = bytearray()
    for piece in pieces:
        buffer += piece
        if len(buffer) >= WRITE_SIZE:
            yield bytes(buffer)
            buffer.clear()
    yield bytes(buffer)


def delay_pieces(pieces: Iterable[bytes], seconds: float) -> Iterator[bytes]:
    """Wait before each piece."""
    for piece in pieces:
        time.sleep(seconds)
        yield piece


class StreamGroup:
    """A group of streams that start together and send their chunks at the same times.

    The interval between chunks is long enough for every client to read all of them before the next: one network read
    returns one chunk of one stream, however fast the client is.
    """

    INTERVAL = 0.15

    def __init__(self, streams: int) -> None:
        self.missing = streams
        self._barrier = threading.Barrier(streams)
        self._start = 0.0

    def iterate_events(self, chunks: int) -> Iterator[bytes]:
        """Yield the events of one stream, each when it is due."""
        if self._barrier.wait() == 0:
            self._start = time.monotonic()
        self._barrier.wait()
        for number, piece in enumerate(iterate_events(chunks), 1):
            time.sleep(max(0.0, self._start + number * self.INTERVAL - time.monotonic()))
            yield piece


COMPLETION = {
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
RATE_LIMIT_ERROR = {
    "error": {"code": 429, "message": "Provider returned error", "metadata": {"raw": '{"detail": "slow down"}'}}
}


class Handler(BaseHTTPRequestHandler):
    """Responds to the requests of the benchmarks."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    wbufsize = WRITE_SIZE
    server: Server

    def do_GET(self) -> None:
        self._send_json(200, self.server.open_connections - 1)

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers.get("Content-Length", 0)))
        match self.path.split("/")[1:-2]:
            case ["stream", chunks]:
                self._send_stream(split_writes(build_stream(int(chunks))))
            case ["long", chunks]:
                self._send_stream(join_writes(iterate_events(int(chunks))))
            case ["paced", chunks, milliseconds]:
                self._send_stream(delay_pieces(iterate_events(int(chunks)), float(milliseconds) / 1000))
            case ["group", streams, chunks]:
                self._send_stream(self.server.join_group(int(streams)).iterate_events(int(chunks)))
            case ["failing"]:
                self._send_json(429, RATE_LIMIT_ERROR)
            case _:
                self._send_json(200, COMPLETION)

    def _send_json(self, status: int, value: Any) -> None:
        body = json.dumps(value).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def _send_stream(self, writes: Iterator[bytes]) -> None:
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
    """An HTTP server with one thread per connection, which counts the open connections."""

    request_queue_size = 2048

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.open_connections = 0
        self._lock = threading.Lock()
        self._groups: dict[int, StreamGroup] = {}

    def join_group(self, streams: int) -> StreamGroup:
        """Return the group with this number of streams that is not complete yet, or a new one."""
        with self._lock:
            group = self._groups.setdefault(streams, StreamGroup(streams))
            group.missing -= 1
            if not group.missing:
                del self._groups[streams]
            return group

    def process_request_thread(self, request: Any, client_address: Any) -> None:
        with self._lock:
            self.open_connections += 1
        try:
            super().process_request_thread(request, client_address)
        finally:
            with self._lock:
                self.open_connections -= 1

    def handle_error(self, request: object, client_address: object) -> None:
        """Ignore the error when a client disconnects."""


class ServerProcess:
    """The server in a separate process, so that its CPU time and memory are not counted."""

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

    def count_connections(self, timeout: float = 5.0) -> int:
        """Return the number of open connections, after waiting up to `timeout` seconds for it to become 0."""
        from urllib.request import ProxyHandler, build_opener

        opener = build_opener(ProxyHandler({}))
        deadline = time.monotonic() + timeout
        while True:
            with opener.open(f"{self.base_url}/open", timeout=30) as response:
                count = int(response.read())
            if count == 0 or time.monotonic() > deadline:
                return count
            time.sleep(0.05)


if __name__ == "__main__":
    server = Server()
    print(f"http://127.0.0.1:{server.server_port}", flush=True)
    server.serve_forever()
