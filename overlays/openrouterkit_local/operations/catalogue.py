"""The list of models: the server's own, with prices, in pages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..exchange.answers import Answer
from ..exchange.paging import page
from ..exchange.problems import not_found
from .models import MODELS, LocalModel, model_of

if TYPE_CHECKING:
    from collections.abc import Iterable
    from decimal import Decimal

    from ..contract.description import Contract
    from ..exchange.call import Call
    from ..service import Service

_CREATED = 1760000000
_CHAT = "sendChatCompletionRequest"


def listed(service: Service, call: Call) -> Answer | None:
    """The models that the filters `q`, `output_modalities` and `supported_parameters` leave, page by page.

    As a feed, the list is left to the contract's example.
    """
    if call.query.get("use_rss") == "true":
        return None
    return _page(service, call, _filtered(service.contract, call))


def embedding_models(service: Service, call: Call) -> Answer:
    """The models that make vectors."""
    return _page(service, call, [each for each in _all(service.contract) if each.output == "embeddings"])


def count(service: Service, call: Call) -> Answer:
    """How many models there are."""
    return Answer({"data": {"count": len(_filtered(service.contract, call))}})


def find(service: Service, call: Call) -> Answer | None:
    """One model by its name.

    The contract's own example is left to the examples; a model of another author is made up, as it answers chats, too.
    """
    name = f"{call.path['author']}/{call.path['slug']}"
    if [call.path[each["name"]] == each.get("example") for each in call.operation.parameters] == [True, True]:
        return None
    known = next((each for each in _all(service.contract) if each.id == name.partition(":")[0]), None)
    if known is None and call.path["author"] in {"local", "no"}:
        raise not_found(f"No endpoints found for {name}.")
    return Answer({"data": _record(name, known or model_of(name))})


def _page(service: Service, call: Call, models: Iterable[LocalModel]) -> Answer:
    records = [_record(each.id, each) for each in models]
    return Answer(page(service.contract, call, {"data": records, "total_count": 0, "links": {"next": None}}))


def _all(contract: Contract) -> list[LocalModel]:
    """The models, those that fail with one of the statuses the contract states among them."""
    statuses = sorted(
        status
        for each in contract.operations
        if each.id == _CHAT
        for status in each.stated["responses"]
        if status >= "4"
    )
    return [*MODELS.values(), *(LocalModel(f"local/error-{each}", f"Fails with status {each}.") for each in statuses)]


def _filtered(contract: Contract, call: Call) -> list[LocalModel]:
    outputs = _words(call, "output_modalities") or {"text"}
    parameters = _words(call, "supported_parameters")
    text = str(call.query.get("q") or "").lower()
    return [
        each
        for each in _all(contract)
        if (each.output in outputs or "all" in outputs)
        and parameters <= set(each.parameters)
        and text in f"{each.id} {_name(each.id)}".lower()
    ]


def _words(call: Call, name: str) -> set[str]:
    return {word for word in str(call.query.get(name) or "").split(",") if word}


def _name(model: str) -> str:
    author, _, slug = model.partition("/")
    return f"{author.title()}: {slug.replace('-', ' ').title()}"


def _record(name: str, model: LocalModel) -> dict[str, Any]:
    return {
        "id": name,
        "canonical_slug": name,
        "hugging_face_id": None,
        "name": _name(name),
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
        "pricing": {"prompt": _price(model.prompt), "completion": _price(model.completion)},
        "top_provider": {"context_length": 128000, "max_completion_tokens": 16384, "is_moderated": False},
        "per_request_limits": None,
        "supported_parameters": list(model.parameters),
        "default_parameters": None,
        "supported_voices": None,
        "knowledge_cutoff": None,
        "expiration_date": None,
        "links": {"details": f"/api/v1/models/{name}/endpoints"},
    }


def _price(dollars: Decimal) -> str:
    return f"{dollars:f}"
