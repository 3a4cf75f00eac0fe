# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `ChatStreamChoice`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar

from openrouterkit_runtime.model import JsonModel
from openrouterkit_runtime.unset import UNSET

from .._decoders import Nested

if TYPE_CHECKING:
    from openrouterkit_runtime.members import Decoder

    from ._enumerations import ChatFinishReasonEnum
    from .chat_stream_delta import ChatStreamDelta
    from .chat_token_logprobs import ChatTokenLogprobs
    from .error_response_error import ErrorResponseError


class ChatStreamChoice(JsonModel):
    """The parts that a chunk adds to a choice."""

    _decoders: ClassVar[Mapping[str, Decoder]] = {
        "delta": Nested("ChatStreamDelta"),
        "error": Nested("ErrorResponseError"),
        "logprobs": Nested("ChatTokenLogprobs"),
    }

    delta: ChatStreamDelta
    """The new parts of the message."""
    error: ErrorResponseError | None
    """Why the provider failed while it generated this choice. `finish_reason` is then `error`."""
    finish_reason: ChatFinishReasonEnum | None
    """Why the model stopped, in terms common to all providers. Null until then. A later chunk may repeat
    it, also with another value.
    """
    index: int
    """The choice that the chunk belongs to, from 0."""
    logprobs: ChatTokenLogprobs | None
    """Log probabilities of the tokens of this chunk, if the request sets `logprobs` and the model supports
    them.
    """
    native_finish_reason: str | None
    """Why the model stopped, in the terms of the provider. Null until then."""

    def __init__(
        self,
        *,
        delta: ChatStreamDelta | Mapping[str, Any],
        finish_reason: ChatFinishReasonEnum | None,
        index: int,
        error: ErrorResponseError | Mapping[str, Any] = UNSET,
        logprobs: ChatTokenLogprobs | Mapping[str, Any] | None = UNSET,
        native_finish_reason: str | None = UNSET,
    ) -> None:
        self._build(locals())
