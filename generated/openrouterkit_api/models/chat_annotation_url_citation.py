# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `ChatAnnotationUrlCitation`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar, Literal, Required, TypedDict

from openrouterkit_runtime.model import JsonModel

from .._decoders import Nested

if TYPE_CHECKING:
    from openrouterkit_runtime.mappings import JsonObject
    from openrouterkit_runtime.members import Decoder

    from .chat_annotation_url_citation_url_citation import (
        ChatAnnotationUrlCitationUrlCitation,
        ChatAnnotationUrlCitationUrlCitationDict,
    )

    class ChatAnnotationUrlCitationDict(TypedDict, total=False):
        """`ChatAnnotationUrlCitation` as a plain dict."""

        type: Required[Literal["url_citation"]]
        url_citation: Required[
            ChatAnnotationUrlCitationUrlCitation | ChatAnnotationUrlCitationUrlCitationDict | JsonObject
        ]


class ChatAnnotationUrlCitation(JsonModel):
    """A web page that the answer cites; added by web search."""

    _decoders: ClassVar[Mapping[str, Decoder]] = {"url_citation": Nested("ChatAnnotationUrlCitationUrlCitation")}

    type: Literal["url_citation"]
    """Marks this annotation as a citation of a web page."""
    url_citation: ChatAnnotationUrlCitationUrlCitation
    """The cited page, and the position of the citation in the answer."""

    def __init__(
        self,
        *,
        type: Literal["url_citation"] = "url_citation",
        url_citation: ChatAnnotationUrlCitationUrlCitation | ChatAnnotationUrlCitationUrlCitationDict | JsonObject,
    ) -> None:
        self._build(locals())
