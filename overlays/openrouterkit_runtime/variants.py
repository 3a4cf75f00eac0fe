"""UnknownVariant, for the objects of a union that are none of the variants in the contract."""

from __future__ import annotations

from typing import Any

from attrs import frozen

from .plain import to_plain


@frozen
class UnknownVariant:
    """An object of a union whose tag is not in the contract, kept whole.

    Attributes:
        tag: the value of the tag, None where there is none.
        raw: the JSON object as it was received.
    """

    tag: Any
    raw: dict[str, Any]

    def to_dict(self) -> dict[str, Any]:
        """The JSON object as it was received."""
        result = to_plain(self.raw)
        assert isinstance(result, dict)
        return result
