# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `ChatToolCall`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar, Literal, Required, TypedDict

from openrouterkit_runtime.model import JsonModel
from openrouterkit_runtime.unset import UNSET

from .._decoders import Nested

if TYPE_CHECKING:
    from openrouterkit_runtime.mappings import JsonObject
    from openrouterkit_runtime.members import Decoder

    from .chat_tool_call_function import ChatToolCallFunction, ChatToolCallFunctionDict

    class ChatToolCallDict(TypedDict, total=False):
        """`ChatToolCall` as a plain dict."""

        function: Required[ChatToolCallFunction | ChatToolCallFunctionDict | JsonObject]
        id: Required[str]
        index: int
        type: Required[Literal["function"]]


class ChatToolCall(JsonModel):
    """A function call that the model requests."""

    _decoders: ClassVar[Mapping[str, Decoder]] = {"function": Nested("ChatToolCallFunction")}

    function: ChatToolCallFunction
    """The function to call, and its arguments."""
    id: str
    """Identifier of the call, which the tool message with the result repeats. Its form depends on the
    provider.
    """
    index: int | None
    """Position among the calls of the message, usually from 0; some providers start at 1 or omit it."""
    type: Literal["function"]
    """Kind of call; function is the only one."""

    def __init__(
        self,
        *,
        type: Literal["function"] = "function",
        function: ChatToolCallFunction | ChatToolCallFunctionDict | JsonObject,
        id: str,
        index: int = UNSET,
    ) -> None:
        self._build(locals())
