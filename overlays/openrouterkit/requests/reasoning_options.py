"""How much a model reasons, and whether the response contains it: the constructor of the argument `reasoning`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import openrouterkit_api as api
from openrouterkit_api import UNSET

from ..errors import ConfigurationError

if TYPE_CHECKING:
    from openrouterkit_api.models import ChatReasoningSummaryVerbosityEnum, ChatRequestReasoning, ReasoningEffort

__all__ = ["reasoning"]


def reasoning(
    *,
    effort: ReasoningEffort | None = UNSET,
    max_tokens: int | None = UNSET,
    exclude: bool = UNSET,
    enabled: bool | None = UNSET,
    summary: ChatReasoningSummaryVerbosityEnum | None = UNSET,
) -> ChatRequestReasoning:
    """Return the reasoning settings of a request, for models that can reason.

        reasoning(effort="low", exclude=True)

    Some models use an effort, others a number of tokens; the service converts one into the other.

    Args:
        effort: "max", "xhigh", "high", "medium", "low", "minimal", or "none" to disable reasoning. A level that the
            model does not have is replaced by the nearest one. Defaults to the default of the model, as does None.
        max_tokens: The maximum number of tokens for reasoning, below the limit for the whole answer. Some models have
            a minimum (Anthropic 1024).
        exclude: Whether to leave the reasoning out of the response. The model still reasons, and bills it. Defaults
            to False.
        enabled: True enables reasoning at the default effort; False disables it if the model allows that. Implied by
            `effort` and `max_tokens`.
        summary: How detailed the summary of the reasoning is, for models that return one: "auto", "concise" or
            "detailed".

    Raises:
        ConfigurationError: Both `effort` and `max_tokens` are passed; the service accepts only one.
    """
    if effort not in (None, UNSET) and max_tokens not in (None, UNSET):
        raise ConfigurationError(
            f"effort={effort!r} and max_tokens={max_tokens!r} exclude each other; pass one of them"
        )
    return api.models.ChatRequestReasoning(
        effort=effort, max_tokens=max_tokens, exclude=exclude, enabled=enabled, summary=summary
    )
