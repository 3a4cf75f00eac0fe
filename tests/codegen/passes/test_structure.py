"""What a document is made of: the kind of each member, null, booleans, and what references lead to."""

from __future__ import annotations

from typing import Any

import pytest

from codegen.passes import references, structure
from codegen.problems import CodegenError, Report

Node = dict[str, Any]


def checked(document: Node) -> Node:
    structure.run(document, Report())
    return document


def in_operation(**members: Any) -> Node:
    return {"paths": {"/a": {"get": members}}}


def in_schema(**members: Any) -> Node:
    return {"components": {"schemas": {"Pet": members}}}


QUERY = {"name": "q", "in": "query"}


@pytest.mark.parametrize(
    ("document", "pointer", "told"),
    [
        ({"paths": []}, "/paths", "expected an object, found a list"),
        ({"paths": {"/a": {"get": "x"}}}, "/paths/~1a/get", "expected an object, found text"),
        ({"info": {"version": 1.0}}, "/info/version", "expected text, found a number"),
        ({"servers": [None]}, "/servers/0", "expected an object, found null"),
        ({"tags": [{"description": "d"}]}, "/tags/0", "the tag has no `name`"),
        (in_operation(operationId=404), "/paths/~1a/get/operationId", "expected text, found a number"),
        (in_operation(tags=[1]), "/paths/~1a/get/tags/0", "expected text, found a number"),
        (in_operation(parameters={}), "/paths/~1a/get/parameters", "expected a list, found an object"),
        (in_operation(parameters=[{"in": "query"}]), "/paths/~1a/get/parameters/0", "the parameter has no `name`"),
        (
            in_operation(parameters=[{**QUERY, "required": "yes"}]),
            "/paths/~1a/get/parameters/0/required",
            "expected true or false, found text",
        ),
        (in_operation(responses={"200": None}), "/paths/~1a/get/responses/200", "expected an object, found null"),
        (
            in_operation(requestBody={"content": {"a/b": {"examples": {"x": 1}}}}),
            "/paths/~1a/get/requestBody/content/a~1b/examples/x",
            "expected an object, found a number",
        ),
        (
            {"components": {"schemas": {"Pet": 3}}},
            "/components/schemas/Pet",
            "expected a schema object, found a number",
        ),
        (in_schema(properties=[]), "/components/schemas/Pet/properties", "expected an object, found a list"),
        (in_schema(anyOf=[1]), "/components/schemas/Pet/anyOf/0", "expected a schema object, found a number"),
        (in_schema(type=5), "/components/schemas/Pet/type", "expected text, found a number"),
        (in_schema(type=["string", None]), "/components/schemas/Pet/type/1", "expected text, found null"),
        (in_schema(required=[{}]), "/components/schemas/Pet/required/0", "expected text, found an object"),
        (in_schema(**{"$ref": 5}), "/components/schemas/Pet/$ref", "expected text, found a number"),
        (in_schema(nullable=1), "/components/schemas/Pet/nullable", "expected true or false, found a number"),
        (
            in_schema(discriminator={}),
            "/components/schemas/Pet/discriminator",
            "the discriminator has no `propertyName`",
        ),
    ],
)
def test_what_is_of_the_wrong_kind_is_named_by_its_pointer(document: Node, pointer: str, told: str) -> None:
    with pytest.raises(CodegenError) as caught:
        checked(document)
    assert (caught.value.pointer, caught.value.problem) == (pointer, told)
    assert caught.value.fix


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ({"paths": None, "components": None}, {"paths": {}, "components": {}}),
        (in_schema(items=None, properties=None), {**in_schema(), "paths": {}}),
        (in_operation(operationId=None, parameters=None), {**in_operation(), "components": {}}),
        ({"paths": {"/a": None}}, {"paths": {"/a": {}}, "components": {}}),
        (
            in_operation(responses={"200": {"content": {"application/json": None}}}),
            {**in_operation(responses={"200": {"content": {"application/json": {}}}}), "components": {}},
        ),
        (in_schema(default=None, const=None, enum=[None]), {**in_schema(default=None, const=None, enum=[None])}),
    ],
)
def test_null_says_nothing_where_nothing_is_lost_by_it(before: Node, after: Node) -> None:
    assert checked(before) == {"paths": {}, **after}


@pytest.mark.parametrize("word", ["allOf", "anyOf", "oneOf"])
def test_a_union_of_nothing_says_nothing(word: str) -> None:
    assert checked(in_schema(**{word: []}))["components"]["schemas"] == {"Pet": {}}


def test_extensions_beside_paths_and_answers_are_left_out() -> None:
    answers = {"200": {"description": "d"}, "x-note": "n"}
    document = checked({"paths": {"x-note": ["n"], "/a": {"get": {"responses": answers}}}})
    assert document["paths"] == {"/a": {"get": {"responses": {"200": {"description": "d"}}}}}


class TestReferences:
    def test_what_lies_where_nothing_else_looks_is_checked_too(self) -> None:
        document = {"x-shared": {"Limit": {"name": "limit"}}, **in_operation(parameters=[{"$ref": "#/x-shared/Limit"}])}
        with pytest.raises(
            CodegenError, match="'#/x-shared/Limit' is not a valid parameter: the parameter has no `in`"
        ) as caught:
            references.run(checked(document), Report())
        assert caught.value.pointer == "/paths/~1a/get/parameters"

    @pytest.mark.parametrize("path", ["#/paths", "#/paths/~1a/get", "#/components", "#/components/schemas", "#/info"])
    def test_what_is_no_schema_is_never_taken_for_one_and_stays_what_it_is(self, path: str) -> None:
        document = checked({**in_operation(), **in_schema(properties={"odd": {"$ref": path}}), "info": {}})
        with pytest.raises(CodegenError, match=f"target '{path}' is not a valid schema") as caught:
            references.run(document, Report())
        assert caught.value.pointer == "/components/schemas/Pet/properties/odd"

    def test_a_target_among_definitions_may_refer_to_another(self) -> None:
        pet = "#/components/schemas/Pet/$defs"
        definitions = {"Home": {"properties": {"road": {"$ref": f"{pet}/Road"}}}, "Road": {"type": "string"}}
        document = checked(in_schema(properties={"home": {"$ref": f"{pet}/Home"}}, **{"$defs": definitions}))
        references.run(document, Report())
        named = document["components"]["schemas"]
        assert named["Pet"]["properties"] == {"home": {"$ref": "#/components/schemas/PetDefsHome"}}
        assert named["PetDefsHome"]["properties"] == {"road": {"$ref": "#/components/schemas/PetDefsRoad"}}
        assert named["PetDefsRoad"] == {"type": "string"}
