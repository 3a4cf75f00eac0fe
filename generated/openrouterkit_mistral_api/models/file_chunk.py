# Generated from mistral.yaml sha256:807b1b468b19223d by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `FileChunk`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, Required, TypedDict

from openrouterkit_runtime.model import JsonModel

if TYPE_CHECKING:

    class FileChunkDict(TypedDict, total=False):
        """`FileChunk` as a plain dict."""

        file_id: Required[str]
        type: Required[Literal["file"]]


class FileChunk(JsonModel):
    """A file that was uploaded to the service."""

    file_id: str
    """Id of the file."""
    type: Literal["file"]
    """Marks the part as a file."""

    def __init__(self, *, type: Literal["file"] = "file", file_id: str) -> None:
        self._build(locals())
