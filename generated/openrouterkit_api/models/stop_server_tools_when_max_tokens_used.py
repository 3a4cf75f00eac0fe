# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
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
    """Ends the rounds when their total number of tokens exceeds a limit."""

    max_tokens: int
    """Maximum number of tokens, input and output over all rounds."""
    type: Literal["max_tokens_used"]
    """Selects this condition."""

    def __init__(self, *, type: Literal["max_tokens_used"] = "max_tokens_used", max_tokens: int) -> None:
        self._build(locals())
