# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `AdvisorReasoning`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

from openrouterkit_runtime.model import JsonModel
from openrouterkit_runtime.unset import UNSET

if TYPE_CHECKING:
    from ._enumerations import ReasoningEffort

    class AdvisorReasoningDict(TypedDict, total=False):
        """`AdvisorReasoning` as a plain dict."""

        effort: ReasoningEffort
        max_tokens: int


class AdvisorReasoning(JsonModel):
    """Reasoning settings for the model that advises."""

    effort: ReasoningEffort | None
    """How much the advisor reasons. Defaults to the model's default."""
    max_tokens: int | None
    """Maximum number of tokens that the advisor may use for reasoning."""

    def __init__(self, *, effort: ReasoningEffort = UNSET, max_tokens: int = UNSET) -> None:
        self._build(locals())
