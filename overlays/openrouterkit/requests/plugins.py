"""What acts on a request beside the model, for the keyword `plugins`, a list of them.

    from openrouterkit import plugins

    plugins=[plugins.web(max_results=3), plugins.file_parser(pdf={"engine": "mistral-ocr"})]

Each function takes the members of its model as keywords. `enabled=False` turns off, for this request, a plugin that the
account has on by default.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import openrouterkit_api as api

from .keywords import keywords_of

if TYPE_CHECKING:
    from openrouterkit_api.models import (
        AutoBetaRouterPlugin,
        AutoRouterPlugin,
        ContextCompressionPlugin,
        FileParserPlugin,
        FusionPlugin,
        ModerationPlugin,
        ParetoRouterPlugin,
        ResponseHealingPlugin,
        WebFetchPlugin,
        WebSearchPlugin,
    )


@keywords_of(lambda: api.models.WebSearchPlugin)
def web(**settings: Any) -> WebSearchPlugin:
    """A plugin that searches the web before the model answers, on every request and for a fee.

    The pages found are added to the prompt and named in the annotations of the answer. To let the model decide, use
    `server_tools.web_search`.

    Args:
        **settings: the members of `WebSearchPlugin`, such as `engine`, `max_results` (default 5), `include_domains`,
            `search_prompt`.

    Raises:
        TypeError: a keyword that the contract does not have.
    """
    return api.models.WebSearchPlugin(**settings)


@keywords_of(lambda: api.models.WebFetchPlugin)
def web_fetch(**settings: Any) -> WebFetchPlugin:
    """A plugin that lets the model read web pages by their address.

    Args:
        **settings: the members of `WebFetchPlugin`, such as `allowed_domains`, `max_uses`, `max_content_tokens`.

    Raises:
        TypeError: a keyword that the contract does not have.
    """
    return api.models.WebFetchPlugin(**settings)


@keywords_of(lambda: api.models.FileParserPlugin)
def file_parser(**settings: Any) -> FileParserPlugin:
    """A plugin that extracts the text of attached files for models that do not read them themselves.

    Args:
        **settings: the members of `FileParserPlugin`, above all `pdf`, such as `{"engine": "mistral-ocr"}`:
            mistral-ocr reads scanned pages, at a price per page; cloudflare-ai converts to Markdown; native hands the
            file to the model, billed as input tokens.

    Raises:
        TypeError: a keyword that the contract does not have.
    """
    return api.models.FileParserPlugin(**settings)


def moderation() -> ModerationPlugin:
    """A plugin that has the prompt checked for harmful content before the model sees it. It has no settings."""
    return api.models.ModerationPlugin()


@keywords_of(lambda: api.models.ResponseHealingPlugin)
def response_healing(**settings: Any) -> ResponseHealingPlugin:
    """A plugin that repairs malformed JSON, such as missing brackets, when `response_format` asks for JSON.

    It does not act on streams.

    Args:
        **settings: the members of `ResponseHealingPlugin`: `enabled`.

    Raises:
        TypeError: a keyword that the contract does not have.
    """
    return api.models.ResponseHealingPlugin(**settings)


@keywords_of(lambda: api.models.ContextCompressionPlugin)
def context_compression(**settings: Any) -> ContextCompressionPlugin:
    """A plugin that shortens prompts that exceed the model's context length, instead of having them refused.

    Args:
        **settings: the members of `ContextCompressionPlugin`: `enabled` and `engine` (middle-out).

    Raises:
        TypeError: a keyword that the contract does not have.
    """
    return api.models.ContextCompressionPlugin(**settings)


@keywords_of(lambda: api.models.AutoRouterPlugin)
def auto_router(**settings: Any) -> AutoRouterPlugin:
    """Settings of the router behind the model openrouter/auto, which picks a model to suit the prompt.

    Args:
        **settings: the members of `AutoRouterPlugin`, such as `allowed_models`, `excluded_models`, `cost_tier`,
            `pin_model`.

    Raises:
        TypeError: a keyword that the contract does not have.
    """
    return api.models.AutoRouterPlugin(**settings)


@keywords_of(lambda: api.models.AutoBetaRouterPlugin)
def auto_beta_router(**settings: Any) -> AutoBetaRouterPlugin:
    """Settings of the router behind the model openrouter/auto-beta, which picks a model to suit the prompt.

    Args:
        **settings: the members of `AutoBetaRouterPlugin`, such as `allowed_models`, `excluded_models`, `cost_tier`.

    Raises:
        TypeError: a keyword that the contract does not have.
    """
    return api.models.AutoBetaRouterPlugin(**settings)


@keywords_of(lambda: api.models.ParetoRouterPlugin)
def pareto_router(**settings: Any) -> ParetoRouterPlugin:
    """Settings of the router behind the model openrouter/pareto-code, which picks a coding model by quality or price.

    Args:
        **settings: the members of `ParetoRouterPlugin`, such as `min_coding_score` (0 to 1), `max_price` (US
            dollars per million input tokens).

    Raises:
        TypeError: a keyword that the contract does not have.
    """
    return api.models.ParetoRouterPlugin(**settings)


@keywords_of(lambda: api.models.FusionPlugin)
def fusion(**settings: Any) -> FusionPlugin:
    """Settings of fusion runs, in which a panel of models answers and a judge draws on their answers.

    A run is started by the model openrouter/fusion or the tool openrouter:fusion. Every model called is billed.

    Args:
        **settings: the members of `FusionPlugin`, such as `preset`, `analysis_models` (1 to 8), `model` (the judge),
            `tools`.

    Raises:
        TypeError: a keyword that the contract does not have.
    """
    return api.models.FusionPlugin(**settings)
