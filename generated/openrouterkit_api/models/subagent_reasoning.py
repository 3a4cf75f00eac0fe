# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `SubagentReasoning`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

from openrouterkit_runtime.model import JsonModel
from openrouterkit_runtime.unset import UNSET

if TYPE_CHECKING:
    from ._enumerations import ReasoningEffort

    class SubagentReasoningDict(TypedDict, total=False):
        """`SubagentReasoning` as a plain dict."""

        effort: ReasoningEffort
        max_tokens: int


class SubagentReasoning(JsonModel):
    """Reasoning settings for the model of the subagent."""

    effort: ReasoningEffort | None
    """How much the subagent reasons. Defaults to the model's default."""
    max_tokens: int | None
    """Maximum number of tokens that the subagent may use for reasoning."""

    def __init__(self, *, effort: ReasoningEffort = UNSET, max_tokens: int = UNSET) -> None:
        self._build(locals())
