# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `PDFParserOptions`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

from openrouterkit_runtime.model import JsonModel
from openrouterkit_runtime.unset import UNSET

if TYPE_CHECKING:
    from ._enumerations import PDFParserEngine

    class PDFParserOptionsDict(TypedDict, total=False):
        """`PDFParserOptions` as a plain dict."""

        engine: PDFParserEngine


class PDFParserOptions(JsonModel):
    """How PDF documents are read."""

    engine: PDFParserEngine | None
    """Engine that reads them. Defaults to the model itself if it can read them, otherwise to a parser of
    the service.
    """

    def __init__(self, *, engine: PDFParserEngine = UNSET) -> None:
        self._build(locals())
