# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `SubmitGenerationFeedbackRequest`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Required, TypedDict

from openrouterkit_runtime.model import JsonModel
from openrouterkit_runtime.unset import UNSET

if TYPE_CHECKING:
    from ._enumerations import SubmitGenerationFeedbackRequestCategory

    class SubmitGenerationFeedbackRequestDict(TypedDict, total=False):
        """`SubmitGenerationFeedbackRequest` as a plain dict."""

        category: Required[SubmitGenerationFeedbackRequestCategory]
        comment: str
        generation_id: Required[str]


class SubmitGenerationFeedbackRequest(JsonModel):
    """A problem with a generation."""

    category: SubmitGenerationFeedbackRequestCategory
    """Kind of the problem."""
    comment: str | None
    """Description of the problem; at most 1000 characters."""
    generation_id: str
    """Identifier of the generation, as in its response."""

    def __init__(
        self, *, category: SubmitGenerationFeedbackRequestCategory, generation_id: str, comment: str = UNSET
    ) -> None:
        self._build(locals())
