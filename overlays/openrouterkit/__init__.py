"""openrouterkit: the Python SDK for OpenRouter.

    from openrouterkit import OpenRouter, user

    client = OpenRouter()
    result = client.chat.send(model="openai/gpt-4o-mini", messages=[user("Capital of France?")])
    print(result.text)

Each name is imported from its module on first use, so `import openrouterkit` is fast.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from openrouterkit_api import UNSET as UNSET
    from openrouterkit_api import UnknownVariant as UnknownVariant

    from . import accumulate as accumulate
    from . import conversations as conversations
    from . import errors as errors
    from . import events as events
    from . import messages as messages
    from . import middleware as middleware
    from . import oauth as oauth
    from . import runs as runs
    from . import schemas as schemas
    from . import sse as sse
    from . import tools as tools
    from . import webhooks as webhooks
    from ._options.version import __version__ as __version__
    from .client import AsyncClient as AsyncClient
    from .client import Client as Client
    from .connections import ConnectionLimits as ConnectionLimits
    from .conversations import AsyncConversation as AsyncConversation
    from .conversations import Conversation as Conversation
    from .errors import APIError as APIError
    from .errors import BadGatewayResponseError as BadGatewayResponseError
    from .errors import BadRequestResponseError as BadRequestResponseError
    from .errors import ConfigurationError as ConfigurationError
    from .errors import ConflictResponseError as ConflictResponseError
    from .errors import ConnectionFailedError as ConnectionFailedError
    from .errors import DecodeError as DecodeError
    from .errors import EdgeNetworkTimeoutResponseError as EdgeNetworkTimeoutResponseError
    from .errors import ForbiddenResponseError as ForbiddenResponseError
    from .errors import IncompleteStreamError as IncompleteStreamError
    from .errors import InternalServerResponseError as InternalServerResponseError
    from .errors import InvalidOutputError as InvalidOutputError
    from .errors import InvalidValueError as InvalidValueError
    from .errors import NotFoundResponseError as NotFoundResponseError
    from .errors import OpenRouterError as OpenRouterError
    from .errors import ParseError as ParseError
    from .errors import PayloadTooLargeResponseError as PayloadTooLargeResponseError
    from .errors import PaymentRequiredResponseError as PaymentRequiredResponseError
    from .errors import ProviderOverloadedResponseError as ProviderOverloadedResponseError
    from .errors import RefusalError as RefusalError
    from .errors import RequestTimeoutResponseError as RequestTimeoutResponseError
    from .errors import SDKError as SDKError
    from .errors import ServiceUnavailableResponseError as ServiceUnavailableResponseError
    from .errors import StreamError as StreamError
    from .errors import TimedOutError as TimedOutError
    from .errors import TooManyRequestsResponseError as TooManyRequestsResponseError
    from .errors import TruncatedError as TruncatedError
    from .errors import UnauthorizedResponseError as UnauthorizedResponseError
    from .errors import UnprocessableEntityResponseError as UnprocessableEntityResponseError
    from .messages import Message as Message
    from .messages import assistant as assistant
    from .messages import content as content
    from .messages import developer as developer
    from .messages import system as system
    from .messages import tool as tool
    from .messages import user as user
    from .openrouter import AsyncOpenRouter as AsyncOpenRouter
    from .openrouter import OpenRouter as OpenRouter
    from .options import RequestOptions as RequestOptions
    from .pages import AsyncPages as AsyncPages
    from .pages import Pages as Pages
    from .requests import plugins as plugins
    from .requests import routing as routing
    from .requests import server_tools as server_tools
    from .requests import stop_conditions as stop_conditions
    from .requests.function_tools import function_tool as function_tool
    from .requests.reasoning_options import reasoning as reasoning
    from .requests.response_formats import grammar_format as grammar_format
    from .requests.response_formats import json_object as json_object
    from .requests.response_formats import json_schema as json_schema
    from .requests.response_formats import python_format as python_format
    from .requests.response_formats import text_format as text_format
    from .requests.routing import provider as provider
    from .requests.tool_choices import named_tool as named_tool
    from .responses import CallResponse as CallResponse
    from .responses import RawResponse as RawResponse
    from .results import ChatCompletion as ChatCompletion
    from .results import ChatCompletionChunk as ChatCompletionChunk
    from .retries import Attempt as Attempt
    from .retries import RetryOptions as RetryOptions
    from .schemas import JsonSchema as JsonSchema
    from .schemas import read_value as read_value
    from .schemas import schema_of as schema_of
    from .service import Service as Service
    from .streams import AsyncChatStream as AsyncChatStream
    from .streams import AsyncEventStream as AsyncEventStream
    from .streams import ChatStream as ChatStream
    from .streams import EventStream as EventStream
    from .timeouts import TimeoutOptions as TimeoutOptions
    from .tool_calls import ToolCall as ToolCall
    from .tools import FunctionTool as FunctionTool
    from .tools import Tool as Tool
    from .tools import ToolContext as ToolContext
    from .tools import ToolError as ToolError

# Public name: the module that defines it.
_HOMES = {
    "__version__": "._options.version",
    "UNSET": "openrouterkit_api",
    "UnknownVariant": "openrouterkit_api",
    "AsyncClient": ".client",
    "Client": ".client",
    "AsyncOpenRouter": ".openrouter",
    "OpenRouter": ".openrouter",
    "ConnectionLimits": ".connections",
    "AsyncConversation": ".conversations",
    "Conversation": ".conversations",
    "APIError": ".errors",
    "BadGatewayResponseError": ".errors",
    "BadRequestResponseError": ".errors",
    "ConfigurationError": ".errors",
    "ConflictResponseError": ".errors",
    "ConnectionFailedError": ".errors",
    "DecodeError": ".errors",
    "EdgeNetworkTimeoutResponseError": ".errors",
    "ForbiddenResponseError": ".errors",
    "IncompleteStreamError": ".errors",
    "InternalServerResponseError": ".errors",
    "InvalidOutputError": ".errors",
    "InvalidValueError": ".errors",
    "NotFoundResponseError": ".errors",
    "OpenRouterError": ".errors",
    "ParseError": ".errors",
    "PayloadTooLargeResponseError": ".errors",
    "PaymentRequiredResponseError": ".errors",
    "ProviderOverloadedResponseError": ".errors",
    "RefusalError": ".errors",
    "RequestTimeoutResponseError": ".errors",
    "SDKError": ".errors",
    "ServiceUnavailableResponseError": ".errors",
    "StreamError": ".errors",
    "TimedOutError": ".errors",
    "TooManyRequestsResponseError": ".errors",
    "TruncatedError": ".errors",
    "UnauthorizedResponseError": ".errors",
    "UnprocessableEntityResponseError": ".errors",
    "function_tool": ".requests.function_tools",
    "Message": ".messages",
    "assistant": ".messages",
    "developer": ".messages",
    "system": ".messages",
    "tool": ".messages",
    "user": ".messages",
    "RequestOptions": ".options",
    "AsyncPages": ".pages",
    "Pages": ".pages",
    "grammar_format": ".requests.response_formats",
    "json_object": ".requests.response_formats",
    "json_schema": ".requests.response_formats",
    "python_format": ".requests.response_formats",
    "text_format": ".requests.response_formats",
    "CallResponse": ".responses",
    "RawResponse": ".responses",
    "ChatCompletion": ".results",
    "ChatCompletionChunk": ".results",
    "Attempt": ".retries",
    "RetryOptions": ".retries",
    "provider": ".requests.routing",
    "JsonSchema": ".schemas",
    "read_value": ".schemas",
    "schema_of": ".schemas",
    "Service": ".service",
    "AsyncChatStream": ".streams",
    "AsyncEventStream": ".streams",
    "ChatStream": ".streams",
    "EventStream": ".streams",
    "reasoning": ".requests.reasoning_options",
    "TimeoutOptions": ".timeouts",
    "ToolCall": ".tool_calls",
    "FunctionTool": ".tools",
    "Tool": ".tools",
    "ToolContext": ".tools",
    "ToolError": ".tools",
    "named_tool": ".requests.tool_choices",
}
# Public module: where it is.
_MODULES = {
    "accumulate": ".accumulate",
    "content": ".messages.content",
    "conversations": ".conversations",
    "errors": ".errors",
    "events": ".events",
    "messages": ".messages",
    "middleware": ".middleware",
    "oauth": ".oauth",
    "plugins": ".requests.plugins",
    "routing": ".requests.routing",
    "runs": ".runs",
    "schemas": ".schemas",
    "server_tools": ".requests.server_tools",
    "sse": ".sse",
    "stop_conditions": ".requests.stop_conditions",
    "tools": ".tools",
    "webhooks": ".webhooks",
}

__all__ = [
    "UNSET",
    "APIError",
    "AsyncChatStream",
    "AsyncClient",
    "AsyncConversation",
    "AsyncEventStream",
    "AsyncOpenRouter",
    "AsyncPages",
    "Attempt",
    "BadGatewayResponseError",
    "BadRequestResponseError",
    "CallResponse",
    "ChatCompletion",
    "ChatCompletionChunk",
    "ChatStream",
    "Client",
    "ConfigurationError",
    "ConflictResponseError",
    "ConnectionFailedError",
    "ConnectionLimits",
    "Conversation",
    "DecodeError",
    "EdgeNetworkTimeoutResponseError",
    "EventStream",
    "ForbiddenResponseError",
    "FunctionTool",
    "IncompleteStreamError",
    "InternalServerResponseError",
    "InvalidOutputError",
    "InvalidValueError",
    "JsonSchema",
    "Message",
    "NotFoundResponseError",
    "OpenRouter",
    "OpenRouterError",
    "Pages",
    "ParseError",
    "PayloadTooLargeResponseError",
    "PaymentRequiredResponseError",
    "ProviderOverloadedResponseError",
    "RawResponse",
    "RefusalError",
    "RequestOptions",
    "RequestTimeoutResponseError",
    "RetryOptions",
    "SDKError",
    "Service",
    "ServiceUnavailableResponseError",
    "StreamError",
    "TimedOutError",
    "TimeoutOptions",
    "TooManyRequestsResponseError",
    "Tool",
    "ToolCall",
    "ToolContext",
    "ToolError",
    "TruncatedError",
    "UnauthorizedResponseError",
    "UnknownVariant",
    "UnprocessableEntityResponseError",
    "accumulate",
    "assistant",
    "content",
    "conversations",
    "developer",
    "errors",
    "events",
    "function_tool",
    "grammar_format",
    "json_object",
    "json_schema",
    "messages",
    "middleware",
    "named_tool",
    "oauth",
    "plugins",
    "provider",
    "python_format",
    "read_value",
    "reasoning",
    "routing",
    "runs",
    "schema_of",
    "schemas",
    "server_tools",
    "sse",
    "stop_conditions",
    "system",
    "text_format",
    "tool",
    "tools",
    "user",
    "webhooks",
]


if not TYPE_CHECKING:  # hidden, or type checkers would accept every name

    def __getattr__(name: str) -> Any:
        """Import a public name from its module on first use."""
        if name in _MODULES:
            return import_module(_MODULES[name], __name__)
        if name not in _HOMES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        value = getattr(import_module(_HOMES[name], __name__), name)
        globals()[name] = value
        return value


def __dir__() -> list[str]:
    """Return the public names, whether or not they are imported yet."""
    return __all__
