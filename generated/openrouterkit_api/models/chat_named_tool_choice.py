# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `ChatNamedToolChoice`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar, Literal, Required, TypedDict

from openrouterkit_runtime.model import JsonModel

from .._decoders import Nested

if TYPE_CHECKING:
    from openrouterkit_runtime.mappings import JsonObject
    from openrouterkit_runtime.members import Decoder

    from .chat_named_tool_choice_function import ChatNamedToolChoiceFunction, ChatNamedToolChoiceFunctionDict

    class ChatNamedToolChoiceDict(TypedDict, total=False):
        """`ChatNamedToolChoice` as a plain dict."""

        function: Required[ChatNamedToolChoiceFunction | ChatNamedToolChoiceFunctionDict | JsonObject]
        type: Required[Literal["function"]]


class ChatNamedToolChoice(JsonModel):
    """Makes the model call a particular function."""

    _decoders: ClassVar[Mapping[str, Decoder]] = {"function": Nested("ChatNamedToolChoiceFunction")}

    function: ChatNamedToolChoiceFunction
    """The function to call."""
    type: Literal["function"]
    """Marks the choice as a function."""

    def __init__(
        self,
        *,
        type: Literal["function"] = "function",
        function: ChatNamedToolChoiceFunction | ChatNamedToolChoiceFunctionDict | JsonObject,
    ) -> None:
        self._build(locals())
