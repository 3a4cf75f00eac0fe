"""The operations that the server implements itself if it imitates Mistral, by operation id."""

from __future__ import annotations

from secrets import token_hex
from typing import TYPE_CHECKING, Any

from attrs import evolve

from ..exchange.errors import build_not_found
from ..exchange.responses import LocalResponse
from ..operations import embeddings
from ..operations.models import MODELS, LocalModel
from .chat import complete_chat

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..exchange.requests import ValidRequest
    from ..service import Handler, Service

_CREATED = 1760000000


def create_embeddings(service: Service, request: ValidRequest) -> LocalResponse:
    """Return one vector per text, as numbers or base64, with `output_dimension` dimensions (256 by default).

    Raises:
        ServiceError: As `operations.embeddings.create_embeddings` does.
    """
    body = {**request.body, "dimensions": request.body.get("output_dimension")}
    created = embeddings.create_embeddings(service, evolve(request, body=body)).body
    usage = {name: created["usage"][name] for name in ("prompt_tokens", "total_tokens")}
    return LocalResponse({**created, "id": token_hex(16), "usage": {**usage, "completion_tokens": 0}})


def list_models(_service: Service, _request: ValidRequest) -> LocalResponse:
    """Return the local models."""
    return LocalResponse({"object": "list", "data": [_build_card(each) for each in MODELS.values()]})


def get_model(_service: Service, request: ValidRequest) -> LocalResponse:
    """Return a local model, or a model of any other name, as a chat accepts all names.

    Raises:
        ServiceError: 404 for unknown models of the authors `local` and `no`.
    """
    name = request.path.get("model_id") or f"{request.path['author']}/{request.path['slug']}"
    if name in MODELS:
        return LocalResponse(_build_card(MODELS[name]))
    if name.startswith(("local/", "no/")):
        raise build_not_found(f"Model {name} not found")
    return LocalResponse(_build_card(LocalModel(name, "Replies like local/echo.")))


def _build_card(model: LocalModel) -> dict[str, Any]:
    chats = model.output == "text"
    return {
        "id": model.id,
        "object": "model",
        "created": _CREATED,
        "owned_by": "local",
        "name": model.id,
        "description": model.description,
        "max_context_length": 128000,
        "aliases": [],
        "capabilities": {
            "completion_chat": chats,
            "function_calling": chats,
            "reasoning": "reasoning" in model.parameters,
            "vision": "image" in model.inputs,
            "fine_tuning": False,
        },
        "deprecation": None,
        "type": "base",
    }


HANDLERS: Mapping[str, Handler] = {
    "createChatCompletion": complete_chat,
    "createEmbeddings": create_embeddings,
    "listModels": list_models,
    "getModel": get_model,
}
