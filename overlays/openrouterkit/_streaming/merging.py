"""How the values of a streamed answer grow: text joins, lists extend, and the rest has its last value."""

from __future__ import annotations

from io import StringIO
from typing import TYPE_CHECKING, Any, ClassVar, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Mapping

JsonObject: TypeAlias = dict[str, Any]


def json_of(value: Any) -> Any:
    """The JSON of a model: where somebody has looked at a member of a model, that member is one itself."""
    return value.to_dict() if hasattr(value, "to_dict") else value


def echo_of(data: JsonObject, flowing: str, grows: Mapping[str, object]) -> JsonObject:
    """What the next object equals if it says nothing new but its `flowing` member; {} if it is not to be compared.

    Almost every chunk of a stream repeats the one before except for the text. One comparison with an echo of that one
    shows it, and spares a look at each member. What would grow if it were said twice is in no echo; nor is what may be
    deep, for deep values cannot be compared without bound.
    """
    for name, value in data.items():
        if value and name != flowing and (name in grows or not isinstance(value, (str, int, float))):
            return {}
    return data.copy()


class Growing:
    """The value of one member, which comes in pieces. By itself: the last piece that says something."""

    __slots__ = ("_other",)

    def __init__(self) -> None:
        self._other: Any = None

    def add(self, piece: Any) -> None:
        """Take in the next piece, of whatever kind it is."""
        if says_something(piece) or self._other is None:
            self._other = piece

    def result(self) -> Any:
        """What the pieces come to so far, as plain JSON."""
        return self._other


def says_something(value: Any) -> bool:
    """Whether a value is more than a null or an empty text."""
    return value is not None and value != ""


class First(Growing):
    """The first piece that says something."""

    __slots__ = ()

    def add(self, piece: Any) -> None:
        if not says_something(self._other):
            super().add(piece)


class Text(Growing):
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


class Items(Growing):
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
        return [item.result() if isinstance(item, Growing) else item for item in self._items]


class Object(Growing):
    """A JSON object: the members in `grows` grow as that table says, the others have their last value."""

    __slots__ = ("_members",)
    grows: ClassVar[Mapping[str, type[Growing]]] = {}

    def __init__(self) -> None:
        super().__init__()
        self._members: JsonObject = {}

    def add(self, piece: Any) -> None:
        if not isinstance(piece, dict) or not piece:
            super().add(piece)
            return
        members, grows = self._members, self.grows
        for name, value in piece.items():
            if name in grows:
                if name not in members:
                    members[name] = grows[name]()
                members[name].add(value)
            elif (value is not None and value != "") or name not in members:
                members[name] = value

    def get(self, name: str) -> Any:
        """What a member is so far; None if it has not come."""
        value = self._members.get(name)
        return value.result() if isinstance(value, Growing) else json_of(value)

    def result(self) -> Any:
        if not self._members:
            return super().result()
        return {name: self.get(name) for name in self._members}
