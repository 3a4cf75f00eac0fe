"""Names that Python, the templates, the runtime or a file system have another use for: each is told from the others."""

from __future__ import annotations

import importlib
from collections.abc import Iterator
from types import ModuleType
from typing import Any

import pytest
from workshop import ODD_NAMES, Workshop, get_endpoint, open_workshop, ref


@pytest.fixture(scope="module")
def workshop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workshop]:
    with open_workshop(tmp_path_factory.mktemp("made")) as found:
        yield found


@pytest.fixture(scope="module", params=[(), ("--standalone",)], ids=["linked", "standalone"])
def oddly_named(workshop: Workshop, request: pytest.FixtureRequest) -> ModuleType:
    """A package in which everything is called by odd names: schemas, members, operations, parameters and groups."""
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
        answers = {"200": {"description": "d", "content": {"application/json": {"schema": ref(name)}}}}
        own = {"operationId": name, "tags": [name], "responses": answers}
        paths[f"/{number}"] = {"get": own, "put": {**own, "operationId": f"{name} ", "tags": ["one"]}}
    paths["/0"]["get"]["parameters"] = query
    info = {"title": "Odd names", "version": "1"}
    document = {"openapi": "3.1.0", "info": info, "paths": paths, "components": {"schemas": schemas}}
    return workshop.load_package(document, *request.param)


class TestOddNames:
    def test_a_schema_of_any_name_is_read_as_its_own_class(self, oddly_named: ModuleType) -> None:
        data = {str(number): {f"own {number}": "x"} for number in range(len(ODD_NAMES))}
        data |= {f"either {number}": [{f"own {number}": "y"}] for number in range(len(ODD_NAMES))}
        holder = oddly_named.models.Holder.from_dict(data)
        for number in range(len(ODD_NAMES)):
            for read in (holder[str(number)], holder[f"either {number}"][0]):
                assert getattr(read, f"own_{number}") in ("x", "y")
                assert getattr(oddly_named.models, type(read).__name__) is type(read)
        assert holder.to_dict() == data

    def test_members_of_any_names_are_attributes_and_keywords_of_their_own(self, oddly_named: ModuleType) -> None:
        members = oddly_named.models.Everything
        wires = dict(members._members)
        assert list(wires.values()) == ODD_NAMES
        built = members(**{attribute: f"the {wire}" for attribute, wire in wires.items()})
        assert built.to_dict() == {wire: f"the {wire}" for wire in ODD_NAMES}
        assert all(getattr(built, attribute) == f"the {wire}" for attribute, wire in wires.items())

    def test_operations_of_any_names_are_functions_of_their_own(self, oddly_named: ModuleType) -> None:
        found = []
        for group in oddly_named.operations.__all__:
            module = getattr(oddly_named.operations, group)
            calls = [each for each in vars(module).values() if getattr(each, "__module__", "") == module.__name__]
            found += [call().id for call in calls if not isinstance(call, type)]
        assert sorted(found) == sorted([*ODD_NAMES, *(f"{name} " for name in ODD_NAMES)])

    def test_parameters_of_any_names_are_keywords_of_their_own(self, oddly_named: ModuleType) -> None:
        wires = get_endpoint(oddly_named.operations.class_, oddly_named.operations.class_.class_).query_params
        assert list(wires.values()) == ODD_NAMES
        operation = oddly_named.operations.class_.class_(**wires)
        assert operation.query == tuple((wire, wire) for wire in ODD_NAMES)

    def test_every_group_is_reached_and_sends_its_operations(self, oddly_named: ModuleType) -> None:
        groups = importlib.import_module(f"{oddly_named.__name__}.groups").Groups

        class Client(groups):
            def send(self, operation: Any, **_: Any) -> str:
                return operation.id

        client, sent = Client(), []
        for group in oddly_named.namespaces.__all__:
            namespace = getattr(client, group)
            sent += [getattr(namespace, name)() for name in dir(namespace) if not name.startswith("_")]
        assert sorted(sent) == sorted([*ODD_NAMES, *(f"{name} " for name in ODD_NAMES)])


def document_of(**schemas: Any) -> dict[str, Any]:
    info = {"title": "Odd names", "version": "1"}
    return {"openapi": "3.1.0", "info": info, "paths": {}, "components": {"schemas": schemas}}


def test_members_that_would_be_one_attribute_are_told_apart(workshop: Workshop) -> None:
    properties = {name: {"type": "string"} for name in ("fooBar", "foo_bar", "foo-bar", "Foo Bar")}
    data = {"fooBar": "1", "foo_bar": "2", "foo-bar": "3"}
    foo = workshop.load_package(document_of(Foo={"properties": properties})).models.Foo.from_dict(data)
    assert [foo.foo_bar, foo.foo_bar_, foo.foo_bar__, foo.foo_bar___] == ["1", "2", "3", None]


def test_a_class_and_the_reader_of_a_union_do_not_hide_each_other(workshop: Workshop) -> None:
    cat, dog = {"properties": {"lives": {}}, "required": ["lives"]}, {"properties": {"tail": {}}}
    schemas = {"Pet": {"anyOf": [ref("Cat"), ref("Dog")]}, "ReadPet": cat, "Cat": cat, "Dog": dog, "猫": cat}
    schemas |= {"Owner": {"properties": {"read": ref("ReadPet"), "other": {"anyOf": [ref("猫"), ref("Dog")]}}}}
    models = workshop.load_package(document_of(**schemas)).models
    owner = models.Owner.from_dict({"read": {"lives": 9}, "other": {"lives": 8}})
    assert (owner.read, owner.other) == (models.ReadPet(lives=9), models.猫(lives=8))
    assert models.read_pet({"lives": 7}) == models.Cat(lives=7)


def test_schemas_that_contain_themselves_are_read(workshop: Workshop) -> None:
    tree, json_value = ref("Tree"), ref("Json")
    schemas = {
        "Tree": {"properties": {"left": tree, "all": {"type": "array", "items": tree}}},
        "Json": {"anyOf": [{"type": "string"}, {"type": "array", "items": json_value}, tree]},
        "Holder": {"properties": {"value": json_value, "first": ref("First")}},
        "First": {"anyOf": [{"type": "string"}, ref("Second")]},
        "Second": {"anyOf": [{"type": "integer"}, {"type": "array", "items": ref("First")}]},
    }
    models = workshop.load_package(document_of(**schemas)).models
    data = {"value": ["a", [{"left": {"all": [{}]}}]], "first": ["a", ["b"]]}
    holder = models.Holder.from_dict(data)
    assert type(holder.value[1][0].left.all[0]) is models.Tree
    assert holder.first == ["a", ["b"]]
    assert holder.to_dict() == data
