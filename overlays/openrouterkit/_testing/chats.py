"""Answers of models as JSON: a whole completion, or the events of a stream."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

from ..sse import ServerSentEvent
from ..testing.replies import Failure, Pause, Reply, ScriptError, build_reply, complete_headers
from ..testing.requests import join_texts
from ..testing.step_types import Chat, ErrorReply, Events, ToolCall
from ..testing.steps import error, split_words
from .json_texts import encode_json

if TYPE_CHECKING:
    from ..testing.replies import Piece
    from ..testing.requests import SentRequest
    from ..testing.step_types import Item

CREATED: Final = 1_767_225_600
"""When every scripted completion was created, so that the results of tests are equal: at the beginning of 2026."""

STREAM_HEADERS: Final = {"content-type": "text/event-stream"}
DONE: Final = b"data: [DONE]\n\n"


def render_chat(chat: Chat, request: SentRequest, number: int) -> Reply:
    """Return the reply to a request for a chat, whole or as a stream.

    Args:
        chat: The answer of the model.
        request: The request.
        number: The number of the request, for the ids.
    """
    writer = _Writer(chat, request, number)
    return writer.write_stream() if request.is_stream else writer.write_whole()


def render_events(stream: Events) -> Reply:
    """Return the reply for a stream that is no chat."""
    pieces: list[Piece] = []
    for item in stream.items:
        piece = convert_item(item)
        if isinstance(piece, ErrorReply):
            pieces.append(_encode_error(piece))
            break
        if isinstance(piece, ToolCall):
            raise ScriptError("a tool call is a part of a chat: write stream(tool_call(...)) in place of events(...)")
        data = piece.encode() if isinstance(piece, str) else encode_json(piece) if isinstance(piece, dict) else None
        pieces.append(piece if data is None else _encode_event(data))  # type: ignore[arg-type]  # the rest are pieces
        if isinstance(piece, Failure):
            break
    return Reply(200, complete_headers(stream.headers, **STREAM_HEADERS), tuple(pieces), stream.delay)


def convert_item(item: Item) -> str | bytes | dict[str, Any] | ToolCall | Pause | Failure | ErrorReply:
    """Return an item of a stream in the form that is sent; an event or bytes as bytes.

    Raises:
        ScriptError: The item is of another type.
    """
    if isinstance(item, bool):
        pass
    elif isinstance(item, str | bytes | ToolCall | Pause | Failure | ErrorReply):
        return item
    elif isinstance(item, int):
        return error(item)
    elif isinstance(item, ServerSentEvent):
        return encode_event(item)
    elif isinstance(item, BaseException):
        from .exceptions import convert_exception

        return convert_exception(item)
    elif isinstance(item, Mapping):
        return dict(item)
    elif hasattr(item, "to_dict"):
        return item.to_dict()
    raise ScriptError(
        f"an item of a stream is a text, a dict, an event, an error or a pause, not {item!r:.100}"
        + (f": write pause({item})" if isinstance(item, float) else "")
    )


def encode_event(event: ServerSentEvent) -> bytes:
    """Return an event as the lines of a stream."""
    lines = [f"event: {event.event}"] if event.event != "message" else []
    lines += [] if event.id is None else [f"id: {event.id}"]
    lines += [] if event.retry is None else [f"retry: {event.retry}"]
    lines += [f"data: {line}" for line in event.data.split("\n")]
    return ("\n".join(lines) + "\n\n").encode()


def split_completion(body: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Return a whole completion as the chunks of a stream: the content word by word, the usage in the last chunk."""
    head = {name: value for name, value in body.items() if name not in ("choices", "usage", "object")}
    head["object"] = "chat.completion.chunk"
    chunks = []
    last = []
    for position, choice in enumerate(body["choices"]):
        index = choice.get("index", position)
        message = dict(choice.get("message") or {})
        content = message.get("content")
        words = split_words(content) if isinstance(content, str) else []
        calls = message.pop("tool_calls", None) or []
        rest = {**message, "content": words[0] if words else content}
        if calls:
            rest["tool_calls"] = [{"index": place, **call} for place, call in enumerate(calls)]
        deltas = [rest, *({"role": "assistant", "content": word} for word in words[1:])]
        chunks += [{**head, "choices": [{"index": index, "delta": delta, "finish_reason": None}]} for delta in deltas]
        ending = {name: value for name, value in choice.items() if name != "message"}
        last.append({**ending, "index": index, "delta": {"role": "assistant", "content": ""}})
    usage = {"usage": body["usage"]} if "usage" in body else {}
    return [*chunks, {**head, "choices": last, **usage}]


class _Writer:
    """Writes one answer.

    Args:
        chat: The answer of the model.
        request: The request.
        number: The number of the request.
    """

    def __init__(self, chat: Chat, request: SentRequest, number: int) -> None:
        self._chat = chat
        self._items = [convert_item(item) for item in chat.items]
        self._request = request
        self._head = {
            "id": f"gen-{number}",
            "object": "chat.completion.chunk",
            "created": CREATED,
            "model": chat.model or request.model or "scripted",
        }
        self._calls = 0

    def write_stream(self) -> Reply:
        pieces: list[Piece] = []
        for item in self._items:
            if isinstance(item, bytes | Pause | Failure):
                pieces.append(item)
            elif isinstance(item, ToolCall):  # services send the arguments in pieces
                pieces += [_encode_event(encode_json(chunk)) for chunk in self._split_call(item)]
            elif isinstance(item, ErrorReply) and item.unchanged:
                pieces.append(_encode_error(item))
            else:
                pieces.append(_encode_event(encode_json(self._build_chunk(item))))
            if isinstance(item, Failure | ErrorReply):
                break
        else:
            if self._chat.complete:
                pieces += [_encode_event(encode_json(self._build_last())), DONE]
        headers = complete_headers(self._chat.headers, **STREAM_HEADERS)
        return Reply(200, headers, tuple(pieces), self._chat.delay)

    def write_whole(self) -> Reply:
        from ..accumulate import Accumulator

        accumulator, delay = Accumulator(), self._chat.delay
        failure: Failure | None = None
        problem: ErrorReply | None = None
        for item in self._items:
            if isinstance(item, Pause):
                delay += item.seconds
            elif isinstance(item, Failure):
                failure = item
                break
            elif isinstance(item, ErrorReply):
                problem = item
                break
            elif isinstance(item, bytes):
                raise ScriptError("bytes in a stream cannot be sent as a whole result: write a text or a dict")
            elif isinstance(item, ToolCall):
                accumulator.add(self._build_chunk({"content": None, "tool_calls": [self._build_call(item)]}))
            else:
                accumulator.add(self._build_chunk(item))
        else:
            accumulator.add(self._build_last())
        body = accumulator.result_dict()
        if problem is not None:
            body = problem.body
        whole = build_reply(body, headers=self._chat.headers, delay=delay)
        if failure is None and self._chat.complete:
            return whole
        pieces: list[Piece] = [content[: len(content) // 2] for content in whole.pieces if isinstance(content, bytes)]
        return Reply(whole.status, whole.headers, (*pieces, *(() if failure is None else (failure,))), delay)

    def _build_chunk(self, item: str | dict[str, Any] | ErrorReply) -> dict[str, Any]:
        if isinstance(item, ErrorReply):
            choice = {"index": 0, "delta": {"content": ""}, "finish_reason": "error"}
            return {**self._head, **item.body, "choices": [choice]}
        if isinstance(item, dict) and ("choices" in item or "error" in item):
            return {**self._head, **item}
        delta = {"content": item} if isinstance(item, str) else item
        choice = {"index": 0, "delta": {"role": "assistant", **delta}, "finish_reason": None}
        return {**self._head, "choices": [choice]}

    def _build_call(self, call: ToolCall) -> dict[str, Any]:
        self._calls += 1
        function = {"name": call.name, "arguments": call.arguments}
        identity = call.id or f"call_{self._calls}"
        return {"index": self._calls - 1, "id": identity, "type": "function", "function": function}

    def _split_call(self, call: ToolCall) -> list[dict[str, Any]]:
        whole = self._build_call(call)
        begun = {**whole, "function": {**whole["function"], "arguments": ""}}
        rest = {"index": whole["index"], "function": {"arguments": call.arguments}}
        return [self._build_chunk({"content": None, "tool_calls": [part]}) for part in (begun, rest)]

    def _build_last(self) -> dict[str, Any]:
        reason = self._chat.finish_reason or ("tool_calls" if self._calls else "stop")
        choice = {"index": 0, "delta": {"role": "assistant", "content": ""}, "finish_reason": reason}
        chosen = any(isinstance(item, dict) and _has_finish_reason(item) for item in self._items)
        counted = any(isinstance(item, dict) and "usage" in item for item in self._items)
        if counted and not self._chat.usage:
            return {**self._head, "choices": [] if chosen else [choice]}
        return {**self._head, "choices": [] if chosen else [choice], "usage": self._build_usage()}

    def _build_usage(self) -> dict[str, Any]:
        asked = sum(
            len(join_texts(message.get("content")).split())
            for message in self._request.messages
            if isinstance(message, dict)
        )
        answered = len("".join(item for item in self._items if isinstance(item, str)).split())
        usage = {"prompt_tokens": asked, "completion_tokens": answered, "cost": 0, **self._chat.usage}
        if self._chat.cost is not None:
            usage["cost"] = self._chat.cost
        total = {"total_tokens": usage["prompt_tokens"] + usage["completion_tokens"]}
        return {**total, **usage}


def _has_finish_reason(chunk: dict[str, Any]) -> bool:
    choices = chunk.get("choices")
    return isinstance(choices, list) and any(isinstance(each, dict) and each.get("finish_reason") for each in choices)


def _encode_error(error: ErrorReply) -> bytes:
    body = error.body.encode() if isinstance(error.body, str) else error.body
    return _encode_event(body if isinstance(body, bytes) else encode_json(body))


def _encode_event(data: bytes) -> bytes:
    return b"".join(b"data: %s\n" % line for line in data.split(b"\n")) + b"\n"
