"""The passes over schemas: each test compares a schema before and after."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from codegen.passes import aliases, allof, constants, distinct, hoist, kinds, nullability, plain, siblings, tags
from codegen.problems import Report

Node = dict[str, Any]
WORD = {"type": "string"}
NULL = {"type": "null"}


def ref(name: str) -> Node:
    return {"$ref": f"#/components/schemas/{name}"}


def run_on_schemas(run: Callable[..., None], schemas: Node, report: Report | None = None, **more: Any) -> Node:
    """Run a pass on a document with these schemas, and return them."""
    document: Node = {"paths": {}, "components": {"schemas": schemas}}
    run(document, report or Report(), **more)
    found: Node = document["components"]["schemas"]
    return found


class TestNullability:
    @pytest.mark.parametrize(
        ("before", "after"),
        [
            ({"type": ["string", "null"]}, {"anyOf": [WORD, NULL]}),
            ({"type": "string", "nullable": True}, {"anyOf": [WORD, NULL]}),
            ({"enum": ["a", None]}, {"anyOf": [{"enum": ["a"]}, NULL]}),
            ({"oneOf": [NULL, WORD]}, {"anyOf": [WORD, NULL]}),
            ({"anyOf": [{"anyOf": [WORD, NULL]}, {"type": "integer"}]}, {"anyOf": [WORD, {"type": "integer"}, NULL]}),
            ({"oneOf": [WORD]}, WORD),
            ({"const": None}, NULL),
            ({"type": ["null"]}, NULL),
        ],
    )
    def test_null_is_the_last_member_of_a_union(self, before: Node, after: Node) -> None:
        assert (
            run_on_schemas(nullability.run, {"Pet": {"properties": {"a": before}}})["Pet"]["properties"]["a"] == after
        )

    def test_several_types_become_a_union_with_the_description(self) -> None:
        before = {"description": "d", "type": ["array", "string"], "items": WORD}
        after = {"description": "d", "anyOf": [{"type": "array", "items": WORD}, WORD]}
        assert run_on_schemas(nullability.run, {"Pet": {"items": before}})["Pet"]["items"] == after

    def test_a_nullable_named_schema_is_nullable_at_its_references(self) -> None:
        before = {"Pet": {"properties": {"home": ref("Home")}}, "Home": {"type": "string", "nullable": True}}
        after = {"Pet": {"properties": {"home": {"anyOf": [ref("Home"), NULL]}}}, "Home": WORD}
        assert run_on_schemas(nullability.run, before) == after

    def test_a_nullable_named_union_is_nullable_at_its_references(self) -> None:
        number = {"type": "number"}
        before = {"Pet": {"properties": {"home": ref("Home")}}, "Home": {"anyOf": [WORD, NULL, number]}}
        after = {"Pet": {"properties": {"home": {"anyOf": [ref("Home"), NULL]}}}, "Home": {"anyOf": [WORD, number]}}
        assert run_on_schemas(nullability.run, before) == after


class TestConstants:
    def test_an_enumeration_of_one_value_becomes_a_constant_with_a_type(self) -> None:
        assert run_on_schemas(constants.run, {"Role": {"enum": ["user"]}}) == {
            "Role": {"type": "string", "const": "user"}
        }

    def test_a_constant_true_is_a_boolean(self) -> None:
        assert run_on_schemas(constants.run, {"Yes": {"const": True}})["Yes"]["type"] == "boolean"


class TestAllOf:
    def test_objects_are_merged(self) -> None:
        base = {"properties": {"a": WORD}, "required": ["a"]}
        before = {"Base": base, "Pet": {"allOf": [ref("Base"), {"properties": {"b": WORD}, "required": ["b"]}]}}
        after = {"properties": {"a": WORD, "b": WORD}, "required": ["a", "b"]}
        assert run_on_schemas(allof.run, before)["Pet"] == after

    def test_an_allof_with_one_reference_becomes_the_reference(self) -> None:
        before = {"Word": WORD, "Pet": {"allOf": [ref("Word")], "description": "d"}}
        assert run_on_schemas(allof.run, before)["Pet"] == {**ref("Word"), "description": "d"}

    def test_an_enumeration_and_its_copy_become_the_enumeration(self) -> None:
        sort = {"type": "string", "enum": ["a", "b"]}
        before = {"Sort": sort, "Pet": {"allOf": [ref("Sort"), dict(sort)]}}
        assert run_on_schemas(allof.run, before)["Pet"] == ref("Sort")

    def test_an_allof_of_nullable_schemas_is_nullable(self) -> None:
        nullable = {"anyOf": [{"properties": {"a": WORD}}, NULL]}
        before = {"Pet": {"allOf": [nullable, nullable]}}
        assert run_on_schemas(allof.run, before)["Pet"] == {"anyOf": [{"properties": {"a": WORD}}, NULL]}

    def test_required_alone_leaves_a_nullable_object_nullable(self) -> None:
        pet = {"anyOf": [ref("Base"), {"type": "null"}]}
        before = {"Base": {"type": "object", "properties": {"a": WORD}}, "Pet": {"allOf": [pet, {"required": ["a"]}]}}
        merged = {"type": "object", "properties": {"a": WORD}, "required": ["a"]}
        assert run_on_schemas(allof.run, before)["Pet"] == {"anyOf": [merged, {"type": "null"}]}

    def test_an_allof_of_conflicting_schemas_is_plain_json(self) -> None:
        found = run_on_schemas(allof.run, {"Pet": {"allOf": [WORD, {"type": "integer"}]}}, report := Report())
        assert found == {"Pet": {}}
        assert report.warnings == ["/components/schemas/Pet: allOf combines incompatible schemas; kept as plain JSON"]

    def test_an_allof_that_contains_itself_is_plain_json(self) -> None:
        found = run_on_schemas(allof.run, {"Pet": {"allOf": [ref("Pet"), {"properties": {}}]}}, report := Report())
        assert found == {"Pet": {}}
        assert len(report.warnings) == 1

    def test_a_member_declared_twice_is_merged(self) -> None:
        home, street = {"properties": {"town": WORD}}, {"properties": {"street": WORD}}
        before = {"Pet": {"allOf": [{"properties": {"home": home}}, {"properties": {"home": street}}]}}
        both = {"properties": {"town": WORD, "street": WORD}}
        assert run_on_schemas(allof.run, before)["Pet"] == {"properties": {"home": both}}

    def test_a_member_declared_twice_is_a_reference_if_it_adds_nothing(self) -> None:
        declared = [{"properties": {"home": each}} for each in (ref("Home"), {"type": "object", "properties": {}})]
        before = {"Home": {"type": "object", "properties": {"town": WORD}}, "Pet": {"allOf": declared}}
        assert run_on_schemas(allof.run, before)["Pet"]["properties"] == {"home": ref("Home")}

    def test_recursive_members_are_merged_to_a_limited_depth(self) -> None:
        left, right = ({"properties": {"next": ref(name), name: WORD}} for name in ("Left", "Right"))
        before = {"Left": left, "Right": right, "Both": {"allOf": [ref("Left"), ref("Right")]}}
        found = run_on_schemas(allof.run, before)["Both"]["properties"]
        assert list(found) == ["next", "Left", "Right"]


class TestKinds:
    def test_the_type_is_inferred_from_items_and_properties(self) -> None:
        before = {"Pets": {"items": ref("Pet")}, "Names": {"additionalProperties": WORD}, "Pet": {"properties": {}}}
        after = {name: schema["type"] for name, schema in run_on_schemas(kinds.run, before).items()}
        assert after == {"Pets": "array", "Names": "object", "Pet": "object"}


class TestSiblings:
    def test_members_next_to_a_union_are_added_to_each_variant(self) -> None:
        before = {"Cat": WORD, "Dog": WORD, "Pet": {"properties": {"a": WORD}, "oneOf": [ref("Cat"), ref("Dog")]}}
        members = {"type": "object", "properties": {"a": WORD}}
        after = {"oneOf": [{"allOf": [ref(name), members]} for name in ("Cat", "Dog")]}
        assert run_on_schemas(siblings.run, before)["Pet"] == after

    def test_members_next_to_a_reference_become_an_allof(self) -> None:
        before = {"Cat": WORD, "Pet": {**ref("Cat"), "properties": {"a": WORD}}}
        members = {"type": "object", "properties": {"a": WORD}}
        assert run_on_schemas(siblings.run, before)["Pet"] == {"allOf": [ref("Cat"), members]}

    def test_variants_without_members_are_removed(self) -> None:
        before = {"Pet": {"properties": {"a": WORD}, "anyOf": [{"required": ["a"]}]}}
        assert run_on_schemas(siblings.run, before)["Pet"] == {"properties": {"a": WORD}}

    def test_a_union_whose_variants_extend_it_becomes_an_object(self) -> None:
        cat = {"allOf": [ref("Pet"), {"properties": {"b": WORD}}]}
        before = {"Cat": cat, "Pet": {"properties": {"a": WORD}, "oneOf": [ref("Cat")]}}
        assert run_on_schemas(siblings.run, before, report := Report())["Pet"] == {"properties": {"a": WORD}}
        assert "refer back to it" in report.warnings[0]


class TestPlain:
    def test_unused_members_and_items_are_reported(self) -> None:
        before = {"Pet": {"type": "string", "items": ref("Pet")}, "Fine": {"type": "array", "items": ref("Pet")}}
        assert run_on_schemas(plain.run, before, report := Report()) == before
        assert report.warnings == ["/components/schemas/Pet: items in a schema with type: string; kept as plain JSON"]


class TestHoist:
    def test_an_inline_object_is_named_after_its_owner_and_property(self) -> None:
        details = {"properties": {"a": WORD}}
        found = run_on_schemas(hoist.run, {"Usage": {"properties": {"cost_details": {**details, "description": "d"}}}})
        assert found["Usage"]["properties"]["cost_details"] == {**ref("UsageCostDetails"), "description": "d"}
        assert found["UsageCostDetails"]["properties"] == {"a": WORD}

    def test_an_item_is_named_in_the_singular(self) -> None:
        listed = {"type": "array", "items": {"properties": {"a": WORD}}}
        assert list(run_on_schemas(hoist.run, {"Pet": {"properties": {"toys": listed}}})) == ["Pet", "PetToy"]

    def test_a_variant_is_named_after_its_tag(self) -> None:
        cat, dog = ({"properties": {"kind": {"const": kind}, "x": WORD}} for kind in ("cat", "dog"))
        assert list(run_on_schemas(hoist.run, {"Pet": {"anyOf": [cat, dog]}})) == ["Pet", "PetCat", "PetDog"]

    def test_variants_are_named_after_a_constant_that_differs(self) -> None:
        old, new = ({"properties": {"name": {"const": "web"}, "type": {"const": word}}} for word in ("old", "new"))
        assert list(run_on_schemas(hoist.run, {"Tool": {"anyOf": [old, new]}})) == ["Tool", "ToolOld", "ToolNew"]

    def test_an_agreed_name_takes_precedence(self) -> None:
        before = {"Pet": {"properties": {"home": {"properties": {"a": WORD}}}}}
        assert list(run_on_schemas(hoist.run, before, names={"PetHome": "Address"})) == ["Pet", "Address"]

    def test_a_name_conflict_is_resolved_with_a_word_and_reported(self) -> None:
        before = {"PetHome": WORD, "Pet": {"properties": {"home": {"properties": {"a": WORD}}}}}
        assert list(run_on_schemas(hoist.run, before, report := Report())) == ["PetHome", "Pet", "PetHomeObject"]
        assert "another schema has the name PetHome" in report.warnings[0]

    @pytest.mark.parametrize(
        ("many", "one"), [("Plugins", "Plugin"), ("Entries", "Entry"), ("Status", "StatusItem"), ("Data", "DataItem")]
    )
    def test_singularize_returns_the_singular(self, many: str, one: str) -> None:
        assert hoist.singularize(many) == one


class TestRecursiveAllOf:
    def test_a_recursive_allof_becomes_a_named_schema(self) -> None:
        inner = {"allOf": [ref("Pet"), {"properties": {"tail": WORD}}], "description": "d"}
        found = run_on_schemas(allof.run, {"Pet": {"properties": {"child": inner}}})
        child = {**ref("PetChild"), "description": "d"}
        assert found == {
            "Pet": {"properties": {"child": child}},
            "PetChild": {"properties": {"child": child, "tail": WORD}},
        }

    def test_a_recursive_member_that_conflicts_is_the_later_schema(self) -> None:
        more = {"properties": {"kind": ref("Pet"), "name": WORD}}
        found = run_on_schemas(
            allof.run, {"Base": {"properties": {"kind": WORD}}, "Pet": {"allOf": [ref("Base"), more]}}
        )
        assert found["Pet"] == {"properties": {"kind": ref("Pet"), "name": WORD}}

    def test_an_allof_left_after_the_last_iteration_is_plain_json(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(allof, "_DEPTH", 0)
        before = {"Pet": {"allOf": [{"properties": {"a": WORD}}, {"properties": {"b": WORD}}], "description": "d"}}
        assert run_on_schemas(allof.run, before, report := Report()) == {"Pet": {"description": "d"}}
        assert report.plain == 1


class TestAliases:
    def test_a_named_array_replaces_its_references(self) -> None:
        names = {"type": "array", "items": WORD}
        before = {"Names": names, "Pet": {"properties": {"names": {**ref("Names"), "description": "d"}}}}
        after = {"Pet": {"properties": {"names": {**names, "description": "d"}}}}
        assert run_on_schemas(aliases.run, before) == after

    def test_a_recursive_array_ends_in_plain_json(self) -> None:
        before = {"Tree": {"type": "array", "items": ref("Tree")}, "Pet": {"properties": {"tree": ref("Tree")}}}
        found = run_on_schemas(aliases.run, before, report := Report())
        inner = {"type": "array", "items": {}}
        assert found["Pet"]["properties"]["tree"] == {"type": "array", "items": inner}
        assert report.warnings

    def test_a_union_that_contains_itself_has_its_other_members(self) -> None:
        before = {
            "One": {"anyOf": [ref("Two"), WORD, {"type": "boolean"}]},
            "Two": {"anyOf": [ref("One"), {"type": "integer"}]},
            "Word": {"anyOf": [ref("Word"), WORD]},
            "Maybe": {"anyOf": [{"anyOf": [ref("Maybe"), NULL], "default": None}, WORD, {"type": "integer"}]},
            "Pet": {"properties": {"word": ref("Word")}},
        }
        found = run_on_schemas(aliases.run, before)
        assert found["One"] == {"anyOf": [WORD, {"type": "boolean"}, {"type": "integer"}]}
        assert found["Two"] == {"anyOf": [{"type": "integer"}, WORD, {"type": "boolean"}]}
        assert found["Maybe"] == {"anyOf": [WORD, {"type": "integer"}, NULL]}
        assert found["Pet"]["properties"]["word"] == WORD


class TestDistinct:
    def test_a_schema_with_a_duplicate_class_name_gets_a_number(self) -> None:
        thing = {"properties": {"a": WORD}}
        before = {"HTTPError": thing, "HttpError": thing, "Pet": {"properties": {"error": ref("HttpError")}}}
        found = run_on_schemas(distinct.run, before, report := Report())
        assert list(found) == ["HTTPError", "HttpError2", "Pet"]
        assert found["Pet"]["properties"]["error"] == ref("HttpError2")
        assert len(report.warnings) == 1

    def test_names_that_differ_only_in_case_get_a_number(self) -> None:
        found = run_on_schemas(distinct.run, {"\u03b1\u03c2": {}, "\u03b1\u03c3": {}})
        assert list(found) == ["\u03b1\u03c2", "\u03b1\u03c32"]

    def test_different_names_are_kept(self) -> None:
        assert list(run_on_schemas(distinct.run, {"Pet": {}, "Pets": {}}, report := Report())) == ["Pet", "Pets"]
        assert report.warnings == []


CAT = {"properties": {"kind": {"const": "cat"}}, "required": ["kind"]}
DOG = {"properties": {"kind": {"const": "dog"}}, "required": ["kind"]}
MAPPING = {"cat": ref("Cat")["$ref"], "dog": ref("Dog")["$ref"]}


class TestTags:
    def test_a_discriminator_is_inferred_from_constants(self) -> None:
        found = run_on_schemas(tags.run, {"Cat": CAT, "Dog": DOG, "Pet": {"anyOf": [ref("Cat"), ref("Dog")]}})
        assert found["Pet"]["discriminator"] == {"propertyName": "kind", "mapping": MAPPING}

    def test_a_discriminator_covers_variants_of_nested_unions(self) -> None:
        before = {
            "Cat": CAT,
            "Dog": DOG,
            "Cats": {"anyOf": [ref("Cat"), WORD]},
            "Pet": {"anyOf": [ref("Cats"), ref("Dog")]},
        }
        assert run_on_schemas(tags.run, before)["Pet"]["discriminator"]["mapping"] == MAPPING

    def test_a_discriminator_without_mapping_uses_schema_names(self) -> None:
        bare = {"properties": {"kind": WORD}}
        union = {"anyOf": [ref("Cat"), ref("Dog")], "discriminator": {"propertyName": "kind"}}
        mapping = run_on_schemas(tags.run, {"Cat": bare, "Dog": bare, "Pet": union})["Pet"]["discriminator"]["mapping"]
        assert list(mapping) == ["Cat", "Dog"]

    def test_an_ambiguous_discriminator_is_removed_and_reported(self) -> None:
        union = {"anyOf": [ref("Cat"), ref("Cat2")], "discriminator": {"propertyName": "kind"}}
        found = run_on_schemas(tags.run, {"Cat": CAT, "Cat2": CAT, "Pet": union}, report := Report())
        assert "discriminator" not in found["Pet"]
        assert "'kind' does not distinguish the variants" in report.warnings[0]
