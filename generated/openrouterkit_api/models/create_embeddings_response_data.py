# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `CreateEmbeddingsResponseData`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar, Literal

from openrouterkit_runtime.model import JsonModel
from openrouterkit_runtime.unset import UNSET

from .._decoders import Each, Kinds

if TYPE_CHECKING:
    from openrouterkit_runtime.members import Decoder


class CreateEmbeddingsResponseData(JsonModel):
    """The vector of one input."""

    _decoders: ClassVar[Mapping[str, Decoder]] = {"embedding": Kinds(array=Each())}

    embedding: list[float] | str
    """The vector: a list of numbers, or base64 of little-endian 32-bit floats if the request selected
    that.
    """
    index: int | None
    """The input that the vector belongs to, from 0."""
    object: Literal["embedding"]
    """Kind of the object, always embedding."""

    def __init__(
        self, *, object: Literal["embedding"] = "embedding", embedding: Sequence[float] | str, index: int = UNSET
    ) -> None:
        self._build(locals())
