# Generated from mistral.yaml sha256:807b1b468b19223d by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `EmbeddingRequest`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar, Required, TypedDict

from openrouterkit_runtime.model import JsonModel
from openrouterkit_runtime.unset import UNSET

from .._decoders import Each, Kinds, Mapped

if TYPE_CHECKING:
    from openrouterkit_runtime.members import Decoder

    from ._enumerations import EmbeddingDtype, EncodingFormat

    class EmbeddingRequestDict(TypedDict, total=False):
        """`EmbeddingRequest` as a plain dict."""

        encoding_format: EncodingFormat
        input: Required[str | Sequence[str]]
        metadata: Mapping[str, Any] | None
        model: Required[str]
        output_dimension: int | None
        output_dtype: EmbeddingDtype


class EmbeddingRequest(JsonModel):
    """A request for embeddings."""

    _decoders: ClassVar[Mapping[str, Decoder]] = {"input": Kinds(array=Each()), "metadata": Mapped()}

    encoding_format: EncodingFormat | None
    """How vectors are sent: as lists of numbers, or as base64 text."""
    input: str | list[str]
    """The text, or the texts, to convert."""
    metadata: dict[str, Any] | None
    """Your own data to store with the request."""
    model: str
    """Id or alias of a model for embeddings, such as mistral-embed."""
    output_dimension: int | None
    """Number of dimensions of the vectors, for models where this can be set. Defaults to the maximum of
    the model.
    """
    output_dtype: EmbeddingDtype | None
    """Kind of the numbers, for models where this can be set. Defaults to float."""

    def __init__(
        self,
        *,
        input: str | Sequence[str],
        model: str,
        encoding_format: EncodingFormat = UNSET,
        metadata: Mapping[str, Any] | None = UNSET,
        output_dimension: int | None = UNSET,
        output_dtype: EmbeddingDtype = UNSET,
    ) -> None:
        self._build(locals())
