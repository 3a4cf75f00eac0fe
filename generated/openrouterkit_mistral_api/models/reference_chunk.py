# Generated from mistral.yaml sha256:807b1b468b19223d by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `ReferenceChunk`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar, Literal, Required, TypedDict

from openrouterkit_runtime.model import JsonModel

from .._decoders import Each

if TYPE_CHECKING:
    from openrouterkit_runtime.members import Decoder

    from .reference_id import ReferenceID, ReferenceIDDict

    class ReferenceChunkDict(TypedDict, total=False):
        """`ReferenceChunk` as a plain dict."""

        reference_ids: Required[Sequence[ReferenceID | ReferenceIDDict]]
        type: Required[Literal["reference"]]


class ReferenceChunk(JsonModel):
    """A reference to sources that the model was given."""

    _decoders: ClassVar[Mapping[str, Decoder]] = {"reference_ids": Each()}

    reference_ids: list[ReferenceID]
    """Ids of the sources."""
    type: Literal["reference"]
    """Marks the part as a reference."""

    def __init__(
        self, *, type: Literal["reference"] = "reference", reference_ids: Sequence[ReferenceID | ReferenceIDDict]
    ) -> None:
        self._build(locals())
