"""The whole answer out of the chunks of a stream, with no client and no connection.

    accumulator = Accumulator()
    for chunk in chunks:                    # ChatStreamChunk objects, or their JSON as dicts
        accumulator.add(chunk)
    accumulator.result()                    # the ChatResult that the call would have given without streaming

How each member of the JSON is merged is stated once, in the `fields` table of the object that it belongs to:

    completion      choices: by index
      choice        delta: becomes the message; finish_reason: the first; logprobs: lists extend
        message     content, reasoning, reasoning_content, refusal: texts join; annotations, images: lists extend
          content, where it is a list: text and thinking join with a neighbour of their type, the rest is appended
          audio: data and transcript join
          tool call: found by id, then index, then the call in progress; arguments (input of a custom tool) join
          reasoning detail: found by type with index or id; text, summary and data join

Whatever has no row there, unknown members included, has its last value; a later null or empty text does not replace
what was said, and a null is kept where nothing else ever came. A value of an unexpected kind never raises: it is kept
if nothing of the expected kind comes, and otherwise left out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, TypeVar, overload

from ._streaming.merging import (
    ConcatText,
    ExtendList,
    JsonObject,
    KeepFirst,
    MergeObject,
    decode_json_text,
    find_repeated_fields,
)
from ._streaming.message_deltas import Audio, Logprobs, MessageContent, ReasoningDetails, ToolCalls

if TYPE_CHECKING:
    from openrouterkit_api.models import ChatResult, ChatStreamChunk

    ResultT = TypeVar("ResultT", bound=ChatResult)


class Accumulator:
    """Adds up the chunks of one stream.

    Chunks are not changed, and not kept: beside the text itself memory does not grow with their number. Values that do
    not grow (a usage, an annotation) are shared between the chunks and the result, not copied.
    """

    def __init__(self) -> None:
        self._head = MergeObject()
        self._choices: dict[int, _Choice] = {}
        self._unfinished: set[int] = set()
        self._echo: JsonObject = {}

    def add(self, chunk: ChatStreamChunk | JsonObject) -> bool:
        """Add the next chunk, a model or its plain JSON; never raises for what a JSON object may hold.

        Returns:
            Whether the chunk has a finish reason, so that it may be the last.
        """
        finished = False
        data: JsonObject = chunk if isinstance(chunk, dict) else chunk._data  # noqa: SLF001  # without a copy
        echo = self._echo
        choices = echo["choices"] = data.get("choices")
        if data != echo:
            self._head.add(data)
            self._echo = find_repeated_fields(data, "choices", {})
        if isinstance(choices, list):
            for position, choice in enumerate(choices):
                piece = choice if isinstance(choice, dict) else decode_json_text(choice)
                if isinstance(piece, dict):
                    index = piece.get("index")
                    if type(index) is not int:
                        index = position
                    known = self._choices.get(index)
                    if known is None:
                        known = self._choices[index] = _Choice(index)
                        self._unfinished.add(index)
                    known.add(piece)
                    if piece.get("finish_reason"):
                        finished = True
                        self._unfinished.discard(index)
        return finished

    @property
    def complete(self) -> bool:
        """Whether there is a choice and every choice seen so far has a finish reason."""
        return bool(self._choices) and not self._unfinished

    @property
    def usage(self) -> JsonObject | None:
        """The usage of the last chunk that bore one, as plain JSON; None before."""
        usage = self._head.get("usage")
        return usage if isinstance(usage, dict) else None

    @property
    def generation_id(self) -> str | None:
        """The id of the answer ("gen-…"), None before the first chunk that has it."""
        identity = self._head.get("id")
        return identity if isinstance(identity, str) and identity else None

    def result_dict(self) -> JsonObject:
        """What has come so far, as the plain JSON of a ChatResult; a new object each time.

        `object` is "chat.completion", the choices stand in the order of their indexes, and each message can be sent
        back as it is. Members that no chunk had are absent.
        """
        choices = [self._choices[index].result() for index in sorted(self._choices)]
        head = self._head.result() or {}
        return {**head, "object": "chat.completion", "choices": choices}

    @overload
    def result(self) -> ChatResult: ...
    @overload
    def result(self, into: type[ResultT]) -> ResultT: ...
    def result(self, into: type[ResultT] | None = None) -> ChatResult | ResultT:
        """What has come so far, as a ChatResult or the given subclass of it; see `result_dict`."""
        if into is not None:
            return into.from_dict(self.result_dict())
        from openrouterkit_api import models

        return models.ChatResult.from_dict(self.result_dict())


class _Message(MergeObject):
    __slots__ = ("_content", "_echo")
    fields: ClassVar = {
        "content": MessageContent,
        "reasoning": ConcatText,
        "reasoning_content": ConcatText,
        "refusal": ConcatText,
        "annotations": ExtendList,
        "images": ExtendList,
        "audio": Audio,
        "tool_calls": ToolCalls,
        "reasoning_details": ReasoningDetails,
    }

    def __init__(self) -> None:
        super().__init__()
        self._content = self._members["content"] = MessageContent()
        self._echo: JsonObject = {}

    def add(self, piece: Any) -> None:
        if isinstance(piece, dict):
            echo = self._echo
            content = echo["content"] = piece.get("content")
            if content and piece == echo and isinstance(content, str):
                self._content.write(content)
                return
            self._echo = find_repeated_fields(piece, "content", self.fields)
        super().add(piece)

    def result(self) -> Any:
        """The message as it can be sent back: content null beside tool calls, and no tool calls where none came."""
        message = {"role": "assistant", **super().result()}
        message["role"] = message["role"] or "assistant"
        if not message.get("tool_calls"):
            message.pop("tool_calls", None)
        elif message["content"] == "":
            message["content"] = None
        return message


class _Choice(MergeObject):
    """One choice, whose `finish_reason` is the first: it may be repeated, or followed by a vaguer one."""

    __slots__ = ("_echo", "_index", "_message")
    fields: ClassVar = {"delta": _Message, "finish_reason": KeepFirst, "logprobs": Logprobs}

    def __init__(self, index: int) -> None:
        super().__init__()
        self._index = index
        self._message = self._members["delta"] = _Message()
        self._echo: JsonObject = {}

    def add(self, piece: JsonObject) -> None:
        echo = self._echo
        delta = echo["delta"] = piece.get("delta")
        if piece == echo:
            self._message.add(delta)
        else:
            super().add(piece)
            self._echo = find_repeated_fields(piece, "delta", self.fields)

    def result(self) -> Any:
        choice = {"index": None, "message": None, "finish_reason": None, **super().result()}
        choice["message"] = choice.pop("delta")
        choice["index"] = self._index
        return choice
