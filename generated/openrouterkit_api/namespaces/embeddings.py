# Generated from openapi.yaml sha256:2a84a556e8138f46 by `make generate`: do not edit, change the contract or codegen/ instead.
"""Embeddings: Turn texts and other inputs into vectors that can be compared."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from openrouterkit_runtime.unset import UNSET

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from openrouterkit_runtime.mappings import JsonObject
    from openrouterkit_runtime.sender import AsyncPaging, AsyncSender, Options, Paging, Sender, Timeout

    from ..models._enumerations import CreateEmbeddingsRequestEncodingFormat
    from ..models.create_embeddings_request_input import CreateEmbeddingsRequestInput, CreateEmbeddingsRequestInputDict
    from ..models.create_embeddings_response import CreateEmbeddingsResponse
    from ..models.model import Model
    from ..models.models_list_response import ModelsListResponse
    from ..models.provider_preferences import ProviderPreferences, ProviderPreferencesDict


class Embeddings:
    """Turn texts and other inputs into vectors that can be compared."""

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    def generate(
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
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: Timeout = UNSET,
        options: Options | None = None,
    ) -> CreateEmbeddingsResponse:
        """Create embeddings.

        Turns each input into a vector, so that inputs of similar meaning lie close to each other. Several
        inputs may stand in one request; the answer has one vector for each of them.

        Args:
            input: What to embed: a text, or its tokens as a list of integers, gives one vector; a list of
                texts, of lists of tokens, or of inputs with content parts gives one for each.
            model: Model to use, for example `openai/text-embedding-3-small`.
            dimensions: How many numbers each vector is to have, from 1. The model's own number when absent;
                not every model can change it.
            encoding_format: How the vectors are to be written. Lists of numbers when absent.
            input_type: What the vectors are for, in a word that the model knows, such as `search_query` or
                `search_document`. Ignored by models that make no difference.
            provider: Which providers may serve the request, and in what order they are tried. Null or
                absent leaves it to the settings of the account.
            user: Name of your own for the end user, which helps the service to find abuse.
            extra_headers, extra_query, extra_body: Merged over what the other arguments give.
            timeout: Seconds for connect, read, write and pool each, or limits of the client's own kind;
                None for no limit.
            options: Options of the client for this call.
        """
        _given = locals()
        from ..operations.embeddings import _GENERATE as _endpoint

        _operation = _endpoint.build(_given)
        return self._sender.send(_operation, timeout=timeout, options=options)

    def list_models(
        self,
        *,
        offset: int | None = UNSET,
        limit: int = UNSET,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: Timeout = UNSET,
        options: Options | None = None,
    ) -> Paging[Model, ModelsListResponse]:
        """List embedding models.

        Lists the models that create embeddings, page by page.

        Args:
            offset: How many models to skip before the page begins, from 0.
            limit: How many models a page holds, from 1 to 1000.
            extra_headers, extra_query, extra_body: Merged over what the other arguments give.
            timeout: Seconds for connect, read, write and pool each, or limits of the client's own kind;
                None for no limit.
            options: Options of the client for this call.
        """
        _given = locals()
        from ..operations.embeddings import _LIST_MODELS as _endpoint

        _operation = _endpoint.build(_given)
        return self._sender.pages(_operation, timeout=timeout, options=options)


class AsyncEmbeddings:
    """Turn texts and other inputs into vectors that can be compared."""

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    async def generate(
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
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: Timeout = UNSET,
        options: Options | None = None,
    ) -> CreateEmbeddingsResponse:
        """Create embeddings.

        Turns each input into a vector, so that inputs of similar meaning lie close to each other. Several
        inputs may stand in one request; the answer has one vector for each of them.

        Args:
            input: What to embed: a text, or its tokens as a list of integers, gives one vector; a list of
                texts, of lists of tokens, or of inputs with content parts gives one for each.
            model: Model to use, for example `openai/text-embedding-3-small`.
            dimensions: How many numbers each vector is to have, from 1. The model's own number when absent;
                not every model can change it.
            encoding_format: How the vectors are to be written. Lists of numbers when absent.
            input_type: What the vectors are for, in a word that the model knows, such as `search_query` or
                `search_document`. Ignored by models that make no difference.
            provider: Which providers may serve the request, and in what order they are tried. Null or
                absent leaves it to the settings of the account.
            user: Name of your own for the end user, which helps the service to find abuse.
            extra_headers, extra_query, extra_body: Merged over what the other arguments give.
            timeout: Seconds for connect, read, write and pool each, or limits of the client's own kind;
                None for no limit.
            options: Options of the client for this call.
        """
        _given = locals()
        from ..operations.embeddings import _GENERATE as _endpoint

        _operation = _endpoint.build(_given)
        return await self._sender.send(_operation, timeout=timeout, options=options)

    def list_models(
        self,
        *,
        offset: int | None = UNSET,
        limit: int = UNSET,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: Timeout = UNSET,
        options: Options | None = None,
    ) -> AsyncPaging[Model, ModelsListResponse]:
        """List embedding models.

        Lists the models that create embeddings, page by page.

        Args:
            offset: How many models to skip before the page begins, from 0.
            limit: How many models a page holds, from 1 to 1000.
            extra_headers, extra_query, extra_body: Merged over what the other arguments give.
            timeout: Seconds for connect, read, write and pool each, or limits of the client's own kind;
                None for no limit.
            options: Options of the client for this call.
        """
        _given = locals()
        from ..operations.embeddings import _LIST_MODELS as _endpoint

        _operation = _endpoint.build(_given)
        return self._sender.pages(_operation, timeout=timeout, options=options)
