# Generated from mistral.yaml sha256:807b1b468b19223d by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `DocumentURLChunk`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, Required, TypedDict

from openrouterkit_runtime.model import JsonModel
from openrouterkit_runtime.unset import UNSET

if TYPE_CHECKING:

    class DocumentURLChunkDict(TypedDict, total=False):
        """`DocumentURLChunk` as a plain dict."""

        document_name: str | None
        document_url: Required[str]
        type: Required[Literal["document_url"]]


class DocumentURLChunk(JsonModel):
    """A document for the model to read."""

    document_name: str | None
    """File name of the document."""
    document_url: str
    """URL of the document, or a `data:` URL with the document in it."""
    type: Literal["document_url"]
    """Marks the part as a document."""

    def __init__(
        self, *, type: Literal["document_url"] = "document_url", document_url: str, document_name: str | None = UNSET
    ) -> None:
        self._build(locals())
