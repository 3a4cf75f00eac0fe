# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `ChatTokenLogprobTopLogprob`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar

from openrouterkit_runtime.model import JsonModel

from .._decoders import Each

if TYPE_CHECKING:
    from openrouterkit_runtime.members import Decoder, Names


class ChatTokenLogprobTopLogprob(JsonModel):
    """One of the most likely tokens at a position."""

    _wire_names: ClassVar[Names] = {"bytes_": "bytes"}
    _decoders: ClassVar[Mapping[str, Decoder]] = {"bytes_": Each()}

    bytes_: list[int] | None
    """The UTF-8 bytes of the token, each from 0 to 255. Null if the token has no bytes."""
    logprob: float
    """Natural logarithm of the probability of the token."""
    token: str
    """The token as text."""

    def __init__(self, *, bytes_: Sequence[int] | None, logprob: float, token: str) -> None:
        self._build(locals())
