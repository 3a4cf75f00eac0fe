"""EncodedObject, a JSON object whose members are already encoded."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import frozen

from .json import decode, encode
from .plain import to_member_name
from .unset import UNSET


@frozen
class EncodedObject:
    """A JSON object whose members are already encoded, so that later changes to the original values do not affect it.

    Attributes:
        members: Name -> JSON text, in order.
    """

    members: Mapping[str, bytes]

    @classmethod
    def of(cls, members: Mapping[str, Any]) -> Self:
        """Encode the members of an object; members that are UNSET are omitted.

        Args:
            members: Name -> value, of any type that `json.encode` accepts.

        Raises:
            TypeError: JSON cannot represent a value.
            ValueError: A value is NaN or infinite, contains itself, or is nested too deeply.
        """
        return cls({to_member_name(key): encode(value) for key, value in members.items() if value is not UNSET})

    def with_member(self, name: str, value: Any) -> Self:
        """Return a copy with one member added or replaced.

        Args:
            name: The name of the member.
            value: Its value, of any type that `json.encode` accepts.

        Raises:
            TypeError: JSON cannot represent the value.
            ValueError: The value is NaN or infinite, contains itself, or is nested too deeply.
        """
        return type(self)({**self.members, name: encode(value)})

    @property
    def text(self) -> bytes:
        """The compact UTF-8 JSON text."""
        return b"{" + b",".join(encode(name) + b":" + text for name, text in self.members.items()) + b"}"

    @property
    def value(self) -> dict[str, Any]:
        """The object as plain JSON values; each access decodes it and returns a new dict."""
        return {name: decode(text) for name, text in self.members.items()}
