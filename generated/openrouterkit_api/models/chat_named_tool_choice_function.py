# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `ChatNamedToolChoiceFunction`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Required, TypedDict

from openrouterkit_runtime.model import JsonModel

if TYPE_CHECKING:

    class ChatNamedToolChoiceFunctionDict(TypedDict, total=False):
        """`ChatNamedToolChoiceFunction` as a plain dict."""

        name: Required[str]


class ChatNamedToolChoiceFunction(JsonModel):
    """The function that a model must call."""

    name: str
    """Its name, as declared in tools."""

    def __init__(self, *, name: str) -> None:
        self._build(locals())
