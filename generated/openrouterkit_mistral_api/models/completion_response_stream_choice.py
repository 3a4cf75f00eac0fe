# Generated from mistral.yaml sha256:807b1b468b19223d by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `CompletionResponseStreamChoice`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar

from openrouterkit_runtime.model import JsonModel
from openrouterkit_runtime.unset import UNSET

from .._decoders import Mapped, Nested

if TYPE_CHECKING:
    from openrouterkit_runtime.members import Decoder

    from ._enumerations import FinishReason
    from .delta_message import DeltaMessage


class CompletionResponseStreamChoice(JsonModel):
    """The parts that a chunk adds to a choice."""

    _decoders: ClassVar[Mapping[str, Decoder]] = {
        "delta": Nested("DeltaMessage"),
        "logprobs": Mapped(),
        "prompt_logprobs": Mapped(),
    }

    delta: DeltaMessage
    """The new parts of the message."""
    finish_reason: FinishReason | None
    """Why the model stopped. Null until then."""
    index: int
    """The choice that the chunk belongs to, from 0."""
    logprobs: dict[str, Any] | None
    """Log probabilities of the tokens of this chunk."""
    prompt_logprobs: dict[str, Any] | None
    """Log probabilities of the tokens of the prompt."""

    def __init__(
        self,
        *,
        delta: DeltaMessage | Mapping[str, Any],
        finish_reason: FinishReason | None,
        index: int,
        logprobs: Mapping[str, Any] | None = UNSET,
        prompt_logprobs: Mapping[str, Any] | None = UNSET,
    ) -> None:
        self._build(locals())
