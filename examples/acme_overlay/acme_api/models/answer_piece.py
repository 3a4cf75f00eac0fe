# Generated from acme.yaml sha256:821beca4db60ceda by `openrouterkit generate SPEC OUT`: do not edit; change its document, or how it is generated, instead.
"""The model `AnswerPiece`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from openrouterkit_runtime.model import JsonModel
from openrouterkit_runtime.unset import UNSET

from .._decoders import Each, Nested

if TYPE_CHECKING:
    from openrouterkit_runtime.members import Decoder

    from .source import Source
    from .usage import Usage


class AnswerPiece(JsonModel):
    """A piece of an answer; each has some of the members."""

    _decoders: ClassVar[Mapping[str, Decoder]] = {"sources": Each(Nested("Source")), "usage": Nested("Usage")}

    id: str | None
    """The id of the answer."""
    text: str | None
    """Further text."""
    sources: list[Source] | None
    """Further sources."""
    usage: Usage | None

    def __init__(
        self,
        *,
        id: str = UNSET,
        text: str = UNSET,
        sources: Sequence[Source | Mapping[str, Any]] = UNSET,
        usage: Usage | Mapping[str, Any] = UNSET,
    ) -> None:
        self._build(locals())
