# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""A plugin that processes the request or the response; `id` selects the plugin."""

from __future__ import annotations

from typing import Any, TypeAlias, cast

from openrouterkit_runtime.decoders import UnknownVariant
from openrouterkit_runtime.mappings import JsonObject
from openrouterkit_runtime.model import owned

from . import (
    AutoBetaRouterPluginDict,
    AutoRouterPluginDict,
    ContextCompressionPluginDict,
    FileParserPluginDict,
    FusionPluginDict,
    ModerationPluginDict,
    ParetoRouterPluginDict,
    ResponseHealingPluginDict,
    WebFetchPluginDict,
    WebSearchPluginDict,
)
from ._unions import DECODERS
from .auto_beta_router_plugin import AutoBetaRouterPlugin
from .auto_router_plugin import AutoRouterPlugin
from .context_compression_plugin import ContextCompressionPlugin
from .file_parser_plugin import FileParserPlugin
from .fusion_plugin import FusionPlugin
from .moderation_plugin import ModerationPlugin
from .pareto_router_plugin import ParetoRouterPlugin
from .response_healing_plugin import ResponseHealingPlugin
from .web_fetch_plugin import WebFetchPlugin
from .web_search_plugin import WebSearchPlugin

ChatRequestPlugin: TypeAlias = (
    AutoRouterPlugin
    | AutoBetaRouterPlugin
    | ModerationPlugin
    | WebSearchPlugin
    | WebFetchPlugin
    | FileParserPlugin
    | ResponseHealingPlugin
    | ContextCompressionPlugin
    | ParetoRouterPlugin
    | FusionPlugin
    | UnknownVariant
)
"""A plugin that processes the request or the response; `id` selects the plugin."""

ChatRequestPluginDict: TypeAlias = (
    AutoRouterPluginDict
    | JsonObject
    | AutoBetaRouterPluginDict
    | ModerationPluginDict
    | WebSearchPluginDict
    | WebFetchPluginDict
    | FileParserPluginDict
    | ResponseHealingPluginDict
    | ContextCompressionPluginDict
    | ParetoRouterPluginDict
    | FusionPluginDict
)
"""The values that arguments accept for a `ChatRequestPlugin`, in addition to its models."""


def read_chat_request_plugin(data: Any) -> ChatRequestPlugin:
    """Decode a JSON value as the matching variant; an object that matches none becomes an `UnknownVariant`."""
    return cast("ChatRequestPlugin", DECODERS["ChatRequestPlugin"](owned(data)))
