# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `ChatAnnotationUrlCitationUrlCitation`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Required, TypedDict

from openrouterkit_runtime.model import JsonModel
from openrouterkit_runtime.unset import UNSET

if TYPE_CHECKING:

    class ChatAnnotationUrlCitationUrlCitationDict(TypedDict, total=False):
        """`ChatAnnotationUrlCitationUrlCitation` as a plain dict."""

        content: str
        end_index: int
        start_index: int
        title: str
        url: Required[str]


class ChatAnnotationUrlCitationUrlCitation(JsonModel):
    """A cited web page."""

    content: str | None
    """Extract of the page that the search returned, as text or Markdown; often several passages in one
    string.
    """
    end_index: int | None
    """Offset in characters, within the message content, of the end of the citing passage. Search engines
    that do not report the position set both offsets to 0.
    """
    start_index: int | None
    """Offset in characters, within the message content, of the start of the citing passage; 0 if unknown."""
    title: str | None
    """Title of the page; may be empty."""
    url: str
    """URL of the page."""

    def __init__(
        self, *, url: str, content: str = UNSET, end_index: int = UNSET, start_index: int = UNSET, title: str = UNSET
    ) -> None:
        self._build(locals())
