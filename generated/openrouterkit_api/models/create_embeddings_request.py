# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `CreateEmbeddingsRequest`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar, Required, TypedDict

from openrouterkit_runtime.model import JsonModel
from openrouterkit_runtime.unset import UNSET

from .._decoders import Each, Kinds, Nested

if TYPE_CHECKING:
    from openrouterkit_runtime.mappings import JsonObject
    from openrouterkit_runtime.members import Decoder

    from ._enumerations import CreateEmbeddingsRequestEncodingFormat
    from .create_embeddings_request_input import CreateEmbeddingsRequestInput, CreateEmbeddingsRequestInputDict
    from .provider_preferences import ProviderPreferences, ProviderPreferencesDict

    class CreateEmbeddingsRequestDict(TypedDict, total=False):
        """`CreateEmbeddingsRequest` as a plain dict."""

        dimensions: int
        encoding_format: CreateEmbeddingsRequestEncodingFormat
        input: Required[
            str
            | Sequence[str]
            | Sequence[int]
            | Sequence[Sequence[int]]
            | Sequence[CreateEmbeddingsRequestInput | CreateEmbeddingsRequestInputDict | JsonObject]
        ]
        input_type: str
        model: Required[str]
        provider: ProviderPreferences | ProviderPreferencesDict | JsonObject | None
        user: str


class CreateEmbeddingsRequest(JsonModel):
    """The inputs to embed, and the model."""

    _decoders: ClassVar[Mapping[str, Decoder]] = {
        "input": Kinds(array=Each(Kinds(array=Each(), object=Nested("CreateEmbeddingsRequestInput")))),
        "provider": Nested("ProviderPreferences"),
    }

    dimensions: int | None
    """Number of dimensions of each vector, from 1. Defaults to that of the model; not all models support
    other values.
    """
    encoding_format: CreateEmbeddingsRequestEncodingFormat | None
    """Encoding of the vectors. Defaults to lists of numbers."""
    input: str | list[str] | list[int] | list[list[int]] | list[CreateEmbeddingsRequestInput]
    """The inputs. A text, or its tokens as a list of integers, returns one vector; a list of texts, of
    lists of tokens, or of inputs with content parts returns one vector per item.
    """
    input_type: str | None
    """Purpose of the vectors, as a term that the model knows, such as `search_query` or `search_document`.
    Models without this distinction ignore it.
    """
    model: str
    """Model to use, for example `openai/text-embedding-3-small`."""
    provider: ProviderPreferences | None
    """Which providers may serve the request, and in which order they are tried. Null or absent means the
    settings of the account.
    """
    user: str | None
    """Your own name of the end user, which helps the service to detect abuse."""

    def __init__(
        self,
        *,
        input: str
        | Sequence[str]
        | Sequence[int]
        | Sequence[Sequence[int]]
        | Sequence[CreateEmbeddingsRequestInput | CreateEmbeddingsRequestInputDict | JsonObject],
        model: str,
        dimensions: int = UNSET,
        encoding_format: CreateEmbeddingsRequestEncodingFormat = UNSET,
        input_type: str = UNSET,
        provider: ProviderPreferences | ProviderPreferencesDict | JsonObject | None = UNSET,
        user: str = UNSET,
    ) -> None:
        self._build(locals())
