# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `ChatFunctionToolFunction`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar, Literal, Required, TypedDict

from openrouterkit_runtime.model import JsonModel
from openrouterkit_runtime.unset import UNSET

from .._decoders import Nested

if TYPE_CHECKING:
    from openrouterkit_runtime.mappings import JsonObject
    from openrouterkit_runtime.members import Decoder

    from .chat_content_cache_control import ChatContentCacheControl, ChatContentCacheControlDict
    from .chat_function_tool_definition import ChatFunctionToolDefinition, ChatFunctionToolDefinitionDict

    class ChatFunctionToolFunctionDict(TypedDict, total=False):
        """`ChatFunctionToolFunction` as a plain dict."""

        cache_control: ChatContentCacheControl | ChatContentCacheControlDict | JsonObject
        function: Required[ChatFunctionToolDefinition | ChatFunctionToolDefinitionDict | JsonObject]
        type: Required[Literal["function"]]


class ChatFunctionToolFunction(JsonModel):
    """Your own function, which the model may request to run."""

    _decoders: ClassVar[Mapping[str, Decoder]] = {
        "cache_control": Nested("ChatContentCacheControl"),
        "function": Nested("ChatFunctionToolDefinition"),
    }

    cache_control: ChatContentCacheControl | None
    """Sets a cache breakpoint after this tool, so that the definitions up to here can be cached."""
    function: ChatFunctionToolDefinition
    """The name, the purpose and the parameters of the function."""
    type: Literal["function"]
    """Marks the tool as your own function."""

    def __init__(
        self,
        *,
        type: Literal["function"] = "function",
        function: ChatFunctionToolDefinition | ChatFunctionToolDefinitionDict | JsonObject,
        cache_control: ChatContentCacheControl | ChatContentCacheControlDict | JsonObject = UNSET,
    ) -> None:
        self._build(locals())
