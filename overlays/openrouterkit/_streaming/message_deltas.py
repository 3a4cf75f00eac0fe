"""Deltas of the parts of a message: content in parts, tool calls, reasoning details, audio."""

from __future__ import annotations

from io import StringIO
from typing import TYPE_CHECKING, Any, ClassVar

from .merging import ConcatText, ExtendList, JsonObject, MergeObject

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


class _Content(ExtendList):
    """Text, or a list of parts. Once a list has come, text before and after it is a part of its own.

    `write` takes the next piece of text. Where no text came, "" is kept, but null if there was a null too.
    """

    __slots__ = ("_buffer", "_null", "write")
    kinds: ClassVar[Mapping[str, type[MergeObject]]] = {}

    def __init__(self) -> None:
        super().__init__()
        self._buffer = StringIO()
        self.write: Callable[[str], object] = self._buffer.write
        self._null = False

    def add(self, piece: Any) -> None:
        if isinstance(piece, str):
            self.write(piece)
            if self._other is None:
                self._other = ""
        elif isinstance(piece, list) and piece:
            if not self._items:
                self.write = self._write_part
                self.write(self._buffer.getvalue())
            super().add(piece)
        else:
            self._null = self._null or piece is None
            super().add(piece)

    def _write_part(self, text: str) -> None:
        if text:
            self._add_item({"type": "text", "text": text})

    def _add_item(self, item: Any) -> None:
        kind = item.get("type") if isinstance(item, dict) else None
        growing = self.kinds.get(kind) if isinstance(kind, str) else None
        if growing is None:
            self._items.append(item)
            return
        if not self._items or type(self._items[-1]) is not growing:
            self._items.append(growing())
        self._items[-1].add(item)

    def result(self) -> Any:
        if self._items:
            return super().result()
        text = self._buffer.getvalue()
        return text or (None if self._null and self._other == "" else self._other)


class _TextPart(MergeObject):
    __slots__ = ()
    fields: ClassVar = {"text": ConcatText}


class _Thinking(_Content):
    __slots__ = ()
    kinds: ClassVar = {"text": _TextPart}


class _ThinkingPart(MergeObject):
    __slots__ = ()
    fields: ClassVar = {"thinking": _Thinking}


class MessageContent(_Content):
    """A message's content: text, or a list of parts."""

    __slots__ = ()
    kinds: ClassVar = {"text": _TextPart, "thinking": _ThinkingPart}


class Audio(MergeObject):
    """Spoken output."""

    __slots__ = ()
    fields: ClassVar = {"data": ConcatText, "transcript": ConcatText}


class Logprobs(MergeObject):
    """Log probabilities, token by token."""

    __slots__ = ()
    fields: ClassVar = {"content": ExtendList, "refusal": ExtendList}


class _Function(MergeObject):
    __slots__ = ()
    fields: ClassVar = {"arguments": ConcatText}

    def result(self) -> Any:
        """Arguments that never came are "", as services send them for a tool without parameters."""
        function = super().result()
        if isinstance(function, dict) and function.get("arguments") is None:
            return {**function, "arguments": ""}
        return function


class _CustomTool(MergeObject):
    __slots__ = ()
    fields: ClassVar = {"input": ConcatText}


def _keys(entry: JsonObject) -> tuple[str | None, int | None]:
    """The id and the index that an entry of a list goes by, where it has them in a usable kind."""
    identity, index = entry.get("id"), entry.get("index")
    return (
        identity if isinstance(identity, str) and identity else None,
        index if isinstance(index, int) and not isinstance(index, bool) else None,
    )


class _ToolCall(MergeObject):
    __slots__ = ("index", "name")
    fields: ClassVar = {"function": _Function, "custom": _CustomTool}

    def __init__(self) -> None:
        super().__init__()
        self.index: int | None = None
        self.name: str | None = None

    def result(self) -> Any:
        """The call as a message bears it: with its type, and without the index, which only serves to assemble it."""
        call = super().result()
        call.pop("index", None)
        if call.get("type") is None and "function" in call:
            call["type"] = "function"
        return call


class ToolCalls(ExtendList):
    """Tool calls. An entry continues the call with its id, or else its index, or else the call in progress.

    It begins a call of its own where its id is new and the call so found has another, and where it names another
    function than the call so found (or, having neither id nor index, names one again). Calls are in the order of their
    indexes if each has one of its own, else in the order in which they began.
    """

    __slots__ = ("_by_id", "_by_index", "_latest")

    def __init__(self) -> None:
        super().__init__()
        self._by_id: dict[str, _ToolCall] = {}
        self._by_index: dict[int, _ToolCall] = {}
        self._latest: _ToolCall | None = None

    def _add_item(self, item: Any) -> None:
        if not isinstance(item, dict):
            return
        identity, index = _keys(item)
        name = _called(item)
        call = self._find(identity, index, name)
        if call is None:
            call = _ToolCall()
            self._items.append(call)
        call.add(item)
        call.name = call.name or name
        self._latest = call
        if identity is not None:
            self._by_id[identity] = call
        if index is not None:
            call.index = index
            self._by_index[index] = call

    def _find(self, identity: str | None, index: int | None, name: str | None) -> _ToolCall | None:
        if identity is not None and identity in self._by_id:
            return self._by_id[identity]
        latest = self._latest
        call = latest if index is None else self._by_index.get(index)
        if call is None and name is None and latest is not None and latest.index is None:
            call = latest  # the index of the call in progress comes late
        if call is None or (identity is not None and call.get("id")):
            return None
        if name is not None and call.name is not None and (index is None or name != call.name):
            return None
        return call

    def result(self) -> Any:
        indexes = {call.index for call in self._items}
        if None not in indexes and len(indexes) == len(self._items):
            return [call.result() for call in sorted(self._items, key=lambda call: call.index)]
        return super().result()


def _called(entry: JsonObject) -> str | None:
    """The name of the function or custom tool that an entry states."""
    for kind in ("function", "custom"):
        called = entry.get(kind)
        if isinstance(called, dict) and isinstance(called.get("name"), str):
            return called["name"] or None
    return None


class _ReasoningDetail(MergeObject):
    __slots__ = ()
    fields: ClassVar = {"text": ConcatText, "summary": ConcatText, "data": ConcatText}


class ReasoningDetails(ExtendList):
    """Reasoning details. An entry continues the one of its type and index, or else of its type and id.

    With neither it continues the latest of its type. Two ids at one index are two details: encrypted data of the one
    would be spoilt by that of the other.
    """

    __slots__ = ("_by_id", "_by_index", "_latest")

    def __init__(self) -> None:
        super().__init__()
        self._by_id: dict[tuple[str | None, str], _ReasoningDetail] = {}
        self._by_index: dict[tuple[str | None, int], _ReasoningDetail] = {}
        self._latest: dict[str | None, _ReasoningDetail] = {}

    def _add_item(self, item: Any) -> None:
        if not isinstance(item, dict):
            return
        kind = item.get("type")
        kind = kind if isinstance(kind, str) else None
        identity, index = _keys(item)
        detail = self._find(kind, identity, index)
        if detail is None:
            detail = _ReasoningDetail()
            self._items.append(detail)
        detail.add(item)
        self._latest[kind] = detail
        if identity is not None:
            self._by_id[kind, identity] = detail
        if index is not None:
            self._by_index[kind, index] = detail

    def _find(self, kind: str | None, identity: str | None, index: int | None) -> _ReasoningDetail | None:
        if index is None and identity is None:
            return self._latest.get(kind)
        if index is not None:
            detail = self._by_index.get((kind, index))
            if detail is not None and (identity is None or detail.get("id") in (None, "", identity)):
                return detail
        if identity is not None:
            detail = self._by_id.get((kind, identity))
            if detail is not None and (index is None or detail.get("index") in (None, index)):
                return detail
        return None
