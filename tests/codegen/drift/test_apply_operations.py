"""drift --apply of operations: parameters, bodies, responses, headers, media types, paging, streams and keys."""

from __future__ import annotations

import json
from typing import Any

import pytest
from pets import TEXT, apply, document, make_project, pet, ref, remaining_keys, update

Node = dict[str, Any]

NUMBER = {"type": "integer"}
LIST = {"type": "array", "items": TEXT}
VET = pet(("name",), name=TEXT)
ERROR = pet(("error",), error=TEXT)
KEY = {"security": [{"key": []}]}
NO_BODY = {"204": {"description": "Nothing."}}


def build_operation(**members: Any) -> Node:
    """Return an operation that returns nothing, with the members before its responses."""
    return {"operationId": "callPets", "responses": NO_BODY, **members}


def build_contract(operation: Node, named: Node | None = None, **components: Node) -> Node:
    """Return a document with the operation, the named schemas and other shared parts."""
    built = document({"/pets": {"post": operation}}, named)
    built["components"] |= components
    return built


def with_content(schema: Node, media_type: str = "application/json", **members: Any) -> Node:
    """Return a body or a response with the schema."""
    return {**members, "content": {media_type: {"schema": schema}}}


def query(name: str, **members: Any) -> Node:
    """Return a parameter of the query."""
    return {"name": name, "in": "query", "schema": TEXT, **members}


def update_operation(root, ours: Node, theirs: Node) -> Node:
    """Return the operation of the contract after all differences are applied."""
    updated: Node = update(root, build_contract(ours), build_contract(theirs))["paths"]["/pets"]["post"]
    return updated


def test_the_first_parameter_is_inserted_before_the_body_and_the_responses(tmp_path) -> None:
    theirs = {"name": "limit", "in": "query", "required": True, "deprecated": True, "schema": NUMBER}
    ours = {"operationId": "callPets", "requestBody": with_content(TEXT), "responses": NO_BODY}
    updated = update_operation(
        tmp_path, ours, {**ours, "parameters": [{**theirs, "description": "Theirs.", "example": 3}]}
    )
    assert list(updated) == ["operationId", "parameters", "requestBody", "responses"]
    assert list(updated["parameters"][0].items()) == list(theirs.items())


@pytest.mark.parametrize(
    ("style", "written"),
    [
        ({}, {}),
        ({"style": "form", "explode": True}, {}),
        ({"explode": False}, {"style": "form", "explode": False}),
        ({"style": "spaceDelimited"}, {"style": "spaceDelimited", "explode": False}),
        ({"style": "pipeDelimited", "explode": False}, {"style": "pipeDelimited", "explode": False}),
        ({"style": "deepObject"}, {"style": "deepObject", "explode": True}),
    ],
)
def test_an_added_parameter_is_sent_in_the_style_of_the_other_description(tmp_path, style: Node, written: Node) -> None:
    schema = {"type": "object", "additionalProperties": TEXT} if style.get("style") == "deepObject" else LIST
    theirs = build_operation(parameters=[query("ids", schema=schema, **style)])
    updated = update_operation(tmp_path, build_operation(), theirs)
    assert updated["parameters"] == [{"name": "ids", "in": "query", **written, "schema": schema}]


def test_an_added_parameter_is_the_last_one(tmp_path) -> None:
    ours = build_operation(parameters=[query("limit", description="How many.")])
    updated = update_operation(tmp_path, ours, build_operation(parameters=[query("a"), query("limit")]))
    assert updated["parameters"] == [query("limit", description="How many."), query("a")]


@pytest.mark.parametrize("required", [True, False])
def test_a_changed_requirement_of_a_parameter_or_a_body_is_written_before_its_schema(tmp_path, required) -> None:
    def build(value: bool) -> Node:
        parameter = {"name": "limit", "in": "query", "required": value, "schema": TEXT}
        return build_operation(parameters=[parameter], requestBody={"required": value, **with_content(TEXT)})

    ours = build(not required)
    if required:
        del ours["parameters"][0]["required"], ours["requestBody"]["required"]
    updated = update_operation(tmp_path, ours, build(required))
    assert list(updated["parameters"][0].items()) == list(build(required)["parameters"][0].items())
    assert list(updated["requestBody"].items()) == list(build(required)["requestBody"].items())


def test_changes_of_shared_parts_are_written_where_they_are_shared(tmp_path) -> None:
    ours = build_contract(
        {
            "parameters": [{"$ref": "#/components/parameters/Limit"}],
            "requestBody": {"$ref": "#/components/requestBodies/Vet"},
            "responses": {"200": {"$ref": "#/components/responses/Vets"}},
        },
        parameters={"Limit": query("limit", description="Ours.")},
        requestBodies={"Vet": with_content(TEXT)},
        responses={
            "Vets": {"description": "Ours.", "headers": {"X-Count": {"$ref": "#/components/headers/Count"}}},
        },
        headers={"Count": {"description": "Ours.", "schema": TEXT}},
    )
    theirs = build_contract(
        {
            "parameters": [query("limit", required=True, schema=NUMBER)],
            "requestBody": with_content(NUMBER, required=True),
            "responses": {"200": {"headers": {"x-count": {"schema": NUMBER}}, **with_content(NUMBER)}},
        }
    )
    updated = update(tmp_path, ours, theirs)
    assert updated["paths"] == ours["paths"]
    assert updated["components"] == {
        "schemas": {},
        "parameters": {"Limit": query("limit", description="Ours.", required=True, schema=NUMBER)},
        "requestBodies": {"Vet": with_content(NUMBER, required=True)},
        "responses": {"Vets": {**ours["components"]["responses"]["Vets"], **with_content(NUMBER)}},
        "headers": {"Count": {"description": "Ours.", "schema": NUMBER}},
    }


@pytest.mark.parametrize("required", [{"required": True}, {}])
def test_an_added_body_is_inserted_before_the_responses_with_its_schema(tmp_path, required: Node) -> None:
    body = with_content(ref("Vet"), description="Theirs.", **required)
    ours = build_contract(build_operation())
    updated = update(tmp_path, ours, build_contract(build_operation(requestBody=body), {"Vet": VET}))
    operation = updated["paths"]["/pets"]["post"]
    assert list(operation) == ["operationId", "requestBody", "responses"]
    assert operation["requestBody"] == with_content(ref("Vet"), **required)
    assert updated["components"]["schemas"] == {"Vet": VET}


def test_an_added_response_is_inserted_in_order_with_headers_and_content(tmp_path) -> None:
    statuses = {"200": with_content(ref("Vet"), headers={"X-Count": {"schema": NUMBER, "description": "Theirs."}})}
    theirs = build_operation(responses={**statuses, **NO_BODY})
    updated = update(tmp_path, build_contract(build_operation()), build_contract(theirs, {"Vet": VET}))
    responses = updated["paths"]["/pets"]["post"]["responses"]
    assert list(responses) == ["200", "204"]
    assert responses["200"] == with_content(ref("Vet"), headers={"X-Count": {"schema": NUMBER}})


def test_the_first_header_of_a_response_is_inserted_before_its_content(tmp_path) -> None:
    ours = {"200": {"description": "Ours.", **with_content(TEXT)}}
    theirs = {"200": with_content(TEXT, headers={"X-Count": {"description": "Theirs.", "schema": NUMBER}})}
    updated = update_operation(tmp_path, build_operation(responses=ours), build_operation(responses=theirs))
    assert list(updated["responses"]["200"]) == ["description", "headers", "content"]
    assert updated["responses"]["200"]["headers"] == {"X-Count": {"schema": NUMBER}}


def test_an_added_header_is_inserted_in_order_among_the_others(tmp_path) -> None:
    def build(**headers: Node) -> Node:
        return build_operation(
            responses={"200": {"headers": {f"X-{name}": {"schema": each} for name, each in headers.items()}}}
        )

    updated = update_operation(tmp_path, build(A=TEXT, C=TEXT), build(c=NUMBER, a=TEXT, B=TEXT))
    headers = updated["responses"]["200"]["headers"]
    assert list(headers.items()) == [("X-A", {"schema": TEXT}), ("X-B", {"schema": TEXT}), ("X-C", {"schema": NUMBER})]


def test_a_header_and_a_media_type_without_schema_get_one(tmp_path) -> None:
    ours = {"200": {"headers": {"X-A": {"description": "Ours."}}, "content": {"application/json": {"example": 1}}}}
    theirs = {"200": with_content({**NUMBER, "default": 3}, headers={"X-A": {"schema": NUMBER}})}
    updated = update_operation(tmp_path, build_operation(responses=ours), build_operation(responses=theirs))
    assert updated["responses"]["200"] == {
        "headers": {"X-A": {"description": "Ours.", "schema": NUMBER}},
        "content": {"application/json": {"example": 1, "schema": {**NUMBER, "default": 3}}},
    }


def test_added_media_types_are_written_with_and_without_content_in_the_contract(tmp_path) -> None:
    ours = build_operation(requestBody=with_content(TEXT), responses={"202": {"description": "Later."}})
    theirs = build_operation(
        requestBody={"content": {**with_content(TEXT)["content"], "text/plain": {"schema": TEXT}}},
        responses={"202": with_content(NUMBER)},
    )
    updated = update_operation(tmp_path, ours, theirs)
    assert updated["requestBody"]["content"] == theirs["requestBody"]["content"]
    assert updated["responses"]["202"] == {"description": "Later.", **with_content(NUMBER)}


@pytest.mark.parametrize("schema", [None, TEXT])
def test_an_added_response_without_schema_has_none_in_the_contract(tmp_path, schema) -> None:
    media = {} if schema is None else {"schema": schema}
    theirs = build_operation(responses={"200": {"content": {"text/csv": {**media, "example": "a"}}}, **NO_BODY})
    updated = update_operation(tmp_path, build_operation(), theirs)
    assert updated["responses"]["200"] == {"content": {"text/csv": media}}


def build_stream(schema: Node | None, **members: Any) -> Node:
    """Return an operation that responds with an event stream."""
    media = {**({} if schema is None else {"schema": schema}), **members}
    return build_operation(responses={"200": {"content": {"text/event-stream": media}}, **NO_BODY})


@pytest.mark.parametrize("before", [{}, {"x-speakeasy-sse-sentinel": "[END]"}])
def test_the_sentinel_of_an_event_stream_is_set(tmp_path, before: Node) -> None:
    sentinel = {"x-speakeasy-sse-sentinel": "[DONE]"}
    updated = update_operation(tmp_path, build_stream(TEXT, **before), build_stream(TEXT, **sentinel))
    assert updated == build_stream(TEXT, **sentinel)


@pytest.mark.parametrize(
    ("data", "written"),
    [
        (pet(id=TEXT), ref("CallPetsResponseData")),
        # A schema with the property `data` would be read as the schema of the whole event.
        (pet(data=TEXT), {"type": "object", "properties": {"data": ref("CallPetsResponseData")}}),
    ],
)
def test_an_added_event_stream_contains_the_schema_of_its_data(tmp_path, data: Node, written: Node) -> None:
    theirs = build_stream(pet(("data",), data=data), **{"x-speakeasy-sse-sentinel": "[DONE]"})
    for ours in (build_operation(), build_stream(None)):
        updated = update(tmp_path, build_contract(ours), build_contract(theirs))
        stream = updated["paths"]["/pets"]["post"]["responses"]["200"]["content"]["text/event-stream"]
        assert stream == {"x-speakeasy-sse-sentinel": "[DONE]", "schema": written}
        assert updated["components"]["schemas"] == {"CallPetsResponseData": data}


def test_a_field_is_added_to_the_inline_data_of_an_event(tmp_path) -> None:
    ours, theirs = (build_stream(pet(id=TEXT, data={"description": "d", **pet(**each)}))
                    for each in ({"a": TEXT}, {"a": TEXT, "b": TEXT}))  # fmt: skip
    assert update_operation(tmp_path, ours, theirs) == theirs


@pytest.mark.parametrize("deprecated", [True, False])
def test_the_deprecation_of_an_operation_is_set_or_withdrawn(tmp_path, deprecated: bool) -> None:
    ours, theirs = build_operation(deprecated=not deprecated), build_operation(deprecated=deprecated)
    updated = update_operation(tmp_path, ours, theirs)
    assert updated == (theirs if deprecated else build_operation())


def test_changes_of_a_shared_path_are_written_where_it_is_shared(tmp_path) -> None:
    ours = document({"/pets": {"$ref": "#/components/pathItems/Pets"}})
    ours["components"]["pathItems"] = {"Pets": {"post": build_operation()}}
    updated = update(tmp_path, ours, build_contract(build_operation(deprecated=True, parameters=[query("skip")])))
    assert updated["paths"] == ours["paths"]
    operation = {"operationId": "callPets", "deprecated": True, "parameters": [query("skip")], "responses": NO_BODY}
    assert updated["components"]["pathItems"] == {"Pets": {"post": operation}}


def test_paging_and_stream_switch_are_inserted_before_the_parameters(tmp_path) -> None:
    paging = {"type": "offsetLimit", "inputs": [{"name": "skip", "in": "parameters", "type": "offset"}]}
    extensions = {"x-speakeasy-pagination": paging, "x-speakeasy-stream-request-field": "stream"}
    ours = {"operationId": "callPets", "parameters": [query("skip")], "responses": NO_BODY}
    updated = update_operation(tmp_path, ours, {**ours, **extensions})
    assert list(updated) == ["operationId", *extensions, "parameters", "responses"]
    assert updated == {**ours, **extensions}


def test_an_operation_that_needs_no_key_gets_an_empty_security_list(tmp_path) -> None:
    ours = {"operationId": "callPets", "parameters": [query("skip")], "responses": NO_BODY}
    updated = update(tmp_path, {**build_contract(ours), **KEY}, {**build_contract({**ours, "security": []}), **KEY})
    operation = updated["paths"]["/pets"]["post"]
    assert list(operation) == ["operationId", "security", "parameters", "responses"]
    assert operation["security"] == []


def test_an_operation_that_needs_a_key_loses_its_empty_security_list(tmp_path) -> None:
    ours = build_operation(security=[])
    updated = update(tmp_path, {**build_contract(ours), **KEY}, {**build_contract(build_operation()), **KEY})
    assert updated["paths"]["/pets"]["post"] == build_operation()


def test_what_requests_must_contain_is_written_with_its_security_schemes(tmp_path) -> None:
    theirs = build_contract(build_operation(), securitySchemes={"key": {"type": "http", "scheme": "bearer"}})
    updated = update(tmp_path, build_contract(build_operation(security=[])), {**theirs, **KEY})
    assert updated["components"]["securitySchemes"] == {"key": {"type": "http", "scheme": "bearer"}}
    assert updated["paths"]["/pets"]["post"]["security"] == [{"key": []}]


def test_an_operation_is_added_to_the_path_of_the_contract_with_its_parameter_names(tmp_path) -> None:
    def build(name: str, method: str, **members: Any) -> Node:
        parameters = [
            {"name": f"{name}_id", "in": "path", "required": True, "schema": TEXT},
            {"name": "toy_id", "in": "path", "required": True, "schema": TEXT},
            query("skip"),
        ]
        return {method: build_operation(operationId=method, parameters=parameters, **members)}

    ours = document({"/other": {}, "/pets/{pet_id}/toys/{toy_id}": build("pet", "get")})
    theirs = document({"/pets/{id}/toys/{toy_id}": {**build("", "get"), **build("", "delete")}})
    for item in theirs["paths"].values():
        for operation in item.values():
            operation["parameters"][0]["name"] = "id"
    updated = update(tmp_path, ours, theirs)
    assert list(updated["paths"]) == ["/other", "/pets/{pet_id}/toys/{toy_id}"]
    added = updated["paths"]["/pets/{pet_id}/toys/{toy_id}"]
    assert added["get"] == ours["paths"]["/pets/{pet_id}/toys/{toy_id}"]["get"]
    assert [each["name"] for each in added["delete"]["parameters"]] == ["pet_id", "toy_id", "skip"]


@pytest.mark.parametrize(("root", "security", "written"), [(KEY, [], {"security": []}), (KEY, None, {}), ({}, [], {})])
def test_an_added_operation_declares_only_that_it_needs_no_key(tmp_path, root: Node, security, written: Node) -> None:
    ours = {**build_contract(build_operation()), **root}
    more = {} if security is None else {"security": security}
    theirs = {**document({"/pets": {"get": build_operation(operationId="getPets", **more), "post": build_operation()}})}
    updated = update(tmp_path, ours, {**theirs, **root})
    assert updated["paths"]["/pets"]["get"] == {"operationId": "getPets", "responses": {"204": {}}, **written}


def test_an_added_operation_keeps_its_extensions_body_and_parameters_in_the_order_of_the_contract(tmp_path) -> None:
    added = {
        "responses": {"200": with_content(TEXT)},
        "requestBody": with_content(TEXT, required=True),
        "parameters": [query("skip")],
        "x-speakeasy-stream-request-field": "stream",
        "x-speakeasy-pagination": {"type": "offsetLimit", "inputs": []},
        "x-speakeasy-name-override": "list",
        "x-speakeasy-group": "pets",
        "deprecated": True,
        "tags": ["Pets"],
        "operationId": "getVets",
    }
    theirs = document({"/pets": {"post": build_operation()}, "/vets": {"get": {**added, "summary": "Theirs."}}})
    updated = update(tmp_path, build_contract(build_operation()), theirs)
    assert updated["paths"]["/vets"]["get"] == added
    assert list(updated["paths"]["/vets"]["get"]) == [
        *("operationId", "tags", "deprecated", "x-speakeasy-group", "x-speakeasy-name-override"),
        *("x-speakeasy-pagination", "x-speakeasy-stream-request-field", "parameters", "requestBody", "responses"),
    ]
    assert "tags" not in updated


def test_only_a_missing_tag_is_added(tmp_path) -> None:
    ours = {**build_contract(build_operation()), "tags": [{"name": "Pets", "description": "Ours."}]}
    added = build_operation(operationId="getVets", tags=["Pets", "Vets"])
    updated = update(tmp_path, ours, document({"/pets": {"post": build_operation()}, "/vets": {"get": added}}))
    assert updated["tags"] == [{"name": "Pets", "description": "Ours."}, {"name": "Vets"}]


def test_added_responses_use_the_shared_response_of_the_same_status_and_schema(tmp_path) -> None:
    shared = {"$ref": "#/components/responses/BadRequest"}
    ours = document(
        {
            "/pets": {"description": "Ours.", "get": build_operation(responses={"200": {}, "400": shared})},
            "/toys": {"get": build_operation(operationId="getToys")},
        },
        {"Error": ERROR},
    )
    ours["components"]["responses"] = {"BadRequest": {"description": "Ours.", **with_content(ref("Error"))}}
    bad, other = with_content(ref("Error")), with_content(TEXT)
    theirs = document(
        {
            "/pets": {"get": build_operation(responses={"200": {}, "400": bad})},
            "/toys": {"get": build_operation(operationId="getToys", responses={**NO_BODY, "400": bad, "401": bad})},
            "/vets": {"get": build_operation(operationId="getVets", responses={"400": bad, "403": bad})},
            "/zoos": {"get": build_operation(operationId="getZoos", responses={"400": other})},
        },
        {"Error": ERROR},
    )
    updated = update(tmp_path, ours, theirs)["paths"]
    assert updated["/toys"]["get"]["responses"] == {**NO_BODY, "400": shared, "401": bad}
    assert updated["/vets"]["get"]["responses"] == {"400": shared, "403": bad}
    assert updated["/zoos"]["get"]["responses"] == {"400": other}


def test_removals_of_an_operation_are_left_to_a_person(tmp_path) -> None:
    paging = {"x-speakeasy-pagination": {"type": "offsetLimit", "inputs": []}}
    body, responses = with_content(TEXT), {**NO_BODY, "404": {"description": "Ours."}}
    ours = build_operation(**paging, parameters=[query("skip")], requestBody=body, responses=responses)
    project = make_project(tmp_path, json.dumps(build_contract(ours)))
    before = project.contract.read_text(encoding="utf-8")
    result = apply(project, build_contract(build_operation()))
    assert (result.text, result.differences, result.remaining) == (before, [], [])
    assert remaining_keys(project) == [
        "removed paging POST /pets",
        "removed parameter POST /pets query skip",
        "removed body POST /pets body",
        "removed response POST /pets 404",
    ]
