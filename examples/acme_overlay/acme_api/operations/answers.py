# Generated from acme.yaml sha256:821beca4db60ceda by `openrouterkit generate SPEC OUT`: do not edit; change its document, or how it is generated, instead.
"""Answers: Ask questions, and get answers with their sources."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from openrouterkit_runtime.endpoint import Body, Endpoint
from openrouterkit_runtime.operation import StreamingOperation
from openrouterkit_runtime.responses import Events, Responses
from openrouterkit_runtime.unset import UNSET

from .._decoders import Nested
from ..security import SECURITY_SCHEMES

if TYPE_CHECKING:
    from openrouterkit_runtime.mappings import JsonObject

    from ..models.answer import Answer
    from ..models.answer_piece import AnswerPiece
    from ..models.question import Question, QuestionDict


_ASK: Endpoint[StreamingOperation[Answer, AnswerPiece]] = Endpoint(
    id="ask",
    name="answers.ask",
    method="POST",
    path="/answers",
    kind=StreamingOperation,
    body=Body(
        "application/json",
        {"question": "question", "language": "language", "stream": "stream"},
        required=("question",),
        objects=(),
    ),
    responses=Responses({"200": {"application/json": Nested("Answer")}}, required_member="sources"),
    response_kind="object",
    events=Events(Nested("AnswerPiece"), sentinel=None, switch="stream", complete_when="closed"),
    security=(("key",), ("app",)),
    schemes=SECURITY_SCHEMES,
)


def ask(
    body: Question | QuestionDict | JsonObject | None = None,
    /,
    *,
    question: str = UNSET,
    language: str = UNSET,
    stream: bool = UNSET,
    extra_headers: Mapping[str, str] | None = None,
    extra_query: Mapping[str, Any] | None = None,
    extra_body: Mapping[str, Any] | None = None,
) -> StreamingOperation[Answer, AnswerPiece]:
    """Answer a question.

    Returns the operation `POST /answers` without sending it. The keyword
    arguments are those of `Answers.ask` in `namespaces.answers`.

    Args:
        body: The request body. Keyword arguments replace its members.

    Raises:
        TypeError: A required argument is missing, or an argument has the wrong type.
    """
    return _ASK.build(locals(), body)


_STREAM_ASK = _ASK.with_name("answers.stream_ask")


def stream_ask(
    body: Question | QuestionDict | JsonObject | None = None,
    /,
    *,
    question: str = UNSET,
    language: str = UNSET,
    extra_headers: Mapping[str, str] | None = None,
    extra_query: Mapping[str, Any] | None = None,
    extra_body: Mapping[str, Any] | None = None,
) -> StreamingOperation[Answer, AnswerPiece]:
    """Answer a question, as an event stream.

    Returns the operation `POST /answers` without sending it. The keyword
    arguments are those of `Answers.ask` in `namespaces.answers`.

    Args:
        body: The request body. Keyword arguments replace its members.

    Raises:
        TypeError: A required argument is missing, or an argument has the wrong type.
    """
    return _STREAM_ASK.build(locals(), body).with_stream()
