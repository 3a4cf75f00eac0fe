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
        ({"paths": []}, "/paths", "an object stands here, not a list"),
        ({"paths": {"/a": {"get": "x"}}}, "/paths/~1a/get", "an object stands here, not text"),
        ({"info": {"version": 1.0}}, "/info/version", "text stands here, not a number"),
        ({"servers": [None]}, "/servers/0", "an object stands here, not nothing"),
        ({"tags": [{"description": "d"}]}, "/tags/0", "a tag has a `name`"),
        (in_operation(operationId=404), "/paths/~1a/get/operationId", "text stands here, not a number"),
        (in_operation(tags=[1]), "/paths/~1a/get/tags/0", "text stands here, not a number"),
        (in_operation(parameters={}), "/paths/~1a/get/parameters", "a list stands here, not an object"),
        (in_operation(parameters=[{"in": "query"}]), "/paths/~1a/get/parameters/0", "a parameter has a `name`"),
        (
            in_operation(parameters=[{**QUERY, "required": "yes"}]),
            "/paths/~1a/get/parameters/0/required",
            "true or false stands here, not text",
        ),
        (in_operation(responses={"200": None}), "/paths/~1a/get/responses/200", "an object stands here, not nothing"),
        (
            in_operation(requestBody={"content": {"a/b": {"examples": {"x": 1}}}}),
            "/paths/~1a/get/requestBody/content/a~1b/examples/x",
            "an object stands here, not a number",
        ),
        ({"components": {"schemas": {"Pet": 3}}}, "/components/schemas/Pet", "a schema is an object, not a number"),
        (in_schema(properties=[]), "/components/schemas/Pet/properties", "an object stands here, not a list"),
        (in_schema(anyOf=[1]), "/components/schemas/Pet/anyOf/0", "a schema is an object, not a number"),
        (in_schema(type=5), "/components/schemas/Pet/type", "text stands here, not a number"),
        (in_schema(type=["string", None]), "/components/schemas/Pet/type/1", "text stands here, not nothing"),
        (in_schema(required=[{}]), "/components/schemas/Pet/required/0", "text stands here, not an object"),
        (in_schema(**{"$ref": 5}), "/components/schemas/Pet/$ref", "text stands here, not a number"),
        (in_schema(nullable=1), "/components/schemas/Pet/nullable", "true or false stands here, not a number"),
        (in_schema(discriminator={}), "/components/schemas/Pet/discriminator", "a discriminator has a `propertyName`"),
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
        with pytest.raises(CodegenError, match="'#/x-shared/Limit' does not: a parameter has a `in`") as caught:
            references.run(checked(document), Report())
        assert caught.value.pointer == "/paths/~1a/get/parameters"

    @pytest.mark.parametrize("path", ["#/paths", "#/paths/~1a/get", "#/components", "#/components/schemas", "#/info"])
    def test_what_is_no_schema_is_never_taken_for_one_and_stays_what_it_is(self, path: str) -> None:
        document = checked({**in_operation(), **in_schema(properties={"odd": {"$ref": path}}), "info": {}})
        with pytest.raises(CodegenError, match=f"leads to one, '{path}' does not") as caught:
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
