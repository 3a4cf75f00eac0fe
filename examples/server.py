"""A small chat service on loopback, so that the examples run with no key and no network.

It speaks the wire as the real service does: white space before a plain answer, comments and a usage chunk in a stream,
`[DONE]` at its end. What it says depends on the last message: a tool's result is used, an offered tool is called, an
image is acknowledged, and anything else is answered with a short story.
"""

from __future__ import annotations

import json
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Self

MODEL = "local/story"
STORY = "Once, on a machine without a network, a client asked for a story, and word by word the story came."
ERROR = {"error": {"code": 429, "message": "Rate limit exceeded", "metadata": {"provider_name": "Local"}}}


class ExampleServer:
    """The service, for as long as its `with` block lasts; `base_url` is where."""

    def __init__(self, *, pace: float = 0.03) -> None:
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
        self._server.daemon_threads = True
        self._server.pace = pace  # type: ignore[attr-defined]
        self._server.refusals = {}  # type: ignore[attr-defined]
        self.base_url = f"http://127.0.0.1:{self._server.server_port}/api/v1"

    def __enter__(self) -> Self:
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True)
        self._thread.start()
        return self

    def __exit__(self, *exc: object) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        if self.path.split("?", maxsplit=1)[0].endswith("/models"):
            self._answer(200, {"data": [_MODEL_RECORD], "links": {"next": None}, "total_count": 1})
        else:
            self._answer(404, {"error": {"code": 404, "message": "No such path"}})

    def do_POST(self) -> None:
        request = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        refusals: dict[str, int] = self.server.refusals  # type: ignore[attr-defined]
        if request["model"] == "local/flaky" and refusals.setdefault("local/flaky", 1) > 0:
            refusals["local/flaky"] -= 1
            self._answer(429, ERROR, {"Retry-After": "0.5"})
        elif request["model"] == "no/such-model":
            self._answer(404, {"error": {"code": 404, "message": f"No endpoints found for {request['model']}."}})
        elif request.get("stream"):
            self._stream(request)
        else:
            message = _message(request)
            usage = _usage(request, message)
            choice = {"index": 0, "message": message, "finish_reason": _finish_reason(message)}
            self._answer(200, {**_head("chat.completion"), "choices": [choice], "usage": usage})

    def _answer(self, status: int, body: Any, headers: dict[str, str] | None = None) -> None:
        text = (b"\n         \n" if status == 200 else b"") + json.dumps(body).encode()
        self.send_response(status)
        for name, value in {"Content-Type": "application/json", **(headers or {})}.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(text)))
        self.send_header("X-Generation-Id", "gen-1760000000-ExampleExampleExam")
        self.end_headers()
        self.wfile.write(text)

    def _stream(self, request: dict[str, Any]) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("X-Generation-Id", "gen-1760000000-ExampleExampleExam")
        self.send_header("Connection", "close")
        self.end_headers()
        message = _message(request)
        self._event(b": OPENROUTER PROCESSING\n\n")
        for delta in _deltas(message):
            time.sleep(self.server.pace)  # type: ignore[attr-defined]
            self._chunk({"choices": [{"index": 0, "delta": delta, "finish_reason": None}]})
        last = {"index": 0, "delta": {"content": ""}, "finish_reason": _finish_reason(message)}
        self._chunk({"choices": [last]})
        self._chunk({"choices": [], "usage": _usage(request, message)})
        self._event(b"data: [DONE]\n\n")
        self.close_connection = True

    def _chunk(self, members: dict[str, Any]) -> None:
        data = json.dumps({**_head("chat.completion.chunk"), **members})
        self._event(f"data: {data}\n\n".encode())

    def _event(self, text: bytes) -> None:
        self.wfile.write(text)
        self.wfile.flush()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name is the base class's
        """Say nothing: the examples' own output is what is to be read."""


def _head(kind: str) -> dict[str, Any]:
    return {
        "id": "gen-1760000000-ExampleExampleExam",
        "object": kind,
        "created": 1760000000,
        "model": MODEL,
        "provider": "Local",
    }


def _message(request: dict[str, Any]) -> dict[str, Any]:
    last = request["messages"][-1]
    if request.get("tools") and last["role"] != "tool":
        name = request["tools"][0]["function"]["name"]
        function = {"name": name, "arguments": json.dumps({"city": "Paris"})}
        call = {"id": "call_1", "type": "function", "function": function}
        return {"role": "assistant", "content": None, "tool_calls": [call]}
    if last["role"] == "tool":
        return {"role": "assistant", "content": f"The tool says: {last['content']}."}
    if isinstance(last["content"], list) and any(part["type"] == "image_url" for part in last["content"]):
        return {"role": "assistant", "content": "I see a small picture."}
    if "capital of France" in str(last["content"]):
        return {"role": "assistant", "content": "Paris."}
    return {"role": "assistant", "content": STORY}


def _deltas(message: dict[str, Any]) -> list[dict[str, Any]]:
    if message["content"] is None:
        return [{"role": "assistant", "tool_calls": [{"index": 0, **message["tool_calls"][0]}]}]
    words = message["content"].split(" ")
    return [{"role": "assistant", "content": word if index == 0 else f" {word}"} for index, word in enumerate(words)]


def _finish_reason(message: dict[str, Any]) -> str:
    return "stop" if message.get("tool_calls") is None else "tool_calls"


def _usage(request: dict[str, Any], message: dict[str, Any]) -> dict[str, Any]:
    prompt = len(json.dumps(request["messages"]).split())
    completion = len((message["content"] or "").split()) or 12
    cost = (prompt + 4 * completion) * 1e-7
    total = prompt + completion
    return {"prompt_tokens": prompt, "completion_tokens": completion, "total_tokens": total, "cost": cost}


_MODEL_RECORD = {
    "id": MODEL,
    "canonical_slug": MODEL,
    "name": "Local Story",
    "created": 1760000000,
    "context_length": 8192,
    "pricing": {"prompt": "0.0000001", "completion": "0.0000004"},
    "architecture": {"modality": "text->text", "input_modalities": ["text", "image"], "output_modalities": ["text"]},
    "top_provider": {"is_moderated": False, "context_length": 8192, "max_completion_tokens": 1024},
    "per_request_limits": None,
    "supported_parameters": ["temperature", "tools"],
}
