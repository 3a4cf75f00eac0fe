# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""Constructors in `plugins`: functions that return a model, built from keyword arguments."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

from openrouterkit_runtime.unset import UNSET

if TYPE_CHECKING:
    from openrouterkit_runtime.mappings import JsonObject

    from ..models._enumerations import (
        AutoRouterPluginCostTier,
        FusionPluginPreset,
        ParetoRouterPluginPriceSource,
        WebSearchEngine,
        WebSearchMode,
    )
    from ..models.auto_beta_router_plugin import AutoBetaRouterPlugin
    from ..models.auto_router_plugin import AutoRouterPlugin
    from ..models.context_compression_plugin import ContextCompressionPlugin
    from ..models.file_parser_plugin import FileParserPlugin
    from ..models.fusion_plugin import FusionPlugin
    from ..models.fusion_plugin_tool import FusionPluginTool, FusionPluginToolDict
    from ..models.moderation_plugin import ModerationPlugin
    from ..models.pareto_router_plugin import ParetoRouterPlugin
    from ..models.pdf_parser_options import PDFParserOptions, PDFParserOptionsDict
    from ..models.response_healing_plugin import ResponseHealingPlugin
    from ..models.web_fetch_plugin import WebFetchPlugin
    from ..models.web_search_plugin import WebSearchPlugin
    from ..models.web_search_user_location import WebSearchUserLocation, WebSearchUserLocationDict


def web(
    *,
    enabled: bool = UNSET,
    engine: WebSearchEngine = UNSET,
    exclude_domains: Sequence[str] = UNSET,
    include_domains: Sequence[str] = UNSET,
    max_results: int = UNSET,
    max_uses: int = UNSET,
    mode: WebSearchMode = UNSET,
    search_prompt: str = UNSET,
    user_location: WebSearchUserLocation | WebSearchUserLocationDict | JsonObject | None = UNSET,
) -> WebSearchPlugin:
    """A plugin that searches the web before the model answers, on every request and for a fee.

    The pages found are added to the prompt and listed in the annotations of the answer. To let the model decide whether
    to search, use `server_tools.web_search`.

    Args:
        enabled: Whether the plugin is used for this request; false disables a plugin that the account enables by
            default. Defaults to true.
        engine: Which search engine to use. Defaults to the provider's own if it has one, otherwise to exa.
        exclude_domains: Exclude these domains. Accepts patterns such as *.substack.com and paths such as
            openai.com/blog.
        include_domains: Search only these domains. Accepts patterns such as *.substack.com and paths such as
            openai.com/blog.
        max_results: Maximum number of results to add to the prompt. Defaults to 5.
        max_uses: Maximum number of searches per turn, for native search that supports such a limit, such as
            Anthropic's.
        mode: Trade-off between speed and depth of the search, for the engines exa and parallel.
        search_prompt: Text that introduces the results in the prompt. Defaults to a text of the service.
        user_location: Approximate location of the user, to prefer results from there.
    """
    from ..models.web_search_plugin import WebSearchPlugin

    return WebSearchPlugin(
        enabled=enabled,
        engine=engine,
        exclude_domains=exclude_domains,
        include_domains=include_domains,
        max_results=max_results,
        max_uses=max_uses,
        mode=mode,
        search_prompt=search_prompt,
        user_location=user_location,
    )


def web_fetch(
    *,
    allowed_domains: Sequence[str] = UNSET,
    blocked_domains: Sequence[str] = UNSET,
    max_content_tokens: int = UNSET,
    max_uses: int = UNSET,
) -> WebFetchPlugin:
    """A plugin that lets the model read web pages by their address.

    Args:
        allowed_domains: Fetch only from these domains. Defaults to all domains.
        blocked_domains: Never fetch from these domains.
        max_content_tokens: Approximate maximum number of tokens of a page; the rest is truncated.
        max_uses: Maximum number of fetches per request. Further fetches return an error to the model.
    """
    from ..models.web_fetch_plugin import WebFetchPlugin

    return WebFetchPlugin(
        allowed_domains=allowed_domains,
        blocked_domains=blocked_domains,
        max_content_tokens=max_content_tokens,
        max_uses=max_uses,
    )


def file_parser(
    *, enabled: bool = UNSET, pdf: PDFParserOptions | PDFParserOptionsDict | JsonObject = UNSET
) -> FileParserPlugin:
    """A plugin that extracts the text of attached files for models that cannot read them.

    Of the engines for PDF files, mistral-ocr reads scanned pages, at a price per page; cloudflare-ai converts to
    Markdown; native passes the file to the model, billed as input tokens: `file_parser(pdf={"engine": "mistral-ocr"})`.

    Args:
        enabled: Whether the plugin is used for this request; false disables a plugin that the account enables by
            default. Defaults to true.
        pdf: How PDF documents are read.
    """
    from ..models.file_parser_plugin import FileParserPlugin

    return FileParserPlugin(enabled=enabled, pdf=pdf)


def moderation() -> ModerationPlugin:
    """A plugin that checks the prompt for harmful content before the model receives it."""
    from ..models.moderation_plugin import ModerationPlugin

    return ModerationPlugin()


def response_healing(*, enabled: bool = UNSET) -> ResponseHealingPlugin:
    """A plugin that repairs malformed JSON, such as missing brackets, when `response_format` requests JSON.

    It does not act on streams.

    Args:
        enabled: Whether the plugin is used for this request; false disables a plugin that the account enables by
            default. Defaults to true.
    """
    from ..models.response_healing_plugin import ResponseHealingPlugin

    return ResponseHealingPlugin(enabled=enabled)


def context_compression(*, enabled: bool = UNSET, engine: Literal["middle-out"] = UNSET) -> ContextCompressionPlugin:
    """A plugin that shortens prompts that exceed the context length of the model; without it, they are rejected.

    Args:
        enabled: Whether the plugin is used for this request; false disables a plugin that the account enables by
            default. Defaults to true.
        engine: How prompts are shortened. Defaults to middle-out.
    """
    from ..models.context_compression_plugin import ContextCompressionPlugin

    return ContextCompressionPlugin(enabled=enabled, engine=engine)


def auto_router(
    *,
    allowed_models: Sequence[str] = UNSET,
    cost_quality_tradeoff: int = UNSET,
    cost_tier: AutoRouterPluginCostTier = UNSET,
    enabled: bool = UNSET,
    excluded_models: Sequence[str] = UNSET,
    pin_model: bool = UNSET,
) -> AutoRouterPlugin:
    """Settings of the router behind the model openrouter/auto, which selects a model to suit the prompt.

    Args:
        allowed_models: Models to select from, as patterns such as anthropic/* or openai/gpt-4o. At most 1024 patterns
            of at most 1024 characters. Defaults to a selection of the service.
        cost_quality_tradeoff: Trade-off between price and quality, from 0 (best quality at any price) to 10 (cheapest).
            Deprecated: use cost_tier, which takes precedence if both are set.
        cost_tier: Price range of the models to select from.
        enabled: Whether the plugin is used for this request; false disables a plugin that the account enables by
            default. Defaults to true.
        excluded_models: Models to exclude, as patterns such as meta-llama/*; takes precedence over allowed_models. At
            most 1024 patterns of at most 1024 characters.
        pin_model: Whether later turns use the model that the latest assistant message names in its member `model`.
            Defaults to false.
    """
    from ..models.auto_router_plugin import AutoRouterPlugin

    return AutoRouterPlugin(
        allowed_models=allowed_models,
        cost_quality_tradeoff=cost_quality_tradeoff,
        cost_tier=cost_tier,
        enabled=enabled,
        excluded_models=excluded_models,
        pin_model=pin_model,
    )


def auto_beta_router(
    *,
    allowed_models: Sequence[str] = UNSET,
    cost_quality_tradeoff: int = UNSET,
    cost_tier: AutoRouterPluginCostTier = UNSET,
    enabled: bool = UNSET,
    excluded_models: Sequence[str] = UNSET,
) -> AutoBetaRouterPlugin:
    """Settings of the router behind the model openrouter/auto-beta, which selects a model to suit the prompt.

    Args:
        allowed_models: Models to select from, as patterns such as anthropic/* or openai/gpt-4o. At most 1024 patterns
            of at most 1024 characters. Defaults to a selection of the service.
        cost_quality_tradeoff: Trade-off between price and quality, from 0 (best quality at any price) to 10 (cheapest).
            Deprecated: use cost_tier, which takes precedence if both are set.
        cost_tier: Price range of the models to select from.
        enabled: Whether the plugin is used for this request; false disables a plugin that the account enables by
            default. Defaults to true.
        excluded_models: Models to exclude, as patterns such as meta-llama/*; takes precedence over allowed_models. At
            most 1024 patterns of at most 1024 characters.
    """
    from ..models.auto_beta_router_plugin import AutoBetaRouterPlugin

    return AutoBetaRouterPlugin(
        allowed_models=allowed_models,
        cost_quality_tradeoff=cost_quality_tradeoff,
        cost_tier=cost_tier,
        enabled=enabled,
        excluded_models=excluded_models,
    )


def pareto_router(
    *,
    enabled: bool = UNSET,
    max_price: float = UNSET,
    min_coding_score: float = UNSET,
    price_source: ParetoRouterPluginPriceSource = UNSET,
) -> ParetoRouterPlugin:
    """Settings of the router behind the model openrouter/pareto-code.

    It selects a coding model by quality and price.

    Args:
        enabled: Whether the plugin is used for this request; false disables a plugin that the account enables by
            default. Defaults to true.
        max_price: Maximum input price in US dollars per million tokens, at least 0. The best coding model up to this
            price is selected, regardless of min_coding_score; if there is none, the status is 404.
        min_coding_score: Required coding quality, from 0 to 1: from 0.66 the top models, from 0.33 the middle ones,
            below that the cheap ones. Defaults to the top models.
        price_source: Which price of a model is compared. Defaults to prompt.
    """
    from ..models.pareto_router_plugin import ParetoRouterPlugin

    return ParetoRouterPlugin(
        enabled=enabled, max_price=max_price, min_coding_score=min_coding_score, price_source=price_source
    )


def fusion(
    *,
    analysis_models: Sequence[str] = UNSET,
    enabled: bool = UNSET,
    max_tool_calls: int = UNSET,
    model: str = UNSET,
    preset: FusionPluginPreset = UNSET,
    tools: Sequence[FusionPluginTool | FusionPluginToolDict | JsonObject] = UNSET,
) -> FusionPlugin:
    """Settings of fusion runs, in which a panel of models answers and a judge model compares the answers.

    The model openrouter/fusion or the tool openrouter:fusion starts a run. Every model that is used is billed.

    Args:
        analysis_models: Models of the panel, as provider/model, 1 to 8 of them. Defaults to a panel of the service.
        enabled: Whether the plugin is used for this request; false disables a plugin that the account enables by
            default. Defaults to true.
        max_tool_calls: Maximum number of rounds of tool calls of each panel model and the judge, from 1 to 16.
        model: The model that judges and writes the final answer, as provider/model. By default, the service chooses
            one.
        preset: A predefined panel and judge; analysis_models and model take precedence over it.
        tools: Server tools that the panel and the judge may use, at most 8. Defaults to web search and web fetch; an
            empty list means none.
    """
    from ..models.fusion_plugin import FusionPlugin

    return FusionPlugin(
        analysis_models=analysis_models,
        enabled=enabled,
        max_tool_calls=max_tool_calls,
        model=model,
        preset=preset,
        tools=tools,
    )
