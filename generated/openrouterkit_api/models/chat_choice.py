# Generated from openapi.yaml sha256:2a84a556e8138f46 by `make generate`: do not edit, change the contract or codegen/ instead.
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
    """One completion of a chat answer."""

    _decoders: ClassVar[Mapping[str, Decoder]] = {
        "error": Nested("ErrorResponseError"),
        "logprobs": Nested("ChatTokenLogprobs"),
        "message": Nested("ChatAssistantMessage"),
    }

    error: ErrorResponseError | None
    """Why the provider failed while it produced this choice. `finish_reason` is then `error`."""
    finish_reason: ChatFinishReasonEnum | None
    """Why the model stopped, in terms common to all providers. Null when the provider gave no reason."""
    index: int
    """Position of the choice in the answer, from 0."""
    logprobs: ChatTokenLogprobs | None
    """Log probabilities of the tokens in the message, when the request asks for `logprobs` and the model
    supports them.
    """
    message: ChatAssistantMessage
    """The message of the model. Append it to the conversation unchanged to continue it."""
    native_finish_reason: str | None
    """Why the model stopped, in the words of the provider, for example `end_turn` or `max_output_tokens`."""

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
