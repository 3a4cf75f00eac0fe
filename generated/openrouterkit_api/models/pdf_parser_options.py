# Generated from openapi.yaml sha256:2a84a556e8138f46 by `make generate`: do not edit, change the contract or codegen/ instead.
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
    """What reads them. When absent, the model itself where it can, else a parser of the service."""

    def __init__(self, *, engine: PDFParserEngine = UNSET) -> None:
        self._build(locals())
