# Generated from openapi.yaml sha256:2a84a556e8138f46 by `make generate`: do not edit, change the contract or codegen/ instead.
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
    """What to embed, and with which model."""

    _decoders: ClassVar[Mapping[str, Decoder]] = {
        "input": Kinds(array=Each(Kinds(array=Each(), object=Nested("CreateEmbeddingsRequestInput")))),
        "provider": Nested("ProviderPreferences"),
    }

    dimensions: int | None
    """How many numbers each vector is to have, from 1. The model's own number when absent; not every model
    can change it.
    """
    encoding_format: CreateEmbeddingsRequestEncodingFormat | None
    """How the vectors are to be written. Lists of numbers when absent."""
    input: str | list[str] | list[int] | list[list[int]] | list[CreateEmbeddingsRequestInput]
    """What to embed: a text, or its tokens as a list of integers, gives one vector; a list of texts, of
    lists of tokens, or of inputs with content parts gives one for each.
    """
    input_type: str | None
    """What the vectors are for, in a word that the model knows, such as `search_query` or
    `search_document`. Ignored by models that make no difference.
    """
    model: str
    """Model to use, for example `openai/text-embedding-3-small`."""
    provider: ProviderPreferences | None
    """Which providers may serve the request, and in what order they are tried. Null or absent leaves it to
    the settings of the account.
    """
    user: str | None
    """Name of your own for the end user, which helps the service to find abuse."""

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
