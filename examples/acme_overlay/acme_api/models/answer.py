# Generated from acme.yaml sha256:821beca4db60ceda by `openrouterkit generate SPEC OUT`: do not edit; change its document, or how it is generated, instead.
"""The model `Answer`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from openrouterkit_runtime.model import JsonModel

from .._decoders import Each, Nested

if TYPE_CHECKING:
    from openrouterkit_runtime.members import Decoder

    from .source import Source
    from .usage import Usage


class Answer(JsonModel):
    """An answer."""

    _decoders: ClassVar[Mapping[str, Decoder]] = {"sources": Each(Nested("Source")), "usage": Nested("Usage")}

    id: str
    """The id of the answer."""
    text: str
    """The text of the answer."""
    sources: list[Source]
    """What the answer is based on."""
    usage: Usage

    def __init__(
        self, *, id: str, text: str, sources: Sequence[Source | Mapping[str, Any]], usage: Usage | Mapping[str, Any]
    ) -> None:
        self._build(locals())
