# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""Part of an input to embed: text, image, audio, video or file. The accepted kinds depend on the
model.
"""

from __future__ import annotations

from typing import Any, TypeAlias, cast

from openrouterkit_runtime.decoders import UnknownVariant
from openrouterkit_runtime.mappings import JsonObject
from openrouterkit_runtime.model import owned

from . import (
    ContentPartImageDict,
    ContentPartInputAudioDict,
    ContentPartInputFileDict,
    ContentPartInputVideoDict,
    ContentPartTextDict,
)
from ._unions import DECODERS
from .content_part_image import ContentPartImage
from .content_part_input_audio import ContentPartInputAudio
from .content_part_input_file import ContentPartInputFile
from .content_part_input_video import ContentPartInputVideo
from .content_part_text import ContentPartText

CreateEmbeddingsRequestInputContent: TypeAlias = (
    ContentPartText
    | ContentPartImage
    | ContentPartInputAudio
    | ContentPartInputVideo
    | ContentPartInputFile
    | UnknownVariant
)
"""Part of an input to embed: text, image, audio, video or file. The accepted kinds depend on the
model.
"""

CreateEmbeddingsRequestInputContentDict: TypeAlias = (
    ContentPartTextDict
    | JsonObject
    | ContentPartImageDict
    | ContentPartInputAudioDict
    | ContentPartInputVideoDict
    | ContentPartInputFileDict
)
"""The values that arguments accept for a `CreateEmbeddingsRequestInputContent`, in addition to its models."""


def read_create_embeddings_request_input_content(data: Any) -> CreateEmbeddingsRequestInputContent:
    """Decode a JSON value as the matching variant; an object that matches none becomes an `UnknownVariant`."""
    return cast("CreateEmbeddingsRequestInputContent", DECODERS["CreateEmbeddingsRequestInputContent"](owned(data)))
