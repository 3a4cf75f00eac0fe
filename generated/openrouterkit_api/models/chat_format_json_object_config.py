# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `ChatFormatJsonObjectConfig`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, Required, TypedDict

from openrouterkit_runtime.model import JsonModel

if TYPE_CHECKING:

    class ChatFormatJsonObjectConfigDict(TypedDict, total=False):
        """`ChatFormatJsonObjectConfig` as a plain dict."""

        type: Required[Literal["json_object"]]


class ChatFormatJsonObjectConfig(JsonModel):
    """Requests a valid JSON object. Most providers also require that the prompt mentions JSON."""

    type: Literal["json_object"]
    """Selects JSON of any shape."""

    def __init__(self, *, type: Literal["json_object"] = "json_object") -> None:
        self._build(locals())
