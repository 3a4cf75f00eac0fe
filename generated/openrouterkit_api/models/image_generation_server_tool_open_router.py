# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `ImageGenerationServerToolOpenRouter`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar, Literal, Required, TypedDict

from openrouterkit_runtime.model import JsonModel
from openrouterkit_runtime.unset import UNSET

from .._decoders import Nested

if TYPE_CHECKING:
    from openrouterkit_runtime.mappings import JsonObject
    from openrouterkit_runtime.members import Decoder

    from .image_generation_server_tool_config import (
        ImageGenerationServerToolConfig,
        ImageGenerationServerToolConfigDict,
    )

    class ImageGenerationServerToolOpenRouterDict(TypedDict, total=False):
        """`ImageGenerationServerToolOpenRouter` as a plain dict."""

        parameters: ImageGenerationServerToolConfig | ImageGenerationServerToolConfigDict | JsonObject
        type: Required[Literal["openrouter:image_generation"]]


class ImageGenerationServerToolOpenRouter(JsonModel):
    """Server tool that lets the model generate images with an image model."""

    _decoders: ClassVar[Mapping[str, Decoder]] = {"parameters": Nested("ImageGenerationServerToolConfig")}

    parameters: ImageGenerationServerToolConfig | None
    """The image model, and settings of the images."""
    type: Literal["openrouter:image_generation"]
    """Selects this server tool."""

    def __init__(
        self,
        *,
        type: Literal["openrouter:image_generation"] = "openrouter:image_generation",
        parameters: ImageGenerationServerToolConfig | ImageGenerationServerToolConfigDict | JsonObject = UNSET,
    ) -> None:
        self._build(locals())
