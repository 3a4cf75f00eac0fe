# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `ChatStreamToolCallFunction`."""

from __future__ import annotations

from openrouterkit_runtime.model import JsonModel
from openrouterkit_runtime.unset import UNSET


class ChatStreamToolCallFunction(JsonModel):
    """The function of a streamed tool call."""

    arguments: str | None
    """Piece of the arguments. The concatenated pieces are a JSON object as text, or empty for some tools
    without parameters.
    """
    name: str | None
    """Name of the function. Usually only in the first piece."""

    def __init__(self, *, arguments: str = UNSET, name: str | None = UNSET) -> None:
        self._build(locals())
