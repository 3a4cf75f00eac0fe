# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `FusionServerToolConfig`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar, TypedDict

from openrouterkit_runtime.model import JsonModel
from openrouterkit_runtime.unset import UNSET

from .._decoders import Each, Nested

if TYPE_CHECKING:
    from openrouterkit_runtime.mappings import JsonObject
    from openrouterkit_runtime.members import Decoder

    from .anthropic_cache_control_directive import AnthropicCacheControlDirective, AnthropicCacheControlDirectiveDict
    from .fusion_server_tool_config_reasoning import (
        FusionServerToolConfigReasoning,
        FusionServerToolConfigReasoningDict,
    )
    from .fusion_server_tool_config_tool import FusionServerToolConfigTool, FusionServerToolConfigToolDict

    class FusionServerToolConfigDict(TypedDict, total=False):
        """`FusionServerToolConfig` as a plain dict."""

        analysis_models: Sequence[str]
        cache_control: AnthropicCacheControlDirective | AnthropicCacheControlDirectiveDict | JsonObject
        max_completion_tokens: int
        max_tool_calls: int
        model: str
        reasoning: FusionServerToolConfigReasoning | FusionServerToolConfigReasoningDict | JsonObject
        temperature: float
        tools: Sequence[FusionServerToolConfigTool | FusionServerToolConfigToolDict | JsonObject]


class FusionServerToolConfig(JsonModel):
    """Settings of the fusion tool."""

    _decoders: ClassVar[Mapping[str, Decoder]] = {
        "analysis_models": Each(),
        "cache_control": Nested("AnthropicCacheControlDirective"),
        "reasoning": Nested("FusionServerToolConfigReasoning"),
        "tools": Each(Nested("FusionServerToolConfigTool")),
    }

    analysis_models: list[str] | None
    """Models of the panel, as provider/model, 1 to 8 of them. Defaults to a panel of the service."""
    cache_control: AnthropicCacheControlDirective | None
    """Enables prompt caching for the requests to the panel and the judge."""
    max_completion_tokens: int | None
    """Maximum number of tokens that each panel model and the judge may generate, including reasoning."""
    max_tool_calls: int | None
    """Maximum number of rounds of tool calls of each panel model and the judge, from 1 to 16."""
    model: str | None
    """The judge, as provider/model. Defaults to the model of the request."""
    reasoning: FusionServerToolConfigReasoning | None
    """How much the panel models and the judge reason."""
    temperature: float | None
    """Sampling temperature of the panel models; the judge always uses 0. Defaults to the provider's
    default.
    """
    tools: list[FusionServerToolConfigTool] | None
    """Server tools that the panel and the judge may use, at most 8. Defaults to web search and web fetch;
    an empty list means none.
    """

    def __init__(
        self,
        *,
        analysis_models: Sequence[str] = UNSET,
        cache_control: AnthropicCacheControlDirective | AnthropicCacheControlDirectiveDict | JsonObject = UNSET,
        max_completion_tokens: int = UNSET,
        max_tool_calls: int = UNSET,
        model: str = UNSET,
        reasoning: FusionServerToolConfigReasoning | FusionServerToolConfigReasoningDict | JsonObject = UNSET,
        temperature: float = UNSET,
        tools: Sequence[FusionServerToolConfigTool | FusionServerToolConfigToolDict | JsonObject] = UNSET,
    ) -> None:
        self._build(locals())
