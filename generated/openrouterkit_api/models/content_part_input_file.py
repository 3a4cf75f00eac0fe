# Generated from openapi.yaml sha256:d6d09962d40f58f7 by `make generate`: do not edit, change the contract or codegen/ instead.
"""A part that is a file."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Literal, Required, TypedDict

from openrouterkit_runtime.model import JsonModel

from .._decoders import Nested

if TYPE_CHECKING:
    from openrouterkit_runtime.model import Members

    from .multimodal_media import MultimodalMedia, MultimodalMediaDict


class ContentPartInputFileDict(TypedDict, total=False):
    """A `ContentPartInputFile` as a plain dict."""

    input_file: Required[MultimodalMedia | MultimodalMediaDict | Mapping[str, Any]]
    type: Required[Literal["input_file"]]


class ContentPartInputFile(JsonModel):
    """A part that is a file."""

    __slots__ = ("input_file", "type")

    _members: ClassVar[Members] = {
        "input_file": ("input_file", Nested("MultimodalMedia")),
        "type": ("type", None),
    }

    input_file: MultimodalMedia
    """The file."""
    type: Literal["input_file"]
    """Tag of the variant."""

    def __init__(
        self,
        *,
        type: Literal["input_file"] = "input_file",
        input_file: MultimodalMedia | MultimodalMediaDict | Mapping[str, Any],
    ) -> None:
        self._assign(
            {
                "type": type,
                "input_file": input_file,
            }
        )
