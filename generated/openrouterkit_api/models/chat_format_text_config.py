# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `ChatFormatTextConfig`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, Required, TypedDict

from openrouterkit_runtime.model import JsonModel

if TYPE_CHECKING:

    class ChatFormatTextConfigDict(TypedDict, total=False):
        """`ChatFormatTextConfig` as a plain dict."""

        type: Required[Literal["text"]]


class ChatFormatTextConfig(JsonModel):
    """Requests plain text, the default."""

    type: Literal["text"]
    """Selects plain text."""

    def __init__(self, *, type: Literal["text"] = "text") -> None:
        self._build(locals())
