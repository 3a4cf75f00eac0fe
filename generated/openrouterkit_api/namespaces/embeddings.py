# Generated from openapi.yaml sha256:d6d09962d40f58f7 by `make generate`: do not edit, change the contract or codegen/ instead.
"""Embeddings: Turn texts and other inputs into vectors that can be compared."""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

from openrouterkit_runtime.unset import UNSET

if TYPE_CHECKING:
    from openrouterkit_runtime.sender import (
        AsyncPaging,
        AsyncSender,
        Options,
        Paging,
        Sender,
        Timeout,
    )

    from ..models.create_embeddings_response import CreateEmbeddingsResponse
    from ..models.model import Model
    from ..models.models_list_response import ModelsListResponse
    from ..operations.embeddings import (
        GenerateParams,
        ListModelsParams,
    )


class Embeddings:
    """Turn texts and other inputs into vectors that can be compared."""

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    def generate(
        self, *, timeout: Timeout = UNSET, options: Options | None = None, **params: Unpack[GenerateParams]
    ) -> CreateEmbeddingsResponse:
        """Create embeddings.

        Turns each input into a vector, so that inputs of similar meaning lie close to each other. Several
        inputs may stand in one request; the answer has one vector for each of them.
        """
        from ..operations import embeddings as operations

        return self._sender.send(operations.generate(**params), timeout=timeout, options=options)

    def list_models(
        self, *, timeout: Timeout = UNSET, options: Options | None = None, **params: Unpack[ListModelsParams]
    ) -> Paging[Model, ModelsListResponse]:
        """List embedding models.

        Lists the models that create embeddings, page by page.
        """
        from ..operations import embeddings as operations

        return self._sender.pages(operations.list_models(**params), timeout=timeout, options=options)


class AsyncEmbeddings:
    """Turn texts and other inputs into vectors that can be compared."""

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    async def generate(
        self, *, timeout: Timeout = UNSET, options: Options | None = None, **params: Unpack[GenerateParams]
    ) -> CreateEmbeddingsResponse:
        """Create embeddings.

        Turns each input into a vector, so that inputs of similar meaning lie close to each other. Several
        inputs may stand in one request; the answer has one vector for each of them.
        """
        from ..operations import embeddings as operations

        return await self._sender.send(operations.generate(**params), timeout=timeout, options=options)

    def list_models(
        self, *, timeout: Timeout = UNSET, options: Options | None = None, **params: Unpack[ListModelsParams]
    ) -> AsyncPaging[Model, ModelsListResponse]:
        """List embedding models.

        Lists the models that create embeddings, page by page.
        """
        from ..operations import embeddings as operations

        return self._sender.pages(operations.list_models(**params), timeout=timeout, options=options)
