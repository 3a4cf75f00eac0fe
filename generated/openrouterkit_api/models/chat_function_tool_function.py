# Generated from openapi.yaml sha256:d6d09962d40f58f7 by `make generate`: do not edit, change the contract or codegen/ instead.
"""A function of yours that the model may ask to be called."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Literal, Required, TypedDict

from openrouterkit_runtime.model import JsonModel
from openrouterkit_runtime.unset import UNSET

from .._decoders import Nested

if TYPE_CHECKING:
    from openrouterkit_runtime.model import Members

    from .chat_content_cache_control import ChatContentCacheControl, ChatContentCacheControlDict
    from .chat_function_tool_definition import ChatFunctionToolDefinition, ChatFunctionToolDefinitionDict


class ChatFunctionToolFunctionDict(TypedDict, total=False):
    """A `ChatFunctionToolFunction` as a plain dict."""

    cache_control: ChatContentCacheControl | ChatContentCacheControlDict | Mapping[str, Any]
    function: Required[ChatFunctionToolDefinition | ChatFunctionToolDefinitionDict | Mapping[str, Any]]
    type: Required[Literal["function"]]


class ChatFunctionToolFunction(JsonModel):
    """A function of yours that the model may ask to be called."""

    __slots__ = ("cache_control", "function", "type")

    _members: ClassVar[Members] = {
        "cache_control": ("cache_control", Nested("ChatContentCacheControl")),
        "function": ("function", Nested("ChatFunctionToolDefinition")),
        "type": ("type", None),
    }

    cache_control: ChatContentCacheControl | None
    """Sets a cache breakpoint after this tool, so that the definitions up to here can be cached."""
    function: ChatFunctionToolDefinition
    """What the function is called, does and takes."""
    type: Literal["function"]
    """Marks the tool as a function of yours."""

    def __init__(
        self,
        *,
        type: Literal["function"] = "function",
        function: ChatFunctionToolDefinition | ChatFunctionToolDefinitionDict | Mapping[str, Any],
        cache_control: ChatContentCacheControl | ChatContentCacheControlDict | Mapping[str, Any] = UNSET,
    ) -> None:
        self._assign(
            {
                "type": type,
                "function": function,
                "cache_control": cache_control,
            }
        )
