# Generated from openapi.yaml sha256:d6d09962d40f58f7 by `make generate`: do not edit, change the contract or codegen/ instead.
"""Limits of the provider that is the first choice for a model."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from openrouterkit_runtime.model import JsonModel
from openrouterkit_runtime.unset import UNSET

if TYPE_CHECKING:
    from openrouterkit_runtime.model import Members


class TopProviderInfo(JsonModel):
    """Limits of the provider that is the first choice for a model."""

    __slots__ = ("context_length", "is_moderated", "max_completion_tokens")

    _members: ClassVar[Members] = {
        "context_length": ("context_length", None),
        "is_moderated": ("is_moderated", None),
        "max_completion_tokens": ("max_completion_tokens", None),
    }

    context_length: int | None
    """Most tokens a request may have there, prompt and completion together. Null when unknown."""
    is_moderated: bool
    """Whether the provider moderates the input."""
    max_completion_tokens: int | None
    """Most tokens a completion may have there. Null when there is no limit of its own."""

    def __init__(
        self,
        *,
        is_moderated: bool,
        context_length: int | None = UNSET,
        max_completion_tokens: int | None = UNSET,
    ) -> None:
        self._assign(
            {
                "is_moderated": is_moderated,
                "context_length": context_length,
                "max_completion_tokens": max_completion_tokens,
            }
        )
