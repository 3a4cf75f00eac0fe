"""How much a model reasons before it answers, and whether the answer shows it, for the keyword `reasoning`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import openrouterkit_api as api
from openrouterkit_api import UNSET

from ..errors import ConfigurationError

if TYPE_CHECKING:
    from openrouterkit_api.models import ChatReasoningSummaryVerbosityEnum, ChatRequestReasoning, ReasoningEffort


def reasoning(
    *,
    effort: ReasoningEffort | None = UNSET,
    max_tokens: int | None = UNSET,
    exclude: bool = UNSET,
    enabled: bool | None = UNSET,
    summary: ChatReasoningSummaryVerbosityEnum | None = UNSET,
) -> ChatRequestReasoning:
    """Controls the reasoning of models that can reason.

    Some take an effort, some a number of tokens; the service converts the one into the other.

    Args:
        effort: max, xhigh, high, medium, low, minimal, or none to turn reasoning off; a level that the model does not
            have becomes a near one. The model's own default applies when absent or None.
        max_tokens: most tokens to spend on reasoning, below the limit of the whole answer; some models have a minimum
            (Anthropic 1024).
        exclude: whether to leave the reasoning out of the answer; it happens and is billed all the same. Default
            False.
        enabled: True turns reasoning on at the default effort, False turns it off where the model allows that;
            implied by effort and max_tokens.
        summary: how detailed a summary to return, of models that give them: auto, concise, detailed.

    Raises:
        ConfigurationError: both effort and max_tokens, of which the service takes one.
    """
    if effort not in (None, UNSET) and max_tokens not in (None, UNSET):
        raise ConfigurationError(
            f"effort={effort!r} and max_tokens={max_tokens!r} both say how much to reason: give one of them"
        )
    return api.models.ChatRequestReasoning(
        effort=effort, max_tokens=max_tokens, exclude=exclude, enabled=enabled, summary=summary
    )
