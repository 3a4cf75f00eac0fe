"""drift --apply of the whole document: servers, security schemes, security, and names."""

from __future__ import annotations

import json
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
import yaml
from pets import TEXT, document, pet, ref

from codegen.drift.comparison import Comparison

Node = dict[str, Any]


def build(**members: Any) -> Node:
    """Return a document with one operation, and the members beside it."""
    content = {"application/json": {"schema": ref("Pet")}}
    operation = {"operationId": "getPet", "tags": ["Pets"], "responses": {"200": {"content": content}}}
    built = document({"/pets": {"get": {**operation, **members.pop("operation", {})}}}, {"Pet": pet(name=TEXT)})
    built["components"] |= members.pop("components", {})
    return {**built, **members}


def apply(folder: Path, old: Node, new: Node, *, rename: bool = False) -> tuple[Node, list[str]]:
    """Return the old document with the differences applied, and the keys of those that are left."""
    for name, built in (("old.yaml", old), ("new.yaml", new)):
        (folder / name).write_text(yaml.safe_dump(json.loads(json.dumps(built)), sort_keys=False), encoding="utf-8")
    result = Comparison(folder / "old.yaml", folder / "new.yaml").apply(rename=rename)
    (folder / "old.yaml").write_text(result.text, encoding="utf-8")
    left = Comparison(folder / "old.yaml", folder / "new.yaml").drift().differences
    return yaml.safe_load(result.text), [each.key for each in left]


BEARER, KEY = {"type": "http", "scheme": "bearer"}, {"type": "apiKey", "in": "header", "name": "X-Key"}
ZONE = {"url": "https://{zone}.a", "variables": {"zone": {"default": "eu", "enum": ["eu", "us"]}}}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ({}, {"servers": [{"url": "https://a"}]}),
        ({"servers": [{"url": "https://a"}]}, {"servers": [{"url": "https://a"}, ZONE]}),
        ({"servers": [{"url": "https://a"}]}, {"servers": [ZONE]}),
        ({"servers": [ZONE]}, {"servers": [{"url": "https://a"}]}),
        (
            {"servers": [ZONE]},
            {"servers": [{**ZONE, "variables": {"zone": {"default": "us", "enum": ["eu", "us", "asia"]}}}]},
        ),
        ({"servers": [ZONE]}, {"servers": [{**ZONE, "variables": {"zone": {"default": "eu"}}}]}),
        ({"operation": {"servers": [{"url": "/a"}]}}, {"operation": {"servers": [{"url": "/b"}]}}),
        ({}, {"components": {"securitySchemes": {"a": KEY}}, "security": [{"a": []}]}),
        ({"security": [{"a": []}]}, {}),
        ({"security": [{"a": []}]}, {"security": [{"a": ["read"]}, {}]}),
        ({"security": [{"a": []}]}, {"security": [{"a": []}], "operation": {"security": []}}),
        ({"components": {"securitySchemes": {"a": KEY}}}, {"components": {"securitySchemes": {"a": BEARER}}}),
    ],
)
def test_servers_and_security_are_those_of_the_other_document(tmp_path, old: Node, new: Node) -> None:
    updated, left = apply(tmp_path, build(**deepcopy(old)), build(**deepcopy(new)))
    expected = build(**deepcopy(new))
    assert left == []
    for member in ("servers", "security"):
        assert updated.get(member) == expected.get(member)
    assert updated["components"].get("securitySchemes") == expected["components"].get("securitySchemes")


def test_descriptions_of_servers_and_schemes_are_not_copied_and_those_of_the_old_document_are_kept(tmp_path) -> None:
    flow = {"tokenUrl": "https://t", "scopes": {"read": "Theirs."}}
    theirs = {"type": "oauth2", "description": "Theirs.", "flows": {"clientCredentials": flow}}
    ours = {"description": "Ours.", **KEY}
    new = build(components={"securitySchemes": {"a": theirs}}, servers=[{"url": "/a", "description": "Theirs."}])
    updated, left = apply(tmp_path, build(components={"securitySchemes": {"a": ours}}), new)
    assert left == []
    assert "Theirs" not in str(updated)
    assert updated["components"]["securitySchemes"]["a"]["description"] == "Ours."


def test_names_are_kept_unless_they_are_applied_too(tmp_path) -> None:
    schemes = {"components": {"securitySchemes": {"a": KEY}}, "security": [{"a": []}]}
    old = build(**deepcopy(schemes), operation={"security": [{"a": []}]})
    new = yaml.safe_load(
        yaml.safe_dump(old)
        .replace("Pet\n", "Animal\n")
        .replace("Pet:", "Animal:")
        .replace("schemas/Pet", "schemas/Animal")
    )
    operation = new["paths"]["/pets"]["get"]
    operation |= {"operationId": "findPet", "tags": ["Animals"], "x-speakeasy-name-override": "find"}
    new["components"]["securitySchemes"] = {"b": KEY}
    new["security"] = operation["security"] = [{"b": []}]
    names = [
        *("changed security scheme name a", "changed operation id GET /pets", "changed method name GET /pets"),
        *("changed tags GET /pets", "changed schema name Pet"),
    ]
    assert apply(tmp_path, old, new) == (old, names)
    assert apply(tmp_path, old, new, rename=True) == (new, [])


def test_a_new_operation_gets_what_it_requires(tmp_path) -> None:
    old = build(security=[])
    new = build(components={"securitySchemes": {"a": KEY}}, security=[])
    new["paths"]["/owners"] = {"get": {"operationId": "o", "security": [{"a": []}], "responses": {"204": {}}}}
    updated, left = apply(tmp_path, old, new)
    assert left == []
    assert updated["paths"]["/owners"]["get"]["security"] == [{"a": []}]
    assert updated["components"]["securitySchemes"] == {"a": KEY}


def test_a_new_variant_beside_an_open_object_is_a_variant(tmp_path) -> None:
    thing = {"type": "object", "properties": {"a": TEXT}, "additionalProperties": True}
    old, new = build(), build()
    old["components"]["schemas"]["Pet"] = pet(part=thing, name=TEXT)
    new["components"]["schemas"]["Pet"] = pet(part={"anyOf": [thing, pet(a=TEXT, b=TEXT)]}, name=TEXT)
    comparison_keys = apply(tmp_path, old, old)[1]
    updated, left = apply(tmp_path, old, new)
    assert (comparison_keys, left) == ([], [])
    part = updated["components"]["schemas"]["Pet"]["properties"]["part"]
    assert [
        sorted(updated["components"]["schemas"].get(each.get("$ref", "")[21:], each)["properties"])
        for each in part["anyOf"]
    ] == [
        ["a"],
        ["a", "b"],
    ]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ({"style": "pipeDelimited"}, {"explode": False}),
        ({}, {"style": "deepObject"}),
        ({}, {"content": {"application/json": {"schema": {"type": "array", "items": TEXT}}}}),
        ({"content": {"application/json": {"schema": {"type": "array", "items": TEXT}}}}, {}),
    ],
)
def test_a_parameter_is_written_as_in_the_other_document(tmp_path, before: Node, after: Node) -> None:
    def build_one(members: Node) -> Node:
        schema = {} if "content" in members else {"schema": {"type": "array", "items": TEXT}}
        return build(operation={"parameters": [{"name": "q", "in": "query", **members, **schema}]})

    updated, left = apply(tmp_path, build_one(before), build_one(after))
    assert left == []
    assert ("content" in updated["paths"]["/pets"]["get"]["parameters"][0]) == ("content" in after)
