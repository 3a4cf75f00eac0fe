# Generated from mistral.yaml sha256:807b1b468b19223d by `make generate`: do not edit; change its document, or how it is generated, instead.
"""Embeddings: Convert texts to vectors that can be compared."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from openrouterkit_runtime.unset import UNSET

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from openrouterkit_runtime.sender import AsyncSender, Options, Sender, Timeout

    from ..models._enumerations import EmbeddingDtype, EncodingFormat
    from ..models.embedding_response import EmbeddingResponse


class Embeddings:
    """Convert texts to vectors that can be compared."""

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    def create(
        self,
        *,
        input: str | Sequence[str],
        model: str,
        encoding_format: EncodingFormat = UNSET,
        metadata: Mapping[str, Any] | None = UNSET,
        output_dimension: int | None = UNSET,
        output_dtype: EmbeddingDtype = UNSET,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: Timeout = UNSET,
        options: Options | None = None,
    ) -> EmbeddingResponse:
        """Create embeddings.

        Converts texts to vectors. Vectors of similar texts are close to each other.

        Arguments that are omitted (`UNSET`) are not sent.

        Args:
            input: The text, or the texts, to convert.
            model: Id or alias of a model for embeddings, such as mistral-embed.
            encoding_format: How vectors are sent: as lists of numbers, or as base64 text.
            metadata: Your own data to store with the request.
            output_dimension: Number of dimensions of the vectors, for models where this can be set.
                Defaults to the maximum of the model.
            output_dtype: Kind of the numbers, for models where this can be set. Defaults to float.
            extra_headers: Additional HTTP headers; each replaces the header of the same name.
            extra_query: Additional query parameters; each replaces the parameter of the same name.
            extra_body: Additional members of the request body; each replaces the member of the same name.
            timeout: Seconds for each of connect, read, write and pool, or an `httpx.Timeout`; None for no
                limit.
            options: Settings for this call, such as retries, in place of the client's.

        Returns:
            The vectors, in the order of the texts.

        Raises:
            TypeError: A required argument is missing, or an argument has the wrong type.
            Exception: The call failed, or the service responded with an error (400, 401, 404, 422, 429,
                500). Raised as an exception of the client.
        """
        _arguments = locals()
        from ..operations.embeddings import _CREATE as _endpoint

        _operation = _endpoint.build(_arguments, sender=self._sender)
        del _arguments, extra_headers  # headers may be secret, and tracebacks may show local variables
        return self._sender.send(_operation, timeout=timeout, options=options)


class AsyncEmbeddings:
    """Convert texts to vectors that can be compared."""

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    async def create(
        self,
        *,
        input: str | Sequence[str],
        model: str,
        encoding_format: EncodingFormat = UNSET,
        metadata: Mapping[str, Any] | None = UNSET,
        output_dimension: int | None = UNSET,
        output_dtype: EmbeddingDtype = UNSET,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: Timeout = UNSET,
        options: Options | None = None,
    ) -> EmbeddingResponse:
        """Create embeddings.

        Converts texts to vectors. Vectors of similar texts are close to each other.

        Arguments that are omitted (`UNSET`) are not sent.

        Args:
            input: The text, or the texts, to convert.
            model: Id or alias of a model for embeddings, such as mistral-embed.
            encoding_format: How vectors are sent: as lists of numbers, or as base64 text.
            metadata: Your own data to store with the request.
            output_dimension: Number of dimensions of the vectors, for models where this can be set.
                Defaults to the maximum of the model.
            output_dtype: Kind of the numbers, for models where this can be set. Defaults to float.
            extra_headers: Additional HTTP headers; each replaces the header of the same name.
            extra_query: Additional query parameters; each replaces the parameter of the same name.
            extra_body: Additional members of the request body; each replaces the member of the same name.
            timeout: Seconds for each of connect, read, write and pool, or an `httpx.Timeout`; None for no
                limit.
            options: Settings for this call, such as retries, in place of the client's.

        Returns:
            The vectors, in the order of the texts.

        Raises:
            TypeError: A required argument is missing, or an argument has the wrong type.
            Exception: The call failed, or the service responded with an error (400, 401, 404, 422, 429,
                500). Raised as an exception of the client.
        """
        _arguments = locals()
        from ..operations.embeddings import _CREATE as _endpoint

        _operation = _endpoint.build(_arguments, sender=self._sender)
        del _arguments, extra_headers  # headers may be secret, and tracebacks may show local variables
        return await self._sender.send(_operation, timeout=timeout, options=options)
