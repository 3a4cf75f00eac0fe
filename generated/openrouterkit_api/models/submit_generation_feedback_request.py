# Generated from openapi.yaml sha256:2a84a556e8138f46 by `make generate`: do not edit, change the contract or codegen/ instead.
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
    """What was wrong with a generation."""

    category: SubmitGenerationFeedbackRequestCategory
    """What kind of fault it was."""
    comment: str | None
    """What was wrong, in words; at most 1000 characters."""
    generation_id: str
    """Identifier of the generation, as in its answer."""

    def __init__(
        self, *, category: SubmitGenerationFeedbackRequestCategory, generation_id: str, comment: str = UNSET
    ) -> None:
        self._build(locals())
