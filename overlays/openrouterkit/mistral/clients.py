"""The service, its namespaces and its clients."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from openrouterkit_mistral_api.groups import AsyncGroups, Groups
from openrouterkit_mistral_api.namespaces import models as generated
from openrouterkit_runtime import UNSET
from openrouterkit_runtime.lazy import cached_property

from ..client import AsyncClient, Client
from ..errors import InvalidArgumentError
from ..service import Service

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from openrouterkit_mistral_api.models import ModelCard, ModelList
    from openrouterkit_runtime.sender import Options, Timeout

    from .chat import AsyncChat, Chat

__all__ = ["MISTRAL", "AsyncMistral", "AsyncModels", "Mistral", "Models"]


def read_error(body: Any) -> Mapping[str, Any] | None:
    """Return the error in a decoded response, in whichever of its shapes; None if it contains none."""
    if not isinstance(body, dict) or "choices" in body:
        return None
    detail = body.get("detail")
    if detail is None and body.get("object") != "error" and not {"message", "request_id"} <= body.keys():
        return None
    return {
        "message": body.get("message") or detail,
        "code": body.get("code"),
        "type": body.get("type") or ("unprocessable" if isinstance(detail, list) else None),
        "request_id": body.get("request_id"),
        "status": body.get("raw_status_code"),
    }


MISTRAL: Final = Service(
    "Mistral",
    key_env="MISTRAL_API_KEY",
    base_url_env="MISTRAL_BASE_URL",
    log_env="MISTRAL",
    package="openrouterkit_mistral_api",
    path_prefix="/v1",
    read_error=read_error,
    hints={
        403: "check which models the workspace of the API key may use, and its guardrails",
        404: "check the model; client.models.list() returns those that the API key can use",
        429: "slow down, or raise the limits of the workspace",
    },
)
"""The service api.mistral.ai."""


class Models(generated.Models):
    """List models, and see what they can do."""

    def search(
        self, capabilities: str | Iterable[str], *, timeout: Timeout = UNSET, options: Options | None = None
    ) -> list[ModelCard]:
        """Return the models that have all of these capabilities, such as ["vision", "function_calling"].

        Args:
            capabilities: Names of members of `ModelCapabilities`, or one name.
            timeout: A number of seconds that applies to connect, read, write and pool each, a `TimeoutOptions`, an
                `httpx.Timeout`, or None for no limit. Defaults to the timeout of `options`, then of the client.
            options: The `RequestOptions` of this call.

        Raises:
            InvalidArgumentError: No model declares a capability of this name.
            SDKError: The call failed; see `openrouterkit.errors`.
        """
        return select_models(self.list(timeout=timeout, options=options), capabilities)


class AsyncModels(generated.AsyncModels):
    """List models, and see what they can do."""

    async def search(
        self, capabilities: str | Iterable[str], *, timeout: Timeout = UNSET, options: Options | None = None
    ) -> list[ModelCard]:
        """Return the models that have all of these capabilities. See `Models.search`."""
        return select_models(await self.list(timeout=timeout, options=options), capabilities)


def select_models(listed: ModelList, capabilities: str | Iterable[str]) -> list[ModelCard]:
    """Return the models of a list that have all of these capabilities.

    Args:
        listed: The list of the service.
        capabilities: Names of members of `ModelCapabilities`, or one name.

    Raises:
        InvalidArgumentError: No model declares a capability of this name.
    """
    wanted = {capabilities} if isinstance(capabilities, str) else set(capabilities)
    declared = [(card, card.to_dict().get("capabilities") or {}) for card in listed.data or ()]
    known = sorted({name for _, members in declared for name in members})
    if not wanted <= set(known):
        unknown = ", ".join(sorted(map(repr, wanted - set(known))))
        raise InvalidArgumentError(f"no model declares the capability {unknown}; use some of {', '.join(known)}")
    return [card for card, members in declared if all(members.get(name) for name in wanted)]


class Mistral(Client, Groups):
    """The client of Mistral for sync code. For its arguments see `openrouterkit.client.Client`.

    The API key defaults to the environment variable MISTRAL_API_KEY, the URL to MISTRAL_BASE_URL.
    """

    service = MISTRAL

    @cached_property
    def chat(self) -> Chat:
        """Send a conversation to a model, and get the completion whole or as a stream."""
        from .chat import Chat

        return Chat(self)

    @cached_property
    def models(self) -> Models:
        """List models, and see what they can do."""
        return Models(self)


class AsyncMistral(AsyncClient, AsyncGroups):
    """The client of Mistral for async code. For its arguments see `openrouterkit.client.AsyncClient`.

    The API key defaults to the environment variable MISTRAL_API_KEY, the URL to MISTRAL_BASE_URL.
    """

    service = MISTRAL

    @cached_property
    def chat(self) -> AsyncChat:
        """Send a conversation to a model, and get the completion whole or as a stream."""
        from .chat import AsyncChat

        return AsyncChat(self)

    @cached_property
    def models(self) -> AsyncModels:
        """List models, and see what they can do."""
        return AsyncModels(self)
