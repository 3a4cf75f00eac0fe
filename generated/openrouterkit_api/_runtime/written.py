# Generated from openapi.yaml sha256:d6d09962d40f58f7 by `make generate`: do not edit, change the contract or codegen/ instead.
"""JSON objects as text."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import frozen

from .plain import member_name
from .text import decode_json, encode_json
from .unset import UNSET


@frozen
class WrittenObject:
    """A JSON object, written member by member: what a caller gave stays as it was then, and is written once.

    Attributes:
        members: the JSON text of each, by name and in order.
    """

    members: Mapping[str, bytes]

    @classmethod
    def of(cls, members: Mapping[str, Any]) -> Self:
        """The object of anything `encode_json` takes; a member that is UNSET is left out.

        Raises:
            TypeError: a member that JSON has no form for.
            ValueError: NaN or an infinity, or what contains itself.
        """
        return cls({member_name(key): encode_json(value) for key, value in members.items() if value is not UNSET})

    def having(self, name: str, value: Any) -> Self:
        """The same object with a member set."""
        return type(self)({**self.members, name: encode_json(value)})

    @property
    def text(self) -> bytes:
        """The compact UTF-8 JSON text."""
        return b"{" + b",".join(encode_json(name) + b":" + text for name, text in self.members.items()) + b"}"

    @property
    def value(self) -> dict[str, Any]:
        """The object as plain JSON, new each time."""
        return {name: decode_json(text) for name, text in self.members.items()}
