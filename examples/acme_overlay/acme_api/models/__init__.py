# Generated from acme.yaml sha256:821beca4db60ceda by `openrouterkit generate SPEC OUT`: do not edit; change its document, or how it is generated, instead.
"""Models, unions and enumerations of the API, each imported on first use."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from openrouterkit_runtime.lazy import LazyModels

_MODELS = LazyModels(
    __name__,
    {
        "answer": "Answer",
        "answer_piece": "AnswerPiece",
        "balance": "Balance",
        "question": "Question QuestionDict",
        "source": "Source",
        "usage": "Usage",
    },
)


def __getattr__(name: str) -> Any:
    return _MODELS.load(name)


def __dir__() -> Iterable[str]:
    return _MODELS.names()
