# Generated from openapi.yaml sha256:d6d09962d40f58f7 by `make generate`: do not edit, change the contract or codegen/ instead.
"""All groups at hand: what a client inherits."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from .._runtime.sender import AsyncSender, Sender
    from .api_keys import APIKeys, AsyncAPIKeys
    from .chat import AsyncChat, Chat
    from .credits import AsyncCredits, Credits
    from .embeddings import AsyncEmbeddings, Embeddings
    from .endpoints import AsyncEndpoints, Endpoints
    from .generations import AsyncGenerations, Generations
    from .models import AsyncModels, Models
    from .oauth import AsyncOAuth, OAuth
    from .providers import AsyncProviders, Providers


class Groups:
    """The groups of the contract, each loaded when it is first named; whoever inherits this sends their operations."""

    @cached_property
    def oauth(self) -> OAuth:
        """Get an API key from a user who logs in with the browser, by OAuth with PKCE (RFC 7636)."""
        from .oauth import OAuth

        return OAuth(cast("Sender", self))

    @cached_property
    def chat(self) -> Chat:
        """Have a model continue a conversation, whole or as a stream."""
        from .chat import Chat

        return Chat(cast("Sender", self))

    @cached_property
    def credits(self) -> Credits:
        """See how many credits the account has bought and used."""
        from .credits import Credits

        return Credits(cast("Sender", self))

    @cached_property
    def embeddings(self) -> Embeddings:
        """Turn texts and other inputs into vectors that can be compared."""
        from .embeddings import Embeddings

        return Embeddings(cast("Sender", self))

    @cached_property
    def endpoints(self) -> Endpoints:
        """Find out who serves a model, at what price, within which limits and how well."""
        from .endpoints import Endpoints

        return Endpoints(cast("Sender", self))

    @cached_property
    def generations(self) -> Generations:
        """Look up what is recorded about a call: tokens, cost, times and content."""
        from .generations import Generations

        return Generations(cast("Sender", self))

    @cached_property
    def api_keys(self) -> APIKeys:
        """Create, limit, change and delete API keys, and see what they have spent."""
        from .api_keys import APIKeys

        return APIKeys(cast("Sender", self))

    @cached_property
    def models(self) -> Models:
        """Find out which models there are, what they can do and what they cost."""
        from .models import Models

        return Models(cast("Sender", self))

    @cached_property
    def providers(self) -> Providers:
        """Find out which providers serve models, and under which terms."""
        from .providers import Providers

        return Providers(cast("Sender", self))


class AsyncGroups:
    """The groups of the contract, each loaded when it is first named; whoever inherits this sends their operations."""

    @cached_property
    def oauth(self) -> AsyncOAuth:
        """Get an API key from a user who logs in with the browser, by OAuth with PKCE (RFC 7636)."""
        from .oauth import AsyncOAuth

        return AsyncOAuth(cast("AsyncSender", self))

    @cached_property
    def chat(self) -> AsyncChat:
        """Have a model continue a conversation, whole or as a stream."""
        from .chat import AsyncChat

        return AsyncChat(cast("AsyncSender", self))

    @cached_property
    def credits(self) -> AsyncCredits:
        """See how many credits the account has bought and used."""
        from .credits import AsyncCredits

        return AsyncCredits(cast("AsyncSender", self))

    @cached_property
    def embeddings(self) -> AsyncEmbeddings:
        """Turn texts and other inputs into vectors that can be compared."""
        from .embeddings import AsyncEmbeddings

        return AsyncEmbeddings(cast("AsyncSender", self))

    @cached_property
    def endpoints(self) -> AsyncEndpoints:
        """Find out who serves a model, at what price, within which limits and how well."""
        from .endpoints import AsyncEndpoints

        return AsyncEndpoints(cast("AsyncSender", self))

    @cached_property
    def generations(self) -> AsyncGenerations:
        """Look up what is recorded about a call: tokens, cost, times and content."""
        from .generations import AsyncGenerations

        return AsyncGenerations(cast("AsyncSender", self))

    @cached_property
    def api_keys(self) -> AsyncAPIKeys:
        """Create, limit, change and delete API keys, and see what they have spent."""
        from .api_keys import AsyncAPIKeys

        return AsyncAPIKeys(cast("AsyncSender", self))

    @cached_property
    def models(self) -> AsyncModels:
        """Find out which models there are, what they can do and what they cost."""
        from .models import AsyncModels

        return AsyncModels(cast("AsyncSender", self))

    @cached_property
    def providers(self) -> AsyncProviders:
        """Find out which providers serve models, and under which terms."""
        from .providers import AsyncProviders

        return AsyncProviders(cast("AsyncSender", self))
