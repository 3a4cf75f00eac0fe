"""The structure of a document: types of members, null, booleans, and targets of references."""

from __future__ import annotations

from typing import Any

import pytest

from codegen.passes import references, structure
from codegen.problems import CodegenError, Report

Node = dict[str, Any]


def check(document: Node) -> Node:
    structure.run(document, report := Report())
    report.check()
    return document


def refer(document: Node) -> None:
    references.run(document, report := Report())
    report.check()


def with_operation(**members: Any) -> Node:
    return {"paths": {"/a": {"get": members}}}


def with_schema(**members: Any) -> Node:
    return {"components": {"schemas": {"Pet": members}}}


QUERY = {"name": "q", "in": "query"}


@pytest.mark.parametrize(
    ("document", "pointer", "problem"),
    [
        ({"paths": []}, "/paths", "expected an object, found a list"),
        ({"paths": {"/a": {"get": "x"}}}, "/paths/~1a/get", "expected an object, found text"),
        ({"info": {"version": 1.0}}, "/info/version", "expected text, found a number"),
        ({"servers": [None]}, "/servers/0", "expected an object, found null"),
        ({"tags": [{"description": "d"}]}, "/tags/0", "the tag has no `name`"),
        (with_operation(operationId=404), "/paths/~1a/get/operationId", "expected text, found a number"),
        (with_operation(tags=[1]), "/paths/~1a/get/tags/0", "expected text, found a number"),
        (with_operation(parameters={}), "/paths/~1a/get/parameters", "expected a list, found an object"),
        (with_operation(parameters=[{"in": "query"}]), "/paths/~1a/get/parameters/0", "the parameter has no `name`"),
        (
            with_operation(parameters=[{**QUERY, "required": "yes"}]),
            "/paths/~1a/get/parameters/0/required",
            "expected true or false, found text",
        ),
        (with_operation(responses={"200": None}), "/paths/~1a/get/responses/200", "expected an object, found null"),
        (
            with_operation(requestBody={"content": {"a/b": {"examples": {"x": 1}}}}),
            "/paths/~1a/get/requestBody/content/a~1b/examples/x",
            "expected an object, found a number",
        ),
        (
            {"components": {"schemas": {"Pet": 3}}},
            "/components/schemas/Pet",
            "expected a schema object, found a number",
        ),
        (with_schema(properties=[]), "/components/schemas/Pet/properties", "expected an object, found a list"),
        (with_schema(anyOf=[1]), "/components/schemas/Pet/anyOf/0", "expected a schema object, found a number"),
        (with_schema(type=5), "/components/schemas/Pet/type", "expected text, found a number"),
        (with_schema(type=["string", None]), "/components/schemas/Pet/type/1", "expected text, found null"),
        (with_schema(required=[{}]), "/components/schemas/Pet/required/0", "expected text, found an object"),
        (with_schema(**{"$ref": 5}), "/components/schemas/Pet/$ref", "expected text, found a number"),
        (with_schema(nullable=1), "/components/schemas/Pet/nullable", "expected true or false, found a number"),
        (
            with_schema(discriminator={}),
            "/components/schemas/Pet/discriminator",
            "the discriminator has no `propertyName`",
        ),
    ],
)
def test_a_value_of_the_wrong_type_is_rejected_with_its_pointer(document: Node, pointer: str, problem: str) -> None:
    with pytest.raises(CodegenError) as caught:
        check(document)
    assert (caught.value.pointer, caught.value.problem) == (pointer, problem)
    assert caught.value.fix


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ({"paths": None, "components": None}, {"paths": {}, "components": {}}),
        (with_schema(items=None, properties=None), {**with_schema(), "paths": {}}),
        (with_operation(operationId=None, parameters=None), {**with_operation(), "components": {}}),
        ({"paths": {"/a": None}}, {"paths": {"/a": {}}, "components": {}}),
        (
            with_operation(responses={"200": {"content": {"application/json": None}}}),
            {**with_operation(responses={"200": {"content": {"application/json": {}}}}), "components": {}},
        ),
        (with_schema(default=None, const=None, enum=[None]), {**with_schema(default=None, const=None, enum=[None])}),
    ],
)
def test_null_is_ignored_where_it_has_no_meaning(before: Node, after: Node) -> None:
    assert check(before) == {"paths": {}, **after}


@pytest.mark.parametrize("word", ["allOf", "anyOf", "oneOf"])
def test_an_empty_union_is_removed(word: str) -> None:
    assert check(with_schema(**{word: []}))["components"]["schemas"] == {"Pet": {}}


def test_extensions_of_paths_and_responses_are_removed() -> None:
    answers = {"200": {"description": "d"}, "x-note": "n"}
    document = check({"paths": {"x-note": ["n"], "/a": {"get": {"responses": answers}}}})
    assert document["paths"] == {"/a": {"get": {"responses": {"200": {"description": "d"}}}}}


class TestReferences:
    def test_reference_targets_outside_components_are_checked(self) -> None:
        document = {
            "x-shared": {"Limit": {"name": "limit"}},
            **with_operation(parameters=[{"$ref": "#/x-shared/Limit"}]),
        }
        with pytest.raises(
            CodegenError, match="'#/x-shared/Limit' is not a valid parameter: the parameter has no `in`"
        ) as caught:
            refer(check(document))
        assert caught.value.pointer == "/paths/~1a/get/parameters/0"

    @pytest.mark.parametrize("path", ["#/paths", "#/paths/~1a/get", "#/components", "#/components/schemas", "#/info"])
    def test_a_reference_to_something_other_than_a_schema_is_rejected(self, path: str) -> None:
        document = check({**with_operation(), **with_schema(properties={"odd": {"$ref": path}}), "info": {}})
        with pytest.raises(CodegenError, match=f"target '{path}' is not a valid schema") as caught:
            refer(document)
        assert caught.value.pointer == "/components/schemas/Pet/properties/odd"

    def test_a_target_in_definitions_can_refer_to_another(self) -> None:
        pet = "#/components/schemas/Pet/$defs"
        definitions = {"Home": {"properties": {"road": {"$ref": f"{pet}/Road"}}}, "Road": {"type": "string"}}
        document = check(with_schema(properties={"home": {"$ref": f"{pet}/Home"}}, **{"$defs": definitions}))
        references.run(document, Report())
        named = document["components"]["schemas"]
        assert named["Pet"]["properties"] == {"home": {"$ref": "#/components/schemas/PetDefsHome"}}
        assert named["PetDefsHome"]["properties"] == {"road": {"$ref": "#/components/schemas/PetDefsRoad"}}
        assert named["PetDefsRoad"] == {"type": "string"}
