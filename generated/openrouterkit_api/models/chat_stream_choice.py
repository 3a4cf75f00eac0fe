# Generated from openapi.yaml sha256:2a84a556e8138f46 by `make generate`: do not edit, change the contract or codegen/ instead.
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
    """What one choice gains with a chunk."""

    _decoders: ClassVar[Mapping[str, Decoder]] = {
        "delta": Nested("ChatStreamDelta"),
        "error": Nested("ErrorResponseError"),
        "logprobs": Nested("ChatTokenLogprobs"),
    }

    delta: ChatStreamDelta
    """The new parts of the message."""
    error: ErrorResponseError | None
    """Why the provider failed while it produced this choice. `finish_reason` is then `error`."""
    finish_reason: ChatFinishReasonEnum | None
    """Why the model stopped, in terms common to all providers. Null while it goes on. It may be repeated
    by a later chunk, with another value too.
    """
    index: int
    """Which choice the chunk belongs to, from 0."""
    logprobs: ChatTokenLogprobs | None
    """Log probabilities of the tokens in this chunk, when the request asks for `logprobs` and the model
    supports them.
    """
    native_finish_reason: str | None
    """Why the model stopped, in the words of the provider. Null while it goes on."""

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
