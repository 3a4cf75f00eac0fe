"""The namespace `embeddings` of services that are compatible with the API of OpenAI. `E` is that of `chat`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic

from openrouterkit_api import UNSET, namespaces

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Unpack

    from typing_extensions import TypeVar

    from openrouterkit_api import models
    from openrouterkit_runtime import AsyncSender, Sender, Timeout

    from ..options import RequestOptions
    from .parameters import EmbeddingParameters

    E = TypeVar("E", bound=Mapping[str, Any], default=Mapping[str, Any])
else:
    from typing import TypeVar

    E = TypeVar("E")

__all__ = ["AsyncEmbeddings", "Embeddings"]


class Embeddings(Generic[E]):
    """Convert texts to vectors that can be compared."""

    def __init__(self, sender: Sender) -> None:
        self._embeddings = namespaces.embeddings.Embeddings(sender)

    def create(
        self,
        *,
        extra_body: E | None = None,
        timeout: Timeout = UNSET,
        options: RequestOptions | None = None,
        **parameters: Unpack[EmbeddingParameters],
    ) -> models.CreateEmbeddingsResponse:
        """Return the vectors of one or more texts.

        Args:
            extra_body: Members of the body that only this service knows.
            timeout: The timeout of this call; see `Chat.send`.
            options: The `RequestOptions` of this call.
            parameters: The model, the texts and further members of the body; see `EmbeddingParameters`.

        Raises:
            SDKError: The call failed; see `openrouterkit.errors`.
        """
        return self._embeddings.generate(extra_body=extra_body, timeout=timeout, options=options, **parameters)


class AsyncEmbeddings(Generic[E]):
    """Convert texts to vectors that can be compared."""

    def __init__(self, sender: AsyncSender) -> None:
        self._embeddings = namespaces.embeddings.AsyncEmbeddings(sender)

    async def create(
        self,
        *,
        extra_body: E | None = None,
        timeout: Timeout = UNSET,
        options: RequestOptions | None = None,
        **parameters: Unpack[EmbeddingParameters],
    ) -> models.CreateEmbeddingsResponse:
        """Return the vectors of one or more texts. For the arguments see `Embeddings.create`."""
        return await self._embeddings.generate(extra_body=extra_body, timeout=timeout, options=options, **parameters)
