"""Builds the whole result from the items of a stream, without a client or a connection.

`Accumulator` is the one of chat:

    accumulator = Accumulator()
    for chunk in chunks:                    # ChatStreamChunk objects, or their JSON as dicts
        accumulator.add(chunk)
    accumulator.result()                    # the ChatResult that the call would have returned without streaming

The `fields` table of each class defines how members are merged:

    completion      choices: by index
      choice        delta: becomes the message; finish_reason: first value; logprobs: lists are concatenated
        message     content, reasoning, reasoning_content, refusal: strings are concatenated
                    annotations, images: lists are concatenated
          content that is a list: text and thinking parts are merged with a preceding part of the same type, other
                    parts are appended
          audio: data and transcript are concatenated
          tool calls: found by id, then by index, then the latest; arguments (input of a custom tool) are concatenated
          reasoning details: found by type with index or id; text, summary and data are concatenated

Every other member, including unknown ones, has its last value that is not null or ""; without such a value it is null
or "". A value of an unexpected type never raises an error, and is kept only if no value of the expected type arrives.

A service whose stream is not chat has an accumulator of its own. If its items are JSON objects that add up to one, a
table is enough; for other items, subclass `StreamAccumulator`.

    class ReplyAccumulator(ObjectAccumulator):
        fields = {"text": ConcatText, "sources": ExtendList}

`Behavior(accumulator=ReplyAccumulator)` or `EventProtocol.make_accumulator` applies it. The tables consist of these
classes, and of subclasses of `MergeObject` and `MergeItems` for objects and lists inside:

    KeepLast, KeepFirst     the last or the first value that is not null or ""
    ConcatText              strings, concatenated
    ExtendList              lists, concatenated
    MergeItems              lists whose items are merged by their index
    MergeObject             objects, each member by the table `fields`
    MessageContent, ToolCalls, ReasoningDetails, Audio, Logprobs      parts of a message of chat
"""

from __future__ import annotations

from copy import copy, deepcopy
from typing import TYPE_CHECKING, Any, ClassVar, Self, TypeVar, overload

from ._streaming.choice_deltas import ChoiceDeltas
from ._streaming.merging import (
    ConcatText,
    DeltaMerger,
    ExtendList,
    JsonObject,
    KeepFirst,
    KeepLast,
    MergeItems,
    MergeObject,
    convert_model,
    find_repeated_fields,
)
from ._streaming.message_deltas import Audio, Logprobs, MessageContent, ReasoningDetails, ToolCalls

if TYPE_CHECKING:
    from collections.abc import Mapping

    from openrouterkit_api.models import ChatResult, ChatStreamChunk

    ResultT = TypeVar("ResultT", bound=ChatResult)


__all__ = [
    "Accumulator",
    "Audio",
    "ConcatText",
    "DeltaMerger",
    "ExtendList",
    "KeepFirst",
    "KeepLast",
    "Logprobs",
    "MergeItems",
    "MergeObject",
    "MessageContent",
    "ObjectAccumulator",
    "ReasoningDetails",
    "StreamAccumulator",
    "ToolCalls",
]


class StreamAccumulator:
    """Builds one result from the items of one stream. Subclasses define `add` and `result_dict`."""

    def add(self, item: Any, /) -> object:
        """Add the next item, as the protocol of the stream returns it. The item must not be changed."""
        raise NotImplementedError(f"{type(self).__name__} must define add(item)")

    def result_dict(self) -> Any:
        """Return the result of the items so far as plain JSON, in new containers."""
        raise NotImplementedError(f"{type(self).__name__} must define result_dict()")

    def copy(self) -> Self:
        """Return an independent accumulator with the same items. By default, a deep copy."""
        return deepcopy(self)

    @property
    def usage(self) -> Mapping[str, Any] | None:
        """What the call used, such as tokens, as plain JSON; None until the stream reports it."""
        return None

    @property
    def generation_id(self) -> str | None:
        """The id of the result; None until an item has it."""
        return None


class ObjectAccumulator(StreamAccumulator):
    """Builds one JSON object from items that are objects, merged by the table `fields`.

    Attributes:
        fields: Member -> the class that merges its values. Other members have their last value.
    """

    fields: ClassVar[Mapping[str, type[DeltaMerger]]] = {}
    _kind: ClassVar[type[MergeObject]] = MergeObject

    def __init_subclass__(cls) -> None:
        cls._kind = type(cls.__name__, (MergeObject,), {"__slots__": (), "fields": cls.fields})

    def __init__(self) -> None:
        self._merger = self._kind()

    def add(self, item: Any, /) -> None:
        """Add the next item: a model, or its plain JSON. Items of other types are ignored."""
        piece = convert_model(item)
        if isinstance(piece, dict):
            self._merger.add(piece)

    def copy(self) -> Self:
        """Return an independent accumulator with the same items."""
        clone = copy(self)
        vars(clone)["_merger"] = self._merger.copy()
        return clone

    def result_dict(self) -> JsonObject:
        """Return the object so far as plain JSON; {} without items."""
        result: JsonObject = self._merger.result() or {}
        return result

    @property
    def usage(self) -> JsonObject | None:
        """The member `usage` of the result; None if it is not an object."""
        usage = self._merger.get("usage")
        return usage if isinstance(usage, dict) else None

    @property
    def generation_id(self) -> str | None:
        """The member `id` of the result; None if it is not text."""
        identity = self._merger.get("id")
        return identity if isinstance(identity, str) and identity else None


class Accumulator(StreamAccumulator):
    """Builds one completion from the chunks of one stream of chat.

    Chunks are neither changed nor stored, so memory grows only with the text. Values that are not merged (usage, an
    annotation) are shared between the chunks and the result, not copied.
    """

    def __init__(self) -> None:
        self._head = MergeObject()
        self._choices: dict[int, ChoiceDeltas] = {}
        self._unfinished: set[int] = set()
        self._repeated: JsonObject = {}

    def add(self, chunk: ChatStreamChunk | JsonObject, /) -> bool:
        """Add the next chunk; return True if it has a finish reason, so that it may be the last.

        Args:
            chunk: A chunk, or its plain JSON. Unexpected members and types raise no error.
        """
        finished = False
        data: Any
        if type(chunk) is dict:
            data = chunk
        else:
            try:  # for a chunk, this is several times faster than isinstance()
                data = chunk._data  # type: ignore[union-attr]  # noqa: SLF001 - to_dict() would copy
            except AttributeError:
                data = chunk  # a subclass of dict
        repeated = self._repeated
        choices = repeated["choices"] = data.get("choices")
        if data != repeated:
            self._head.add(data)
            self._repeated = find_repeated_fields(data, "choices", {}, {"created"})
        if isinstance(choices, list):
            for position, choice in enumerate(choices):
                piece = choice if isinstance(choice, dict) else convert_model(choice)
                if isinstance(piece, dict):
                    index = piece.get("index")
                    if type(index) is not int:
                        index = position
                    merged = self._choices.get(index)
                    if merged is None:
                        merged = self._choices[index] = ChoiceDeltas(index)
                        self._unfinished.add(index)
                    merged.add(piece)
                    if piece.get("finish_reason"):
                        finished = True
                        self._unfinished.discard(index)
        return finished

    def copy(self) -> Self:
        """Return an independent accumulator with the same chunks; the values that are not merged are shared."""
        clone = copy(self)
        vars(clone).update(
            _head=self._head.copy(),
            _choices={index: choice.copy() for index, choice in self._choices.items()},
            _unfinished=self._unfinished.copy(),
            _repeated=self._repeated.copy(),
        )
        return clone

    @property
    def complete(self) -> bool:
        """True if at least one choice was added, and every choice so far has a finish reason."""
        return bool(self._choices) and not self._unfinished

    @property
    def usage(self) -> JsonObject | None:
        """Tokens and cost of the last chunk that has them, as plain JSON; None before that chunk."""
        usage = self._head.get("usage")
        return usage if isinstance(usage, dict) else None

    @property
    def generation_id(self) -> str | None:
        """The id of the generation ("gen-…"); None before the first chunk that has it."""
        identity = self._head.get("id")
        return identity if isinstance(identity, str) and identity else None

    def result_dict(self) -> JsonObject:
        """Return the result so far, as the plain JSON of a ChatResult; a new object each time.

        `object` is "chat.completion", and the choices are sorted by index. Each message can be sent in a later request
        unchanged. Members that no chunk has are absent.
        """
        choices = [self._choices[index].result() for index in sorted(self._choices)]
        head = self._head.result() or {}
        return {**head, "object": "chat.completion", "choices": choices}

    @overload
    def result(self) -> ChatResult: ...
    @overload
    def result(self, into: type[ResultT]) -> ResultT: ...
    def result(self, into: type[ResultT] | None = None) -> ChatResult | ResultT:
        """Return the result so far as a model; see `result_dict`.

        Args:
            into: The class of the result; defaults to ChatResult.
        """
        if into is not None:
            return into.from_dict(self.result_dict())
        from openrouterkit_api import models

        return models.ChatResult.from_dict(self.result_dict())
