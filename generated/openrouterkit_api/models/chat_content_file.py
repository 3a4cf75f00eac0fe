# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `ChatContentFile`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar, Literal, Required, TypedDict

from openrouterkit_runtime.model import JsonModel
from openrouterkit_runtime.unset import UNSET

from .._decoders import Nested

if TYPE_CHECKING:
    from openrouterkit_runtime.mappings import JsonObject
    from openrouterkit_runtime.members import Decoder

    from .chat_content_cache_control import ChatContentCacheControl, ChatContentCacheControlDict
    from .chat_content_file_file import ChatContentFileFile, ChatContentFileFileDict

    class ChatContentFileDict(TypedDict, total=False):
        """`ChatContentFile` as a plain dict."""

        cache_control: ChatContentCacheControl | ChatContentCacheControlDict | JsonObject
        file: Required[ChatContentFileFile | ChatContentFileFileDict | JsonObject]
        type: Required[Literal["file"]]


class ChatContentFile(JsonModel):
    """A file part, usually a PDF document. A model that cannot read the format receives the text that the
    file-parser plugin extracts.
    """

    _decoders: ClassVar[Mapping[str, Decoder]] = {
        "cache_control": Nested("ChatContentCacheControl"),
        "file": Nested("ChatContentFileFile"),
    }

    cache_control: ChatContentCacheControl | None
    """Sets a cache breakpoint after this part, for providers with explicit caching."""
    file: ChatContentFileFile
    """The file, as data or by reference."""
    type: Literal["file"]
    """Marks this part as a file."""

    def __init__(
        self,
        *,
        type: Literal["file"] = "file",
        file: ChatContentFileFile | ChatContentFileFileDict | JsonObject,
        cache_control: ChatContentCacheControl | ChatContentCacheControlDict | JsonObject = UNSET,
    ) -> None:
        self._build(locals())
