# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `ChatServerToolChoice`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Required, TypedDict

from openrouterkit_runtime.model import JsonModel

if TYPE_CHECKING:

    class ChatServerToolChoiceDict(TypedDict, total=False):
        """`ChatServerToolChoice` as a plain dict."""

        type: Required[str]


class ChatServerToolChoice(JsonModel):
    """Makes the model use a particular server tool."""

    type: str
    """The type of the server tool, such as openrouter:web_search or web_search."""

    def __init__(self, *, type: str) -> None:
        self._build(locals())
