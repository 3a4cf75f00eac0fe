# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `ChatAnnotationFileFile`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar, Required, TypedDict

from openrouterkit_runtime.model import JsonModel
from openrouterkit_runtime.unset import UNSET

from .._decoders import Each, Union

if TYPE_CHECKING:
    from openrouterkit_runtime.members import Decoder

    from .chat_content_items import ChatContentItems, ChatContentItemsDict

    class ChatAnnotationFileFileDict(TypedDict, total=False):
        """`ChatAnnotationFileFile` as a plain dict."""

        content: Sequence[ChatContentItems | ChatContentItemsDict | JsonModel]
        hash: Required[str]
        name: str


class ChatAnnotationFileFile(JsonModel):
    """A parsed file: its hash, and its content as message parts."""

    _decoders: ClassVar[Mapping[str, Decoder]] = {"content": Each(Union("ChatContentItems"))}

    content: list[ChatContentItems] | None
    """The extracted content, in order: text parts (the first and last may be a wrapping file tag) and
    image parts for embedded images.
    """
    hash: str
    """Hash of the file, in hexadecimal, which identifies a file that is sent again."""
    name: str | None
    """Name of the file, as in the request."""

    def __init__(
        self,
        *,
        hash: str,
        content: Sequence[ChatContentItems | ChatContentItemsDict | JsonModel] = UNSET,
        name: str = UNSET,
    ) -> None:
        self._build(locals())
