"""The passes over operations and references, each by its before and after."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from codegen.passes import hoist, invariants, media, omissions, operations, parameters, references, reserved, structure
from codegen.problems import CodegenError, Report

Node = dict[str, Any]
WORD = {"type": "string"}
NULL = {"type": "null"}


def ref(name: str) -> Node:
    return {"$ref": f"#/components/schemas/{name}"}


def schemas_after(run: Callable[..., None], schemas: Node, report: Report | None = None, **more: Any) -> Node:
    document: Node = {"paths": {}, "components": {"schemas": schemas}}
    run(document, report or Report(), **more)
    found: Node = document["components"]["schemas"]
    return found


def operation_after(run: Callable[..., None], operation: Node, report: Report | None = None, **more: Any) -> Node:
    complete = {"operationId": "get", "parameters": [], "responses": {"200": {}}, **operation}
    document: Node = {"paths": {"/pets/{id}": {"get": complete}}, **more}
    run(document, report or Report())
    found: Node = document["paths"]["/pets/{id}"]["get"]
    return found


class TestStructure:
    def test_a_boolean_schema_is_written_as_an_object(self) -> None:
        before = {"Pet": {"properties": {"a": True, "b": False}, "items": True}}
        after = {"Pet": {"properties": {"a": {}, "b": {"not": {}}}, "items": {}}}
        assert schemas_after(structure.run, before) == after

    def test_whether_more_members_are_allowed_stays_a_boolean(self) -> None:
        assert schemas_after(structure.run, {"Pet": {"additionalProperties": False}}) == {
            "Pet": {"additionalProperties": False}
        }


class TestReferences:
    def test_a_shared_parameter_is_written_where_it_is_used(self) -> None:
        limit = {"name": "limit", "in": "query", "schema": {"type": "integer"}}
        shared = {"components": {"parameters": {"Limit": limit}}}
        found = operation_after(references.run, {"parameters": [{"$ref": "#/components/parameters/Limit"}]}, **shared)
        assert found["parameters"] == [limit]

    def test_a_path_wide_parameter_joins_each_operation_that_does_not_state_its_own(self) -> None:
        own, wide, other = ({"name": name, "in": "query", "description": text} for name, text in ("aA", "aB", "cC"))
        item = {"parameters": [wide, other], "get": {"parameters": [own]}, "put": {}}
        references.run(document := {"paths": {"/": item}}, Report())
        assert document["paths"]["/"]["get"]["parameters"] == [own, other]
        assert document["paths"]["/"]["put"]["parameters"] == [wide, other]

    def test_what_two_operations_share_can_be_changed_in_one(self) -> None:
        item = {"parameters": [{"name": "a", "in": "query", "schema": {}}], "get": {}, "put": {}}
        references.run(document := {"paths": {"/": item}}, Report())
        document["paths"]["/"]["get"]["parameters"][0]["schema"]["type"] = "string"
        assert document["paths"]["/"]["put"]["parameters"][0]["schema"] == {}

    def test_what_stands_beside_the_reference_of_a_path_is_kept(self) -> None:
        shared = {"get": {"operationId": "a"}, "parameters": [{"name": "q", "in": "query"}]}
        document = {"paths": {"/": {"$ref": "#/x-shared", "put": {"operationId": "b"}}}, "x-shared": shared}
        references.run(document, Report())
        assert {method: len(each["parameters"]) for method, each in document["paths"]["/"].items()} == {
            "get": 1,
            "put": 1,
        }

    def test_a_target_deep_inside_a_schema_gets_a_name(self) -> None:
        before = {
            "Pet": {"properties": {"home": {"properties": {"street": WORD}}}},
            "Owner": {"properties": {"home": {"$ref": "#/components/schemas/Pet/properties/home"}}},
        }
        assert schemas_after(references.run, before) == {
            "Pet": {"properties": {"home": ref("PetHome")}},
            "Owner": {"properties": {"home": ref("PetHome")}},
            "PetHome": {"properties": {"street": WORD}},
        }

    def test_a_reference_without_a_target_is_named_where_it_stands(self) -> None:
        with pytest.raises(CodegenError, match="'#/components/schemas/Home' does not exist") as caught:
            schemas_after(references.run, {"Pet": {"properties": {"home": ref("Home")}}})
        assert caught.value.pointer == "/components/schemas/Pet/properties/home"

    def test_a_reference_to_itself_is_a_problem(self) -> None:
        shared = {"components": {"responses": {"A": {"$ref": "#/components/responses/A"}}}}
        with pytest.raises(CodegenError, match="leads to itself"):
            operation_after(references.run, {"responses": {"200": {"$ref": "#/components/responses/A"}}}, **shared)

    def test_percent_encoding_in_a_reference_is_understood(self) -> None:
        before = {"Big pet": WORD, "Owner": {"properties": {"pet": {"$ref": "#/components/schemas/Big%20pet"}}}}
        assert list(schemas_after(references.run, before)) == ["Big pet", "Owner"]


class TestOmissions:
    PATHS = "/paths/~1pets~1{id}"

    def test_webhooks_are_left_out_and_counted(self) -> None:
        hooks = {f"on{number}": {"post": {}} for number in range(7)}
        omissions.run(document := {"paths": {}, "webhooks": hooks}, report := Report())
        assert (document, report.left_out) == ({"paths": {}}, 7)
        assert report.warnings == [
            "/webhooks: 'on0', 'on1', 'on2', 'on3', 'on4' and 2 more left out: the package only sends requests"
        ]

    def test_callbacks_are_left_out_and_counted(self) -> None:
        found = operation_after(omissions.run, {"callbacks": {"onSold": {}, "onLost": {}}}, report := Report())
        assert ("callbacks" in found, report.left_out) == (False, 2)
        assert report.warnings[0].startswith(f"{self.PATHS}/get/callbacks: 'onSold', 'onLost' left out")

    def test_an_operation_whose_method_is_none_is_left_out_and_counted(self) -> None:
        item = {"get": {}, "GET": {}, "additionalOperations": {"COPY": {}}, "x-note": 1, "summary": "s"}
        omissions.run(document := {"paths": {"/a": item}}, report := Report())
        assert document["paths"]["/a"] == {"get": {}, "x-note": 1, "summary": "s"}
        assert report.warnings == [
            f"/paths/~1a/{word}: left out: unknown method" for word in ("GET", "additionalOperations")
        ]

    def test_a_server_of_a_path_or_an_operation_is_told_where_it_is_not_the_document_s(self) -> None:
        home = [{"url": "https://a.example"}]
        other = [{"url": "https://{at}.example", "variables": {"at": {"default": "b"}}}]
        paths = {"/a": {"servers": home, "get": {"servers": other}}, "/b": {"servers": other, "get": {"servers": home}}}
        omissions.run({"paths": paths, "servers": home}, report := Report())
        told = "the server https://b.example is left out (and 1 more); use a client with this base URL"
        assert report.warnings == [f"/paths/~1b/servers: {told}"]
        assert "2 left out, 1 warnings" in str(report)


class TestInvariants:
    def test_of_operations_with_one_id_the_later_get_others_that_none_has_and_are_counted(self) -> None:
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

    def test_operations_without_an_id_are_called_by_their_method_and_path_and_told_apart(self) -> None:
        paths = {path: {"get": {"responses": {"200": {}}}} for path in ("/a/b", "/a-b", "/c")}
        paths["/d"] = {"get": {"operationId": "get_c", "responses": {"200": {}}}}
        invariants.run({"paths": paths}, report := Report())
        called = [item["get"]["operationId"] for item in paths.values()]
        assert called == ["get_a_b", "get_a_b_2", "get_c_2", "get_c"]
        assert len(report.warnings) == 2

    def test_a_path_parameter_that_is_not_declared_is_taken_as_text_and_counted(self) -> None:
        found = operation_after(invariants.run, {}, report := Report())
        assert found["parameters"] == [{"name": "id", "in": "path", "required": True, "schema": WORD}]
        assert "'id' is not declared" in report.warnings[0]

    def test_a_brace_that_is_never_closed_is_part_of_the_path(self) -> None:
        invariants.run({"paths": {"/x{a": {"get": {"responses": {"200": {}}}}}}, report := Report())
        assert report.warnings == []

    def test_a_path_parameter_without_a_place_in_the_path_is_left_out_and_counted(self) -> None:
        stated = [{"name": name, "in": "path"} for name in ("id", "kind")]
        found = operation_after(invariants.run, {"parameters": stated}, report := Report())
        assert found["parameters"] == stated[:1]
        assert "'kind' does not occur in the path" in report.warnings[0]

    def test_an_operation_without_an_answer_is_counted(self) -> None:
        assert operation_after(invariants.run, {"responses": {}}, report := Report())["responses"] == {}
        assert "no responses are declared" in report.warnings[0]

    def test_a_parameter_says_its_name_and_its_place(self) -> None:
        with pytest.raises(CodegenError) as caught:
            operation_after(invariants.run, {"parameters": [{"name": "id", "in": "body"}]})
        assert caught.value.pointer == "/paths/~1pets~1{id}/get/parameters/0"


class TestParameters:
    def test_a_parameter_in_the_path_is_required(self) -> None:
        found = operation_after(parameters.run, {"parameters": [{"name": "id", "in": "path"}]})
        assert found["parameters"] == [{"name": "id", "in": "path", "required": True, "schema": {}}]

    def test_the_schema_of_a_parameter_with_a_media_type_is_its_own(self) -> None:
        stated = {"name": "q", "in": "query", "content": {"application/json": {"schema": WORD}}}
        found = operation_after(parameters.run, {"parameters": [stated]})
        assert found["parameters"] == [{"name": "q", "in": "query", "schema": WORD}]

    @pytest.mark.parametrize(
        ("stated", "word"),
        [
            ({}, "members"),
            ({"explode": False}, "comma"),
            ({"style": "spaceDelimited"}, "space"),
            ({"style": "pipeDelimited", "explode": False}, "pipe"),
            ({"style": "deepObject", "explode": True}, "deep"),
        ],
    )
    def test_how_a_list_or_an_object_is_written_is_one_word(self, stated: Node, word: str) -> None:
        found = operation_after(parameters.run, {"parameters": [{"name": "q", "in": "query", "schema": {}, **stated}]})
        assert found["parameters"] == [{"name": "q", "in": "query", "schema": {}, "x-style": word}]

    def test_one_value_is_written_in_one_way_only(self) -> None:
        stated = {"name": "q", "in": "query", "style": "form", "explode": False, "schema": WORD}
        found = operation_after(parameters.run, {"parameters": [stated]})
        assert found["parameters"] == [{"name": "q", "in": "query", "schema": WORD}]

    def test_a_cookie_is_left_out_and_counted(self) -> None:
        found = operation_after(parameters.run, {"parameters": [{"name": "s", "in": "cookie"}]}, report := Report())
        assert found["parameters"] == []
        assert "extra_headers={'Cookie': 's=...'}" in report.warnings[0]


class TestMedia:
    def test_a_media_type_loses_its_parameters_and_its_capitals(self) -> None:
        content = {"Application/JSON; charset=utf-8": {"schema": WORD}}
        found = operation_after(media.run, {"responses": {"200": {"content": content}}})
        assert found["responses"]["200"]["content"] == {"application/json": {"schema": WORD}}

    def test_an_event_stream_states_the_item_inside_the_event(self) -> None:
        event = {"properties": {"data": {**ref("Chunk"), "description": "d"}}}
        content = {"text/event-stream": {"schema": event, "examples": {"a": {"value": {"data": {"x": 1}}}}}}
        found = operation_after(media.run, {"responses": {"200": {"content": content}}})
        stream = found["responses"]["200"]["content"]["text/event-stream"]
        assert stream == {"itemSchema": ref("Chunk"), "examples": {"a": {"value": {"x": 1}}}}


class TestOperations:
    def test_group_and_method_come_from_the_tag_and_the_name_override(self) -> None:
        stated = {"operationId": "getModels", "tags": ["Models"], "x-speakeasy-name-override": "list"}
        call = operation_after(operations.run, stated)["x-call"]
        assert (call["group"], call["method"]) == ("models", "list")

    def test_two_methods_of_one_name_are_told_apart_and_counted(self) -> None:
        first, second = ({"operationId": each, "parameters": [], "responses": {"200": {}}} for each in ("a_b", "aB"))
        operations.run(document := {"paths": {"/": {"get": first, "put": second}}}, report := Report())
        assert document["paths"]["/"]["put"]["x-call"]["method"] == "a_b_2"
        assert len(report.warnings) == 1

    def test_methods_that_are_one_in_capitals_are_told_apart(self) -> None:
        first, second = (
            {"operationId": each, "parameters": [], "responses": {"200": {}}} for each in ("straße", "strasse")
        )
        operations.run(document := {"paths": {"/": {"get": first, "put": second}}}, Report())
        assert document["paths"]["/"]["put"]["x-call"]["method"] == "strasse_2"

    def test_a_key_is_needed_where_the_document_or_the_operation_says_so(self) -> None:
        assert operation_after(operations.run, {}, security=[{"key": []}])["x-call"]["needs_key"] is True
        assert operation_after(operations.run, {"security": []}, security=[{"key": []}])["x-call"]["needs_key"] is False

    def test_paging_by_offset_is_read_from_the_vendor_extension(self) -> None:
        inputs = [{"in": "parameters", "name": "skip", "type": "offset"}]
        paged = {"x-speakeasy-pagination": {"inputs": inputs, "outputs": {"results": "$.data"}}}
        paging = operation_after(operations.run, paged)["x-call"]["paging"]
        assert (paging["offset"], paging["results"]) == ("skip", ["data"])


class TestReserved:
    def test_a_member_called_like_one_the_overlays_add_stops_the_generation(self) -> None:
        with pytest.raises(CodegenError, match="the name of an attribute that the overlays add") as caught:
            schemas_after(reserved.run, {"Result": {"properties": {"text": WORD}}}, reserved={"Result": ["text"]})
        assert caught.value.pointer == "/components/schemas/Result/properties/text"


class TestHoist:
    def test_a_body_is_called_after_its_operation(self) -> None:
        content = {"application/json": {"schema": {"properties": {"a": WORD}}}}
        found = operation_after(hoist.run, {"operationId": "addPet", "requestBody": {"content": content}})
        assert found["requestBody"]["content"]["application/json"]["schema"] == ref("AddPetRequest")

    def test_one_that_a_named_schema_is_called_like_is_called_its_body(self) -> None:
        content = {"application/json": {"schema": {"properties": {"a": WORD}}}}
        answers = {"operationId": "getPet", "responses": {"200": {"content": content}}}
        named = {"components": {"schemas": {"GetPetResponse": WORD}}}
        found = operation_after(hoist.run, answers, **named)
        assert found["responses"]["200"]["content"]["application/json"]["schema"] == ref("GetPetResponseBody")


class TestBodies:
    def test_a_body_that_takes_anything_is_sent_as_json(self) -> None:
        found = operation_after(media.run, {"requestBody": {"content": {"*/*": {"schema": ref("Pet")}}}})
        assert found["requestBody"]["content"] == {"application/json": {"schema": ref("Pet")}}

    def test_a_file_of_a_form_is_binary_text(self) -> None:
        form = {"properties": {"image": {"type": "string", "contentMediaType": "image/png"}}}
        found = operation_after(media.run, {"requestBody": {"content": {"multipart/form-data": {"schema": form}}}})
        member = found["requestBody"]["content"]["multipart/form-data"]["schema"]["properties"]["image"]
        assert member["format"] == "binary"

    def test_a_form_beside_json_is_a_method_of_its_own(self) -> None:
        content = {"application/json": {"schema": WORD}, "multipart/form-data": {"schema": ref("Pet")}}
        found = operation_after(
            operations.run, {"operationId": "addPet", "requestBody": {"content": content}}, report := Report()
        )
        assert found["x-call"]["form"] == {"method": "add_pet_form"}
        assert report.warnings == []

    def test_a_media_type_in_which_a_body_is_not_sent_is_counted_unless_it_says_the_same(self) -> None:
        content = {
            "application/json": {"schema": WORD},
            "text/csv": {"schema": WORD},
            "application/pdf": {"schema": {}},
        }
        operation_after(media.run, {"requestBody": {"content": content}}, report := Report())
        assert [told.partition("; ")[2] for told in report.warnings] == [
            "to send application/pdf, pass bytes and a Content-Type header"
        ]
