# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `ChatTokenLogprobs`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from openrouterkit_runtime.model import JsonModel
from openrouterkit_runtime.unset import UNSET

from .._decoders import Each, Nested

if TYPE_CHECKING:
    from openrouterkit_runtime.members import Decoder

    from .chat_token_logprob import ChatTokenLogprob


class ChatTokenLogprobs(JsonModel):
    """Log probabilities of the tokens of one choice."""

    _decoders: ClassVar[Mapping[str, Decoder]] = {
        "content": Each(Nested("ChatTokenLogprob")),
        "refusal": Each(Nested("ChatTokenLogprob")),
    }

    content: list[ChatTokenLogprob] | None
    """One entry per token of the message content. Null if there is no content."""
    refusal: list[ChatTokenLogprob] | None
    """One entry per token of the refusal. Null if the model did not refuse."""

    def __init__(
        self,
        *,
        content: Sequence[ChatTokenLogprob | Mapping[str, Any]] | None,
        refusal: Sequence[ChatTokenLogprob | Mapping[str, Any]] | None = UNSET,
    ) -> None:
        self._build(locals())
