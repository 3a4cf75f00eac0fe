"""Every example in the contract, replayed through what is generated from it."""

from __future__ import annotations

import json
from functools import partial
from typing import Any

import jsonschema
import pytest
from contract import NORMAL, Example, calls, class_of, examples, function, parameter_values

from openrouterkit_api import JsonModel, UnknownVariant

REQUESTS = examples("request")
ANSWERS = [each for each in examples("answer") if each.media_type == "application/json"]
TEXTS = [each for each in examples("answer") if each.media_type not in ("application/json", "text/event-stream")]
LISTINGS = [each for each in calls() if "requestBody" not in each[2]]
EVENTS = [each for each in examples("answer") if each.media_type == "text/event-stream"]
CHUNKS = [each for each in EVENTS if "$ref" in each.schema]


def ordered(value: Any) -> str:
    """The JSON text, in which the order of keys shows."""
    return json.dumps(value)


def keywords(operation: dict[str, Any]) -> dict[str, Any]:
    """The parameters the operation needs, from their examples."""
    required = {each["name"]: each["in"] for each in operation["parameters"] if each.get("required")}
    return {name: parameter_values(operation, place)[name] for name, place in required.items()}


def nothing_unknown(value: Any) -> bool:
    """Whether every object inside, to the last, is one that the contract knows; reads every attribute on the way."""
    if isinstance(value, JsonModel):
        known = set(value._members.values())
        return all(map(nothing_unknown, [getattr(value, name) for name in value._members])) and known >= set(
            value._data
        )
    if isinstance(value, list):
        return all(map(nothing_unknown, value))
    return not isinstance(value, UnknownVariant)


@pytest.mark.parametrize("example", REQUESTS, ids=str)
def test_a_request_is_sent_as_the_example_says_whether_given_whole_or_by_keywords(example: Example) -> None:
    call = partial(function(example.operation), **keywords(example.operation))
    assert ordered(call(example.value).body) == ordered(example.value)
    assert call(**example.value).body == example.value
    assert ordered(call(class_of(example.schema).from_dict(example.value)).body) == ordered(example.value)
    assert json.loads(call(example.value).encode()) == example.value


@pytest.mark.parametrize("example", REQUESTS + ANSWERS + CHUNKS, ids=str)
def test_an_example_is_read_and_written_back_whatever_was_looked_at(example: Example) -> None:
    model = class_of(example.schema).from_dict(example.value)
    assert ordered(model.to_dict()) == ordered(example.value)
    assert nothing_unknown(model), f"{example} has what the contract does not state"
    assert ordered(model.to_dict()) == ordered(example.value)
    assert type(model).from_json(model.to_json()) == model


@pytest.mark.parametrize("example", ANSWERS, ids=str)
def test_an_answer_is_read_as_the_model_stated_for_its_status(example: Example) -> None:
    whole = {each.operation["operationId"]: each.value for each in REQUESTS}
    operation_id = example.operation["operationId"]
    body = [whole[operation_id]] if operation_id in whole else []
    operation = function(example.operation)(*body, **keywords(example.operation))
    status = example.place.split()[0]
    read = operation.read(int(status), {"Content-Type": example.media_type}, json.dumps(example.value).encode())
    assert type(read) is class_of(example.schema)
    assert ordered(read.to_dict()) == ordered(example.value)


@pytest.mark.parametrize("example", EVENTS, ids=str)
def test_an_event_is_read_as_the_stream_s_item(example: Example) -> None:
    body = next(each.value for each in REQUESTS if each.operation is example.operation)
    operation = function(example.operation)(body).with_stream()
    assert operation.events is not None
    read = operation.events.read(example.value)
    if example in CHUNKS:
        assert type(read) is class_of(example.schema)
        assert ordered(read.to_dict()) == ordered(example.value)
    else:
        assert read == example.value


@pytest.mark.parametrize("example", TEXTS, ids=str)
def test_an_answer_that_is_text_is_read_as_text(example: Example) -> None:
    operation = function(example.operation)(**keywords(example.operation))
    assert operation.read(200, {"Content-Type": example.media_type}, example.value.encode()) == example.value


@pytest.mark.parametrize("example", REQUESTS + ANSWERS + TEXTS + EVENTS, ids=str)
def test_an_example_is_valid_by_the_contract(example: Example) -> None:
    schema = {**example.schema, "components": NORMAL["components"]}
    jsonschema.Draft202012Validator(schema).validate(example.value)


@pytest.mark.parametrize(("method", "path", "operation"), LISTINGS, ids=[each[1] for each in LISTINGS])
def test_the_examples_of_parameters_reach_the_path_and_the_query(
    method: str, path: str, operation: dict[str, Any]
) -> None:
    values = {place: parameter_values(operation, place) for place in ("path", "query")}
    sent = function(operation)(**values["path"], **values["query"])
    assert (sent.method, sent.path) == (method.upper(), path.format(**values["path"]))
    assert dict(sent.query) == {name: shown(value) for name, value in values["query"].items()}


def shown(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value)
