# Generated from openapi.yaml sha256:d6d09962d40f58f7 by `make generate`: do not edit, change the contract or codegen/ instead.
"""A tool that the model may use: a function of yours, which your program runs, or a server tool, which
the service runs before the answer returns.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeAlias, cast

from openrouterkit_runtime.model import owned
from openrouterkit_runtime.variants import UnknownVariant

from ._unions import DECODERS
from .advisor_server_tool_open_router import AdvisorServerToolOpenRouter, AdvisorServerToolOpenRouterDict
from .bash_server_tool import BashServerTool, BashServerToolDict
from .chat_function_tool_function import ChatFunctionToolFunction, ChatFunctionToolFunctionDict
from .chat_search_models_server_tool import ChatSearchModelsServerTool, ChatSearchModelsServerToolDict
from .chat_web_search_shorthand import ChatWebSearchShorthand, ChatWebSearchShorthandDict
from .datetime_server_tool import DatetimeServerTool, DatetimeServerToolDict
from .files_server_tool import FilesServerTool, FilesServerToolDict
from .fusion_server_tool_open_router import FusionServerToolOpenRouter, FusionServerToolOpenRouterDict
from .image_generation_server_tool_open_router import (
    ImageGenerationServerToolOpenRouter,
    ImageGenerationServerToolOpenRouterDict,
)
from .open_router_web_search_server_tool import OpenRouterWebSearchServerTool, OpenRouterWebSearchServerToolDict
from .subagent_server_tool_open_router import SubagentServerToolOpenRouter, SubagentServerToolOpenRouterDict
from .web_fetch_server_tool import WebFetchServerTool, WebFetchServerToolDict

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
"""A tool that the model may use: a function of yours, which your program runs, or a server tool, which
the service runs before the answer returns.
"""

ChatFunctionToolDict: TypeAlias = (
    ChatFunctionToolFunctionDict
    | Mapping[str, Any]
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
"""What a caller may give for a `ChatFunctionTool`."""


def read_chat_function_tool(data: Any) -> ChatFunctionTool:
    """Decode a JSON value as its variant; an object of an unknown variant becomes an `UnknownVariant`."""
    return cast("ChatFunctionTool", DECODERS["ChatFunctionTool"](owned(data)))
