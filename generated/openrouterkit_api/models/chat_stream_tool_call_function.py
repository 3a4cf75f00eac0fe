# Generated from openapi.yaml sha256:d6d09962d40f58f7 by `make generate`: do not edit, change the contract or codegen/ instead.
"""The function of a streamed tool call."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from openrouterkit_runtime.model import JsonModel
from openrouterkit_runtime.unset import UNSET

if TYPE_CHECKING:
    from openrouterkit_runtime.model import Members


class ChatStreamToolCallFunction(JsonModel):
    """The function of a streamed tool call."""

    __slots__ = ("arguments", "name")

    _members: ClassVar[Members] = {
        "arguments": ("arguments", None),
        "name": ("name", None),
    }

    arguments: str | None
    """Piece of the arguments, a JSON object as text once all pieces are joined. It stays empty for some
    tools without parameters.
    """
    name: str | None
    """Name of the function. Mostly on the first piece only."""

    def __init__(
        self,
        *,
        arguments: str = UNSET,
        name: str | None = UNSET,
    ) -> None:
        self._assign(
            {
                "arguments": arguments,
                "name": name,
            }
        )
