# Generated from openapi.yaml sha256:d6d09962d40f58f7 by `make generate`: do not edit, change the contract or codegen/ instead.
"""The home of a union's variants that the contract does not know."""

from __future__ import annotations

from typing import Any

from attrs import frozen

from .plain import plain


@frozen
class UnknownVariant:
    """A union's object whose tag the contract does not know, kept whole.

    Attributes:
        tag: the value of the tag, None where there is none.
        raw: the JSON object as it came.
    """

    tag: Any
    raw: dict[str, Any]

    def to_dict(self) -> dict[str, Any]:
        """The JSON object as it came."""
        result = plain(self.raw)
        assert isinstance(result, dict)
        return result
