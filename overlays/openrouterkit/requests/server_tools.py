"""Tools that the service runs itself before the answer returns, for the keyword `tools`, beside functions of yours.

    from openrouterkit import server_tools

    tools=[server_tools.web_search(max_results=3), server_tools.datetime(timezone="Europe/Berlin")]

Each function takes the members of its tool's settings as keywords. `stop_conditions` ends their rounds.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import openrouterkit_api as api
from openrouterkit_api import UNSET

from .keywords import keywords_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from openrouterkit_api import JsonModel
    from openrouterkit_api.models import (
        AdvisorServerToolOpenRouter,
        BashServerTool,
        ChatSearchModelsServerTool,
        DatetimeServerTool,
        FilesServerTool,
        FusionServerToolOpenRouter,
        ImageGenerationServerToolOpenRouter,
        OpenRouterWebSearchServerTool,
        SubagentServerToolOpenRouter,
        WebFetchServerTool,
    )


@keywords_of(lambda: api.models.WebSearchConfig)
def web_search(**settings: Any) -> OpenRouterWebSearchServerTool:
    """A tool that lets the model search the web when it sees fit.

    What it used is named in the annotations of the answer. To search on every request, use `plugins.web`.

    Args:
        **settings: the members of `WebSearchConfig`, such as `engine`, `max_results`, `allowed_domains`, `max_uses`.

    Raises:
        TypeError: a keyword that the contract does not have.
    """
    models = api.models
    return models.OpenRouterWebSearchServerTool(parameters=_given(models.WebSearchConfig(**settings)))


@keywords_of(lambda: api.models.WebFetchServerToolConfig)
def web_fetch(**settings: Any) -> WebFetchServerTool:
    """A tool that lets the model read a web page or PDF by its address.

    Args:
        **settings: the members of `WebFetchServerToolConfig`, such as `engine`, `allowed_domains`, `max_uses`,
            `max_content_tokens`.

    Raises:
        TypeError: a keyword that the contract does not have.
    """
    models = api.models
    return models.WebFetchServerTool(parameters=_given(models.WebFetchServerToolConfig(**settings)))


@keywords_of(lambda: api.models.DatetimeServerToolConfig)
def datetime(**settings: Any) -> DatetimeServerTool:
    """A tool that tells the model the current date and time.

    Args:
        **settings: the members of `DatetimeServerToolConfig`: `timezone`, an IANA name such as Europe/Berlin (default
            UTC).

    Raises:
        TypeError: a keyword that the contract does not have.
    """
    models = api.models
    return models.DatetimeServerTool(parameters=_given(models.DatetimeServerToolConfig(**settings)))


@keywords_of(lambda: api.models.BashServerToolConfig)
def bash(**settings: Any) -> BashServerTool:
    """A tool that lets the model run shell commands in a sandboxed container.

    Unless `engine` is openrouter, the calls are handed back for your program to run.

    Args:
        **settings: the members of `BashServerToolConfig`: `engine`, `environment`, `sleep_after_seconds`.

    Raises:
        TypeError: a keyword that the contract does not have.
    """
    models = api.models
    return models.BashServerTool(parameters=_given(models.BashServerToolConfig(**settings)))


@keywords_of(lambda: api.models.SearchModelsServerToolConfig)
def search_models(**settings: Any) -> ChatSearchModelsServerTool:
    """A tool that lets the model search the catalogue of models. Experimental.

    Args:
        **settings: the members of `SearchModelsServerToolConfig`: `max_results`, up to 20 (default 5).

    Raises:
        TypeError: a keyword that the contract does not have.
    """
    models = api.models
    return models.ChatSearchModelsServerTool(parameters=_given(models.SearchModelsServerToolConfig(**settings)))


@keywords_of(lambda: api.models.AdvisorServerToolConfig)
def advisor(**settings: Any) -> AdvisorServerToolOpenRouter:
    """A tool that lets the model consult another, usually stronger, model in the middle of an answer.

    Several of them offer several advisors; at most one may go without a name.

    Args:
        **settings: the members of `AdvisorServerToolConfig`, such as `model`, `name`, `instructions`, `reasoning`.

    Raises:
        TypeError: a keyword that the contract does not have.
    """
    models = api.models
    return models.AdvisorServerToolOpenRouter(parameters=_given(models.AdvisorServerToolConfig(**settings)))


@keywords_of(lambda: api.models.SubagentServerToolConfig)
def subagent(**settings: Any) -> SubagentServerToolOpenRouter:
    """A tool that lets the model hand a self-contained task to another, usually cheaper, model.

    That happens in the middle of an answer. Several of them offer several subagents.

    Args:
        **settings: the members of `SubagentServerToolConfig`, such as `model`, `name`, `instructions`, `tools`.

    Raises:
        TypeError: a keyword that the contract does not have.
    """
    models = api.models
    return models.SubagentServerToolOpenRouter(parameters=_given(models.SubagentServerToolConfig(**settings)))


@keywords_of(lambda: api.models.FusionServerToolConfig)
def fusion(**settings: Any) -> FusionServerToolOpenRouter:
    """A tool that puts the prompt to a panel of models at once and has a judge compare their answers.

    From that the model writes its own. Every model called is billed.

    Args:
        **settings: the members of `FusionServerToolConfig`, such as `analysis_models` (1 to 8), `model` (the judge),
            `max_tool_calls`, `tools`.

    Raises:
        TypeError: a keyword that the contract does not have.
    """
    models = api.models
    return models.FusionServerToolOpenRouter(parameters=_given(models.FusionServerToolConfig(**settings)))


def image_generation(
    *, model: str = UNSET, **image_config: str | float | Sequence[Any]
) -> ImageGenerationServerToolOpenRouter:
    """A tool that lets the model have images made by an image model.

    Args:
        model: the image model, as provider/model. The service picks one when absent.
        **image_config: how the images should look, such as `aspect_ratio="16:9"`, `size`, `quality`; which there are,
            and with what values, depends on the model.
    """
    models = api.models
    settings = models.ImageGenerationServerToolConfig(model=model)
    for name, value in image_config.items():
        settings[name] = value
    return models.ImageGenerationServerToolOpenRouter(parameters=_given(settings))


def files() -> FilesServerTool:
    """A tool that lets the model list, read, write and edit the files of the workspace that the API key belongs to.

    It has no settings.
    """
    return api.models.FilesServerTool()


def _given(settings: JsonModel) -> Any:
    return settings if settings.to_dict() else UNSET
