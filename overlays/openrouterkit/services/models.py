"""The namespace `models` of services that are compatible with the API of OpenAI."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

from attrs import field, frozen

from openrouterkit_api import UNSET
from openrouterkit_runtime import Behavior, Endpoint, Operation, Responses

if TYPE_CHECKING:
    from openrouterkit_runtime import AsyncSender, Sender, Timeout

    from ..options import RequestOptions

__all__ = ["AsyncModels", "ModelInfo", "Models"]


@frozen
class ModelInfo:
    """A model that a service offers.

    Attributes:
        id: The name of the model, for the parameter `model`.
        created: When the model was created, as a Unix time in seconds; None if the service does not return it.
        owned_by: Who offers the model; None if the service does not return it.
        details: The whole JSON object, with the members that only this service returns.
    """

    id: str
    created: int | None = None
    owned_by: str | None = None
    details: Mapping[str, Any] = field(factory=dict, repr=False)


def _read_model(value: Any) -> ModelInfo:
    if not isinstance(value, Mapping) or not isinstance(value.get("id"), str):
        raise ValueError("a model is an object with an id")  # noqa: TRY004 - the client makes it a DecodeError
    return ModelInfo(value["id"], value.get("created"), value.get("owned_by"), value)


def _read_models(value: Any) -> list[ModelInfo]:
    data = value.get("data") if isinstance(value, Mapping) else None
    if not isinstance(data, list):
        raise ValueError("a list of models is an object with the list data")  # noqa: TRY004 - see above
    return [_read_model(item) for item in data]


_SECURITY: Final = (("apiKey",),)

_LIST: Final[Endpoint[Operation[list[ModelInfo]]]] = Endpoint(
    id="listModels",
    name="models.list",
    method="GET",
    path="/models",
    kind=Operation,
    responses=Responses({"200": {"application/json": _read_models}}),
    security=_SECURITY,
    behavior=Behavior(required_member="data"),
)
_GET: Final[Endpoint[Operation[ModelInfo]]] = Endpoint(
    id="getModel",
    name="models.get",
    method="GET",
    path="/models/{id}",
    kind=Operation,
    responses=Responses({"200": {"application/json": _read_model}}),
    path_params={"id": "id"},
    required=("id",),
    security=_SECURITY,
    behavior=Behavior(required_member="id"),
)


class Models:
    """List the models of the service."""

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    def list(self, *, timeout: Timeout = UNSET, options: RequestOptions | None = None) -> Sequence[ModelInfo]:
        """Return all models, in the order of the service.

        Args:
            timeout: The timeout of this call; see `Chat.send`.
            options: The `RequestOptions` of this call.

        Raises:
            SDKError: The call failed; see `openrouterkit.errors`.
        """
        return self._sender.send(_LIST.build({}), timeout=timeout, options=options)

    def get(self, id: str, *, timeout: Timeout = UNSET, options: RequestOptions | None = None) -> ModelInfo:  # noqa: A002 - as in the JSON
        """Return a model by its name.

        Args:
            id: The name of the model.
            timeout: The timeout of this call; see `Chat.send`.
            options: The `RequestOptions` of this call.

        Raises:
            SDKError: The call failed; see `openrouterkit.errors`.
        """
        return self._sender.send(_GET.build({"id": id}, sender=self._sender), timeout=timeout, options=options)


class AsyncModels:
    """List the models of the service."""

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    async def list(self, *, timeout: Timeout = UNSET, options: RequestOptions | None = None) -> Sequence[ModelInfo]:
        """Return all models. See `Models.list`."""
        return await self._sender.send(_LIST.build({}), timeout=timeout, options=options)

    async def get(self, id: str, *, timeout: Timeout = UNSET, options: RequestOptions | None = None) -> ModelInfo:  # noqa: A002 - as in the JSON
        """Return a model by its name. See `Models.get`."""
        return await self._sender.send(_GET.build({"id": id}, sender=self._sender), timeout=timeout, options=options)
