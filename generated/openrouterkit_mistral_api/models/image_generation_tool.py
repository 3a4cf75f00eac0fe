# Generated from mistral.yaml sha256:807b1b468b19223d by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `ImageGenerationTool`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, Required, TypedDict

from openrouterkit_runtime.model import JsonModel

if TYPE_CHECKING:

    class ImageGenerationToolDict(TypedDict, total=False):
        """`ImageGenerationTool` as a plain dict."""

        type: Required[Literal["image_generation"]]


class ImageGenerationTool(JsonModel):
    """A tool of the service that generates images."""

    type: Literal["image_generation"]
    """Marks the tool as the generation of images."""

    def __init__(self, *, type: Literal["image_generation"] = "image_generation") -> None:
        self._build(locals())
