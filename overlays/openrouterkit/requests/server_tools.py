"""Server tools, which the service runs itself before the answer returns: constructors of items of the keyword `tools`.

    from openrouterkit import server_tools

    tools=[server_tools.web_search(max_results=3), server_tools.datetime(timezone="Europe/Berlin")]

Each function returns a tool, and takes its settings as keywords. `stop_conditions` limits how often the tools are run.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import openrouterkit_api as api
from openrouterkit_api import UNSET
from openrouterkit_api.constructors.server_tools import (
    advisor,
    bash,
    datetime,
    fusion,
    search_models,
    subagent,
    web_fetch,
    web_search,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from openrouterkit_api.models import FilesServerTool, ImageGenerationServerToolOpenRouter

__all__ = [
    "advisor",
    "bash",
    "datetime",
    "files",
    "fusion",
    "image_generation",
    "search_models",
    "subagent",
    "web_fetch",
    "web_search",
]


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
    return models.ImageGenerationServerToolOpenRouter(parameters=settings if settings.to_dict() else UNSET)


def files() -> FilesServerTool:
    """A tool that lets the model list, read, write and edit the files of the workspace that the API key belongs to.

    It has no settings.
    """
    return api.models.FilesServerTool()
