"""Merging of the deltas of one choice of chat into its message. See `accumulate`."""

from __future__ import annotations

from typing import Any, ClassVar

from .merging import ConcatText, ExtendList, JsonObject, KeepFirst, MergeObject, find_repeated_fields
from .message_deltas import Audio, Logprobs, MessageContent, ReasoningDetails, ToolCalls


class MessageDeltas(MergeObject):
    """Merges the deltas of one message."""

    __slots__ = ("_content", "_repeated")
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
        self._repeated: JsonObject = {}

    def add(self, piece: Any) -> None:
        if isinstance(piece, dict):
            repeated = self._repeated
            content = repeated["content"] = piece.get("content")
            if content and piece == repeated and isinstance(content, str):
                self._content.write(content)
                return
            self._repeated = find_repeated_fields(piece, "content", self.fields)
        super().add(piece)

    def result(self) -> Any:
        """Return the message so that a later request can contain it.

        Empty content beside tool calls becomes None, and empty tool calls are removed.
        """
        message = {"role": "assistant", **super().result()}
        message["role"] = message["role"] or "assistant"
        if not message.get("tool_calls"):
            message.pop("tool_calls", None)
        elif message["content"] == "":
            message["content"] = None
        return message


class ChoiceDeltas(MergeObject):
    """Merges one choice. Its first `finish_reason` is kept: services repeat it, or send a less specific one later."""

    __slots__ = ("_index", "_message", "_repeated")
    fields: ClassVar = {"delta": MessageDeltas, "finish_reason": KeepFirst, "logprobs": Logprobs}

    def __init__(self, index: int) -> None:
        super().__init__()
        self._index = index
        self._message = self._members["delta"] = MessageDeltas()
        self._repeated: JsonObject = {}

    def add(self, piece: JsonObject) -> None:
        repeated = self._repeated
        delta = repeated["delta"] = piece.get("delta")
        if piece == repeated:
            self._message.add(delta)
        else:
            super().add(piece)
            self._repeated = find_repeated_fields(piece, "delta", self.fields, {"index"})

    def result(self) -> Any:
        choice = {"index": None, "message": None, "finish_reason": None, **super().result()}
        choice["message"] = choice.pop("delta")
        choice["index"] = self._index
        return choice
