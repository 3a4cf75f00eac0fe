"""Comparing the contract with a newer description: which differences are found, and which are breaking."""

from __future__ import annotations

import re
import tomllib
from copy import deepcopy
from typing import Any

import pytest
from hypothesis import given, settings
from pets import SCHEMAS, TEXT, document, pet, ref, sent
from projects import OPENROUTER

from codegen.document import iter_operations, load
from codegen.drift.comparing import operations
from codegen.drift.comparing.difference import Difference
from codegen.drift.comparing.normalize import normalize as normalize_document
from codegen.names import AgreedNames

Node = dict[str, Any]

PET = {"type": "object", "properties": {"name": TEXT}, "required": ["name"]}


def response_document(schema: Node, **named: Node) -> Node:
    """A document whose only operation returns the schema."""
    response = {"content": {"application/json": {"schema": schema}}}
    return document({"/pets": {"get": {"responses": {"200": response}}}}, named)


def normalize(document: Node) -> Node:
    return normalize_document(document, AgreedNames(), [])[0]


def compare(ours: Node, theirs: Node) -> list[Difference]:
    return operations.compare(ours, theirs).differences


def compare_keys(ours: Node, theirs: Node) -> list[str]:
    """The keys of the differences, with `!` before breaking ones and `?` before warnings."""
    differences = compare(normalize(ours), normalize(theirs))
    return [{"breaking": "! ", "warning": "? ", "info": ""}[each.level] + each.key for each in differences]


def keys_by_direction(before: Node, after: Node) -> tuple[list[str], list[str]]:
    """The differences of a schema named Pet in a request, and in a response."""
    return tuple(
        compare_keys(make(ref("Pet"), Pet=before), make(ref("Pet"), Pet=after)) for make in (sent, response_document)
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"type": ["string", "null"]}, {"type": "string", "nullable": True}),
        ({"type": ["string", "null"]}, {"anyOf": [{"type": "null"}, TEXT]}),
        ({"type": "string", "const": "a"}, {"enum": ["a"]}),
        ({"oneOf": [TEXT, {"type": "integer"}]}, {"type": ["integer", "string"]}),
        ({"allOf": [PET]}, PET),
        ({"allOf": [{"type": "object", "properties": {"a": TEXT}}, PET]}, pet(("name",), name=TEXT, a=TEXT)),
        (pet(a=TEXT, b=PET), pet(b=PET, a=TEXT)),
        ({**PET, "additionalProperties": True}, PET),
        ({**TEXT, "description": "d", "example": "e"}, {**TEXT, "title": "t"}),
        ({"type": "string", "enum": ["a", "b"]}, {"type": "string", "enum": ["b", "a"], "x-note": "n"}),
    ],
)
def test_equivalent_schemas_do_not_differ(one: Node, other: Node) -> None:
    for make in (sent, response_document):
        assert compare_keys(make(pet(a=one)), make(pet(a=other))) == []
        assert compare_keys(make(pet(a=other)), make(pet(a=one))) == []


def test_a_swagger_document_equals_the_same_in_openapi() -> None:
    body = {"name": "pet", "in": "body", "required": True, "schema": {"$ref": "#/definitions/Pet"}}
    ids = {"name": "ids", "in": "query", "type": "array", "items": TEXT, "collectionFormat": "pipes"}
    operation = {"operationId": "p", "parameters": [body, ids], "responses": {"204": {"description": "d"}}}
    old = {
        "swagger": "2.0",
        "info": {"title": "t", "version": "1"},
        "host": "pets.example",
        "schemes": ["https"],
        "paths": {"/pets": {"post": operation}},
        "definitions": {"Pet": PET},
        "securityDefinitions": {"key": {"type": "apiKey", "name": "X-Key", "in": "header"}},
        "security": [{"key": []}],
    }
    new = sent(ref("Pet"), Pet=PET)
    parameter = {"name": "ids", "in": "query", "style": "pipeDelimited", "schema": {"type": "array", "items": TEXT}}
    new["paths"]["/pets"]["post"] |= {"operationId": "p", "parameters": [parameter]}
    new |= {"servers": [{"url": "https://pets.example"}], "security": [{"key": []}]}
    new["components"]["securitySchemes"] = old["securityDefinitions"]
    assert compare_keys(old, new) == []


def test_an_inline_schema_equals_a_named_one() -> None:
    named = response_document(ref("Owner"), Owner=pet(pet=ref("Pet")), Pet=PET)
    assert compare_keys(named, response_document(pet(pet=PET))) == []
    assert compare_keys(response_document(pet(pet=PET)), named) == []


def test_another_name_of_an_equal_schema_is_one_difference() -> None:
    ours, theirs = response_document(ref("Pet"), Pet=PET), response_document(ref("Animal"), Animal=PET)
    assert compare_keys(ours, theirs) == ["? changed schema name Pet"]


def test_names_of_path_parameters_may_differ() -> None:
    def named(name: str) -> Node:
        parameter = {"name": name, "in": "path", "required": True, "schema": TEXT}
        operation = {"operationId": "find", "parameters": [parameter], "responses": {"204": {}}}
        return document({f"/pets/{{{name}}}": {"get": operation}})

    assert compare_keys(named("id"), named("pet")) == []


def test_added_and_removed_operations() -> None:
    ours, theirs = (document({path: {"get": {"responses": {"204": {}}}}}) for path in ("/old", "/new"))
    assert compare_keys(ours, theirs) == ["! removed operation GET /old", "added operation GET /new"]


@pytest.mark.parametrize(
    ("before", "after", "in_request", "in_response"),
    [
        (pet(b=TEXT), pet(a=TEXT, b=TEXT), "added field Pet.a", "added field Pet.a"),
        (pet(b=TEXT), pet(("a",), a=TEXT, b=TEXT), "! added field Pet.a", "added field Pet.a"),
        (pet(a=TEXT, b=TEXT), pet(b=TEXT), "? removed field Pet.a", "? removed field Pet.a"),
        (pet(("a",), a=TEXT, b=TEXT), pet(b=TEXT), "? removed field Pet.a", "! removed field Pet.a"),
        (pet(a=TEXT), pet(("a",), a=TEXT), "! changed required Pet.a", "changed required Pet.a"),
        (pet(("a",), a=TEXT), pet(a=TEXT), "changed required Pet.a", "! changed required Pet.a"),
        (pet(a=TEXT), pet(a={"type": "integer"}), "! changed type Pet.a", "! changed type Pet.a"),
        (pet(a=TEXT), pet(a={"type": ["string", "null"]}), "changed type Pet.a", "! changed type Pet.a"),
        (pet(a={"type": ["string", "null"]}), pet(a=TEXT), "! changed type Pet.a", "changed type Pet.a"),
        (pet(a={"type": "number"}), pet(a={"type": "integer"}), "! changed type Pet.a", "changed type Pet.a"),
        (pet(a=TEXT), pet(a={"enum": ["x", "y"]}), "! changed values Pet.a", "changed values Pet.a"),
        (pet(a={"const": "x"}), pet(a={"enum": ["x", "y"]}), "added value Pet.a y", "? added value Pet.a y"),
        (pet(a={"enum": ["x", "y"]}), pet(a={"const": "x"}), "! removed value PetA y", "removed value PetA y"),
        (
            pet(a={**TEXT, "maxLength": 9}),
            pet(a=TEXT),
            "changed limit maxLength Pet.a",
            "! changed limit maxLength Pet.a",
        ),
        (
            pet(a=TEXT),
            pet(a={**TEXT, "maxLength": 9}),
            "! changed limit maxLength Pet.a",
            "changed limit maxLength Pet.a",
        ),
        (pet(a=TEXT), pet(a={**TEXT, "default": ""}), "changed default Pet.a", "changed default Pet.a"),
        (pet(a=TEXT), pet(a={**TEXT, "deprecated": True}), "changed deprecated Pet.a", "changed deprecated Pet.a"),
        (
            pet(a=TEXT),
            {**pet(a=TEXT), "additionalProperties": False},
            "! changed limit additionalProperties Pet",
            "changed limit additionalProperties Pet",
        ),
        (
            pet(a={"type": "array", "items": TEXT}),
            pet(a={"type": "array", "items": {"type": "boolean"}}),
            "! changed type Pet.a[]",
            "! changed type Pet.a[]",
        ),
        (
            {"type": "object", "additionalProperties": TEXT},
            {"type": "object", "additionalProperties": {"type": ["string", "null"]}},
            "changed type POST /pets body application/json{}",
            "! changed type GET /pets 200 application/json{}",
        ),
    ],
)
def test_breaking_differences_depend_on_the_direction(
    before: Node, after: Node, in_request: str, in_response: str
) -> None:
    assert keys_by_direction(before, after) == ([in_request], [in_response])


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ({}, {"q": {}}, ["added parameter GET /pets query q"]),
        ({}, {"q": {"required": True}}, ["! added parameter GET /pets query q"]),
        ({"q": {}}, {}, ["? removed parameter GET /pets query q"]),
        ({"q": {}}, {"q": {"required": True}}, ["! changed requirement GET /pets query q"]),
        ({"q": {"required": True}}, {"q": {}}, ["changed requirement GET /pets query q"]),
        ({"q": {}}, {"q": {"schema": {"type": "integer"}}}, ["! changed type GET /pets query q"]),
    ],
)
def test_added_removed_and_changed_parameters(before: Node, after: Node, expected: list[str]) -> None:
    def with_parameters(parameters: Node) -> Node:
        declared = [{"name": name, "in": "query", "schema": TEXT, **each} for name, each in parameters.items()]
        return document({"/pets": {"get": {"parameters": declared, "responses": {"204": {}}}}})

    assert compare_keys(with_parameters(before), with_parameters(after)) == expected


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (["200"], ["200", "202"], ["added response GET /pets 202"]),
        (["200", "404"], ["200"], ["removed response GET /pets 404"]),
        (["200", "202"], ["202"], ["! removed response GET /pets 200"]),
    ],
)
def test_added_and_removed_responses(before: list[str], after: list[str], expected: list[str]) -> None:
    ours, theirs = (
        document({"/pets": {"get": {"responses": {status: {} for status in statuses}}}}) for statuses in (before, after)
    )
    assert compare_keys(ours, theirs) == expected


def test_added_and_removed_media_types_and_headers() -> None:
    def with_response(media_type: str, header: str) -> Node:
        response = {"content": {media_type: {"schema": TEXT}}, "headers": {header: {"schema": TEXT}}}
        return document({"/pets": {"get": {"responses": {"200": response}}}})

    assert compare_keys(with_response("text/plain", "X-Old"), with_response("text/html", "X-New")) == [
        "? removed header GET /pets 200 header X-Old",
        "added header GET /pets 200 header X-New",
        "! removed media type GET /pets 200 text/plain",
        "added media type GET /pets 200 text/html",
    ]


@pytest.mark.parametrize(
    ("location", "before", "after", "expected"),
    [
        ("header", "X-Request-Id", "x-request-id", []),
        (
            "query",
            "Limit",
            "limit",
            ["? removed parameter GET /pets query Limit", "added parameter GET /pets query limit"],
        ),
    ],
)
def test_only_names_of_headers_are_compared_without_case(location, before, after, expected: list[str]) -> None:
    ours, theirs = (
        document({"/pets": {"get": {"parameters": [{"name": name, "in": location}], "responses": {"204": {}}}}})
        for name in (before, after)
    )
    assert compare_keys(ours, theirs) == expected


def test_path_parameters_are_matched_by_position() -> None:
    def build(path: str, **schemas: Node) -> Node:
        parameters = [{"name": name, "in": "path", "required": True, "schema": each} for name, each in schemas.items()]
        return document({path: {"get": {"operationId": "p", "parameters": parameters, "responses": {"204": {}}}}})

    ours = build("/pets/{pet}/toys/{toy}", pet=TEXT, toy={"type": "integer"})
    assert compare_keys(ours, build("/pets/{toy}/toys/{pet}", toy=TEXT, pet={"type": "integer"})) == []
    changed = build("/pets/{toy}/toys/{pet}", pet=TEXT, toy=TEXT)
    assert compare_keys(ours, changed) == ["! changed type GET /pets/{pet}/toys/{toy} path toy"]


BODY = {"content": {"application/json": {"schema": TEXT}, "text/plain": {"schema": TEXT}}}


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ({}, {"requestBody": BODY}, ("added body POST /pets body", False, None, "application/json, text/plain")),
        (
            {},
            {"requestBody": {**BODY, "required": True}},
            ("added body POST /pets body", True, None, "application/json, text/plain"),
        ),
        ({"requestBody": BODY}, {}, ("removed body POST /pets body", True, "application/json, text/plain", None)),
        (
            {"requestBody": BODY},
            {"requestBody": {**BODY, "required": True}},
            ("changed requirement POST /pets body", True, "optional", "required"),
        ),
        (
            {"requestBody": {**BODY, "required": True}},
            {"requestBody": BODY},
            ("changed requirement POST /pets body", False, "required", "optional"),
        ),
        (
            {},
            {"responses": {"200": BODY}},
            ("added response POST /pets 200", False, None, "application/json, text/plain"),
        ),
        (
            {"responses": {"200": BODY}},
            {},
            ("removed response POST /pets 200", True, "application/json, text/plain", None),
        ),
        (
            {"responses": {"404": BODY}},
            {},
            ("removed response POST /pets 404", False, "application/json, text/plain", None),
        ),
        ({}, {"responses": {"404": {}}}, ("added response POST /pets 404", False, None, "no content")),
        ({"responses": {"404": {}}}, {}, ("removed response POST /pets 404", False, "no content", None)),
        (
            {},
            {"parameters": [{"name": "q", "in": "query", "schema": TEXT}]},
            ("added parameter POST /pets query q", False, None, "string"),
        ),
        (
            {},
            {"parameters": [{"name": "q", "in": "query", "schema": TEXT, "required": True}]},
            ("added parameter POST /pets query q", True, None, "string, required"),
        ),
        (
            {"parameters": [{"name": "q", "in": "query", "schema": TEXT}]},
            {},
            ("removed parameter POST /pets query q", False, "string", None),
        ),
        ({}, {"deprecated": True}, ("changed deprecated POST /pets", False, False, True)),
        ({"deprecated": True}, {"deprecated": False}, ("changed deprecated POST /pets", False, True, False)),
    ],
)
def test_bodies_responses_and_parameters_are_described(before: Node, after: Node, expected: tuple[Any, ...]) -> None:
    def build(members: Node) -> Node:
        responses = {"204": {}, **members.get("responses", {})}
        return document({"/pets": {"post": {"operationId": "p", **members, "responses": responses}}})

    (difference,) = compare(normalize(build(before)), normalize(build(after)))
    assert (difference.key, difference.breaking, difference.ours, difference.theirs) == expected


def test_a_shared_part_is_reported_once_with_its_name() -> None:
    def build(required: bool, schema: Node, *, shared: bool) -> Node:
        parts = {
            "parameters": {"Limit": {"name": "limit", "in": "query", "required": required, "schema": schema}},
            "requestBodies": {"Pet": {"required": required, "content": {"application/json": {"schema": schema}}}},
            "responses": {
                "Pet": {"headers": {"X-A": {"schema": schema}}, "content": {"text/plain": {"schema": schema}}}
            },
        }
        if shared:
            limit, body, response = (
                {"$ref": f"#/components/{kind}/{name}"}
                for kind, name in (("parameters", "Limit"), ("requestBodies", "Pet"), ("responses", "Pet"))
            )
        else:
            limit, body, response = (next(iter(each.values())) for each in parts.values())
        operation = {"parameters": [limit], "requestBody": body, "responses": {"200": response, "404": response}}
        built = document({path: {"post": deepcopy(operation)} for path in ("/pets", "/toys")})
        built["components"] |= parts if shared else {}
        return built

    ours, theirs = build(False, TEXT, shared=True), build(True, {"type": "integer"}, shared=False)
    assert compare_keys(ours, theirs) == [
        "! changed requirement parameter Limit",
        "! changed type parameter Limit",
        "! changed requirement body Pet",
        "! changed type body Pet application/json",
        "! changed type response Pet header X-A",
        "! changed type response Pet text/plain",
    ]


def test_a_use_of_a_shared_parameter_that_differs_from_most_others_is_reported_by_itself() -> None:
    def build(*defaults: int) -> Node:
        parameters = [
            {"name": "limit", "in": "query", "schema": {"type": "integer", "default": each}} for each in defaults
        ]
        built = document(
            {f"/{at}": {"get": {"parameters": [each], "responses": {}}} for at, each in enumerate(parameters)}
        )
        built["components"]["parameters"] = {"Limit": parameters[0]}
        return built

    ours, theirs = build(30, 30, 30), build(30, 30, 100)
    for item in ours["paths"].values():
        item["get"]["parameters"] = [{"$ref": "#/components/parameters/Limit"}]
    (difference,) = compare(normalize(ours), normalize(theirs))
    assert (difference.key, difference.ours, difference.theirs) == ("changed default GET /2 query limit", 30, 100)
    assert (difference.operations, difference.is_own) == ({"GET /2"}, False)


def test_a_media_type_of_an_error_or_a_request_is_removed() -> None:
    def build(*media_types: str) -> Node:
        content = {"content": {each: {"schema": TEXT} for each in media_types}}
        return document({"/pets": {"post": {"requestBody": content, "responses": {"404": content}}}})

    assert compare_keys(build("a/b", "c/d"), build("c/d")) == [
        "! removed media type POST /pets body a/b",
        "! removed media type POST /pets 404 a/b",
    ]


@pytest.mark.parametrize(
    ("name", "before", "after", "expected"),
    [
        ("x-speakeasy-stream-request-field", None, "stream", "? changed stream switch GET /pets"),
        ("x-speakeasy-stream-request-field", "stream", None, "? removed stream switch GET /pets"),
        ("x-speakeasy-pagination", None, {"type": "offsetLimit"}, "changed paging GET /pets"),
        ("x-speakeasy-pagination", {"type": "offsetLimit"}, None, "? removed paging GET /pets"),
    ],
)
def test_a_missing_extension_is_removed_and_any_other_is_changed(name: str, before, after, expected: str) -> None:
    def build(value: Any) -> Node:
        extension = {} if value is None else {name: value}
        return document({"/pets": {"get": {**extension, "responses": {"204": {}}}}})

    assert compare_keys(build(before), build(after)) == [expected]


def test_requiring_a_key_is_breaking() -> None:
    theirs = sent(PET)
    ours = deepcopy(theirs)
    theirs["security"] = [{"key": []}]
    assert compare_keys(ours, theirs) == ["! changed security document"]
    assert compare_keys(theirs, ours) == ["changed security document"]


def test_variants_of_a_union_are_matched_by_tag() -> None:
    def tagged(value: str, **more: Node) -> Node:
        return pet(("kind",), kind={"const": value}, **more)

    ours = {"Cat": tagged("cat", lives=TEXT), "Dog": tagged("dog", barks=TEXT)}
    theirs = {"Hound": tagged("dog", barks=TEXT, tail=TEXT), "Fish": tagged("fish", fins=TEXT)}
    found = compare_keys(
        response_document({"oneOf": list(map(ref, ours))}, **ours),
        response_document({"oneOf": list(map(ref, theirs))}, **theirs),
    )
    assert [each.replace("GetPetsResponse", "Union") for each in found] == [
        "added field Dog.tail",
        "removed variant Union",
        "! added variant Union",
        "? changed schema name Dog",
    ]


def compare_variants(ours: list[Node], theirs: list[Node]) -> list[str]:
    """Return the keys of the differences of a union of these objects."""
    return [
        key.replace("GetPetsResponse", "Union")
        for key in compare_keys(response_document({"oneOf": ours}), response_document({"oneOf": theirs}))
    ]


@pytest.mark.parametrize("open_side", ["ours", "theirs"])
def test_a_tag_that_is_constant_on_one_side_only_does_not_separate_variants(open_side: str) -> None:
    constant = [pet(("kind",), kind={"type": "string", "const": tag}, **{tag: TEXT}) for tag in ("cat", "dog")]
    anything = [pet(("kind",), kind=TEXT, **{tag: TEXT}) for tag in ("cat", "dog")]
    ours, theirs = (anything, constant) if open_side == "ours" else (constant, anything)
    mark = "" if open_side == "ours" else "! "
    expected = [f"{mark}changed values UnionCat.kind", f"{mark}changed values UnionDog.kind"]
    assert compare_variants(ours, theirs) == expected


def test_variants_with_equal_tags_match_without_other_common_members() -> None:
    ours = [pet(("kind",), kind={"const": tag}, **{f"{tag}1": TEXT, f"{tag}2": TEXT}) for tag in ("cat", "dog")]
    theirs = [pet(("kind",), kind={"const": tag}, **{f"{tag}3": TEXT, f"{tag}4": TEXT}) for tag in ("dog", "cat")]
    assert sorted(each for each in compare_variants(ours, theirs) if each.startswith("added")) == [
        "added field UnionCat.cat3",
        "added field UnionCat.cat4",
        "added field UnionDog.dog3",
        "added field UnionDog.dog4",
    ]


def test_a_tag_may_be_a_named_constant() -> None:
    def build(*tags: str) -> Node:
        named = {f"{tag}Tag": {"type": "string", "const": tag} for tag in tags}
        variants = [pet(("kind",), kind=ref(f"{tag}Tag"), name=TEXT, **{tag: TEXT}) for tag in tags]
        return response_document({"oneOf": variants}, **named)

    assert [
        each.replace("GetPetsResponse", "Union") for each in compare_keys(build("cat", "dog"), build("dog", "fish"))
    ] == [
        "removed variant Union",
        "! added variant Union",
    ]


def test_variants_with_one_unequal_constant_do_not_match() -> None:
    def build(kind: str, version: int) -> Node:
        return pet(("kind", "version"), kind={"const": kind}, version={"const": version}, name=TEXT)

    assert compare_variants([build("cat", 1), build("dog", 1)], [build("cat", 2), build("dog", 1)]) == [
        "removed variant Union",
        "! added variant Union",
    ]


@pytest.mark.parametrize(
    ("members", "matches"),
    [("abc", True), ("abx", True), ("axy", False), ("ax", False), ("a", True), ("xyz", False), ("abcxyz", True)],
)
def test_untagged_variants_match_by_more_than_half_of_the_smaller_object(members: str, matches: bool) -> None:
    other = pet(m=TEXT, n=TEXT, o=TEXT)
    ours = response_document({"oneOf": [ref("A"), ref("Other")]}, A=pet(a=TEXT, b=TEXT, c=TEXT), Other=other)
    theirs = {"B": pet(**dict.fromkeys(members, TEXT)), "Other": other}
    found = compare_keys(ours, response_document({"oneOf": [ref("B"), ref("Other")]}, **theirs))
    assert [each for each in found if "variant" in each] == (
        [] if matches else ["removed variant GetPetsResponse", "! added variant GetPetsResponse"]
    )


def test_the_variant_with_more_common_members_matches() -> None:
    ours = [pet(a=TEXT, b=TEXT, c=TEXT, d=TEXT), pet(a=TEXT, b=TEXT, m=TEXT)]
    assert compare_variants(ours, [ours[1], ours[0]]) == []
    assert compare_variants(ours, [ours[1], {**ours[0], "required": ["d"]}]) == ["changed required UnionC.d"]


def test_a_variant_of_the_same_name_matches_before_one_with_common_members() -> None:
    ours = {"A": pet(a=TEXT, b=TEXT), "B": pet(c=TEXT, d=TEXT)}
    theirs = {"A": pet(c=TEXT, d=TEXT, e=TEXT), "B": pet(a=TEXT, b=TEXT, f=TEXT)}
    unions = ({"oneOf": [ref("A"), ref("B")]},) * 2
    found = compare_keys(response_document(unions[0], **ours), response_document(unions[1], **theirs))
    assert [each for each in found if each.startswith("added")] == [
        *("added field A.c", "added field A.d", "added field A.e"),
        *("added field B.a", "added field B.b", "added field B.f"),
    ]


def test_maps_in_a_union_match_the_map_with_the_same_values() -> None:
    def map_of(values: Node) -> Node:
        return {"type": "object", "additionalProperties": values}

    union = [pet(a=TEXT), map_of(TEXT), map_of({"type": "integer"})]
    assert compare_variants(union, list(reversed(union))) == []
    keys = compare_variants(union[:2], [union[2], union[0]])
    assert [re.sub("^! changed type .*", "changed", each) for each in keys] == ["changed"]


INTEGER, NUMBER, NULL = {"type": "integer"}, {"type": "number"}, {"type": "null"}


def list_of(items: Node) -> Node:
    return {"type": "array", "items": items}


@pytest.mark.parametrize(
    ("schema", "description"),
    [
        ({"anyOf": [NULL, TEXT, INTEGER]}, "string or integer or null"),
        ({}, "anything"),
        (list_of(TEXT), "array of string"),
        (list_of(ref("Cat")), "array of Cat"),
        ({"items": TEXT, "enum": [["a"]]}, "array of string"),
        (list_of({"anyOf": [TEXT, INTEGER]}), "array of a union"),
        ({"type": "array"}, "array of anything"),
        (ref("Cat"), "Cat"),
        ({"type": "object"}, "object"),
        ({"patternProperties": {"^x": TEXT}}, "object"),
        ({"enum": ["a", 1]}, "anything"),
        ({"enum": [1, 2]}, "integer"),
        ({"enum": [1.5, 2.5]}, "number"),
        ({"enum": [True, False]}, "boolean"),
        ({"anyOf": [{**TEXT, "const": "a"}, {**TEXT, "pattern": "b"}, INTEGER]}, "string or integer"),
    ],
)
def test_a_difference_of_types_describes_both_sides(schema: Node, description: str) -> None:
    def build(inner: Node) -> Node:
        return normalize(sent(pet(a=inner), Cat=pet(("kind",), kind={"const": "cat"})))

    other, name = (TEXT, "string") if description == "boolean" else ({"type": "boolean"}, "boolean")
    for ours, theirs, texts in ((schema, other, (description, name)), (other, schema, (name, description))):
        (difference,) = compare(build(ours), build(theirs))
        assert (difference.kind, difference.ours, difference.theirs) == ("type", *texts)


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (NUMBER, {"anyOf": [INTEGER, NUMBER]}, []),
        ({"anyOf": [INTEGER, NUMBER]}, INTEGER, ["! changed type Pet.a"]),
        (INTEGER, NUMBER, ["changed type Pet.a"]),
        (INTEGER, {}, ["changed type Pet.a"]),
        ({}, INTEGER, ["! changed type Pet.a"]),
        ({}, {}, []),
        ({"anyOf": [{"const": "a"}, {"const": "b"}]}, {"enum": ["a", "b"]}, []),
        ({"anyOf": [{"const": "a"}, TEXT]}, TEXT, []),
        ({"anyOf": [{"const": "a"}, TEXT]}, {"enum": ["a", "b"]}, ["! changed values Pet.a"]),
        ({"enum": ["a", "b"]}, {"anyOf": [{"const": "a"}, TEXT]}, ["changed values PetA"]),
        (
            {"anyOf": [{**TEXT, "maxLength": 3}, {**TEXT, "maxLength": 5}]},
            {**TEXT, "maxLength": 5},
            ["! changed limit maxLength Pet.a"],
        ),
        ({"anyOf": [list_of(TEXT), list_of(INTEGER)]}, list_of({"type": ["integer", "string"]}), []),
        (
            {"anyOf": [list_of(TEXT), list_of(INTEGER)]},
            {"anyOf": [list_of(TEXT), list_of({"type": "boolean"})]},
            ["! changed type Pet.a"],
        ),
        (
            {"anyOf": [list_of(TEXT), list_of(INTEGER)]},
            {"anyOf": [list_of(TEXT), list_of(NUMBER)]},
            ["changed type Pet.a"],
        ),
        ({"type": "array"}, list_of(INTEGER), ["! changed type Pet.a[]"]),
        (TEXT, {"anyOf": [list_of(TEXT), NULL]}, ["! changed type Pet.a"]),
    ],
)
def test_types_and_values_of_several_alternatives_are_compared_together(before, after, expected: list[str]) -> None:
    in_request, _ = keys_by_direction(pet(a=before), pet(a=after))
    assert in_request == expected


def test_only_null_is_reported_where_a_nullable_reference_is_used() -> None:
    union = {"anyOf": [ref("Kind"), INTEGER]}
    ours = sent(pet(a={"oneOf": [ref("Union"), NULL]}), Union=union, Kind={"enum": ["p", "q"]})
    theirs = sent(pet(a=ref("Union")), Union={"anyOf": [ref("Kind"), NUMBER]}, Kind={"enum": ["p", "q"]})
    differences = compare(normalize(ours), normalize(theirs))
    assert [(each.key, each.ours, each.theirs) for each in differences] == [
        ("changed type Union", "string or integer", "string or number"),
        ("changed type PostPetsRequest.a", "string or integer or null", "string or integer"),
    ]


def test_a_named_schema_is_reported_once() -> None:
    owner = pet(first=ref("Pet"), second={"type": "array", "items": ref("Pet")})
    ours = response_document(ref("Owner"), Owner=owner, Pet=PET)
    theirs = response_document(ref("Owner"), Owner=owner, Pet={**PET, "required": []})
    assert compare_keys(ours, theirs) == ["! changed required Pet.name"]


def test_one_of_our_schemas_may_match_several_of_theirs() -> None:
    ours = response_document(pet(a=ref("Word"), b=ref("Word")), Word=pet(x=TEXT, y=TEXT, z=TEXT))
    theirs = response_document(pet(a=pet(x=TEXT), b=pet(y=TEXT, w=TEXT)))
    assert [each for each in compare_keys(ours, theirs) if "Word" in each] == [
        "? removed field Word.z",
        "added field Word.w",
    ]


@pytest.mark.parametrize("keyword", ["default", "maxLength"])
def test_counterparts_with_different_limits_or_defaults_count_as_having_none(keyword: str) -> None:
    def build(value: Any) -> Node:
        return pet(x={**TEXT, keyword: value}, y=TEXT)

    ours = sent(pet(a=ref("Box"), b=ref("Box")), Box=build(1))
    assert compare_keys(ours, sent(pet(a=build(1), b=build(1)))) == []
    (difference,) = compare(normalize(ours), normalize(sent(pet(a=build(1), b=build(2)))))
    assert (difference.where, difference.name, difference.theirs) == ("Box.x", keyword, None)


def test_the_first_members_of_an_object_change_its_type() -> None:
    ours = response_document(pet(a={"type": "object", "additionalProperties": True}))
    assert compare_keys(ours, response_document(pet(a=pet(x=TEXT, y=TEXT)))) == ["changed type GetPetsResponse.a"]


def test_recursive_schemas_are_compared_once() -> None:
    ours, theirs = (
        response_document(ref("Tree"), Tree=pet(trees={"type": "array", "items": ref("Tree")}, **more))
        for more in ({}, {"a": TEXT})
    )
    assert compare_keys(ours, theirs) == ["added field Tree.a"]


def test_unions_that_contain_each_other_are_compared() -> None:
    def build(kind: str) -> Node:
        tree = {"anyOf": [{"type": "array", "items": ref("Tree")}, ref("Leaf")]}
        return response_document(ref("Tree"), Tree=tree, Leaf={"anyOf": [ref("Tree"), {"type": kind}]})

    differences = compare(normalize(build("integer")), normalize(build("string")))
    assert [(each.key, each.ours, each.theirs) for each in differences] == [
        ("changed type Tree", "array of Tree or integer", "array of Tree or string")
    ]


def test_a_difference_points_to_its_place_in_the_contract() -> None:
    ours = response_document(ref("Pet"), Pet={"allOf": [ref("Base"), pet(b=TEXT)]}, Base=pet(a=TEXT))
    theirs = response_document(pet(a={"type": "integer"}, b=TEXT))
    differences = compare(normalize(ours), normalize(theirs))
    assert [(each.key, each.pointer) for each in differences] == [
        ("changed type Pet.a", "/components/schemas/Base/properties/a"),
    ]


def respell(value: Any) -> Any:
    """An equivalent schema: members in reverse order, `nullable` for null, objects inside `allOf`."""
    if isinstance(value, list):
        return [respell(each) for each in value]
    if not isinstance(value, dict):
        return value
    found = {key: respell(value[key]) for key in reversed(value)}
    if isinstance(found.get("type"), list):
        found |= {"type": found["type"][0], "nullable": True}
    return {"allOf": [found]} if found.get("type") == "object" else found


@settings(deadline=None)
@given(SCHEMAS)
def test_equivalent_documents_do_not_differ(schema: Node) -> None:
    for make in (sent, response_document):
        ours = make(pet(a=schema))
        theirs = make(pet(a=respell(schema)))
        assert compare_keys(ours, ours) == []
        assert compare_keys(ours, theirs) == []
        assert compare_keys(theirs, ours) == []


def test_deliberate_toml_names_only_existing_schemas_and_operations() -> None:
    project = OPENROUTER
    contract = load(project.contract)
    known = {*contract["components"]["schemas"], *contract["components"]["responses"]}
    known |= {f"{method.upper()} {path}" for _, path, method, _ in iter_operations(contract)}
    keys = [
        key for entry in tomllib.loads(project.deliberate.read_text())["deliberate"] for key in entry["differences"]
    ]
    assert [key for key in keys if not any(re.search(rf"[ ]{re.escape(name)}(\W|$)", key) for name in known)] == []
