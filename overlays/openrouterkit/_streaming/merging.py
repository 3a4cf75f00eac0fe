"""Merges the deltas of a stream: text is concatenated, lists are extended, other values are replaced by the last."""

from __future__ import annotations

from io import StringIO
from typing import TYPE_CHECKING, Any, ClassVar, Self, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

JsonObject: TypeAlias = dict[str, Any]


def convert_model(value: Any) -> Any:
    """Return the plain JSON of a value; a chunk contains models where a caller has read its attributes."""
    return value.to_dict() if hasattr(value, "to_dict") else value


def find_repeated_fields(
    data: JsonObject, changing: str, fields: Mapping[str, object], integers: Collection[str] = ()
) -> JsonObject:
    """Return the members that the next chunk is expected to repeat; {} if the next chunk must be merged in full.

    Almost every chunk of a stream differs from the previous one only in the `changing` member. One comparison with the
    expected members detects that, and is faster than merging each member.

    The next chunk must be merged in full if this one has other members that are in `fields`, which are always merged,
    that are containers, which may be nested too deeply for a comparison, or whose values are 0, 1 or Booleans, which
    Python compares as equal.

    Args:
        data: The chunk, or an object in it.
        changing: The member that differs in the next chunk.
        fields: The members that are always merged.
        integers: The members that are never Booleans.
    """
    for name, value in data.items():
        if name == changing:
            continue
        if value and (name in fields or not isinstance(value, (str, int, float))):
            return {}
        if isinstance(value, (int, float)) and value in (0, 1) and name not in integers:
            return {}
    return data.copy()


class DeltaMerger:
    """Merges the pieces of one member. This base class keeps the last piece that is not blank.

    Attributes:
        state: The names of all slots of a class, for `copy`.
    """

    __slots__ = ("_other",)
    state: ClassVar[tuple[str, ...]] = __slots__

    def __init_subclass__(cls) -> None:
        cls.state = (*cls.state, *cls.__dict__.get("__slots__", ()))

    def __init__(self) -> None:
        self._other: Any = None

    def add(self, piece: Any) -> None:
        """Add the next piece, which may have any JSON type."""
        if is_not_blank(piece) or self._other is None:
            self._other = piece

    def result(self) -> Any:
        """Return the merged value of the pieces so far, as plain JSON."""
        return self._other

    def copy(self, copies: dict[int, Any] | None = None) -> Self:
        """Return an independent merger with the same pieces; the JSON values in it are shared.

        Args:
            copies: By id, the mergers that were copied before, as several members may refer to one merger.
        """
        copies = {} if copies is None else copies
        clone: Self | None = copies.get(id(self))
        if clone is None:
            clone = copies[id(self)] = object.__new__(type(self))
            for name in self.state:
                setattr(clone, name, _copy_state(getattr(self, name), copies))
            clone.after_copy()
        return clone

    def after_copy(self) -> None:
        """Correct the members that cannot be copied like the others."""


def _copy_state(value: Any, copies: dict[int, Any]) -> Any:
    """Return an independent copy of the value of a slot: a merger, a buffer, or a container of mergers and JSON."""
    if isinstance(value, DeltaMerger):
        return value.copy(copies)
    if isinstance(value, StringIO):
        buffer = StringIO()
        buffer.write(value.getvalue())
        return buffer
    if value.__class__ is dict:
        return {name: item.copy(copies) if isinstance(item, DeltaMerger) else item for name, item in value.items()}
    if value.__class__ is list:
        return [item.copy(copies) if isinstance(item, DeltaMerger) else item for item in value]
    return value


def is_not_blank(value: Any) -> bool:
    """Return True unless a value is None or an empty string."""
    return value is not None and value != ""


class KeepLast(DeltaMerger):
    """Keeps the last piece that is not blank."""

    __slots__ = ()


class KeepFirst(DeltaMerger):
    """Keeps the first piece that is not blank."""

    __slots__ = ()

    def add(self, piece: Any) -> None:
        if not is_not_blank(self._other):
            super().add(piece)


class ConcatText(DeltaMerger):
    """Concatenates strings, in one buffer: a list of a million short strings needs twenty times the memory."""

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
    """Concatenates lists. The result is an empty list if only empty lists were added."""

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
    """Merges JSON objects: each member in `fields` by its class there, other members keep the last non-blank value."""

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
        """Return the merged value of a member so far; None if no piece had it."""
        value = self._members.get(name)
        return value.result() if isinstance(value, DeltaMerger) else convert_model(value)

    def result(self) -> Any:
        if not self._members:
            return super().result()
        # A copy of the names, because another thread may be reading the stream.
        return {name: self.get(name) for name in tuple(self._members)}


class MergeItems(DeltaMerger):
    """Merges lists of objects: an entry continues the object with the same member `index`, or else the same position.

    The result is sorted by index.

    Attributes:
        item: The class that merges the entries of one object.
    """

    __slots__ = ("_by_index",)
    item: ClassVar[type[MergeObject]] = MergeObject

    def __init__(self) -> None:
        super().__init__()
        self._by_index: dict[int, MergeObject] = {}

    def add(self, piece: Any) -> None:
        if not isinstance(piece, list) or not piece:
            super().add(piece)
            return
        for position, entry in enumerate(piece):
            if isinstance(entry, dict):
                index = entry.get("index")
                key = index if isinstance(index, int) and not isinstance(index, bool) else position
                if key not in self._by_index:
                    self._by_index[key] = self.item()
                self._by_index[key].add(entry)

    def result(self) -> Any:
        items = dict(self._by_index)  # a copy, because another thread may be reading the stream
        return [items[index].result() for index in sorted(items)] if items else super().result()
