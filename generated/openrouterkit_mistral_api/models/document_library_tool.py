# Generated from mistral.yaml sha256:807b1b468b19223d by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `DocumentLibraryTool`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar, Literal, Required, TypedDict

from openrouterkit_runtime.model import JsonModel

from .._decoders import Each

if TYPE_CHECKING:
    from openrouterkit_runtime.members import Decoder

    class DocumentLibraryToolDict(TypedDict, total=False):
        """`DocumentLibraryTool` as a plain dict."""

        library_ids: Required[Sequence[str]]
        type: Required[Literal["document_library"]]


class DocumentLibraryTool(JsonModel):
    """A tool of the service that searches your libraries of documents."""

    _decoders: ClassVar[Mapping[str, Decoder]] = {"library_ids": Each()}

    library_ids: list[str]
    """Ids of the libraries to search; at least one."""
    type: Literal["document_library"]
    """Marks the tool as a search of libraries."""

    def __init__(self, *, type: Literal["document_library"] = "document_library", library_ids: Sequence[str]) -> None:
        self._build(locals())
