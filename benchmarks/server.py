"""The service the benchmarks talk to: a process of its own on loopback, which answers from memory.

`POST /stream/N/chat/completions` streams N chunks of about 250 bytes in writes of 16 kB.
"""

from __future__ import annotations

import json
import subprocess
import sys
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Self

WRITE_SIZE = 16 * 1024


def chunk(index: int) -> bytes:
    """One event of a stream, as the service writes them."""
    data = {
        "id": "gen-1760000000-BenchmarkBenchmark00",
        "object": "chat.completion.chunk",
        "created": 1760000000,
        "model": "openai/gpt-4o-mini",
        "provider": "OpenAI",
        "choices": [
            {
                "index": 0,
                "delta": {"role": "assistant", "content": f" w{index % 10}"},
                "finish_reason": None,
                "native_finish_reason": None,
                "logprobs": None,
            }
        ],
    }
    return b"data: " + json.dumps(data, separators=(",", ":")).encode() + b"\n\n"


@cache
def stream(chunks: int) -> bytes:
    """A whole stream: the chunks, the one with the finish reason among them, usage, and the sentinel."""
    last = json.loads(chunk(0)[6:])
    last["choices"][0] = {"index": 0, "delta": {"content": ""}, "finish_reason": "stop"}
    counts = {"prompt_tokens": 9, "completion_tokens": chunks, "total_tokens": chunks + 9}
    usage = {**last, "choices": [], "usage": counts}
    events = [chunk(index) for index in range(chunks - 2)]
    events += [b"data: " + json.dumps(each, separators=(",", ":")).encode() + b"\n\n" for each in (last, usage)]
    return b"".join([*events, b"data: [DONE]\n\n"])


class Handler(BaseHTTPRequestHandler):
    """Answers what the rows ask for."""

    protocol_version = "HTTP/1.1"

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers.get("Content-Length", 0)))
        body = stream(int(self.path.split("/")[2]))
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        for start in range(0, len(body), WRITE_SIZE):
            part = body[start : start + WRITE_SIZE]
            self.wfile.write(b"%x\r\n%s\r\n" % (len(part), part))
        self.wfile.write(b"0\r\n\r\n")

    def log_message(self, *_: object) -> None:
        return


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


if __name__ == "__main__":
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    print(f"http://127.0.0.1:{server.server_port}", flush=True)
    server.serve_forever()
