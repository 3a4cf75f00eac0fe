"""Clients of any service that is compatible with the API of OpenAI: llama.cpp, vLLM, LM Studio, LiteLLM and others."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, Generic

from openrouterkit_runtime.lazy import cached_property

from ..client import AsyncClient, Client
from ..service import Service

__all__ = ["AsyncOpenAICompatible", "OpenAICompatible"]

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Unpack

    from typing_extensions import TypeVar

    from ..client import AsyncClientOptionsExceptURL, ClientOptionsExceptURL
    from .chat import AsyncChat, Chat
    from .embeddings import AsyncEmbeddings, Embeddings
    from .models import AsyncModels, Models

    E = TypeVar("E", bound=Mapping[str, Any], default=Mapping[str, Any])
else:
    from typing import TypeVar

    E = TypeVar("E")

HINTS: Final = {
    400: "fix the request, or choose a model that accepts it",
    404: "check the model's name, and whether base_url needs a path such as /v1",
}
"""What the caller can do about errors of such services."""


NAME: Final = "OpenAI-compatible service"
"""The name of a service without a name of its own."""


def describe(base_url: str, key_env: str | None, name: str) -> Service:
    """Return the description of a service that is compatible with the API of OpenAI.

    Args:
        base_url: The URL of the service.
        key_env: The environment variable with the API key, which is then required; None if there is none.
        name: The name of the service.
    """
    # Without its own URL, the service needs no key: local servers have none.
    return Service(name, base_url=base_url if key_env else None, key_env=key_env, hints=HINTS)


class OpenAICompatible(Client, Generic[E]):
    """The client of a compatible service for sync code. It is safe to share between threads.

        with OpenAICompatible(base_url="http://localhost:8080/v1") as client:
            result = client.chat.send(model="tiny", messages=[user("Hello")])

    Parameters that only this service knows are passed as `extra_body`. Type checkers know them from a typed dict:

        class Sampling(TypedDict, total=False):
            top_k: int

        client = OpenAICompatible[Sampling](base_url="http://localhost:8080/v1")
        client.chat.send(model="tiny", messages=[user("Hello")], extra_body={"top_k": 40})

    Args:
        base_url: The URL of the service, mostly with the path `/v1`.
        key_env: The environment variable with the API key. If it is passed, calls without a key raise
            `ConfigurationError`.
        name: The name of the service for messages, logs and telemetry, such as "vLLM".
        options: Further settings; see `Client`.

    Raises:
        ConfigurationError: A setting is invalid.
    """

    def __init__(
        self, *, base_url: str, key_env: str | None = None, name: str = NAME, **options: Unpack[ClientOptionsExceptURL]
    ) -> None:
        try:
            super().__init__(describe(base_url, key_env, name), base_url=base_url, **options)
        finally:
            del options  # a traceback with local variables would show the API key

    @cached_property
    def chat(self) -> Chat[E]:
        """Send a conversation to a model, and get the completion whole or as a stream."""
        from .chat import Chat

        return Chat(self)

    @cached_property
    def embeddings(self) -> Embeddings[E]:
        """Convert texts to vectors that can be compared."""
        from .embeddings import Embeddings

        return Embeddings(self)

    @cached_property
    def models(self) -> Models:
        """List the models of the service."""
        from .models import Models

        return Models(self)


class AsyncOpenAICompatible(AsyncClient, Generic[E]):
    """The client of a compatible service for async code, on asyncio or trio.

        async with AsyncOpenAICompatible(base_url="http://localhost:8080/v1") as client:
            result = await client.chat.send(model="tiny", messages=[user("Hello")])

    Args:
        base_url: The URL of the service, mostly with the path `/v1`.
        key_env: The environment variable with the API key. If it is passed, calls without a key raise
            `ConfigurationError`.
        name: The name of the service for messages, logs and telemetry, such as "vLLM".
        options: Further settings; see `AsyncClient`.

    Raises:
        ConfigurationError: A setting is invalid.
    """

    def __init__(
        self,
        *,
        base_url: str,
        key_env: str | None = None,
        name: str = NAME,
        **options: Unpack[AsyncClientOptionsExceptURL],
    ) -> None:
        try:
            super().__init__(describe(base_url, key_env, name), base_url=base_url, **options)
        finally:
            del options  # a traceback with local variables would show the API key

    @cached_property
    def chat(self) -> AsyncChat[E]:
        """Send a conversation to a model, and get the completion whole or as a stream."""
        from .chat import AsyncChat

        return AsyncChat(self)

    @cached_property
    def embeddings(self) -> AsyncEmbeddings[E]:
        """Convert texts to vectors that can be compared."""
        from .embeddings import AsyncEmbeddings

        return AsyncEmbeddings(self)

    @cached_property
    def models(self) -> AsyncModels:
        """List the models of the service."""
        from .models import AsyncModels

        return AsyncModels(self)
