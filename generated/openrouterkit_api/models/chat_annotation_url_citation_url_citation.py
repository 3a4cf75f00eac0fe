# Generated from openapi.yaml sha256:2a84a556e8138f46 by `make generate`: do not edit, change the contract or codegen/ instead.
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
    """Offset in characters, within the message content, at which the citing passage ends. Search engines
    that do not tell the place give 0 for both offsets.
    """
    start_index: int | None
    """Offset in characters, within the message content, at which the citing passage begins; 0 if unknown."""
    title: str | None
    """Title of the page; may be empty."""
    url: str
    """Address of the page."""

    def __init__(
        self, *, url: str, content: str = UNSET, end_index: int = UNSET, start_index: int = UNSET, title: str = UNSET
    ) -> None:
        self._build(locals())
