# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `FileParserPlugin`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar, Literal, Required, TypedDict

from openrouterkit_runtime.model import JsonModel
from openrouterkit_runtime.unset import UNSET

from .._decoders import Nested

if TYPE_CHECKING:
    from openrouterkit_runtime.mappings import JsonObject
    from openrouterkit_runtime.members import Decoder

    from .pdf_parser_options import PDFParserOptions, PDFParserOptionsDict

    class FileParserPluginDict(TypedDict, total=False):
        """`FileParserPlugin` as a plain dict."""

        enabled: bool
        id: Required[Literal["file-parser"]]
        pdf: PDFParserOptions | PDFParserOptionsDict | JsonObject


class FileParserPlugin(JsonModel):
    """Extracts the text of attached files for models that cannot read them."""

    _decoders: ClassVar[Mapping[str, Decoder]] = {"pdf": Nested("PDFParserOptions")}

    enabled: bool | None
    """Whether the plugin is used for this request; false disables a plugin that the account enables by
    default. Defaults to true.
    """
    id: Literal["file-parser"]
    """Selects this plugin."""
    pdf: PDFParserOptions | None
    """How PDF documents are read."""

    def __init__(
        self,
        *,
        id: Literal["file-parser"] = "file-parser",
        enabled: bool = UNSET,
        pdf: PDFParserOptions | PDFParserOptionsDict | JsonObject = UNSET,
    ) -> None:
        self._build(locals())
