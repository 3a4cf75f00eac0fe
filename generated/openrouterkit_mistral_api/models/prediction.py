# Generated from mistral.yaml sha256:807b1b468b19223d by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `Prediction`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypedDict

from openrouterkit_runtime.model import JsonModel
from openrouterkit_runtime.unset import UNSET

if TYPE_CHECKING:

    class PredictionDict(TypedDict, total=False):
        """`Prediction` as a plain dict."""

        content: str
        type: Literal["content"]


class Prediction(JsonModel):
    """Text that is expected in the answer."""

    content: str | None
    """The expected text. Defaults to an empty text."""
    type: Literal["content"] | None
    """Kind of the prediction; content is the only one."""

    def __init__(self, *, content: str = UNSET, type: Literal["content"] = UNSET) -> None:
        self._build(locals())
