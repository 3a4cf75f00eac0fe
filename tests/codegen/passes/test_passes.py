"""The passes, checked against the before and after in their docstrings."""

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
from codegen.problems import Report

Node = dict[str, Any]
SHOWN = re.compile(r"^before\n((?: {4}.+\n){1,4})after\n((?: {4}.+\n){1,4})(?=\n|$)", re.MULTILINE)
PASSES = {
    each.name: importlib.import_module(f"codegen.passes.{each.name}") for each in pkgutil.iter_modules(passes.__path__)
}
CASES = [(name, *case) for name, module in PASSES.items() for case in SHOWN.findall(module.__doc__ or "")]


def parse_shown(text: str) -> Node:
    """Parse what a docstring shows, with complete references."""
    found: Node = complete_references(yaml.safe_load(dedent(text)))
    return found


def complete_references(value: Any, step: str = "") -> Any:
    if isinstance(value, str) and step in ("$ref", "mapping/") and not value.startswith("#"):
        return SCHEMAS + value
    if isinstance(value, dict):
        inside = "mapping/" if step == "mapping" else None
        return {word: complete_references(inner, inside or word) for word, inner in value.items()}
    return [complete_references(inner) for inner in value] if isinstance(value, list) else value


def make_document(parts: Node) -> Node:
    """Return a document with one operation and shared components."""
    operation = {"operationId": "call", "parameters": [], "responses": {"200": {}}, **parts.get("operation", {})}
    shared = {word: parts[word] for word in ("schemas", "parameters") if word in parts}
    return {"paths": {parts.get("path", "/pets"): {"get": operation}}, "components": {"schemas": {}, **shared}}


@pytest.mark.parametrize(("name", "before", "after"), CASES, ids=[name for name, *_ in CASES])
def test_a_pass_makes_the_change_in_its_docstring(name: str, before: str, after: str) -> None:
    before_parts, after_parts = parse_shown(before), parse_shown(after)
    document, report = make_document(before_parts), Report()
    agreed = [before_parts["agreed"]] if "agreed" in before_parts else []
    PASSES[name].run(document, report, *agreed)
    if "rejects" not in after_parts:
        assert document["paths"] == make_document(after_parts)["paths"]
        assert document["components"]["schemas"] == make_document(after_parts)["components"]["schemas"]
    assert after_parts.get("warns", "") in "\n".join(report.warnings)
    assert after_parts.get("rejects", "") in "\n".join(map(str, report.errors))
    assert before != after


@pytest.mark.parametrize("name", PASSES)
def test_a_pass_shows_its_change_and_is_part_of_the_normal_form(name: str) -> None:
    assert name in [case[0] for case in CASES]
    assert (PASSES[name].__doc__ or "").count("\nbefore") == [case[0] for case in CASES].count(name)
    assert getattr(order, name, None) is PASSES[name]
