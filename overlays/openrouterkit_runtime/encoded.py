"""JSON objects that are already encoded."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import frozen

from .json import decode, encode
from .plain import to_member_name
from .unset import UNSET


@frozen
class EncodedObject:
    """A JSON object whose members are encoded: later changes to what the caller gave have no effect on it.

    Attributes:
        members: the JSON text of each member, by name and in order.
    """

    members: Mapping[str, bytes]

    @classmethod
    def of(cls, members: Mapping[str, Any]) -> Self:
        """Encode the members of an object; a member that is UNSET is left out.

        Args:
            members: values by name, of every type that `json.encode` takes.

        Raises:
            TypeError: a member that JSON cannot represent.
            ValueError: NaN or an infinity, or a value that contains itself.
        """
        return cls({to_member_name(key): encode(value) for key, value in members.items() if value is not UNSET})

    def with_member(self, name: str, value: Any) -> Self:
        """The same object with a member added or replaced."""
        return type(self)({**self.members, name: encode(value)})

    @property
    def text(self) -> bytes:
        """The compact UTF-8 JSON text."""
        return b"{" + b",".join(encode(name) + b":" + text for name, text in self.members.items()) + b"}"

    @property
    def value(self) -> dict[str, Any]:
        """The object as plain JSON values, decoded anew each time."""
        return {name: decode(text) for name, text in self.members.items()}
