# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `ChatTokenLogprob`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from openrouterkit_runtime.model import JsonModel

from .._decoders import Each, Nested

if TYPE_CHECKING:
    from openrouterkit_runtime.members import Decoder, Names

    from .chat_token_logprob_top_logprob import ChatTokenLogprobTopLogprob


class ChatTokenLogprob(JsonModel):
    """Log probability of a token, with the most likely alternatives at its position."""

    _wire_names: ClassVar[Names] = {"bytes_": "bytes"}
    _decoders: ClassVar[Mapping[str, Decoder]] = {
        "bytes_": Each(),
        "top_logprobs": Each(Nested("ChatTokenLogprobTopLogprob")),
    }

    bytes_: list[int] | None
    """The UTF-8 bytes of the token, each from 0 to 255. A character may consist of several tokens. Null if
    the token has no bytes.
    """
    logprob: float
    """Natural logarithm of the probability of the token; 0 is certain, lower is less likely."""
    token: str
    """The token as text."""
    top_logprobs: list[ChatTokenLogprobTopLogprob]
    """The most likely tokens at this position; the request sets their number with `top_logprobs`."""

    def __init__(
        self,
        *,
        bytes_: Sequence[int] | None,
        logprob: float,
        token: str,
        top_logprobs: Sequence[ChatTokenLogprobTopLogprob | Mapping[str, Any]],
    ) -> None:
        self._build(locals())
