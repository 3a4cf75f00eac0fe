# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""A tool that the model may use: your own function, which your program runs, or a server tool, which
the service runs before it returns the response.
"""

from __future__ import annotations

from typing import Any, TypeAlias, cast

from openrouterkit_runtime.decoders import UnknownVariant
from openrouterkit_runtime.mappings import JsonObject
from openrouterkit_runtime.model import owned

from . import (
    AdvisorServerToolOpenRouterDict,
    BashServerToolDict,
    ChatFunctionToolFunctionDict,
    ChatSearchModelsServerToolDict,
    ChatWebSearchShorthandDict,
    DatetimeServerToolDict,
    FilesServerToolDict,
    FusionServerToolOpenRouterDict,
    ImageGenerationServerToolOpenRouterDict,
    OpenRouterWebSearchServerToolDict,
    SubagentServerToolOpenRouterDict,
    WebFetchServerToolDict,
)
from ._unions import DECODERS
from .advisor_server_tool_open_router import AdvisorServerToolOpenRouter
from .bash_server_tool import BashServerTool
from .chat_function_tool_function import ChatFunctionToolFunction
from .chat_search_models_server_tool import ChatSearchModelsServerTool
from .chat_web_search_shorthand import ChatWebSearchShorthand
from .datetime_server_tool import DatetimeServerTool
from .files_server_tool import FilesServerTool
from .fusion_server_tool_open_router import FusionServerToolOpenRouter
from .image_generation_server_tool_open_router import ImageGenerationServerToolOpenRouter
from .open_router_web_search_server_tool import OpenRouterWebSearchServerTool
from .subagent_server_tool_open_router import SubagentServerToolOpenRouter
from .web_fetch_server_tool import WebFetchServerTool

ChatFunctionTool: TypeAlias = (
    ChatFunctionToolFunction
    | AdvisorServerToolOpenRouter
    | BashServerTool
    | DatetimeServerTool
    | FilesServerTool
    | FusionServerToolOpenRouter
    | ImageGenerationServerToolOpenRouter
    | ChatSearchModelsServerTool
    | SubagentServerToolOpenRouter
    | WebFetchServerTool
    | OpenRouterWebSearchServerTool
    | ChatWebSearchShorthand
    | UnknownVariant
)
"""A tool that the model may use: your own function, which your program runs, or a server tool, which
the service runs before it returns the response.
"""

ChatFunctionToolDict: TypeAlias = (
    ChatFunctionToolFunctionDict
    | JsonObject
    | AdvisorServerToolOpenRouterDict
    | BashServerToolDict
    | DatetimeServerToolDict
    | FilesServerToolDict
    | FusionServerToolOpenRouterDict
    | ImageGenerationServerToolOpenRouterDict
    | ChatSearchModelsServerToolDict
    | SubagentServerToolOpenRouterDict
    | WebFetchServerToolDict
    | OpenRouterWebSearchServerToolDict
    | ChatWebSearchShorthandDict
)
"""The values that arguments accept for a `ChatFunctionTool`, in addition to its models."""


def read_chat_function_tool(data: Any) -> ChatFunctionTool:
    """Decode a JSON value as the matching variant; an object that matches none becomes an `UnknownVariant`."""
    return cast("ChatFunctionTool", DECODERS["ChatFunctionTool"](owned(data)))
