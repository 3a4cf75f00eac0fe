# Generated from mistral.yaml sha256:807b1b468b19223d by `make generate`: do not edit; change its document, or how it is generated, instead.
"""Base classes for clients, with one attribute per group of operations."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, cast

from openrouterkit_runtime.lazy import cached_property

if TYPE_CHECKING:
    from openrouterkit_runtime.sender import AsyncEventStream, AsyncSender, EventStream, Sender

    from .models.chat_completion_response import ChatCompletionResponse
    from .models.completion_chunk import CompletionChunk
    from .namespaces.chat import AsyncChat, Chat
    from .namespaces.embeddings import AsyncEmbeddings, Embeddings
    from .namespaces.models import AsyncModels, Models


class Groups:
    """One attribute per group of operations, created on first access. Subclasses implement `Sender`."""

    _is_for_async_code: ClassVar[bool] = False
    _attached_to: Sender | None = None
    """The client that sends the operations; None if this object is the client."""

    @cached_property
    def chat(self) -> Chat[ChatCompletionResponse, EventStream[CompletionChunk]]:
        """Send a conversation to a model, and get the completion whole or as a stream."""
        from .namespaces.chat import Chat

        return Chat(self._attached_to or cast("Sender", self))

    @cached_property
    def embeddings(self) -> Embeddings:
        """Convert texts to vectors that can be compared."""
        from .namespaces.embeddings import Embeddings

        return Embeddings(self._attached_to or cast("Sender", self))

    @cached_property
    def models(self) -> Models:
        """List models, and see what they can do."""
        from .namespaces.models import Models

        return Models(self._attached_to or cast("Sender", self))


class AsyncGroups:
    """One attribute per group of operations, created on first access. Subclasses implement `AsyncSender`."""

    _is_for_async_code: ClassVar[bool] = True
    _attached_to: AsyncSender | None = None
    """The client that sends the operations; None if this object is the client."""

    @cached_property
    def chat(self) -> AsyncChat[ChatCompletionResponse, AsyncEventStream[CompletionChunk]]:
        """Send a conversation to a model, and get the completion whole or as a stream."""
        from .namespaces.chat import AsyncChat

        return AsyncChat(self._attached_to or cast("AsyncSender", self))

    @cached_property
    def embeddings(self) -> AsyncEmbeddings:
        """Convert texts to vectors that can be compared."""
        from .namespaces.embeddings import AsyncEmbeddings

        return AsyncEmbeddings(self._attached_to or cast("AsyncSender", self))

    @cached_property
    def models(self) -> AsyncModels:
        """List models, and see what they can do."""
        from .namespaces.models import AsyncModels

        return AsyncModels(self._attached_to or cast("AsyncSender", self))
