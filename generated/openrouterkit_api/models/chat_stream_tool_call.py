# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `ChatStreamToolCall`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Literal

from openrouterkit_runtime.model import JsonModel
from openrouterkit_runtime.unset import UNSET

from .._decoders import Nested

if TYPE_CHECKING:
    from openrouterkit_runtime.members import Decoder

    from .chat_stream_tool_call_function import ChatStreamToolCallFunction


class ChatStreamToolCall(JsonModel):
    """A piece of a tool call. The first piece contains the name of the tool; the arguments follow in
    pieces.
    """

    _decoders: ClassVar[Mapping[str, Decoder]] = {"function": Nested("ChatStreamToolCallFunction")}

    function: ChatStreamToolCallFunction | None
    """The function and a piece of its arguments."""
    id: str | None
    """Identifier of the call, which the tool message repeats as `tool_call_id`. Usually only in the first
    piece.
    """
    index: int | None
    """Position of the call among the tool calls of the message. Usually from 0; some providers start at 1,
    repeat a number or omit it, so `id` takes precedence if it is set.
    """
    type: Literal["function"] | None
    """Kind of tool, always `function`. Null or absent in later pieces."""

    def __init__(
        self,
        *,
        function: ChatStreamToolCallFunction | Mapping[str, Any] = UNSET,
        id: str | None = UNSET,
        index: int = UNSET,
        type: Literal["function"] | None = UNSET,
    ) -> None:
        self._build(locals())
