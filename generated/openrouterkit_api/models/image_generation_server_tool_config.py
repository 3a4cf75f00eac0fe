# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `ImageGenerationServerToolConfig`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

from openrouterkit_runtime.model import JsonModel
from openrouterkit_runtime.unset import UNSET

if TYPE_CHECKING:

    class ImageGenerationServerToolConfigDict(TypedDict, total=False):
        """`ImageGenerationServerToolConfig` as a plain dict."""

        model: str


class ImageGenerationServerToolConfig(JsonModel):
    """Settings of the image generation tool: the model, and the same settings as in image_config, such as
    aspect_ratio, size or quality.
    """

    model: str | None
    """The image model, as provider/model. By default, the service chooses one."""

    def __init__(self, *, model: str = UNSET) -> None:
        self._build(locals())
