"""Names that Python, the templates, the runtime or a file system reserve: every part of a package stays distinct."""

from __future__ import annotations

import importlib
from collections.abc import Iterator
from types import ModuleType
from typing import Any

import pytest
from workshop import ODD_NAMES, Workshop, get_endpoint, open_workshop, ref

from codegen.rendering.identifiers import group_name
from openrouterkit import AsyncClient, Client


@pytest.fixture(scope="module")
def workshop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workshop]:
    with open_workshop(tmp_path_factory.mktemp("made")) as found:
        yield found


@pytest.fixture(scope="module", params=[(), ("--standalone",)], ids=["linked", "standalone"])
def package(workshop: Workshop, request: pytest.FixtureRequest) -> ModuleType:
    """A package with odd names for schemas, members, operations, parameters and groups."""
    text = {"type": "string"}
    schemas: dict[str, Any] = {name: {"properties": {f"own {number}": text}} for number, name in enumerate(ODD_NAMES)}
    holder = {str(number): ref(name) for number, name in enumerate(ODD_NAMES)}
    schemas["Holder"] = {"properties": holder}
    schemas["Everything"] = {"properties": dict.fromkeys(ODD_NAMES, text)}
    for number, name in enumerate(ODD_NAMES):
        schemas[f"{name} or text"] = {"anyOf": [ref(name), text, {"type": "array", "items": ref(f"{name} or text")}]}
        schemas["Holder"]["properties"][f"either {number}"] = ref(f"{name} or text")
    paths: dict[str, Any] = {}
    query = [{"name": each, "in": "query", "schema": text} for each in ODD_NAMES]
    for number, name in enumerate(ODD_NAMES):
        responses = {"200": {"description": "d", "content": {"application/json": {"schema": ref(name)}}}}
        own = {"operationId": name, "tags": [name], "responses": responses}
        paths[f"/{number}"] = {"get": own, "put": {**own, "operationId": f"{name} ", "tags": ["one"]}}
    paths["/0"]["get"]["parameters"] = query
    info = {"title": "Odd names", "version": "1"}
    document = {"openapi": "3.1.0", "info": info, "paths": paths, "components": {"schemas": schemas}}
    return workshop.load_package(document, *request.param)


class TestPackage:
    def test_every_schema_has_its_own_class(self, package: ModuleType) -> None:
        data = {str(number): {f"own {number}": "x"} for number in range(len(ODD_NAMES))}
        data |= {f"either {number}": [{f"own {number}": "y"}] for number in range(len(ODD_NAMES))}
        holder = package.models.Holder.from_dict(data)
        for number in range(len(ODD_NAMES)):
            for value in (holder[str(number)], holder[f"either {number}"][0]):
                assert getattr(value, f"own_{number}") in ("x", "y")
                assert getattr(package.models, type(value).__name__) is type(value)
        assert holder.to_dict() == data

    def test_every_member_has_its_own_attribute_and_keyword(self, package: ModuleType) -> None:
        members = package.models.Everything
        wires = dict(members._members)
        assert list(wires.values()) == ODD_NAMES
        built = members(**{attribute: f"the {wire}" for attribute, wire in wires.items()})
        assert built.to_dict() == {wire: f"the {wire}" for wire in ODD_NAMES}
        assert all(getattr(built, attribute) == f"the {wire}" for attribute, wire in wires.items())

    def test_every_operation_has_its_own_function(self, package: ModuleType) -> None:
        found = []
        for group in package.operations.__all__:
            module = getattr(package.operations, group)
            functions = [each for each in vars(module).values() if getattr(each, "__module__", "") == module.__name__]
            found += [function().id for function in functions if not isinstance(function, type)]
        assert sorted(found) == sorted([*ODD_NAMES, *(f"{name} " for name in ODD_NAMES)])

    def test_every_parameter_has_its_own_keyword(self, package: ModuleType) -> None:
        wires = get_endpoint(package.operations.class_, package.operations.class_.class_).query_params
        assert list(wires.values()) == ODD_NAMES
        operation = package.operations.class_.class_(**wires)
        assert operation.query == tuple((wire, wire) for wire in ODD_NAMES)

    def test_every_group_is_an_attribute_and_sends_its_operations(self, package: ModuleType) -> None:
        groups = importlib.import_module(f"{package.__name__}.groups").Groups

        class Client(groups):
            def send(self, operation: Any, **_: Any) -> str:
                return operation.id

        client, sent = Client(), []
        for group in package.namespaces.__all__:
            namespace = getattr(client, group)
            sent += [getattr(namespace, name)() for name in dir(namespace) if not name.startswith("_")]
        assert sorted(sent) == sorted([*ODD_NAMES, *(f"{name} " for name in ODD_NAMES)])


def make_document(**schemas: Any) -> dict[str, Any]:
    info = {"title": "Odd names", "version": "1"}
    return {"openapi": "3.1.0", "info": info, "paths": {}, "components": {"schemas": schemas}}


def test_members_with_the_same_attribute_name_get_different_names(workshop: Workshop) -> None:
    properties = {name: {"type": "string"} for name in ("fooBar", "foo_bar", "foo-bar", "Foo Bar")}
    data = {"fooBar": "1", "foo_bar": "2", "foo-bar": "3"}
    foo = workshop.load_package(make_document(Foo={"properties": properties})).models.Foo.from_dict(data)
    assert [foo.fooBar, foo.foo_bar, foo.foo_bar_3, foo.foo_bar_2] == ["1", "2", "3", None]


def test_a_class_and_the_decoder_of_a_union_do_not_shadow_each_other(workshop: Workshop) -> None:
    cat, dog = {"properties": {"lives": {}}, "required": ["lives"]}, {"properties": {"tail": {}}}
    schemas = {"Pet": {"anyOf": [ref("Cat"), ref("Dog")]}, "ReadPet": cat, "Cat": cat, "Dog": dog, "猫": cat}
    schemas |= {"Owner": {"properties": {"read": ref("ReadPet"), "other": {"anyOf": [ref("猫"), ref("Dog")]}}}}
    models = workshop.load_package(make_document(**schemas)).models
    owner = models.Owner.from_dict({"read": {"lives": 9}, "other": {"lives": 8}})
    assert (owner.read, owner.other) == (models.ReadPet(lives=9), models.猫(lives=8))
    assert models.read_pet({"lives": 7}) == models.Cat(lives=7)


def test_recursive_schemas_are_decoded(workshop: Workshop) -> None:
    tree, json_value = ref("Tree"), ref("Json")
    schemas = {
        "Tree": {"properties": {"left": tree, "all": {"type": "array", "items": tree}}},
        "Json": {"anyOf": [{"type": "string"}, {"type": "array", "items": json_value}, tree]},
        "Holder": {"properties": {"value": json_value, "first": ref("First")}},
        "First": {"anyOf": [{"type": "string"}, ref("Second")]},
        "Second": {"anyOf": [{"type": "integer"}, {"type": "array", "items": ref("First")}]},
    }
    models = workshop.load_package(make_document(**schemas)).models
    data = {"value": ["a", [{"left": {"all": [{}]}}]], "first": ["a", ["b"]]}
    holder = models.Holder.from_dict(data)
    assert type(holder.value[1][0].left.all[0]) is models.Tree
    assert holder.first == ["a", ["b"]]
    assert holder.to_dict() == data


@pytest.mark.parametrize("kind", [Client, AsyncClient])
def test_no_group_hides_a_public_name_of_a_client(kind: type) -> None:
    names = [name for name in dir(kind) if not name.startswith("_")]
    assert "send" in names
    assert [name for name in names if group_name(name) == name] == []
