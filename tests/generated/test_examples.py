"""Every example in the contracts is sent and decoded by the generated code."""

from __future__ import annotations

import json
from functools import partial
from typing import Any

import jsonschema
import pytest
from contract import CONTRACTS, Contract, Example, find_examples, parameter_values

from openrouterkit_runtime import JsonModel, UnknownVariant

REQUESTS = find_examples("request")
RESPONSES = [each for each in find_examples("response") if each.media_type == "application/json"]
TEXTS = [each for each in find_examples("response") if each.media_type not in ("application/json", "text/event-stream")]
WITHOUT_BODY = [(each, *found) for each in CONTRACTS for found in each.operations if "requestBody" not in found[2]]
EVENTS = [each for each in find_examples("response") if each.media_type == "text/event-stream"]
CHUNKS = [each for each in EVENTS if "$ref" in each.schema]


def to_text(value: Any) -> str:
    """Return the JSON text, so that comparisons include the order of keys."""
    return json.dumps(value)


def find_arguments(operation: dict[str, Any]) -> dict[str, Any]:
    """Return the required parameters of an operation by name, with the values of their examples."""
    required = {each["name"]: each["in"] for each in operation["parameters"] if each.get("required")}
    return {name: parameter_values(operation, place)[name] for name, place in required.items()}


def is_known(value: Any) -> bool:
    """True if its contract defines every nested object and member; reads every attribute."""
    if isinstance(value, JsonModel):
        known = set(value._members.values())
        return all(map(is_known, [getattr(value, name) for name in value._members])) and known >= set(value._data)
    if isinstance(value, list):
        return all(map(is_known, value))
    return not isinstance(value, UnknownVariant)


@pytest.mark.parametrize("example", REQUESTS, ids=str)
def test_a_request_has_the_same_body_passed_as_a_dict_keywords_or_a_model(example: Example) -> None:
    make = partial(example.function, **find_arguments(example.operation))
    assert to_text(make(example.value).body) == to_text(example.value)
    assert make(**example.value).body == example.value
    assert to_text(make(example.model.from_dict(example.value)).body) == to_text(example.value)
    assert json.loads(make(example.value).encode()) == example.value


@pytest.mark.parametrize("example", REQUESTS + RESPONSES + CHUNKS, ids=str)
def test_decoding_and_encoding_an_example_preserves_it(example: Example) -> None:
    model = example.model.from_dict(example.value)
    assert to_text(model.to_dict()) == to_text(example.value)
    assert is_known(model), f"{example} has members or tags that its contract does not define"
    assert to_text(model.to_dict()) == to_text(example.value)
    assert type(model).from_json(model.to_json()) == model


@pytest.mark.parametrize("example", RESPONSES, ids=str)
def test_a_response_is_decoded_as_the_model_for_its_status(example: Example) -> None:
    body = [each.value for each in REQUESTS if each.operation is example.operation][:1]
    operation = example.function(*body, **find_arguments(example.operation))
    status = example.place.split()[0]
    decoded = operation.read(int(status), {"Content-Type": example.media_type}, json.dumps(example.value).encode())
    assert type(decoded) is example.model
    assert to_text(decoded.to_dict()) == to_text(example.value)


@pytest.mark.parametrize("example", EVENTS, ids=str)
def test_an_event_is_decoded_as_the_item_of_its_stream(example: Example) -> None:
    body = next(each.value for each in REQUESTS if each.operation is example.operation)
    operation = example.function(body).with_stream()
    assert operation.events is not None
    decoded = operation.events.read(example.value)
    if example in CHUNKS:
        assert type(decoded) is example.model
        assert to_text(decoded.to_dict()) == to_text(example.value)
    else:
        assert decoded == example.value


@pytest.mark.parametrize("example", TEXTS, ids=str)
def test_a_text_response_is_returned_as_text(example: Example) -> None:
    operation = example.function(**find_arguments(example.operation))
    assert operation.read(200, {"Content-Type": example.media_type}, example.value.encode()) == example.value


@pytest.mark.parametrize("example", REQUESTS + RESPONSES + TEXTS + EVENTS, ids=str)
def test_an_example_matches_its_schema(example: Example) -> None:
    schema = {**example.schema, "components": example.contract.normal["components"]}
    jsonschema.Draft202012Validator(schema).validate(example.value)


@pytest.mark.parametrize(
    ("contract", "method", "path", "operation"), WITHOUT_BODY, ids=[each[2] for each in WITHOUT_BODY]
)
def test_example_parameters_are_written_into_the_path_and_query(
    contract: Contract, method: str, path: str, operation: dict[str, Any]
) -> None:
    values = {place: parameter_values(operation, place) for place in ("path", "query")}
    sent = contract.find_function(operation)(**values["path"], **values["query"])
    assert (sent.method, sent.path) == (method.upper(), path.format(**values["path"]))
    assert dict(sent.query) == {name: to_query_text(value) for name, value in values["query"].items()}


def to_query_text(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value)
