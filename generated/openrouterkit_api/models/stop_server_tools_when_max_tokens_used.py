# Generated from openapi.yaml sha256:2a84a556e8138f46 by `make generate`: do not edit, change the contract or codegen/ instead.
"""The model `StopServerToolsWhenMaxTokensUsed`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, Required, TypedDict

from openrouterkit_runtime.model import JsonModel

if TYPE_CHECKING:

    class StopServerToolsWhenMaxTokensUsedDict(TypedDict, total=False):
        """`StopServerToolsWhenMaxTokensUsed` as a plain dict."""

        max_tokens: Required[int]
        type: Required[Literal["max_tokens_used"]]


class StopServerToolsWhenMaxTokensUsed(JsonModel):
    """Ends the rounds once they have used more than a number of tokens together."""

    max_tokens: int
    """Number of tokens, input and output over all rounds, beyond which to end."""
    type: Literal["max_tokens_used"]
    """Chooses this condition."""

    def __init__(self, *, type: Literal["max_tokens_used"] = "max_tokens_used", max_tokens: int) -> None:
        self._build(locals())
