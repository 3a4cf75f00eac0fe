"""The passes over schemas, each by its before and after."""

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


def schemas_after(run: Callable[..., None], schemas: Node, report: Report | None = None, **more: Any) -> Node:
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
    def test_null_is_said_once_as_the_last_member_of_a_union(self, before: Node, after: Node) -> None:
        assert schemas_after(nullability.run, {"Pet": {"properties": {"a": before}}})["Pet"]["properties"]["a"] == after

    def test_several_types_are_a_union_that_keeps_its_description_outside(self) -> None:
        before = {"description": "d", "type": ["array", "string"], "items": WORD}
        after = {"description": "d", "anyOf": [{"type": "array", "items": WORD}, WORD]}
        assert schemas_after(nullability.run, {"Pet": {"items": before}})["Pet"]["items"] == after

    def test_a_nullable_named_schema_is_so_where_it_is_used(self) -> None:
        before = {"Pet": {"properties": {"home": ref("Home")}}, "Home": {"type": "string", "nullable": True}}
        after = {"Pet": {"properties": {"home": {"anyOf": [ref("Home"), NULL]}}}, "Home": WORD}
        assert schemas_after(nullability.run, before) == after


class TestConstants:
    def test_an_enumeration_of_one_value_is_a_constant_that_says_its_type(self) -> None:
        assert schemas_after(constants.run, {"Role": {"enum": ["user"]}}) == {
            "Role": {"type": "string", "const": "user"}
        }

    def test_a_true_constant_is_a_boolean_and_no_integer(self) -> None:
        assert schemas_after(constants.run, {"Yes": {"const": True}})["Yes"]["type"] == "boolean"


class TestAllOf:
    def test_objects_are_merged(self) -> None:
        base = {"properties": {"a": WORD}, "required": ["a"]}
        before = {"Base": base, "Pet": {"allOf": [ref("Base"), {"properties": {"b": WORD}, "required": ["b"]}]}}
        after = {"properties": {"a": WORD, "b": WORD}, "required": ["a", "b"]}
        assert schemas_after(allof.run, before)["Pet"] == after

    def test_a_reference_with_siblings_stays_a_reference(self) -> None:
        before = {"Word": WORD, "Pet": {"allOf": [ref("Word")], "description": "d"}}
        assert schemas_after(allof.run, before)["Pet"] == {**ref("Word"), "description": "d"}

    def test_an_enumeration_beside_a_copy_of_it_is_that_enumeration(self) -> None:
        sort = {"type": "string", "enum": ["a", "b"]}
        before = {"Sort": sort, "Pet": {"allOf": [ref("Sort"), dict(sort)]}}
        assert schemas_after(allof.run, before)["Pet"] == ref("Sort")

    def test_members_that_are_all_nullable_are_nullable_together(self) -> None:
        nullable = {"anyOf": [{"properties": {"a": WORD}}, NULL]}
        before = {"Pet": {"allOf": [nullable, nullable]}}
        assert schemas_after(allof.run, before)["Pet"] == {"anyOf": [{"properties": {"a": WORD}}, NULL]}

    def test_what_is_said_of_members_only_leaves_a_nullable_object_nullable(self) -> None:
        pet = {"anyOf": [ref("Base"), {"type": "null"}]}
        before = {"Base": {"type": "object", "properties": {"a": WORD}}, "Pet": {"allOf": [pet, {"required": ["a"]}]}}
        merged = {"type": "object", "properties": {"a": WORD}, "required": ["a"]}
        assert schemas_after(allof.run, before)["Pet"] == {"anyOf": [merged, {"type": "null"}]}

    def test_what_does_not_go_together_is_plain_json_and_counted(self) -> None:
        found = schemas_after(allof.run, {"Pet": {"allOf": [WORD, {"type": "integer"}]}}, report := Report())
        assert found == {"Pet": {}}
        assert report.warnings == ["/components/schemas/Pet: allOf combines incompatible schemas; kept as plain JSON"]

    def test_one_that_contains_itself_is_plain_json_and_counted(self) -> None:
        found = schemas_after(allof.run, {"Pet": {"allOf": [ref("Pet"), {"properties": {}}]}}, report := Report())
        assert found == {"Pet": {}}
        assert len(report.warnings) == 1

    def test_a_member_that_two_state_is_what_both_say(self) -> None:
        home, street = {"properties": {"town": WORD}}, {"properties": {"street": WORD}}
        before = {"Pet": {"allOf": [{"properties": {"home": home}}, {"properties": {"home": street}}]}}
        both = {"properties": {"town": WORD, "street": WORD}}
        assert schemas_after(allof.run, before)["Pet"] == {"properties": {"home": both}}

    def test_a_member_stated_twice_of_which_one_says_it_all_keeps_that_ones_name(self) -> None:
        stated = [{"properties": {"home": each}} for each in (ref("Home"), {"type": "object", "properties": {}})]
        before = {"Home": {"type": "object", "properties": {"town": WORD}}, "Pet": {"allOf": stated}}
        assert schemas_after(allof.run, before)["Pet"]["properties"] == {"home": ref("Home")}

    def test_members_that_two_state_without_end_are_merged_as_far_as_it_matters(self) -> None:
        left, right = ({"properties": {"next": ref(name), name: WORD}} for name in ("Left", "Right"))
        before = {"Left": left, "Right": right, "Both": {"allOf": [ref("Left"), ref("Right")]}}
        found = schemas_after(allof.run, before)["Both"]["properties"]
        assert list(found) == ["next", "Left", "Right"]


class TestKinds:
    def test_what_shows_its_inside_says_its_type(self) -> None:
        before = {"Pets": {"items": ref("Pet")}, "Names": {"additionalProperties": WORD}, "Pet": {"properties": {}}}
        after = {name: schema["type"] for name, schema in schemas_after(kinds.run, before).items()}
        assert after == {"Pets": "array", "Names": "object", "Pet": "object"}


class TestSiblings:
    def test_members_beside_a_union_belong_to_each_variant(self) -> None:
        before = {"Cat": WORD, "Dog": WORD, "Pet": {"properties": {"a": WORD}, "oneOf": [ref("Cat"), ref("Dog")]}}
        members = {"type": "object", "properties": {"a": WORD}}
        after = {"oneOf": [{"allOf": [ref(name), members]} for name in ("Cat", "Dog")]}
        assert schemas_after(siblings.run, before)["Pet"] == after

    def test_members_beside_a_reference_are_an_allof_with_it(self) -> None:
        before = {"Cat": WORD, "Pet": {**ref("Cat"), "properties": {"a": WORD}}}
        members = {"type": "object", "properties": {"a": WORD}}
        assert schemas_after(siblings.run, before)["Pet"] == {"allOf": [ref("Cat"), members]}

    def test_variants_that_state_no_member_go(self) -> None:
        before = {"Pet": {"properties": {"a": WORD}, "anyOf": [{"required": ["a"]}]}}
        assert schemas_after(siblings.run, before)["Pet"] == {"properties": {"a": WORD}}

    def test_a_union_whose_variants_build_on_it_is_its_members_and_counted(self) -> None:
        cat = {"allOf": [ref("Pet"), {"properties": {"b": WORD}}]}
        before = {"Cat": cat, "Pet": {"properties": {"a": WORD}, "oneOf": [ref("Cat")]}}
        assert schemas_after(siblings.run, before, report := Report())["Pet"] == {"properties": {"a": WORD}}
        assert "refer back to it" in report.warnings[0]


class TestPlain:
    def test_members_and_items_that_nothing_reads_are_counted_and_left(self) -> None:
        before = {"Pet": {"type": "string", "items": ref("Pet")}, "Fine": {"type": "array", "items": ref("Pet")}}
        assert schemas_after(plain.run, before, report := Report()) == before
        assert report.warnings == ["/components/schemas/Pet: items in a schema with type: string; kept as plain JSON"]


class TestHoist:
    def test_an_inline_object_is_called_after_its_owner_and_property(self) -> None:
        details = {"properties": {"a": WORD}}
        found = schemas_after(hoist.run, {"Usage": {"properties": {"cost_details": {**details, "description": "d"}}}})
        assert found["Usage"]["properties"]["cost_details"] == {**ref("UsageCostDetails"), "description": "d"}
        assert found["UsageCostDetails"]["properties"] == {"a": WORD}

    def test_an_item_is_called_in_the_singular(self) -> None:
        listed = {"type": "array", "items": {"properties": {"a": WORD}}}
        assert list(schemas_after(hoist.run, {"Pet": {"properties": {"toys": listed}}})) == ["Pet", "PetToy"]

    def test_a_variant_is_called_by_its_tag(self) -> None:
        cat, dog = ({"properties": {"kind": {"const": kind}, "x": WORD}} for kind in ("cat", "dog"))
        assert list(schemas_after(hoist.run, {"Pet": {"anyOf": [cat, dog]}})) == ["Pet", "PetCat", "PetDog"]

    def test_a_constant_that_two_variants_share_does_not_tell_them_apart(self) -> None:
        old, new = ({"properties": {"name": {"const": "web"}, "type": {"const": word}}} for word in ("old", "new"))
        assert list(schemas_after(hoist.run, {"Tool": {"anyOf": [old, new]}})) == ["Tool", "ToolOld", "ToolNew"]

    def test_an_agreed_name_wins(self) -> None:
        before = {"Pet": {"properties": {"home": {"properties": {"a": WORD}}}}}
        assert list(schemas_after(hoist.run, before, names={"PetHome": "Address"})) == ["Pet", "Address"]

    def test_a_name_that_is_taken_by_another_schema_is_counted(self) -> None:
        before = {"PetHome": WORD, "Pet": {"properties": {"home": {"properties": {"a": WORD}}}}}
        assert list(schemas_after(hoist.run, before, report := Report())) == ["PetHome", "Pet", "PetHome2"]
        assert "another schema has the name PetHome" in report.warnings[0]

    @pytest.mark.parametrize(
        ("many", "one"), [("Plugins", "Plugin"), ("Entries", "Entry"), ("Status", "StatusItem"), ("Data", "DataItem")]
    )
    def test_the_singular_of_a_name(self, many: str, one: str) -> None:
        assert hoist.singularize(many) == one


class TestAllOfOfItself:
    def test_what_would_be_merged_for_ever_gets_a_name_and_refers_to_it(self) -> None:
        inner = {"allOf": [ref("Pet"), {"properties": {"tail": WORD}}], "description": "d"}
        found = schemas_after(allof.run, {"Pet": {"properties": {"child": inner}}})
        child = {**ref("PetChild"), "description": "d"}
        assert found == {
            "Pet": {"properties": {"child": child}},
            "PetChild": {"properties": {"child": child, "tail": WORD}},
        }

    def test_a_member_that_is_the_whole_and_something_else_too_is_what_the_later_one_says(self) -> None:
        more = {"properties": {"kind": ref("Pet"), "name": WORD}}
        found = schemas_after(
            allof.run, {"Base": {"properties": {"kind": WORD}}, "Pet": {"allOf": [ref("Base"), more]}}
        )
        assert found["Pet"] == {"properties": {"kind": ref("Pet"), "name": WORD}}

    def test_what_is_left_to_merge_after_the_last_turn_is_plain_json_and_counted(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(allof, "_DEPTH", 0)
        before = {"Pet": {"allOf": [{"properties": {"a": WORD}}, {"properties": {"b": WORD}}], "description": "d"}}
        assert schemas_after(allof.run, before, report := Report()) == {"Pet": {"description": "d"}}
        assert report.plain == 1


class TestAliases:
    def test_a_named_array_is_written_where_it_is_used(self) -> None:
        names = {"type": "array", "items": WORD}
        before = {"Names": names, "Pet": {"properties": {"names": {**ref("Names"), "description": "d"}}}}
        after = {"Pet": {"properties": {"names": {**names, "description": "d"}}}}
        assert schemas_after(aliases.run, before) == after

    def test_one_that_contains_itself_ends_in_plain_json_and_is_counted(self) -> None:
        before = {"Tree": {"type": "array", "items": ref("Tree")}, "Pet": {"properties": {"tree": ref("Tree")}}}
        found = schemas_after(aliases.run, before, report := Report())
        inner = {"type": "array", "items": {}}
        assert found["Pet"]["properties"]["tree"] == {"type": "array", "items": inner}
        assert report.warnings

    def test_a_union_that_is_a_member_of_itself_is_its_other_members(self) -> None:
        before = {
            "One": {"anyOf": [ref("Two"), WORD, {"type": "boolean"}]},
            "Two": {"anyOf": [ref("One"), {"type": "integer"}]},
            "Word": {"anyOf": [ref("Word"), WORD]},
            "Maybe": {"anyOf": [{"anyOf": [ref("Maybe"), NULL], "default": None}, WORD, {"type": "integer"}]},
            "Pet": {"properties": {"word": ref("Word")}},
        }
        found = schemas_after(aliases.run, before)
        assert found["One"] == {"anyOf": [WORD, {"type": "boolean"}, {"type": "integer"}]}
        assert found["Two"] == {"anyOf": [{"type": "integer"}, WORD, {"type": "boolean"}]}
        assert found["Maybe"] == {"anyOf": [WORD, {"type": "integer"}, NULL]}
        assert found["Pet"]["properties"]["word"] == WORD


class TestDistinct:
    def test_a_schema_whose_python_names_are_taken_gets_a_number_and_is_counted(self) -> None:
        thing = {"properties": {"a": WORD}}
        before = {"HTTPError": thing, "HttpError": thing, "Pet": {"properties": {"error": ref("HttpError")}}}
        found = schemas_after(distinct.run, before, report := Report())
        assert list(found) == ["HTTPError", "HttpError2", "Pet"]
        assert found["Pet"]["properties"]["error"] == ref("HttpError2")
        assert len(report.warnings) == 1

    def test_so_does_one_whose_module_would_be_the_same_file_where_capitals_do_not_tell(self) -> None:
        found = schemas_after(distinct.run, {"\u03b1\u03c2": {}, "\u03b1\u03c3": {}})
        assert list(found) == ["\u03b1\u03c2", "\u03b1\u03c32"]

    def test_names_that_differ_stay(self) -> None:
        assert list(schemas_after(distinct.run, {"Pet": {}, "Pets": {}}, report := Report())) == ["Pet", "Pets"]
        assert report.warnings == []


CAT = {"properties": {"kind": {"const": "cat"}}, "required": ["kind"]}
DOG = {"properties": {"kind": {"const": "dog"}}, "required": ["kind"]}
MAPPING = {"cat": ref("Cat")["$ref"], "dog": ref("Dog")["$ref"]}


class TestTags:
    def test_the_member_that_tells_variants_apart_is_found(self) -> None:
        found = schemas_after(tags.run, {"Cat": CAT, "Dog": DOG, "Pet": {"anyOf": [ref("Cat"), ref("Dog")]}})
        assert found["Pet"]["discriminator"] == {"propertyName": "kind", "mapping": MAPPING}

    def test_variants_inside_a_named_union_are_told_apart_too(self) -> None:
        before = {
            "Cat": CAT,
            "Dog": DOG,
            "Cats": {"anyOf": [ref("Cat"), WORD]},
            "Pet": {"anyOf": [ref("Cats"), ref("Dog")]},
        }
        assert schemas_after(tags.run, before)["Pet"]["discriminator"]["mapping"] == MAPPING

    def test_a_stated_discriminator_without_values_means_the_names_of_the_schemas(self) -> None:
        bare = {"properties": {"kind": WORD}}
        union = {"anyOf": [ref("Cat"), ref("Dog")], "discriminator": {"propertyName": "kind"}}
        mapping = schemas_after(tags.run, {"Cat": bare, "Dog": bare, "Pet": union})["Pet"]["discriminator"]["mapping"]
        assert list(mapping) == ["Cat", "Dog"]

    def test_a_discriminator_that_does_not_tell_is_dropped_and_counted(self) -> None:
        union = {"anyOf": [ref("Cat"), ref("Cat2")], "discriminator": {"propertyName": "kind"}}
        found = schemas_after(tags.run, {"Cat": CAT, "Cat2": CAT, "Pet": union}, report := Report())
        assert "discriminator" not in found["Pet"]
        assert "'kind' does not distinguish the variants" in report.warnings[0]
