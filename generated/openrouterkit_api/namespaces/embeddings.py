# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""Embeddings: Convert texts and other inputs to vectors that can be compared."""

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
    """Convert texts and other inputs to vectors that can be compared."""

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

        Converts each input to a vector; inputs of similar meaning have similar vectors. A request can
        contain several inputs; the response has one vector for each.

        Arguments that are omitted (`UNSET`) are not sent.

        Args:
            input: The inputs. A text, or its tokens as a list of integers, returns one vector; a list of
                texts, of lists of tokens, or of inputs with content parts returns one vector per item.
            model: Model to use, for example `openai/text-embedding-3-small`.
            dimensions: Number of dimensions of each vector, from 1. Defaults to that of the model; not all
                models support other values.
            encoding_format: Encoding of the vectors. Defaults to lists of numbers.
            input_type: Purpose of the vectors, as a term that the model knows, such as `search_query` or
                `search_document`. Models without this distinction ignore it.
            provider: Which providers may serve the request, and in which order they are tried. Null or
                absent means the settings of the account.
            user: Your own name of the end user, which helps the service to detect abuse.
            extra_headers: Additional HTTP headers; each replaces the header of the same name.
            extra_query: Additional query parameters; each replaces the parameter of the same name.
            extra_body: Additional members of the request body; each replaces the member of the same name.
            timeout: Seconds for each of connect, read, write and pool, or an `httpx.Timeout`; None for no
                limit.
            options: Settings for this call, such as retries, in place of the client's.

        Returns:
            The vectors.

        Raises:
            TypeError: A required argument is missing, or an argument has the wrong type.
            Exception: The call failed, or the service responded with an error (400, 401, 402, 404, 408,
                413, 429, 500, 502, 503, 524, 529). Raised as an exception of the client.
        """
        _arguments = locals()
        from ..operations.embeddings import _GENERATE as _endpoint

        _operation = _endpoint.build(_arguments, sender=self._sender)
        del _arguments, extra_headers  # headers may be secret, and tracebacks may show local variables
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

        Lists the models that create embeddings, in pages.

        Arguments that are omitted (`UNSET`) are not sent.

        Example:
            for item in client.embeddings.list_models():
                print(item)

        Args:
            offset: Number of models to skip before the page, from 0. Defaults to 0.
            limit: Number of models per page, from 1 to 1000. Defaults to 500.
            extra_headers: Additional HTTP headers; each replaces the header of the same name.
            extra_query: Additional query parameters; each replaces the parameter of the same name.
            extra_body: Additional members of the request body; each replaces the member of the same name.
            timeout: Seconds for each of connect, read, write and pool, or an `httpx.Timeout`; None for no
                limit.
            options: Settings for this call, such as retries, in place of the client's.

        Returns:
            An iterable over the items of all pages, which requests each page when it is needed. Its method
            `pages()` iterates over the pages.

        Raises:
            TypeError: A required argument is missing, or an argument has the wrong type.
            Exception: The call failed, or the service responded with an error (400, 500). Raised during
                iteration, as an exception of the client.
        """
        _arguments = locals()
        from ..operations.embeddings import _LIST_MODELS as _endpoint

        _operation = _endpoint.build(_arguments, sender=self._sender)
        del _arguments, extra_headers  # headers may be secret, and tracebacks may show local variables
        return self._sender.pages(_operation, timeout=timeout, options=options)


class AsyncEmbeddings:
    """Convert texts and other inputs to vectors that can be compared."""

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

        Converts each input to a vector; inputs of similar meaning have similar vectors. A request can
        contain several inputs; the response has one vector for each.

        Arguments that are omitted (`UNSET`) are not sent.

        Args:
            input: The inputs. A text, or its tokens as a list of integers, returns one vector; a list of
                texts, of lists of tokens, or of inputs with content parts returns one vector per item.
            model: Model to use, for example `openai/text-embedding-3-small`.
            dimensions: Number of dimensions of each vector, from 1. Defaults to that of the model; not all
                models support other values.
            encoding_format: Encoding of the vectors. Defaults to lists of numbers.
            input_type: Purpose of the vectors, as a term that the model knows, such as `search_query` or
                `search_document`. Models without this distinction ignore it.
            provider: Which providers may serve the request, and in which order they are tried. Null or
                absent means the settings of the account.
            user: Your own name of the end user, which helps the service to detect abuse.
            extra_headers: Additional HTTP headers; each replaces the header of the same name.
            extra_query: Additional query parameters; each replaces the parameter of the same name.
            extra_body: Additional members of the request body; each replaces the member of the same name.
            timeout: Seconds for each of connect, read, write and pool, or an `httpx.Timeout`; None for no
                limit.
            options: Settings for this call, such as retries, in place of the client's.

        Returns:
            The vectors.

        Raises:
            TypeError: A required argument is missing, or an argument has the wrong type.
            Exception: The call failed, or the service responded with an error (400, 401, 402, 404, 408,
                413, 429, 500, 502, 503, 524, 529). Raised as an exception of the client.
        """
        _arguments = locals()
        from ..operations.embeddings import _GENERATE as _endpoint

        _operation = _endpoint.build(_arguments, sender=self._sender)
        del _arguments, extra_headers  # headers may be secret, and tracebacks may show local variables
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

        Lists the models that create embeddings, in pages.

        Arguments that are omitted (`UNSET`) are not sent.

        Example:
            async for item in client.embeddings.list_models():
                print(item)

        Args:
            offset: Number of models to skip before the page, from 0. Defaults to 0.
            limit: Number of models per page, from 1 to 1000. Defaults to 500.
            extra_headers: Additional HTTP headers; each replaces the header of the same name.
            extra_query: Additional query parameters; each replaces the parameter of the same name.
            extra_body: Additional members of the request body; each replaces the member of the same name.
            timeout: Seconds for each of connect, read, write and pool, or an `httpx.Timeout`; None for no
                limit.
            options: Settings for this call, such as retries, in place of the client's.

        Returns:
            An asynchronous iterable over the items of all pages, which requests each page when it is
            needed. Its method `pages()` iterates over the pages.

        Raises:
            TypeError: A required argument is missing, or an argument has the wrong type.
            Exception: The call failed, or the service responded with an error (400, 500). Raised during
                iteration, as an exception of the client.
        """
        _arguments = locals()
        from ..operations.embeddings import _LIST_MODELS as _endpoint

        _operation = _endpoint.build(_arguments, sender=self._sender)
        del _arguments, extra_headers  # headers may be secret, and tracebacks may show local variables
        return self._sender.pages(_operation, timeout=timeout, options=options)
