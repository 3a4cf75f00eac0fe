"""The passes over operations and references: each test compares an operation before and after."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

import pytest

from codegen.names import AgreedNames
from codegen.passes import distinct, hoist, invariants, media, omissions, operations, parameters, references, structure
from codegen.problems import CodegenError, Report

Node = dict[str, Any]
WORD = {"type": "string"}
NULL = {"type": "null"}


def ref(name: str) -> Node:
    return {"$ref": f"#/components/schemas/{name}"}


def run_on_schemas(run: Callable[..., None], schemas: Node, report: Report | None = None, **more: Any) -> Node:
    """Run a pass on a document with these schemas, check that it has no errors, and return them."""
    document: Node = {"paths": {}, "components": {"schemas": schemas}}
    run(document, used := report or Report(), **more)
    used.check()
    found: Node = document["components"]["schemas"]
    return found


def run_on_operation(run: Callable[..., None], operation: Node, report: Report | None = None, **more: Any) -> Node:
    """Run a pass on a document with this operation, check that it has no errors, and return it."""
    complete = {"operationId": "get", "parameters": [], "responses": {"200": {}}, **operation}
    document: Node = {"paths": {"/pets/{id}": {"get": complete}}, **more}
    run(document, used := report or Report())
    used.check()
    found: Node = document["paths"]["/pets/{id}"]["get"]
    return found


class TestStructure:
    def test_a_boolean_schema_becomes_an_object(self) -> None:
        before = {"Pet": {"properties": {"a": True, "b": False}, "items": True}}
        after = {"Pet": {"properties": {"a": {}, "b": {"not": {}}}, "items": {}}}
        assert run_on_schemas(structure.run, before) == after

    def test_additional_properties_is_still_a_boolean(self) -> None:
        assert run_on_schemas(structure.run, {"Pet": {"additionalProperties": False}}) == {
            "Pet": {"additionalProperties": False}
        }


class TestReferences:
    def test_a_shared_parameter_replaces_its_references(self) -> None:
        limit = {"name": "limit", "in": "query", "schema": {"type": "integer"}}
        shared = {"components": {"parameters": {"Limit": limit}}}
        found = run_on_operation(references.run, {"parameters": [{"$ref": "#/components/parameters/Limit"}]}, **shared)
        assert found["parameters"] == [limit]

    def test_a_parameter_of_a_path_is_added_to_operations_without_it(self) -> None:
        own, wide, other = ({"name": name, "in": "query", "description": text} for name, text in ("aA", "aB", "cC"))
        item = {"parameters": [wide, other], "get": {"parameters": [own]}, "put": {}}
        references.run(document := {"paths": {"/": item}}, Report())
        assert document["paths"]["/"]["get"]["parameters"] == [own, other]
        assert document["paths"]["/"]["put"]["parameters"] == [wide, other]

    def test_shared_parameters_are_copied_to_each_operation(self) -> None:
        item = {"parameters": [{"name": "a", "in": "query", "schema": {}}], "get": {}, "put": {}}
        references.run(document := {"paths": {"/": item}}, Report())
        document["paths"]["/"]["get"]["parameters"][0]["schema"]["type"] = "string"
        assert document["paths"]["/"]["put"]["parameters"][0]["schema"] == {}

    def test_members_next_to_the_reference_of_a_path_are_kept(self) -> None:
        shared = {"get": {"operationId": "a"}, "parameters": [{"name": "q", "in": "query"}]}
        document = {"paths": {"/": {"$ref": "#/x-shared", "put": {"operationId": "b"}}}, "x-shared": shared}
        references.run(document, Report())
        assert {method: len(each["parameters"]) for method, each in document["paths"]["/"].items()} == {
            "get": 1,
            "put": 1,
        }

    def test_a_reference_to_a_nested_schema_names_it(self) -> None:
        before = {
            "Pet": {"properties": {"home": {"properties": {"street": WORD}}}},
            "Owner": {"properties": {"home": {"$ref": "#/components/schemas/Pet/properties/home"}}},
        }
        assert run_on_schemas(references.run, before) == {
            "Pet": {"properties": {"home": ref("PetHome")}},
            "Owner": {"properties": {"home": ref("PetHome")}},
            "PetHome": {"properties": {"street": WORD}},
        }

    def test_a_reference_without_a_target_is_rejected(self) -> None:
        with pytest.raises(CodegenError, match="'#/components/schemas/Home' does not exist") as caught:
            run_on_schemas(references.run, {"Pet": {"properties": {"home": ref("Home")}}})
        assert caught.value.pointer == "/components/schemas/Pet/properties/home"

    def test_a_reference_to_itself_is_rejected(self) -> None:
        shared = {"components": {"responses": {"A": {"$ref": "#/components/responses/A"}}}}
        with pytest.raises(CodegenError, match="leads to itself"):
            run_on_operation(references.run, {"responses": {"200": {"$ref": "#/components/responses/A"}}}, **shared)

    def test_percent_encoding_in_a_reference_is_decoded(self) -> None:
        before = {"Big pet": WORD, "Owner": {"properties": {"pet": {"$ref": "#/components/schemas/Big%20pet"}}}}
        assert list(run_on_schemas(references.run, before)) == ["Big pet", "Owner"]


class TestOmissions:
    PATHS = "/paths/~1pets~1{id}"

    def test_an_operation_with_an_unknown_method_is_omitted_and_reported(self) -> None:
        item = {"get": {}, "GET": {}, "additionalOperations": {"COPY": {}}, "x-note": 1, "summary": "s"}
        omissions.run(document := {"paths": {"/a": item}}, report := Report())
        assert document["paths"]["/a"] == {"get": {}, "x-note": 1, "summary": "s"}
        assert report.warnings == [
            f"/paths/~1a/{word}: left out: unknown method" for word in ("GET", "additionalOperations")
        ]

    def test_servers_of_paths_and_operations_that_differ_are_reported(self) -> None:
        home = [{"url": "https://a.example"}]
        other = [{"url": "https://{at}.example", "variables": {"at": {"default": "b"}}}]
        paths = {"/a": {"servers": home, "get": {"servers": other}}, "/b": {"servers": other, "get": {"servers": home}}}
        omissions.run({"paths": paths, "servers": home}, report := Report())
        message = "the server https://b.example is left out (and 1 more); use a client with this base URL"
        assert report.warnings == [f"/paths/~1b/servers: {message}"]
        assert "2 left out, 1 warning" in str(report)


class TestInvariants:
    def test_duplicate_operation_ids_get_a_number_and_are_reported(self) -> None:
        ids = ["a", "a", "a_2", "a"]
        item = {
            method: {"operationId": each, "responses": {"200": {}}}
            for method, each in zip(("get", "put", "post", "delete"), ids, strict=True)
        }
        invariants.run({"paths": {"/x": item}}, report := Report())
        assert [operation["operationId"] for operation in item.values()] == ["a", "a_3", "a_2", "a_4"]
        assert report.warnings == [
            "/paths/~1x/put: another operation has the id a; this one is renamed to a_3",
            "/paths/~1x/delete: another operation has the id a; this one is renamed to a_4",
        ]

    def test_operations_without_an_id_are_named_after_method_and_path(self) -> None:
        paths = {path: {"get": {"responses": {"200": {}}}} for path in ("/a/b", "/a-b", "/c")}
        paths["/d"] = {"get": {"operationId": "get_c", "responses": {"200": {}}}}
        invariants.run({"paths": paths}, report := Report())
        called = [item["get"]["operationId"] for item in paths.values()]
        assert called == ["get_a_b", "get_a_b_2", "get_c_2", "get_c"]
        assert len(report.warnings) == 2

    def test_an_undeclared_path_parameter_is_text_and_reported(self) -> None:
        found = run_on_operation(invariants.run, {}, report := Report())
        assert found["parameters"] == [{"name": "id", "in": "path", "required": True, "schema": WORD}]
        assert "'id' is not declared" in report.warnings[0]

    @pytest.mark.parametrize("path", ["/x{a", "/x}", "/{}", "/{a}{"])
    def test_a_brace_that_encloses_no_name_is_part_of_the_path_and_reported(self, path: str) -> None:
        named = [{"name": "a", "in": "path"}] if "{a}" in path else []
        operation = {"responses": {"200": {}}, "parameters": named}
        invariants.run({"paths": {path: {"get": operation}}}, report := Report())
        assert report.warnings == [
            f"/paths/~1{path[1:]}/get: a brace of the path {path!r} encloses no name; it is sent as it is"
        ]

    def test_a_path_parameter_that_is_not_in_the_path_is_omitted_and_reported(self) -> None:
        declared = [{"name": name, "in": "path"} for name in ("id", "kind")]
        found = run_on_operation(invariants.run, {"parameters": declared}, report := Report())
        assert found["parameters"] == declared[:1]
        assert "'kind' does not occur in the path" in report.warnings[0]

    def test_an_operation_without_a_response_is_reported(self) -> None:
        assert run_on_operation(invariants.run, {"responses": {}}, report := Report())["responses"] == {}
        assert "no responses are declared" in report.warnings[0]

    def test_a_parameter_with_an_invalid_location_is_rejected(self) -> None:
        with pytest.raises(CodegenError) as caught:
            run_on_operation(references.run, {"parameters": [{"name": "id", "in": "body"}]})
        assert caught.value.pointer == "/paths/~1pets~1{id}/get/parameters/0"


class TestParameters:
    def test_a_parameter_in_the_path_is_required(self) -> None:
        found = run_on_operation(parameters.run, {"parameters": [{"name": "id", "in": "path"}]})
        assert found["parameters"] == [{"name": "id", "in": "path", "required": True, "schema": {}}]

    def test_the_schema_of_a_media_type_becomes_the_schema_of_the_parameter(self) -> None:
        declared = {"name": "q", "in": "query", "content": {"application/json": {"schema": WORD}}}
        found = run_on_operation(parameters.run, {"parameters": [declared]})
        assert found["parameters"] == [{"name": "q", "in": "query", "schema": WORD}]

    @pytest.mark.parametrize(
        ("declared", "word"),
        [
            ({}, "members"),
            ({"explode": False}, "comma"),
            ({"style": "spaceDelimited"}, "space"),
            ({"style": "pipeDelimited", "explode": False}, "pipe"),
            ({"style": "deepObject", "explode": True}, "deep"),
        ],
    )
    def test_style_and_explode_become_one_x_style(self, declared: Node, word: str) -> None:
        found = run_on_operation(
            parameters.run, {"parameters": [{"name": "q", "in": "query", "schema": {}, **declared}]}
        )
        assert found["parameters"] == [{"name": "q", "in": "query", "schema": {}, "x-style": word}]

    def test_a_scalar_parameter_has_no_style(self) -> None:
        declared = {"name": "q", "in": "query", "style": "form", "explode": False, "schema": WORD}
        found = run_on_operation(parameters.run, {"parameters": [declared]})
        assert found["parameters"] == [{"name": "q", "in": "query", "schema": WORD}]

    def test_a_cookie_is_omitted_and_reported(self) -> None:
        found = run_on_operation(parameters.run, {"parameters": [{"name": "s", "in": "cookie"}]}, report := Report())
        assert found["parameters"] == []
        assert "extra_headers={'Cookie': 's=...'}" in report.warnings[0]


class TestMedia:
    def test_media_types_are_lower_case_without_parameters(self) -> None:
        content = {"Application/JSON; charset=utf-8": {"schema": WORD}}
        found = run_on_operation(media.run, {"responses": {"200": {"content": content}}})
        assert found["responses"]["200"]["content"] == {"application/json": {"schema": WORD}}

    def test_an_event_stream_has_the_schema_of_its_data(self) -> None:
        event = {"properties": {"data": {**ref("Chunk"), "description": "d"}}}
        content = {"text/event-stream": {"schema": event, "examples": {"a": {"value": {"data": {"x": 1}}}}}}
        found = run_on_operation(media.run, {"responses": {"200": {"content": content}}})
        stream = found["responses"]["200"]["content"]["text/event-stream"]
        assert stream == {"itemSchema": ref("Chunk"), "examples": {"a": {"value": {"x": 1}}}}


class TestOperations:
    def test_group_and_method_come_from_the_tag_and_the_name_override(self) -> None:
        declared = {"operationId": "getModels", "tags": ["Models"], "x-speakeasy-name-override": "list"}
        call = run_on_operation(operations.run, declared)["x-call"]
        assert (call["group"], call["method"]) == ("models", "list")

    def test_duplicate_method_names_get_a_number_and_are_reported(self) -> None:
        first, second = ({"operationId": each, "parameters": [], "responses": {"200": {}}} for each in ("a_b", "aB"))
        operations.run(document := {"paths": {"/": {"get": first, "put": second}}}, report := Report())
        assert document["paths"]["/"]["put"]["x-call"]["method"] == "a_b_2"
        assert len(report.warnings) == 1

    def test_method_names_that_differ_only_in_case_get_a_number(self) -> None:
        first, second = (
            {"operationId": each, "parameters": [], "responses": {"200": {}}} for each in ("straße", "strasse")
        )
        operations.run(document := {"paths": {"/": {"get": first, "put": second}}}, Report())
        assert document["paths"]["/"]["put"]["x-call"]["method"] == "strasse_2"

    def test_needs_key_depends_on_the_security_of_document_and_operation(self) -> None:
        assert run_on_operation(operations.run, {}, security=[{"key": []}])["x-call"]["needs_key"] is True
        assert (
            run_on_operation(operations.run, {"security": []}, security=[{"key": []}])["x-call"]["needs_key"] is False
        )

    @pytest.mark.parametrize(
        ("member", "switch"),
        [
            ({"type": "boolean"}, "stream"),
            ({"anyOf": [{"type": "boolean"}, NULL]}, "stream"),
            ({"const": True}, "stream"),
            (WORD, None),
            (None, None),
        ],
        ids=["boolean", "boolean or null", "constant", "text", "none"],
    )
    def test_a_boolean_stream_member_requests_the_stream_with_a_warning(self, member: Any, switch: str | None) -> None:
        body = {"type": "object", "properties": {} if member is None else {"stream": member}}
        content = {"application/json": {"schema": WORD}, "text/event-stream": {"itemSchema": WORD}}
        before = {
            "requestBody": {"content": {"application/json": {"schema": body}}},
            "responses": {"200": {"content": content}},
        }
        call = run_on_operation(operations.run, before, report := Report())["x-call"]
        assert (call["stream_switch"], call["stream_method"]) == (switch, "stream_get")
        (warning,) = report.warnings
        assert ("the member stream" if switch else "Accept header") in warning

    def test_an_operation_with_nothing_but_a_stream_needs_no_second_method(self) -> None:
        responses = {"200": {"content": {"text/event-stream": {"itemSchema": WORD}}}}
        call = run_on_operation(operations.run, {"responses": responses}, report := Report())["x-call"]
        assert (call["stream_switch"], call["stream_method"], report.warnings) == (None, None, [])

    @pytest.mark.parametrize(("name", "expected"), [("watch", "watch"), ("", None)])
    def test_agreed_names_set_or_remove_the_stream_method_without_a_warning(self, name: str, expected: Any) -> None:
        content = {"application/json": {"schema": WORD}, "text/event-stream": {"itemSchema": WORD}}
        operation = {"operationId": "get", "parameters": [], "responses": {"200": {"content": content}}}
        document: Node = {"paths": {"/": {"get": operation}}}
        operations.run(document, report := Report(), AgreedNames(streams={"get": name}))
        assert (operation["x-call"]["stream_method"], report.warnings) == (expected, [])  # type: ignore[index]  # added

    def test_paging_by_offset_is_read_from_the_vendor_extension(self) -> None:
        inputs = [{"in": "parameters", "name": "skip", "type": "offset"}]
        paged = {"x-speakeasy-pagination": {"inputs": inputs, "outputs": {"results": "$.data"}}}
        paging = run_on_operation(operations.run, paged)["x-call"]["paging"]
        assert (paging["offset"], paging["results"]) == ("skip", ["data"])


class TestReserved:
    def test_a_member_with_a_reserved_name_is_rejected(self) -> None:
        with pytest.raises(CodegenError, match="the name of an attribute that the overlays add") as caught:
            run_on_schemas(distinct.run, {"Result": {"properties": {"text": WORD}}}, reserved={"Result": ["text"]})
        assert caught.value.pointer == "/components/schemas/Result/properties/text"


class TestHoist:
    def test_a_body_is_named_after_its_operation(self) -> None:
        content = {"application/json": {"schema": {"properties": {"a": WORD}}}}
        found = run_on_operation(hoist.run, {"operationId": "addPet", "requestBody": {"content": content}})
        assert found["requestBody"]["content"]["application/json"]["schema"] == ref("AddPetRequest")

    def test_a_response_with_a_name_conflict_is_named_body(self) -> None:
        content = {"application/json": {"schema": {"properties": {"a": WORD}}}}
        operation = {"operationId": "getPet", "responses": {"200": {"content": content}}}
        named = {"components": {"schemas": {"GetPetResponse": WORD}}}
        found = run_on_operation(hoist.run, operation, **named)
        assert found["responses"]["200"]["content"]["application/json"]["schema"] == ref("GetPetResponseBody")


class TestBodies:
    def test_a_body_of_any_media_type_is_sent_as_json(self) -> None:
        found = run_on_operation(media.run, {"requestBody": {"content": {"*/*": {"schema": ref("Pet")}}}})
        assert found["requestBody"]["content"] == {"application/json": {"schema": ref("Pet")}}

    def test_a_file_in_a_form_has_the_format_binary(self) -> None:
        form = {"properties": {"image": {"type": "string", "contentMediaType": "image/png"}}}
        found = run_on_operation(media.run, {"requestBody": {"content": {"multipart/form-data": {"schema": form}}}})
        member = found["requestBody"]["content"]["multipart/form-data"]["schema"]["properties"]["image"]
        assert member["format"] == "binary"

    def test_a_form_next_to_json_gets_its_own_method(self) -> None:
        content = {"application/json": {"schema": WORD}, "multipart/form-data": {"schema": ref("Pet")}}
        found = run_on_operation(
            operations.run, {"operationId": "addPet", "requestBody": {"content": content}}, report := Report()
        )
        assert found["x-call"]["form"] == {"method": "add_pet_form"}
        assert report.warnings == []

    def test_unused_media_types_of_a_body_are_reported_unless_equivalent(self) -> None:
        content = {
            "application/json": {"schema": WORD},
            "text/csv": {"schema": WORD},
            "application/pdf": {"schema": {}},
        }
        run_on_operation(media.run, {"requestBody": {"content": content}}, report := Report())
        assert [message.partition("; ")[2] for message in report.warnings] == [
            "to send application/pdf, pass bytes and a Content-Type header"
        ]


@pytest.mark.parametrize(
    ("identity", "tag", "method"),
    [
        ("issues/list", "issues", "list"),
        ("code-security/get", "Code Security", "get"),
        ("ListManagement_Delete", "ListManagement", "delete"),
        ("issues/2fa", "issues", "issues_2fa"),
        ("issues/list", "orgs", "issues_list"),
        ("listIssues", "issues", "list_issues"),
    ],
)
def test_a_method_does_not_repeat_its_group(identity: str, tag: str, method: str) -> None:
    operation = {"operationId": identity, "tags": [tag]}
    named = run_on_operation(partial(operations.run, agreed=AgreedNames()), operation)
    assert named["x-call"]["method"] == method
