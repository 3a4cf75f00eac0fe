"""What the contract promises about itself: described, named and shown to the last field."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from contract import NORMAL, calls, examples

import codegen
from codegen.document import build_pointer, get_reference_name, iter_subschemas, load, walk

SOURCE = Path(codegen.__file__).parent.parent / "openapi.yaml"
CONTRACT = load(SOURCE)
OPERATIONS = list(calls())
IDS = [operation["operationId"] for _, _, operation in OPERATIONS]


def described(part: Any) -> bool:
    return bool(str(part.get("description") or "").strip())


def test_every_operation_says_what_it_does() -> None:
    assert [each["operationId"] for _, _, each in OPERATIONS if not (described(each) and each.get("summary"))] == []


def test_every_parameter_body_answer_and_header_is_described() -> None:
    silent = []
    for _, _, operation in OPERATIONS:
        parts = {f"parameter {each['name']}": each for each in operation["parameters"]}
        parts |= {"request": operation["requestBody"]} if "requestBody" in operation else {}
        for status, answer in operation["responses"].items():
            parts[f"answer {status}"] = answer
            parts |= {f"header {name} of {status}": header for name, header in (answer.get("headers") or {}).items()}
        silent += [f"{operation['operationId']}: {place}" for place, part in parts.items() if not described(part)]
    assert silent == []


def test_every_named_schema_and_every_property_is_described() -> None:
    silent = [name for name, schema in CONTRACT["components"]["schemas"].items() if not described(schema)]
    for place, schema in walk(CONTRACT):
        silent += [
            place + build_pointer("properties", name)
            for name, inner in (schema.get("properties") or {}).items()
            if not described(inner)
        ]
    assert silent == []


def inline(schema: dict[str, Any], place: str) -> Iterator[str]:
    for inner_place, inner in iter_subschemas(schema, place):
        if get_reference_name(inner) is None and (inner.get("properties") or len(inner.get("enum") or ()) > 1):
            yield inner_place
        yield from inline(inner, inner_place)


def test_every_object_and_enumeration_has_a_name() -> None:
    found = [
        place
        for name, schema in CONTRACT["components"]["schemas"].items()
        for place in inline(schema, build_pointer("components", "schemas", name))
    ]
    assert found == []


def test_the_passes_name_nothing_but_unions() -> None:
    invented = set(NORMAL["components"]["schemas"]) - set(CONTRACT["components"]["schemas"])
    assert [name for name in invented if "anyOf" not in NORMAL["components"]["schemas"][name]] == []


def test_no_name_ends_in_a_digit() -> None:
    assert [name for name in NORMAL["components"]["schemas"] if re.search(r"\d$", name)] == []


def test_every_named_schema_is_used() -> None:
    used = set(re.findall(r"#/components/schemas/(\w+)", SOURCE.read_text(encoding="utf-8")))
    assert set(CONTRACT["components"]["schemas"]) - used == set()


@pytest.mark.parametrize("operation", [each for _, _, each in OPERATIONS], ids=IDS)
def test_every_operation_shows_a_request_and_each_of_its_answers(operation: dict[str, Any]) -> None:
    shown = [each for part in ("request", "answer") for each in examples(part) if each.operation == operation]
    places = {each.place.split()[0] for each in shown}
    assert places >= {status for status, answer in operation["responses"].items() if answer.get("content")}
    assert "requestBody" not in operation or "requestBody" in {
        "requestBody" for each in examples("request") if each.operation == operation
    }


def test_the_event_stream_shows_every_kind_of_chunk() -> None:
    events = [each.value for each in examples("answer") if each.media_type == "text/event-stream"]
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
    assert [kind for kind, there in kinds.items() if not there] == []


def test_all_that_can_fail_with_a_key_says_so() -> None:
    silent = [each["operationId"] for _, _, each in OPERATIONS if each["x-call"]["needs_key"] and not failing(each)]
    assert silent == []


def failing(operation: dict[str, Any]) -> list[str]:
    return [status for status in operation["responses"] if status[0] in "45"]
