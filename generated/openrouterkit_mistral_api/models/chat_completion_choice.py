# Generated from mistral.yaml sha256:807b1b468b19223d by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `ChatCompletionChoice`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from openrouterkit_runtime.model import JsonModel
from openrouterkit_runtime.unset import UNSET

from .._decoders import Each, Mapped, Nested

if TYPE_CHECKING:
    from openrouterkit_runtime.mappings import JsonObject
    from openrouterkit_runtime.members import Decoder

    from ._enumerations import FinishReason
    from .assistant_message import AssistantMessage, AssistantMessageDict
    from .delta_message import DeltaMessage


class ChatCompletionChoice(JsonModel):
    """One of the completions of a response."""

    _decoders: ClassVar[Mapping[str, Decoder]] = {
        "logprobs": Mapped(),
        "message": Nested("AssistantMessage"),
        "messages": Each(Nested("DeltaMessage")),
        "prompt_logprobs": Mapped(),
    }

    finish_reason: FinishReason
    """Why the model stopped."""
    index: int
    """Position of the choice, from 0."""
    logprobs: dict[str, Any] | None
    """Log probabilities of the tokens, if the request sets `logprobs`."""
    message: AssistantMessage | None
    """The message of the model."""
    messages: list[DeltaMessage] | None
    """The messages of the model, if tools of the service led to several."""
    prompt_logprobs: dict[str, Any] | None
    """Log probabilities of the tokens of the prompt, if the request sets `prompt_logprobs`."""

    def __init__(
        self,
        *,
        finish_reason: FinishReason,
        index: int,
        logprobs: Mapping[str, Any] | None = UNSET,
        message: AssistantMessage | AssistantMessageDict | JsonObject = UNSET,
        messages: Sequence[DeltaMessage | Mapping[str, Any]] = UNSET,
        prompt_logprobs: Mapping[str, Any] | None = UNSET,
    ) -> None:
        self._build(locals())
