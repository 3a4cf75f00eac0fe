# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `ChatContentFileFile`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

from openrouterkit_runtime.model import JsonModel
from openrouterkit_runtime.unset import UNSET

if TYPE_CHECKING:

    class ChatContentFileFileDict(TypedDict, total=False):
        """`ChatContentFileFile` as a plain dict."""

        file_data: str
        file_id: str
        filename: str


class ChatContentFileFile(JsonModel):
    """A file, as data or by reference. Set either file_data or file_id."""

    file_data: str | None
    """An http(s) URL, or the file itself as a data URL such as data:application/pdf;base64,..."""
    file_id: str | None
    """Id of an uploaded file."""
    filename: str | None
    """Name of the file, which the model may see and annotations contain."""

    def __init__(self, *, file_data: str = UNSET, file_id: str = UNSET, filename: str = UNSET) -> None:
        self._build(locals())
