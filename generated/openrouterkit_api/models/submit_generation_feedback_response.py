# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `SubmitGenerationFeedbackResponse`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar

from openrouterkit_runtime.model import JsonModel

from .._decoders import Nested

if TYPE_CHECKING:
    from openrouterkit_runtime.members import Decoder

    from .submit_generation_feedback_response_data import SubmitGenerationFeedbackResponseData


class SubmitGenerationFeedbackResponse(JsonModel):
    """The response to a report about a generation."""

    _decoders: ClassVar[Mapping[str, Decoder]] = {"data": Nested("SubmitGenerationFeedbackResponseData")}

    data: SubmitGenerationFeedbackResponseData
    """The result of the report."""

    def __init__(self, *, data: SubmitGenerationFeedbackResponseData | Mapping[str, Any]) -> None:
        self._build(locals())
