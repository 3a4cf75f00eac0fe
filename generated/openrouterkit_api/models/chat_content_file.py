# Generated from openapi.yaml sha256:d6d09962d40f58f7 by `make generate`: do not edit, change the contract or codegen/ instead.
"""A file part, mostly for PDF documents. Models that do not read the format themselves are given the
text that the file-parser plugin extracts.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Literal, Required, TypedDict

from openrouterkit_runtime.model import JsonModel
from openrouterkit_runtime.unset import UNSET

from .._decoders import Nested

if TYPE_CHECKING:
    from openrouterkit_runtime.model import Members

    from .chat_content_cache_control import ChatContentCacheControl, ChatContentCacheControlDict
    from .chat_content_file_file import ChatContentFileFile, ChatContentFileFileDict


class ChatContentFileDict(TypedDict, total=False):
    """A `ChatContentFile` as a plain dict."""

    cache_control: ChatContentCacheControl | ChatContentCacheControlDict | Mapping[str, Any]
    file: Required[ChatContentFileFile | ChatContentFileFileDict | Mapping[str, Any]]
    type: Required[Literal["file"]]


class ChatContentFile(JsonModel):
    """A file part, mostly for PDF documents. Models that do not read the format themselves are given the
    text that the file-parser plugin extracts.
    """

    __slots__ = ("cache_control", "file", "type")

    _members: ClassVar[Members] = {
        "cache_control": ("cache_control", Nested("ChatContentCacheControl")),
        "file": ("file", Nested("ChatContentFileFile")),
        "type": ("type", None),
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
        file: ChatContentFileFile | ChatContentFileFileDict | Mapping[str, Any],
        cache_control: ChatContentCacheControl | ChatContentCacheControlDict | Mapping[str, Any] = UNSET,
    ) -> None:
        self._assign(
            {
                "type": type,
                "file": file,
                "cache_control": cache_control,
            }
        )
