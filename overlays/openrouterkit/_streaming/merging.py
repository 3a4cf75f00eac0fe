"""How the deltas of a stream are merged: text is concatenated, lists extend, of other values the last one holds."""

from __future__ import annotations

from io import StringIO
from typing import TYPE_CHECKING, Any, ClassVar, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Mapping

JsonObject: TypeAlias = dict[str, Any]


def decode_json_text(value: Any) -> Any:
    """The JSON of a model: where somebody has looked at a member of a model, that member is one itself."""
    return value.to_dict() if hasattr(value, "to_dict") else value


def find_repeated_fields(data: JsonObject, flowing: str, fields: Mapping[str, object]) -> JsonObject:
    """The fields of a chunk that the next one is expected to repeat; {} if the fast path does not apply.

    Almost every chunk of a stream repeats the one before except for the `flowing` member. One comparison shows it, and
    spares a look at each member. Fields that are merged are never repeated; nor are containers, which may be too deep
    to be compared.
    """
    for name, value in data.items():
        if value and name != flowing and (name in fields or not isinstance(value, (str, int, float))):
            return {}
    return data.copy()


class DeltaMerger:
    """The value of one member, which comes in pieces. By itself: the last piece that says something."""

    __slots__ = ("_other",)

    def __init__(self) -> None:
        self._other: Any = None

    def add(self, piece: Any) -> None:
        """Take in the next piece, of whatever kind it is."""
        if is_not_blank(piece) or self._other is None:
            self._other = piece

    def result(self) -> Any:
        """What the pieces come to so far, as plain JSON."""
        return self._other


def is_not_blank(value: Any) -> bool:
    """Whether a value is more than a null or an empty text."""
    return value is not None and value != ""


class KeepFirst(DeltaMerger):
    """The first piece that says something."""

    __slots__ = ()

    def add(self, piece: Any) -> None:
        if not is_not_blank(self._other):
            super().add(piece)


class ConcatText(DeltaMerger):
    """Pieces of text, joined. One buffer takes them: a list of a million short strings takes twenty times the text."""

    __slots__ = ("_buffer",)

    def __init__(self) -> None:
        super().__init__()
        self._buffer = StringIO()

    def add(self, piece: Any) -> None:
        if isinstance(piece, str) and piece:
            self._buffer.write(piece)
        else:
            super().add(piece)

    def result(self) -> Any:
        return self._buffer.getvalue() or super().result()


class ExtendList(DeltaMerger):
    """Lists, each extending the one before; an empty list is kept."""

    __slots__ = ("_items",)

    def __init__(self) -> None:
        super().__init__()
        self._items: list[Any] = []

    def add(self, piece: Any) -> None:
        if isinstance(piece, list) and piece:
            for item in piece:
                self._add_item(item)
        else:
            super().add(piece)

    def _add_item(self, item: Any) -> None:
        self._items.append(item)

    def result(self) -> Any:
        if not self._items:
            return super().result()
        return [item.result() if isinstance(item, DeltaMerger) else item for item in self._items]


class MergeObject(DeltaMerger):
    """A JSON object: the members in `fields` are merged as that table says, of the others the last value holds."""

    __slots__ = ("_members",)
    fields: ClassVar[Mapping[str, type[DeltaMerger]]] = {}

    def __init__(self) -> None:
        super().__init__()
        self._members: JsonObject = {}

    def add(self, piece: Any) -> None:
        if not isinstance(piece, dict) or not piece:
            super().add(piece)
            return
        members, fields = self._members, self.fields
        for name, value in piece.items():
            if name in fields:
                if name not in members:
                    members[name] = fields[name]()
                members[name].add(value)
            elif (value is not None and value != "") or name not in members:
                members[name] = value

    def get(self, name: str) -> Any:
        """What a member is so far; None if it has not come."""
        value = self._members.get(name)
        return value.result() if isinstance(value, DeltaMerger) else decode_json_text(value)

    def result(self) -> Any:
        if not self._members:
            return super().result()
        return {name: self.get(name) for name in self._members}
