# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
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
    """Settings of models that can reason. Set effort or max_tokens, not both; the service converts the one
    that the model does not support.
    """

    effort: ReasoningEffort | None
    """How much to reason. Defaults to the model's default."""
    enabled: bool | None
    """Whether to reason. True enables reasoning with the default effort, false disables it if the model
    allows that; implied by effort and max_tokens.
    """
    exclude: bool | None
    """Whether to omit the reasoning from the response. The model still reasons, and the tokens are billed.
    Defaults to false.
    """
    max_tokens: int | None
    """Maximum number of tokens for reasoning. Must be lower than the limit of the whole completion; some
    models have a minimum (Anthropic 1024).
    """
    summary: ChatReasoningSummaryVerbosityEnum | None
    """How detailed the returned summary of the reasoning is, for models that return summaries."""

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
