# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `ChatFormatGrammarConfig`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, Required, TypedDict

from openrouterkit_runtime.model import JsonModel

if TYPE_CHECKING:

    class ChatFormatGrammarConfigDict(TypedDict, total=False):
        """`ChatFormatGrammarConfig` as a plain dict."""

        grammar: Required[str]
        type: Required[Literal["grammar"]]


class ChatFormatGrammarConfig(JsonModel):
    """Requests text that a grammar generates. Few providers support it."""

    grammar: str
    """The grammar, in the notation of the provider, commonly GBNF."""
    type: Literal["grammar"]
    """Selects text that follows a grammar."""

    def __init__(self, *, type: Literal["grammar"] = "grammar", grammar: str) -> None:
        self._build(locals())
