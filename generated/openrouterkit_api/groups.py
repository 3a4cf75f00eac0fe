# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""Base classes for clients, with one attribute per group of operations."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, cast

from openrouterkit_runtime.lazy import cached_property

if TYPE_CHECKING:
    from openrouterkit_runtime.sender import AsyncEventStream, AsyncSender, EventStream, Sender

    from .models.chat_result import ChatResult
    from .models.chat_stream_chunk import ChatStreamChunk
    from .namespaces.api_keys import APIKeys, AsyncAPIKeys
    from .namespaces.chat import AsyncChat, Chat
    from .namespaces.credits import AsyncCredits, Credits
    from .namespaces.embeddings import AsyncEmbeddings, Embeddings
    from .namespaces.endpoints import AsyncEndpoints, Endpoints
    from .namespaces.generations import AsyncGenerations, Generations
    from .namespaces.models import AsyncModels, Models
    from .namespaces.oauth import AsyncOAuth, OAuth
    from .namespaces.providers import AsyncProviders, Providers


class Groups:
    """One attribute per group of operations, created on first access. Subclasses implement `Sender`."""

    _is_for_async_code: ClassVar[bool] = False
    _attached_to: Sender | None = None
    """The client that sends the operations; None if this object is the client."""

    @cached_property
    def oauth(self) -> OAuth:
        """Get an API key from a user who logs in with the browser, by OAuth with PKCE (RFC 7636)."""
        from .namespaces.oauth import OAuth

        return OAuth(self._attached_to or cast("Sender", self))

    @cached_property
    def chat(self) -> Chat[ChatResult, EventStream[ChatStreamChunk]]:
        """Send a conversation to a model, and get the completion whole or as a stream."""
        from .namespaces.chat import Chat

        return Chat(self._attached_to or cast("Sender", self))

    @cached_property
    def credits(self) -> Credits:
        """See how many credits the account has bought and used."""
        from .namespaces.credits import Credits

        return Credits(self._attached_to or cast("Sender", self))

    @cached_property
    def embeddings(self) -> Embeddings:
        """Convert texts and other inputs to vectors that can be compared."""
        from .namespaces.embeddings import Embeddings

        return Embeddings(self._attached_to or cast("Sender", self))

    @cached_property
    def endpoints(self) -> Endpoints:
        """See which providers serve a model, at which prices and limits, and how reliably."""
        from .namespaces.endpoints import Endpoints

        return Endpoints(self._attached_to or cast("Sender", self))

    @cached_property
    def generations(self) -> Generations:
        """Look up the record of a generation: tokens, cost, routing, times and content."""
        from .namespaces.generations import Generations

        return Generations(self._attached_to or cast("Sender", self))

    @cached_property
    def api_keys(self) -> APIKeys:
        """Create, limit, change and delete API keys, and see what was spent with them."""
        from .namespaces.api_keys import APIKeys

        return APIKeys(self._attached_to or cast("Sender", self))

    @cached_property
    def models(self) -> Models:
        """List models, their abilities and their prices."""
        from .namespaces.models import Models

        return Models(self._attached_to or cast("Sender", self))

    @cached_property
    def providers(self) -> Providers:
        """List the providers that serve models, with their terms."""
        from .namespaces.providers import Providers

        return Providers(self._attached_to or cast("Sender", self))


class AsyncGroups:
    """One attribute per group of operations, created on first access. Subclasses implement `AsyncSender`."""

    _is_for_async_code: ClassVar[bool] = True
    _attached_to: AsyncSender | None = None
    """The client that sends the operations; None if this object is the client."""

    @cached_property
    def oauth(self) -> AsyncOAuth:
        """Get an API key from a user who logs in with the browser, by OAuth with PKCE (RFC 7636)."""
        from .namespaces.oauth import AsyncOAuth

        return AsyncOAuth(self._attached_to or cast("AsyncSender", self))

    @cached_property
    def chat(self) -> AsyncChat[ChatResult, AsyncEventStream[ChatStreamChunk]]:
        """Send a conversation to a model, and get the completion whole or as a stream."""
        from .namespaces.chat import AsyncChat

        return AsyncChat(self._attached_to or cast("AsyncSender", self))

    @cached_property
    def credits(self) -> AsyncCredits:
        """See how many credits the account has bought and used."""
        from .namespaces.credits import AsyncCredits

        return AsyncCredits(self._attached_to or cast("AsyncSender", self))

    @cached_property
    def embeddings(self) -> AsyncEmbeddings:
        """Convert texts and other inputs to vectors that can be compared."""
        from .namespaces.embeddings import AsyncEmbeddings

        return AsyncEmbeddings(self._attached_to or cast("AsyncSender", self))

    @cached_property
    def endpoints(self) -> AsyncEndpoints:
        """See which providers serve a model, at which prices and limits, and how reliably."""
        from .namespaces.endpoints import AsyncEndpoints

        return AsyncEndpoints(self._attached_to or cast("AsyncSender", self))

    @cached_property
    def generations(self) -> AsyncGenerations:
        """Look up the record of a generation: tokens, cost, routing, times and content."""
        from .namespaces.generations import AsyncGenerations

        return AsyncGenerations(self._attached_to or cast("AsyncSender", self))

    @cached_property
    def api_keys(self) -> AsyncAPIKeys:
        """Create, limit, change and delete API keys, and see what was spent with them."""
        from .namespaces.api_keys import AsyncAPIKeys

        return AsyncAPIKeys(self._attached_to or cast("AsyncSender", self))

    @cached_property
    def models(self) -> AsyncModels:
        """List models, their abilities and their prices."""
        from .namespaces.models import AsyncModels

        return AsyncModels(self._attached_to or cast("AsyncSender", self))

    @cached_property
    def providers(self) -> AsyncProviders:
        """List the providers that serve models, with their terms."""
        from .namespaces.providers import AsyncProviders

        return AsyncProviders(self._attached_to or cast("AsyncSender", self))
