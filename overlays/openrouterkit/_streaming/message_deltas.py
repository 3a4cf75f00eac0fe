"""Merges the deltas of the parts of a message: content, tool calls, reasoning details, audio."""

from __future__ import annotations

from io import StringIO
from typing import TYPE_CHECKING, Any, ClassVar

from .merging import ConcatText, ExtendList, JsonObject, MergeObject

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


class _Content(ExtendList):
    """Merges content that is text or a list of parts.

    Once a list was added, the text before and after it becomes text parts. Without any text, the result is "" if only
    empty strings were added, and None if None was added too.

    Attributes:
        write: Function that adds a string.
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

    def after_copy(self) -> None:
        self.write = self._write_part if self._items else self._buffer.write

    def _write_part(self, text: str) -> None:
        if text:
            self._add_item({"type": "text", "text": text})

    def _add_item(self, item: Any) -> None:
        kind = item.get("type") if isinstance(item, dict) else None
        merger = self.kinds.get(kind) if isinstance(kind, str) else None
        if merger is None:
            self._items.append(item)
            return
        if not self._items or type(self._items[-1]) is not merger:
            self._items.append(merger())
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
    """Merges the content of a message: text, or a list of parts."""

    __slots__ = ()
    kinds: ClassVar = {"text": _TextPart, "thinking": _ThinkingPart}


class Audio(MergeObject):
    """Merges audio output."""

    __slots__ = ()
    fields: ClassVar = {"data": ConcatText, "transcript": ConcatText}


class Logprobs(MergeObject):
    """Merges log probabilities of tokens."""

    __slots__ = ()
    fields: ClassVar = {"content": ExtendList, "refusal": ExtendList}


class _Function(MergeObject):
    __slots__ = ()
    fields: ClassVar = {"arguments": ConcatText}

    def result(self) -> Any:
        """Return the merged function; missing arguments become "", as services send for a tool without parameters."""
        function = super().result()
        if isinstance(function, dict) and function.get("arguments") is None:
            return {**function, "arguments": ""}
        return function


class _CustomTool(MergeObject):
    __slots__ = ()
    fields: ClassVar = {"input": ConcatText}


def _get_id_and_index(entry: JsonObject) -> tuple[str | None, int | None]:
    """Return the id and the index of an entry of a list; None for each that is missing or has a wrong type."""
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
        """Return the tool call as part of a message: with its type, and without the index of its deltas."""
        call = super().result()
        call.pop("index", None)
        if call.get("type") is None and "function" in call:
            call["type"] = "function"
        return call


class ToolCalls(ExtendList):
    """Merges tool calls.

    An entry continues the tool call with the same id, of several the one with the same index. Without such a call it
    continues the one with the same index; an entry without an index continues the latest one.

    An entry starts a new tool call if the call found by index, or the latest one, has a different id or function name.
    An entry without id and index starts a new tool call whenever it has a function name.

    Some services give equal ids to parallel calls. So an entry with a function name and a known id starts a new tool
    call, too, if its index is new and the call with this id has another one; or if it has no index, and an earlier
    entry of the same list belongs to that call.

    The result is sorted by index if all tool calls have different indexes; otherwise it is in order of arrival.
    """

    __slots__ = ("_by_id", "_by_index", "_in_list", "_latest")

    def __init__(self) -> None:
        super().__init__()
        self._by_id: dict[str, _ToolCall] = {}
        self._by_index: dict[int, _ToolCall] = {}
        self._in_list: list[_ToolCall] = []
        self._latest: _ToolCall | None = None

    def add(self, piece: Any) -> None:
        self.begin_list()
        super().add(piece)

    def begin_list(self) -> None:
        """Note that the next entry is the first one of a list."""
        self._in_list = []

    def _add_item(self, item: Any) -> None:
        if not isinstance(item, dict):
            return
        identity, index = _get_id_and_index(item)
        name = _get_tool_name(item)
        call = self._find(identity, index, name)
        if call is None:
            call = _ToolCall()
            self._items.append(call)
        call.add(item)
        call.name = call.name or name
        self._latest = call
        self._in_list.append(call)
        if identity is not None:
            self._by_id[identity] = call
        if index is not None:
            call.index = index
            self._by_index[index] = call

    def _find(self, identity: str | None, index: int | None, name: str | None) -> _ToolCall | None:
        latest = self._latest
        call = latest if index is None else self._by_index.get(index)
        known = None if identity is None else self._by_id.get(identity)
        if known is not None:
            if index is not None and call is not None and call.get("id") == identity:
                return call
            return None if name is not None and self._is_parallel(known, index) else known
        if call is None and name is None and latest is not None and latest.index is None:
            call = latest  # its first entries had no index
        if call is None or (identity is not None and call.get("id")):
            return None
        if name is not None and call.name is not None and (index is None or name != call.name):
            return None
        return call

    def _is_parallel(self, known: _ToolCall, index: int | None) -> bool:
        """Return True if an entry with the id of a call, and with a function name, is another call with this id."""
        if index is None:
            return any(call is known for call in self._in_list)
        return index not in self._by_index and known.index is not None

    def result(self) -> Any:
        indexes = {call.index for call in self._items}
        if None not in indexes and len(indexes) == len(self._items):
            return [call.result() for call in sorted(self._items, key=lambda call: call.index)]
        return super().result()


def _get_tool_name(entry: JsonObject) -> str | None:
    """Return the name of the function or custom tool in an entry; None if the entry has no name."""
    for kind in ("function", "custom"):
        tool = entry.get(kind)
        if isinstance(tool, dict) and isinstance(tool.get("name"), str):
            return tool["name"] or None
    return None


class _ReasoningDetail(MergeObject):
    __slots__ = ()
    fields: ClassVar = {"text": ConcatText, "summary": ConcatText, "data": ConcatText}


class ReasoningDetails(ExtendList):
    """Merges reasoning details.

    An entry continues the detail with the same type and index, or else with the same type and id. An entry without
    index and id continues the latest detail of its type.

    Entries with the same index and different ids are different details, because their encrypted data must not be
    concatenated.
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
        identity, index = _get_id_and_index(item)
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
