# Generated from openapi.yaml sha256:2a84a556e8138f46 by `make generate`: do not edit, change the contract or codegen/ instead.
"""The model `ChatRequestReasoning`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

from openrouterkit_runtime.model import JsonModel
from openrouterkit_runtime.unset import UNSET

if TYPE_CHECKING:
    from ._enumerations import ChatReasoningSummaryVerbosityEnum, ReasoningEffort

    class ChatRequestReasoningDict(TypedDict, total=False):
        """`ChatRequestReasoning` as a plain dict."""

        effort: ReasoningEffort | None
        enabled: bool | None
        exclude: bool
        max_tokens: int | None
        summary: ChatReasoningSummaryVerbosityEnum | None


class ChatRequestReasoning(JsonModel):
    """Controls the reasoning of models that can reason. Give effort or max_tokens, not both; which one a
    model takes natively differs, and the service converts.
    """

    effort: ReasoningEffort | None
    """How much to reason. The model's own default applies when absent or null."""
    enabled: bool | None
    """Whether to reason. True turns reasoning on at the default effort, false turns it off where the model
    allows that; implied by effort and max_tokens.
    """
    exclude: bool | None
    """Whether to leave the reasoning out of the answer. The model still reasons, and the tokens are
    billed. Default false.
    """
    max_tokens: int | None
    """Most tokens to spend on reasoning. It must be lower than the limit of the whole answer; some models
    have a minimum (Anthropic 1024).
    """
    summary: ChatReasoningSummaryVerbosityEnum | None
    """How detailed a summary of the reasoning to return, for models that give summaries."""

    def __init__(
        self,
        *,
        effort: ReasoningEffort | None = UNSET,
        enabled: bool | None = UNSET,
        exclude: bool = UNSET,
        max_tokens: int | None = UNSET,
        summary: ChatReasoningSummaryVerbosityEnum | None = UNSET,
    ) -> None:
        self._build(locals())
