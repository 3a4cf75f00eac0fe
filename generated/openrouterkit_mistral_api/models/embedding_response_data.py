# Generated from mistral.yaml sha256:807b1b468b19223d by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `EmbeddingResponseData`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar, Literal

from openrouterkit_runtime.model import JsonModel
from openrouterkit_runtime.unset import UNSET

from .._decoders import Each, Kinds

if TYPE_CHECKING:
    from openrouterkit_runtime.members import Decoder


class EmbeddingResponseData(JsonModel):
    """The vector of a text."""

    _decoders: ClassVar[Mapping[str, Decoder]] = {"embedding": Kinds(array=Each())}

    embedding: list[float] | str | None
    """The vector: a list of numbers, or base64 text of its bytes if the request sets `encoding_format` to
    base64.
    """
    index: int | None
    """Position of the text in the request, from 0."""
    object: Literal["embedding"] | None
    """Kind of the object."""

    def __init__(
        self, *, embedding: Sequence[float] | str = UNSET, index: int = UNSET, object: Literal["embedding"] = UNSET
    ) -> None:
        self._build(locals())
