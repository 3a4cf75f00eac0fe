# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""Constructors in `server_tools`: functions that return a model, built from keyword arguments."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from openrouterkit_runtime.unset import UNSET

if TYPE_CHECKING:
    from openrouterkit_runtime.mappings import JsonObject

    from ..models._enumerations import (
        BashServerToolEngine,
        SearchQualityLevel,
        WebFetchEngineEnum,
        WebSearchEngineEnum,
        WebSearchMode,
    )
    from ..models.advisor_reasoning import AdvisorReasoning, AdvisorReasoningDict
    from ..models.advisor_server_tool_open_router import AdvisorServerToolOpenRouter
    from ..models.anthropic_cache_control_directive import (
        AnthropicCacheControlDirective,
        AnthropicCacheControlDirectiveDict,
    )
    from ..models.bash_server_tool import BashServerTool
    from ..models.bash_server_tool_environment import BashServerToolEnvironment, BashServerToolEnvironmentDict
    from ..models.chat_search_models_server_tool import ChatSearchModelsServerTool
    from ..models.datetime_server_tool import DatetimeServerTool
    from ..models.fusion_server_tool_config_reasoning import (
        FusionServerToolConfigReasoning,
        FusionServerToolConfigReasoningDict,
    )
    from ..models.fusion_server_tool_config_tool import FusionServerToolConfigTool, FusionServerToolConfigToolDict
    from ..models.fusion_server_tool_open_router import FusionServerToolOpenRouter
    from ..models.open_router_web_search_server_tool import OpenRouterWebSearchServerTool
    from ..models.subagent_nested_tool import SubagentNestedTool, SubagentNestedToolDict
    from ..models.subagent_reasoning import SubagentReasoning, SubagentReasoningDict
    from ..models.subagent_server_tool_open_router import SubagentServerToolOpenRouter
    from ..models.web_fetch_server_tool import WebFetchServerTool
    from ..models.web_search_user_location_server_tool import (
        WebSearchUserLocationServerTool,
        WebSearchUserLocationServerToolDict,
    )


def web_search(
    *,
    allowed_domains: Sequence[str] = UNSET,
    engine: WebSearchEngineEnum = UNSET,
    excluded_domains: Sequence[str] = UNSET,
    max_characters: int = UNSET,
    max_results: int = UNSET,
    max_total_results: int = UNSET,
    max_uses: int = UNSET,
    mode: WebSearchMode = UNSET,
    search_context_size: SearchQualityLevel = UNSET,
    user_location: WebSearchUserLocationServerTool | WebSearchUserLocationServerToolDict | JsonObject = UNSET,
) -> OpenRouterWebSearchServerTool:
    """A tool that lets the model search the web when it decides to.

    The pages used are listed in the annotations of the answer. To search on every request, use `plugins.web`.

    Args:
        allowed_domains: Search only these domains. Cannot be combined with excluded_domains.
        engine: Which search engine to use. Defaults to auto.
        excluded_domains: Exclude these domains. Cannot be combined with allowed_domains; some native searches ignore
            it.
        max_characters: Maximum number of characters to keep of each result; overrides search_context_size. For the
            engines exa, parallel and perplexity.
        max_results: Maximum number of results per search. Defaults to 5; perplexity returns at most 20. Native search
            ignores it.
        max_total_results: Maximum number of results over all searches of the request. Defaults to 50.
        max_uses: Maximum number of searches per request. Further searches return an error to the model. Of the native
            searches only Anthropic's supports it.
        mode: Trade-off between speed and depth of the search, for the engines exa and parallel.
        search_context_size: Amount of text per result. For the engines exa, parallel and perplexity.
        user_location: Approximate location of the user, to prefer results from there.
    """
    from ..models.open_router_web_search_server_tool import OpenRouterWebSearchServerTool
    from ..models.web_search_config import WebSearchConfig

    _settings = WebSearchConfig(
        allowed_domains=allowed_domains,
        engine=engine,
        excluded_domains=excluded_domains,
        max_characters=max_characters,
        max_results=max_results,
        max_total_results=max_total_results,
        max_uses=max_uses,
        mode=mode,
        search_context_size=search_context_size,
        user_location=user_location,
    )
    return OpenRouterWebSearchServerTool(parameters=_settings if _settings.to_dict() else UNSET)


def web_fetch(
    *,
    allowed_domains: Sequence[str] = UNSET,
    blocked_domains: Sequence[str] = UNSET,
    engine: WebFetchEngineEnum = UNSET,
    max_content_tokens: int = UNSET,
    max_uses: int = UNSET,
) -> WebFetchServerTool:
    """A tool that lets the model read a web page or PDF by its address.

    Args:
        allowed_domains: Fetch only from these domains. Defaults to all domains.
        blocked_domains: Never fetch from these domains.
        engine: Engine that fetches the pages. Defaults to auto.
        max_content_tokens: Approximate maximum number of tokens of a page; the rest is truncated.
        max_uses: Maximum number of fetches per request. Further fetches return an error to the model.
    """
    from ..models.web_fetch_server_tool import WebFetchServerTool
    from ..models.web_fetch_server_tool_config import WebFetchServerToolConfig

    _settings = WebFetchServerToolConfig(
        allowed_domains=allowed_domains,
        blocked_domains=blocked_domains,
        engine=engine,
        max_content_tokens=max_content_tokens,
        max_uses=max_uses,
    )
    return WebFetchServerTool(parameters=_settings if _settings.to_dict() else UNSET)


def datetime(*, timezone: str = UNSET) -> DatetimeServerTool:
    """A tool that returns the current date and time to the model.

    Args:
        timezone: Time zone of the result, by its IANA name such as Europe/Berlin. Defaults to UTC.
    """
    from ..models.datetime_server_tool import DatetimeServerTool
    from ..models.datetime_server_tool_config import DatetimeServerToolConfig

    _settings = DatetimeServerToolConfig(timezone=timezone)
    return DatetimeServerTool(parameters=_settings if _settings.to_dict() else UNSET)


def bash(
    *,
    engine: BashServerToolEngine = UNSET,
    environment: BashServerToolEnvironment | BashServerToolEnvironmentDict = UNSET,
    sleep_after_seconds: int = UNSET,
) -> BashServerTool:
    """A tool that lets the model run shell commands in a sandboxed container.

    Unless `engine` is openrouter, the tool calls are returned in the answer, and your program runs the commands.

    Args:
        engine: Which engine runs the commands. Defaults to auto.
        environment: The container that runs the commands. Defaults to a new one.
        sleep_after_seconds: Idle time in seconds after which the container is put to sleep.
    """
    from ..models.bash_server_tool import BashServerTool
    from ..models.bash_server_tool_config import BashServerToolConfig

    _settings = BashServerToolConfig(engine=engine, environment=environment, sleep_after_seconds=sleep_after_seconds)
    return BashServerTool(parameters=_settings if _settings.to_dict() else UNSET)


def search_models(*, max_results: int = UNSET) -> ChatSearchModelsServerTool:
    """A tool that lets the model search the catalogue of models. Experimental.

    Args:
        max_results: Maximum number of models that a search returns, up to 20. Defaults to 5.
    """
    from ..models.chat_search_models_server_tool import ChatSearchModelsServerTool
    from ..models.search_models_server_tool_config import SearchModelsServerToolConfig

    _settings = SearchModelsServerToolConfig(max_results=max_results)
    return ChatSearchModelsServerTool(parameters=_settings if _settings.to_dict() else UNSET)


def advisor(
    *,
    forward_transcript: bool = UNSET,
    instructions: str = UNSET,
    max_completion_tokens: int = UNSET,
    model: str = UNSET,
    name: str = UNSET,
    reasoning: AdvisorReasoning | AdvisorReasoningDict | JsonObject = UNSET,
    stream: bool = UNSET,
    temperature: float = UNSET,
) -> AdvisorServerToolOpenRouter:
    """A tool that lets the model consult another, usually stronger, model while it generates the answer.

    A request may have several of these tools, one per advisor; at most one of them may omit its name.

    Args:
        forward_transcript: Whether the advisor receives the whole conversation. By default (false) it receives only the
            prompt that the calling model writes.
        instructions: System instructions for the advisor. Defaults to none.
        max_completion_tokens: Maximum number of tokens of an answer of the advisor, including reasoning. Defaults to
            the provider's default.
        model: The model of the advisor, as provider/model. By default the calling model may choose one; otherwise the
            model of the request is used.
        name: Unique name of this advisor for the model: letters, digits, spaces, underscores and dashes, 1 to 64
            characters.
        reasoning: How much the advisor reasons.
        stream: Whether the answer of the advisor is streamed. Has no effect on chat completions. Defaults to false.
        temperature: Sampling temperature of the advisor. Defaults to the provider's default.
    """
    from ..models.advisor_server_tool_config import AdvisorServerToolConfig
    from ..models.advisor_server_tool_open_router import AdvisorServerToolOpenRouter

    _settings = AdvisorServerToolConfig(
        forward_transcript=forward_transcript,
        instructions=instructions,
        max_completion_tokens=max_completion_tokens,
        model=model,
        name=name,
        reasoning=reasoning,
        stream=stream,
        temperature=temperature,
    )
    return AdvisorServerToolOpenRouter(parameters=_settings if _settings.to_dict() else UNSET)


def subagent(
    *,
    inherit_functions: bool = UNSET,
    inherited_function_names: Sequence[str] = UNSET,
    instructions: str = UNSET,
    max_completion_tokens: int = UNSET,
    max_tool_calls: int = UNSET,
    model: str = UNSET,
    name: str = UNSET,
    reasoning: SubagentReasoning | SubagentReasoningDict | JsonObject = UNSET,
    temperature: float = UNSET,
    tools: Sequence[SubagentNestedTool | SubagentNestedToolDict | JsonObject] = UNSET,
) -> SubagentServerToolOpenRouter:
    """A tool that lets the model delegate a self-contained task to another, usually cheaper, model.

    The task runs while the answer is generated. A request may have several of these tools, one per subagent.

    Args:
        inherit_functions: Whether the subagent may call all functions in `tools`. Experimental, and only for the
            responses API: chat completions reject it with status 400.
        inherited_function_names: Names of the functions in `tools` that the subagent may call; has no effect together
            with inherit_functions. Experimental, and only for the responses API: chat completions reject it with status
            400.
        instructions: System instructions for the subagent. Defaults to none.
        max_completion_tokens: Maximum number of tokens that the subagent may generate, including reasoning. Defaults to
            the provider's default.
        max_tool_calls: Maximum number of rounds of tool calls of the subagent, from 1 to 25. Only useful with tools.
        model: The model of the subagent, as provider/model. Defaults to the model of the request.
        name: Unique name of this subagent for the model: letters, digits, spaces, underscores and dashes, 1 to 64
            characters.
        reasoning: How much the subagent reasons.
        temperature: Sampling temperature of the subagent. Defaults to the provider's default.
        tools: Server tools that the subagent may use. Your own functions are rejected, and so is the subagent tool
            itself.
    """
    from ..models.subagent_server_tool_config import SubagentServerToolConfig
    from ..models.subagent_server_tool_open_router import SubagentServerToolOpenRouter

    _settings = SubagentServerToolConfig(
        inherit_functions=inherit_functions,
        inherited_function_names=inherited_function_names,
        instructions=instructions,
        max_completion_tokens=max_completion_tokens,
        max_tool_calls=max_tool_calls,
        model=model,
        name=name,
        reasoning=reasoning,
        temperature=temperature,
        tools=tools,
    )
    return SubagentServerToolOpenRouter(parameters=_settings if _settings.to_dict() else UNSET)


def fusion(
    *,
    analysis_models: Sequence[str] = UNSET,
    cache_control: AnthropicCacheControlDirective | AnthropicCacheControlDirectiveDict | JsonObject = UNSET,
    max_completion_tokens: int = UNSET,
    max_tool_calls: int = UNSET,
    model: str = UNSET,
    reasoning: FusionServerToolConfigReasoning | FusionServerToolConfigReasoningDict | JsonObject = UNSET,
    temperature: float = UNSET,
    tools: Sequence[FusionServerToolConfigTool | FusionServerToolConfigToolDict | JsonObject] = UNSET,
) -> FusionServerToolOpenRouter:
    """A tool that sends the prompt to several models at once and has a judge model compare their answers.

    The model writes its own answer from the comparison. Every model that is used is billed.

    Args:
        analysis_models: Models of the panel, as provider/model, 1 to 8 of them. Defaults to a panel of the service.
        cache_control: Enables prompt caching for the requests to the panel and the judge.
        max_completion_tokens: Maximum number of tokens that each panel model and the judge may generate, including
            reasoning.
        max_tool_calls: Maximum number of rounds of tool calls of each panel model and the judge, from 1 to 16.
        model: The judge, as provider/model. Defaults to the model of the request.
        reasoning: How much the panel models and the judge reason.
        temperature: Sampling temperature of the panel models; the judge always uses 0. Defaults to the provider's
            default.
        tools: Server tools that the panel and the judge may use, at most 8. Defaults to web search and web fetch; an
            empty list means none.
    """
    from ..models.fusion_server_tool_config import FusionServerToolConfig
    from ..models.fusion_server_tool_open_router import FusionServerToolOpenRouter

    _settings = FusionServerToolConfig(
        analysis_models=analysis_models,
        cache_control=cache_control,
        max_completion_tokens=max_completion_tokens,
        max_tool_calls=max_tool_calls,
        model=model,
        reasoning=reasoning,
        temperature=temperature,
        tools=tools,
    )
    return FusionServerToolOpenRouter(parameters=_settings if _settings.to_dict() else UNSET)
