# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `ContentPartText`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, Required, TypedDict

from openrouterkit_runtime.model import JsonModel

if TYPE_CHECKING:

    class ContentPartTextDict(TypedDict, total=False):
        """`ContentPartText` as a plain dict."""

        text: Required[str]
        type: Required[Literal["text"]]


class ContentPartText(JsonModel):
    """A text part."""

    text: str
    """The text, at least one character."""
    type: Literal["text"]
    """Marks this kind of part."""

    def __init__(self, *, type: Literal["text"] = "text", text: str) -> None:
        self._build(locals())
