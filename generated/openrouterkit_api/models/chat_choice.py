# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `ChatChoice`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar

from openrouterkit_runtime.model import JsonModel
from openrouterkit_runtime.unset import UNSET

from .._decoders import Nested

if TYPE_CHECKING:
    from openrouterkit_runtime.mappings import JsonObject
    from openrouterkit_runtime.members import Decoder

    from ._enumerations import ChatFinishReasonEnum
    from .chat_assistant_message import ChatAssistantMessage, ChatAssistantMessageDict
    from .chat_token_logprobs import ChatTokenLogprobs
    from .error_response_error import ErrorResponseError


class ChatChoice(JsonModel):
    """One completion of a chat response."""

    _decoders: ClassVar[Mapping[str, Decoder]] = {
        "error": Nested("ErrorResponseError"),
        "logprobs": Nested("ChatTokenLogprobs"),
        "message": Nested("ChatAssistantMessage"),
    }

    error: ErrorResponseError | None
    """Why the provider failed while it generated this choice. `finish_reason` is then `error`."""
    finish_reason: ChatFinishReasonEnum | None
    """Why the model stopped, in terms common to all providers. Null if the provider reported no reason."""
    index: int
    """Position of the choice in the response, from 0."""
    logprobs: ChatTokenLogprobs | None
    """Log probabilities of the tokens of the message, if the request sets `logprobs` and the model
    supports them.
    """
    message: ChatAssistantMessage
    """The message of the model. To continue the conversation, append it unchanged."""
    native_finish_reason: str | None
    """Why the model stopped, in the terms of the provider, for example `end_turn` or `max_output_tokens`."""

    def __init__(
        self,
        *,
        finish_reason: ChatFinishReasonEnum | None,
        index: int,
        message: ChatAssistantMessage | ChatAssistantMessageDict | JsonObject,
        error: ErrorResponseError | Mapping[str, Any] = UNSET,
        logprobs: ChatTokenLogprobs | Mapping[str, Any] | None = UNSET,
        native_finish_reason: str | None = UNSET,
    ) -> None:
        self._build(locals())
