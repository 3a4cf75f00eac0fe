# Generated from openapi.yaml sha256:d6d09962d40f58f7 by `make generate`: do not edit, change the contract or codegen/ instead.
"""Limits on the tokens of one request."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from openrouterkit_runtime.model import JsonModel

if TYPE_CHECKING:
    from openrouterkit_runtime.model import Members


class PerRequestLimits(JsonModel):
    """Limits on the tokens of one request."""

    __slots__ = ("completion_tokens", "prompt_tokens")

    _members: ClassVar[Members] = {
        "completion_tokens": ("completion_tokens", None),
        "prompt_tokens": ("prompt_tokens", None),
    }

    completion_tokens: float
    """Most tokens the completion may have."""
    prompt_tokens: float
    """Most tokens the prompt may have."""

    def __init__(
        self,
        *,
        completion_tokens: float,
        prompt_tokens: float,
    ) -> None:
        self._assign(
            {
                "completion_tokens": completion_tokens,
                "prompt_tokens": prompt_tokens,
            }
        )
