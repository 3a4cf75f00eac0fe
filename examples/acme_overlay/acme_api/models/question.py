# Generated from acme.yaml sha256:821beca4db60ceda by `openrouterkit generate SPEC OUT`: do not edit; change its document, or how it is generated, instead.
"""The model `Question`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Required, TypedDict

from openrouterkit_runtime.model import JsonModel
from openrouterkit_runtime.unset import UNSET

if TYPE_CHECKING:

    class QuestionDict(TypedDict, total=False):
        """`Question` as a plain dict."""

        question: Required[str]
        language: str
        stream: bool


class Question(JsonModel):
    """A question."""

    question: str
    """The question."""
    language: str | None
    """The language of the answer, such as "fr". Defaults to that of the question."""
    stream: bool | None
    """Whether to send the answer in pieces, as events."""

    def __init__(self, *, question: str, language: str = UNSET, stream: bool = UNSET) -> None:
        self._build(locals())
