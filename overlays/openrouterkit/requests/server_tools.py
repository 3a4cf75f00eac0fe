"""Server tools, which the service itself runs for the model: constructors of items of the argument `tools`.

    from openrouterkit import server_tools

    tools = [server_tools.web_search(max_results=3), server_tools.datetime(timezone="Europe/Berlin")]
    client.chat.send(model="openai/gpt-4o-mini", messages=messages, tools=tools)

Each function returns a tool and accepts the settings of the tool as keyword arguments. `stop_conditions` limits how
often tools run.
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
    """Return a tool with which the model generates images through an image model.

    Args:
        model: The image model, as provider/model. By default the service chooses one.
        **image_config: Settings of the images, such as `aspect_ratio="16:9"`, `size` or `quality`. The names and
            values depend on the image model.
    """
    models = api.models
    settings = models.ImageGenerationServerToolConfig(model=model)
    for name, value in image_config.items():
        settings[name] = value
    return models.ImageGenerationServerToolOpenRouter(parameters=settings if settings.to_dict() else UNSET)


def files() -> FilesServerTool:
    """Return a tool with which the model lists, reads, writes and edits the files of the API key's workspace."""
    return api.models.FilesServerTool()
