"""The passes, each held to the before and after of its own docstring."""

from __future__ import annotations

import importlib
import pkgutil
import re
from textwrap import dedent
from typing import Any

import pytest
import yaml

from codegen import normal_form as order
from codegen import passes
from codegen.document import SCHEMAS
from codegen.problems import CodegenError, Report

Node = dict[str, Any]
SHOWN = re.compile(r"^before\n((?: {4}.+\n){1,4})after\n((?: {4}.+\n){1,4})(?=\n|$)", re.MULTILINE)
PASSES = {
    each.name: importlib.import_module(f"codegen.passes.{each.name}") for each in pkgutil.iter_modules(passes.__path__)
}
CASES = [(name, *case) for name, module in PASSES.items() for case in SHOWN.findall(module.__doc__ or "")]


def shown(text: str) -> Node:
    """What a docstring shows, with its references written out."""
    found: Node = with_whole_references(yaml.safe_load(dedent(text)))
    return found


def with_whole_references(value: Any, step: str = "") -> Any:
    if isinstance(value, str) and step in ("$ref", "mapping/") and not value.startswith("#"):
        return SCHEMAS + value
    if isinstance(value, dict):
        inside = "mapping/" if step == "mapping" else None
        return {word: with_whole_references(inner, inside or word) for word, inner in value.items()}
    return [with_whole_references(inner) for inner in value] if isinstance(value, list) else value


def document_of(parts: Node) -> Node:
    """A document of one operation and what is shared."""
    operation = {"operationId": "call", "parameters": [], "responses": {"200": {}}, **parts.get("operation", {})}
    shared = {word: parts[word] for word in ("schemas", "parameters") if word in parts}
    return {"paths": {parts.get("path", "/pets"): {"get": operation}}, "components": {"schemas": {}, **shared}}


@pytest.mark.parametrize(("name", "before", "after"), CASES, ids=[name for name, *_ in CASES])
def test_a_pass_does_what_its_docstring_shows(name: str, before: str, after: str) -> None:
    given, expected = shown(before), shown(after)
    document, report = document_of(given), Report()
    agreed = [given["agreed"]] if "agreed" in given else []
    if "stops" in expected:
        with pytest.raises(CodegenError, match=re.escape(expected["stops"])):
            PASSES[name].run(document, report, *agreed)
        return
    PASSES[name].run(document, report, *agreed)
    assert document["paths"] == document_of(expected)["paths"]
    assert document["components"]["schemas"] == document_of(expected)["components"]["schemas"]
    assert expected.get("warns", "") in "\n".join(report.warnings)
    assert before != after


@pytest.mark.parametrize("name", PASSES)
def test_a_pass_shows_a_before_and_an_after_in_four_lines_each_and_has_its_place_in_the_order(name: str) -> None:
    assert name in [case[0] for case in CASES]
    assert (PASSES[name].__doc__ or "").count("\nbefore") == [case[0] for case in CASES].count(name)
    assert getattr(order, name, None) is PASSES[name]
