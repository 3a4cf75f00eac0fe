# Generated from openapi.yaml sha256:2a84a556e8138f46 by `make generate`: do not edit, change the contract or codegen/ instead.
"""The model `ChatStreamToolCallFunction`."""

from __future__ import annotations

from openrouterkit_runtime.model import JsonModel
from openrouterkit_runtime.unset import UNSET


class ChatStreamToolCallFunction(JsonModel):
    """The function of a streamed tool call."""

    arguments: str | None
    """Piece of the arguments, a JSON object as text once all pieces are joined. It stays empty for some
    tools without parameters.
    """
    name: str | None
    """Name of the function. Mostly on the first piece only."""

    def __init__(self, *, arguments: str = UNSET, name: str | None = UNSET) -> None:
        self._build(locals())
