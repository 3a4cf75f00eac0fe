# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `PredictionContentText`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, Required, TypedDict

from openrouterkit_runtime.model import JsonModel

if TYPE_CHECKING:

    class PredictionContentTextDict(TypedDict, total=False):
        """`PredictionContentText` as a plain dict."""

        text: Required[str]
        type: Required[Literal["text"]]


class PredictionContentText(JsonModel):
    """A piece of expected text."""

    text: str
    """The text."""
    type: Literal["text"]
    """Marks this part as text."""

    def __init__(self, *, type: Literal["text"] = "text", text: str) -> None:
        self._build(locals())
