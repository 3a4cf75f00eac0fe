# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `ChatAnnotationFile`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar, Literal, Required, TypedDict

from openrouterkit_runtime.model import JsonModel

from .._decoders import Nested

if TYPE_CHECKING:
    from openrouterkit_runtime.mappings import JsonObject
    from openrouterkit_runtime.members import Decoder

    from .chat_annotation_file_file import ChatAnnotationFileFile, ChatAnnotationFileFileDict

    class ChatAnnotationFileDict(TypedDict, total=False):
        """`ChatAnnotationFile` as a plain dict."""

        file: Required[ChatAnnotationFileFile | ChatAnnotationFileFileDict | JsonObject]
        type: Required[Literal["file"]]


class ChatAnnotationFile(JsonModel):
    """The parsed content of a file of the prompt. If the assistant message of the next turn contains it,
    the same file is neither parsed nor billed again.
    """

    _decoders: ClassVar[Mapping[str, Decoder]] = {"file": Nested("ChatAnnotationFileFile")}

    file: ChatAnnotationFileFile
    """The parsed file."""
    type: Literal["file"]
    """Marks this annotation as a parsed file."""

    def __init__(
        self, *, type: Literal["file"] = "file", file: ChatAnnotationFileFile | ChatAnnotationFileFileDict | JsonObject
    ) -> None:
        self._build(locals())
