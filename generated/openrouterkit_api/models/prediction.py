# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `Prediction`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar, Literal, Required, TypedDict

from openrouterkit_runtime.model import JsonModel

from .._decoders import Each, Kinds, Nested

if TYPE_CHECKING:
    from openrouterkit_runtime.mappings import JsonObject
    from openrouterkit_runtime.members import Decoder

    from .prediction_content_text import PredictionContentText, PredictionContentTextDict

    class PredictionDict(TypedDict, total=False):
        """`Prediction` as a plain dict."""

        content: Required[str | Sequence[PredictionContentText | PredictionContentTextDict | JsonObject]]
        type: Required[Literal["content"]]


class Prediction(JsonModel):
    """Text that is expected to make up most of the answer, such as a file to edit. Models that support it
    respond faster.
    """

    _decoders: ClassVar[Mapping[str, Decoder]] = {"content": Kinds(array=Each(Nested("PredictionContentText")))}

    content: str | list[PredictionContentText]
    """The expected text, as a string or as text parts."""
    type: Literal["content"]
    """Kind of prediction; content is the only one."""

    def __init__(
        self,
        *,
        type: Literal["content"] = "content",
        content: str | Sequence[PredictionContentText | PredictionContentTextDict | JsonObject],
    ) -> None:
        self._build(locals())
