"""The contracts are complete: every part has a description, a name and an example."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from contract import CONTRACTS, OPENROUTER, Contract

from codegen.document import build_pointer, get_reference_name, iter_subschemas, load, walk

SOURCES = {each.project.name: load(each.project.contract) for each in CONTRACTS}
OPERATIONS = [(contract, operation) for contract in CONTRACTS for _, _, operation in contract.operations]
every_contract = pytest.mark.parametrize("contract", CONTRACTS, ids=str)


def is_described(part: Any) -> bool:
    return bool(str(part.get("description") or "").strip())


@every_contract
def test_every_operation_has_a_summary_and_a_description(contract: Contract) -> None:
    operations = [each for _, _, each in contract.operations]
    assert [each["operationId"] for each in operations if not (is_described(each) and each.get("summary"))] == []


@every_contract
def test_every_parameter_body_response_and_header_has_a_description(contract: Contract) -> None:
    undescribed = []
    for _, _, operation in contract.operations:
        parts = {f"parameter {each['name']}": each for each in operation["parameters"]}
        parts |= {"request": operation["requestBody"]} if "requestBody" in operation else {}
        for status, response in operation["responses"].items():
            parts[f"response {status}"] = response
            parts |= {f"header {name} of {status}": header for name, header in (response.get("headers") or {}).items()}
        undescribed += [
            f"{operation['operationId']}: {place}" for place, part in parts.items() if not is_described(part)
        ]
    assert undescribed == []


@every_contract
def test_every_named_schema_and_every_property_has_a_description(contract: Contract) -> None:
    source = SOURCES[contract.project.name]
    undescribed = [name for name, schema in source["components"]["schemas"].items() if not is_described(schema)]
    for place, schema in walk(source):
        undescribed += [
            place + build_pointer("properties", name)
            for name, inner in (schema.get("properties") or {}).items()
            if not is_described(inner)
        ]
    assert undescribed == []


def find_inline(schema: dict[str, Any], place: str) -> Iterator[str]:
    """Yield the places of nested objects and enumerations that are not named schemas."""
    for inner_place, inner in iter_subschemas(schema, place):
        if get_reference_name(inner) is None and (inner.get("properties") or len(inner.get("enum") or ()) > 1):
            yield inner_place
        yield from find_inline(inner, inner_place)


@every_contract
def test_every_object_and_enumeration_has_a_name(contract: Contract) -> None:
    found = [
        place
        for name, schema in SOURCES[contract.project.name]["components"]["schemas"].items()
        for place in find_inline(schema, build_pointer("components", "schemas", name))
    ]
    assert found == []


@every_contract
def test_the_passes_invent_names_for_unions_only(contract: Contract) -> None:
    schemas = contract.normal["components"]["schemas"]
    invented = set(schemas) - set(SOURCES[contract.project.name]["components"]["schemas"])
    assert [name for name in invented if "anyOf" not in schemas[name]] == []


@every_contract
def test_no_name_ends_in_a_digit(contract: Contract) -> None:
    assert [name for name in contract.normal["components"]["schemas"] if re.search(r"\d$", name)] == []


@every_contract
def test_every_named_schema_is_used(contract: Contract) -> None:
    used = set(re.findall(r"#/components/schemas/(\w+)", contract.project.contract.read_text(encoding="utf-8")))
    assert set(SOURCES[contract.project.name]["components"]["schemas"]) - used == set()


@pytest.mark.parametrize(
    ("contract", "operation"), OPERATIONS, ids=[f"{contract} {each['operationId']}" for contract, each in OPERATIONS]
)
def test_every_operation_has_examples_of_its_request_and_responses(
    contract: Contract, operation: dict[str, Any]
) -> None:
    responses = [each for each in contract.find_examples("response") if each.operation is operation]
    declared = {status for status, response in operation["responses"].items() if response.get("content")}
    assert {each.place.split()[0] for each in responses} == declared
    if "requestBody" in operation:
        assert [each for each in contract.find_examples("request") if each.operation is operation]


@every_contract
def test_the_event_stream_has_examples_of_every_kind_of_chunk(contract: Contract) -> None:
    events = [each.value for each in contract.find_examples("response") if each.media_type == "text/event-stream"]
    chunks = [event for event in events if isinstance(event, dict)]
    choices = [choice for chunk in chunks for choice in chunk.get("choices", ())]
    deltas = [choice["delta"] for choice in choices]
    kinds = {
        "content": any(delta.get("content") for delta in deltas),
        "a role": any(delta.get("role") for delta in deltas),
        "a tool call": any(delta.get("tool_calls") for delta in deltas),
        "a finish reason": any(choice.get("finish_reason") for choice in choices),
        "an error": any(chunk.get("error") for chunk in chunks)
        or any(choice.get("finish_reason") == "error" for choice in choices),
    }
    if contract is OPENROUTER:
        kinds |= {
            "reasoning": any(delta.get("reasoning") for delta in deltas),
            "reasoning details": any(delta.get("reasoning_details") for delta in deltas),
            "usage without choices": any(chunk.get("usage") and not chunk.get("choices") for chunk in chunks),
            "an error object": any(chunk.get("error") for chunk in chunks),
        }
    else:
        kinds |= {
            "thinking": any(isinstance(delta["content"], list) for delta in deltas),
            "usage with choices": any(chunk.get("usage") and chunk.get("choices") for chunk in chunks),
            "a second choice": any(choice["index"] == 1 for choice in choices),
        }
    assert [kind for kind, present in kinds.items() if not present] == []


@every_contract
def test_every_operation_that_needs_a_key_declares_error_responses(contract: Contract) -> None:
    needing_key = [each for _, _, each in contract.operations if each["x-call"]["needs_key"]]
    assert [each["operationId"] for each in needing_key if not find_error_statuses(each)] == []


def find_error_statuses(operation: dict[str, Any]) -> list[str]:
    return [status for status in operation["responses"] if status[0] in "45"]
