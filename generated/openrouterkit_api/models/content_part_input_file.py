# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `ContentPartInputFile`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar, Literal, Required, TypedDict

from openrouterkit_runtime.model import JsonModel

from .._decoders import Nested

if TYPE_CHECKING:
    from openrouterkit_runtime.mappings import JsonObject
    from openrouterkit_runtime.members import Decoder

    from .multimodal_media import MultimodalMedia, MultimodalMediaDict

    class ContentPartInputFileDict(TypedDict, total=False):
        """`ContentPartInputFile` as a plain dict."""

        input_file: Required[MultimodalMedia | MultimodalMediaDict | JsonObject]
        type: Required[Literal["input_file"]]


class ContentPartInputFile(JsonModel):
    """A file part."""

    _decoders: ClassVar[Mapping[str, Decoder]] = {"input_file": Nested("MultimodalMedia")}

    input_file: MultimodalMedia
    """The file."""
    type: Literal["input_file"]
    """Marks this kind of part."""

    def __init__(
        self,
        *,
        type: Literal["input_file"] = "input_file",
        input_file: MultimodalMedia | MultimodalMediaDict | JsonObject,
    ) -> None:
        self._build(locals())
