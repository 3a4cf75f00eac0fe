"""The model list: the local models with their prices, in pages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..exchange.errors import build_not_found
from ..exchange.paging import select_page
from ..exchange.responses import LocalResponse
from .models import MODELS, SEARCH_PRICE, LocalModel, find_model

if TYPE_CHECKING:
    from collections.abc import Iterable
    from decimal import Decimal

    from ..contract.document import Contract
    from ..exchange.requests import ValidRequest
    from ..service import Service

_CREATED = 1760000000
_CHAT = "sendChatCompletionRequest"


def list_models(service: Service, request: ValidRequest) -> LocalResponse | None:
    """Return a page of the models that match the filters `q`, `output_modalities` and `supported_parameters`.

    Returns None for an RSS feed (`use_rss=true`), so that the contract's example is returned.
    """
    if request.query.get("use_rss") == "true":
        return None
    return _build_page(service, request, _filter_models(service.contract, request))


def list_embedding_models(service: Service, request: ValidRequest) -> LocalResponse:
    """Return a page of the models that generate embeddings."""
    models = [each for each in _list_all_models(service.contract) if each.output == "embeddings"]
    return _build_page(service, request, models)


def count_models(service: Service, request: ValidRequest) -> LocalResponse:
    """Return the number of models that match the filters of `list_models`."""
    return LocalResponse({"data": {"count": len(_filter_models(service.contract, request))}})


def get_model(service: Service, request: ValidRequest) -> LocalResponse | None:
    """Return one model by author and slug.

    Models of authors other than `local` and `no` are made up, because chats accept them as well. Returns None for the
    model of the contract's example, so that the example is returned.

    Raises:
        ServiceError: 404 for unknown models of the authors `local` and `no`.
    """
    if [request.path[each["name"]] == each.get("example") for each in request.operation.parameters] == [True, True]:
        return None
    return LocalResponse({"data": _find_record(service, request)})


def retrieve_model(service: Service, request: ValidRequest) -> LocalResponse:
    """Return one model in the format of the OpenAI API: its record, with the type of object and the owner.

    Raises:
        ServiceError: 404 for unknown models of the authors `local` and `no`.
    """
    record = _find_record(service, request)
    return LocalResponse({**record, "object": "model", "owned_by": request.path["author"]})


def _find_record(service: Service, request: ValidRequest) -> dict[str, Any]:
    """Return the record of the model that the path of a request names.

    Raises:
        ServiceError: 404 for unknown models of the authors `local` and `no`.
    """
    name = f"{request.path['author']}/{request.path['slug']}"
    known = next((each for each in _list_all_models(service.contract) if each.id == name.partition(":")[0]), None)
    if known is None and request.path["author"] in {"local", "no"}:
        raise build_not_found(f"No endpoints found for {name}.")
    return _build_record(name, known or find_model(name))


def _build_page(service: Service, request: ValidRequest, models: Iterable[LocalModel]) -> LocalResponse:
    records = [_build_record(each.id, each) for each in models]
    body = {"data": records, "total_count": 0, "links": {"next": None}}
    return LocalResponse(select_page(service.contract, request, body))


def _list_all_models(contract: Contract) -> list[LocalModel]:
    """Return the local models, with one `local/error-<status>` for each error status that the contract declares."""
    statuses = sorted(
        status
        for each in contract.operations
        if each.id == _CHAT
        for status in each.definition["responses"]
        if status >= "4"
    )
    return [*MODELS.values(), *(LocalModel(f"local/error-{each}", f"Fails with status {each}.") for each in statuses)]


def _filter_models(contract: Contract, request: ValidRequest) -> list[LocalModel]:
    outputs = _split_list(request, "output_modalities") or {"text"}
    parameters = _split_list(request, "supported_parameters")
    text = str(request.query.get("q") or "").lower()
    return [
        each
        for each in _list_all_models(contract)
        if (each.output in outputs or "all" in outputs)
        and parameters <= set(each.parameters)
        and text in f"{each.id} {_build_display_name(each.id)}".lower()
    ]


def _split_list(request: ValidRequest, name: str) -> set[str]:
    """Return the items of a comma-separated query parameter."""
    return {item for item in str(request.query.get(name) or "").split(",") if item}


def _build_display_name(model: str) -> str:
    author, _, slug = model.partition("/")
    return f"{author.title()}: {slug.replace('-', ' ').title()}"


def _build_record(name: str, model: LocalModel) -> dict[str, Any]:
    return {
        "id": name,
        "canonical_slug": name,
        "hugging_face_id": None,
        "name": _build_display_name(name),
        "created": _CREATED,
        "description": model.description,
        "context_length": 128000,
        "architecture": {
            "modality": f"{'+'.join(model.inputs)}->{model.output}",
            "input_modalities": list(model.inputs),
            "output_modalities": [model.output],
            "tokenizer": "Other",
            "instruct_type": None,
        },
        "pricing": {
            "prompt": _format_price(model.prompt),
            "completion": _format_price(model.completion),
            "input_cache_read": _format_price(model.cache_read),
            "input_cache_write": _format_price(model.cache_write),
            "web_search": _format_price(SEARCH_PRICE),
        },
        "top_provider": {"context_length": 128000, "max_completion_tokens": 16384, "is_moderated": False},
        "per_request_limits": None,
        "supported_parameters": list(model.parameters),
        "default_parameters": None,
        "supported_voices": None,
        "knowledge_cutoff": None,
        "expiration_date": None,
        "links": {"details": f"/api/v1/models/{name}/endpoints"},
    }


def _format_price(dollars: Decimal) -> str:
    return f"{dollars:f}"
