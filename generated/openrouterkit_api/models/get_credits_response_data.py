# Generated from openapi.yaml sha256:d6d09962d40f58f7 by `make generate`: do not edit, change the contract or codegen/ instead.
"""Credits of an account. What is left is `total_credits` minus `total_usage`."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from openrouterkit_runtime.model import JsonModel

if TYPE_CHECKING:
    from openrouterkit_runtime.model import Members


class GetCreditsResponseData(JsonModel):
    """Credits of an account. What is left is `total_credits` minus `total_usage`."""

    __slots__ = ("total_credits", "total_usage")

    _members: ClassVar[Members] = {
        "total_credits": ("total_credits", None),
        "total_usage": ("total_usage", None),
    }

    total_credits: float
    """Credits bought so far, in US dollars."""
    total_usage: float
    """Credits used so far, in US dollars."""

    def __init__(
        self,
        *,
        total_credits: float,
        total_usage: float,
    ) -> None:
        self._assign(
            {
                "total_credits": total_credits,
                "total_usage": total_usage,
            }
        )
