"""Every example in the contract is sent and decoded by the generated code."""

from __future__ import annotations

import json
from functools import partial
from typing import Any

import jsonschema
import pytest
from contract import NORMAL, Example, find_examples, find_function, find_model, iterate_operations, parameter_values

from openrouterkit_api import JsonModel, UnknownVariant

REQUESTS = find_examples("request")
RESPONSES = [each for each in find_examples("response") if each.media_type == "application/json"]
TEXTS = [each for each in find_examples("response") if each.media_type not in ("application/json", "text/event-stream")]
WITHOUT_BODY = [each for each in iterate_operations() if "requestBody" not in each[2]]
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
    """True if the contract defines every nested object and member; reads every attribute."""
    if isinstance(value, JsonModel):
        known = set(value._members.values())
        return all(map(is_known, [getattr(value, name) for name in value._members])) and known >= set(value._data)
    if isinstance(value, list):
        return all(map(is_known, value))
    return not isinstance(value, UnknownVariant)


@pytest.mark.parametrize("example", REQUESTS, ids=str)
def test_a_request_has_the_same_body_passed_as_a_dict_keywords_or_a_model(example: Example) -> None:
    make = partial(find_function(example.operation), **find_arguments(example.operation))
    assert to_text(make(example.value).body) == to_text(example.value)
    assert make(**example.value).body == example.value
    assert to_text(make(find_model(example.schema).from_dict(example.value)).body) == to_text(example.value)
    assert json.loads(make(example.value).encode()) == example.value


@pytest.mark.parametrize("example", REQUESTS + RESPONSES + CHUNKS, ids=str)
def test_decoding_and_encoding_an_example_preserves_it(example: Example) -> None:
    model = find_model(example.schema).from_dict(example.value)
    assert to_text(model.to_dict()) == to_text(example.value)
    assert is_known(model), f"{example} has members or tags that the contract does not define"
    assert to_text(model.to_dict()) == to_text(example.value)
    assert type(model).from_json(model.to_json()) == model


@pytest.mark.parametrize("example", RESPONSES, ids=str)
def test_a_response_is_decoded_as_the_model_for_its_status(example: Example) -> None:
    bodies = {each.operation["operationId"]: each.value for each in REQUESTS}
    operation_id = example.operation["operationId"]
    body = [bodies[operation_id]] if operation_id in bodies else []
    operation = find_function(example.operation)(*body, **find_arguments(example.operation))
    status = example.place.split()[0]
    decoded = operation.read(int(status), {"Content-Type": example.media_type}, json.dumps(example.value).encode())
    assert type(decoded) is find_model(example.schema)
    assert to_text(decoded.to_dict()) == to_text(example.value)


@pytest.mark.parametrize("example", EVENTS, ids=str)
def test_an_event_is_decoded_as_the_item_of_its_stream(example: Example) -> None:
    body = next(each.value for each in REQUESTS if each.operation is example.operation)
    operation = find_function(example.operation)(body).with_stream()
    assert operation.events is not None
    decoded = operation.events.read(example.value)
    if example in CHUNKS:
        assert type(decoded) is find_model(example.schema)
        assert to_text(decoded.to_dict()) == to_text(example.value)
    else:
        assert decoded == example.value


@pytest.mark.parametrize("example", TEXTS, ids=str)
def test_a_text_response_is_returned_as_text(example: Example) -> None:
    operation = find_function(example.operation)(**find_arguments(example.operation))
    assert operation.read(200, {"Content-Type": example.media_type}, example.value.encode()) == example.value


@pytest.mark.parametrize("example", REQUESTS + RESPONSES + TEXTS + EVENTS, ids=str)
def test_an_example_matches_its_schema(example: Example) -> None:
    schema = {**example.schema, "components": NORMAL["components"]}
    jsonschema.Draft202012Validator(schema).validate(example.value)


@pytest.mark.parametrize(("method", "path", "operation"), WITHOUT_BODY, ids=[each[1] for each in WITHOUT_BODY])
def test_example_parameters_are_written_into_the_path_and_query(
    method: str, path: str, operation: dict[str, Any]
) -> None:
    values = {place: parameter_values(operation, place) for place in ("path", "query")}
    sent = find_function(operation)(**values["path"], **values["query"])
    assert (sent.method, sent.path) == (method.upper(), path.format(**values["path"]))
    assert dict(sent.query) == {name: to_query_text(value) for name, value in values["query"].items()}


def to_query_text(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value)
