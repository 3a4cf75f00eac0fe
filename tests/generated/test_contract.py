"""The contract is complete: every part has a description, a name and an example."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from contract import NORMAL, find_examples, iterate_operations

import codegen
from codegen.document import build_pointer, get_reference_name, iter_subschemas, load, walk

SOURCE = Path(codegen.__file__).parent.parent / "openapi.yaml"
CONTRACT = load(SOURCE)
OPERATIONS = list(iterate_operations())
IDS = [operation["operationId"] for _, _, operation in OPERATIONS]


def is_described(part: Any) -> bool:
    return bool(str(part.get("description") or "").strip())


def test_every_operation_has_a_summary_and_a_description() -> None:
    assert [each["operationId"] for _, _, each in OPERATIONS if not (is_described(each) and each.get("summary"))] == []


def test_every_parameter_body_response_and_header_has_a_description() -> None:
    undescribed = []
    for _, _, operation in OPERATIONS:
        parts = {f"parameter {each['name']}": each for each in operation["parameters"]}
        parts |= {"request": operation["requestBody"]} if "requestBody" in operation else {}
        for status, response in operation["responses"].items():
            parts[f"response {status}"] = response
            parts |= {f"header {name} of {status}": header for name, header in (response.get("headers") or {}).items()}
        undescribed += [
            f"{operation['operationId']}: {place}" for place, part in parts.items() if not is_described(part)
        ]
    assert undescribed == []


def test_every_named_schema_and_every_property_has_a_description() -> None:
    undescribed = [name for name, schema in CONTRACT["components"]["schemas"].items() if not is_described(schema)]
    for place, schema in walk(CONTRACT):
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


def test_every_object_and_enumeration_has_a_name() -> None:
    found = [
        place
        for name, schema in CONTRACT["components"]["schemas"].items()
        for place in find_inline(schema, build_pointer("components", "schemas", name))
    ]
    assert found == []


def test_the_passes_invent_names_for_unions_only() -> None:
    invented = set(NORMAL["components"]["schemas"]) - set(CONTRACT["components"]["schemas"])
    assert [name for name in invented if "anyOf" not in NORMAL["components"]["schemas"][name]] == []


def test_no_name_ends_in_a_digit() -> None:
    assert [name for name in NORMAL["components"]["schemas"] if re.search(r"\d$", name)] == []


def test_every_named_schema_is_used() -> None:
    used = set(re.findall(r"#/components/schemas/(\w+)", SOURCE.read_text(encoding="utf-8")))
    assert set(CONTRACT["components"]["schemas"]) - used == set()


@pytest.mark.parametrize("operation", [each for _, _, each in OPERATIONS], ids=IDS)
def test_every_operation_has_examples_of_its_request_and_responses(operation: dict[str, Any]) -> None:
    found = [each for part in ("request", "response") for each in find_examples(part) if each.operation == operation]
    places = {each.place.split()[0] for each in found}
    assert places >= {status for status, response in operation["responses"].items() if response.get("content")}
    assert "requestBody" not in operation or "requestBody" in {
        "requestBody" for each in find_examples("request") if each.operation == operation
    }


def test_the_event_stream_has_examples_of_every_kind_of_chunk() -> None:
    events = [each.value for each in find_examples("response") if each.media_type == "text/event-stream"]
    chunks = [event for event in events if isinstance(event, dict)]
    deltas = [choice["delta"] for chunk in chunks for choice in chunk.get("choices", ())]
    kinds = {
        "content": any(delta.get("content") for delta in deltas),
        "a role": any(delta.get("role") for delta in deltas),
        "reasoning": any(delta.get("reasoning") for delta in deltas),
        "reasoning details": any(delta.get("reasoning_details") for delta in deltas),
        "a tool call": any(delta.get("tool_calls") for delta in deltas),
        "a finish reason": any(choice.get("finish_reason") for chunk in chunks for choice in chunk.get("choices", ())),
        "usage without choices": any(chunk.get("usage") and not chunk.get("choices") for chunk in chunks),
        "an error": any(chunk.get("error") for chunk in chunks),
    }
    assert [kind for kind, present in kinds.items() if not present] == []


def test_every_operation_that_needs_a_key_declares_error_responses() -> None:
    needing_key = [each for _, _, each in OPERATIONS if each["x-call"]["needs_key"]]
    assert [each["operationId"] for each in needing_key if not find_error_statuses(each)] == []


def find_error_statuses(operation: dict[str, Any]) -> list[str]:
    return [status for status in operation["responses"] if status[0] in "45"]
