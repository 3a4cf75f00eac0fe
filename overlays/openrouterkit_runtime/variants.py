"""UnknownVariant, for objects of a union that match no variant in the contract."""

from __future__ import annotations

from typing import Any

from attrs import frozen

from .plain import to_plain


@frozen
class UnknownVariant:
    """An object of a union that matches no variant in the contract, for example because its tag is unknown.

    Attributes:
        tag: The value of the tag, None if the object or the union has no tag.
        raw: The JSON object, unchanged.
    """

    tag: Any
    raw: dict[str, Any]

    def to_dict(self) -> dict[str, Any]:
        """Return a copy of the JSON object."""
        result = to_plain(self.raw)
        assert isinstance(result, dict)
        return result
