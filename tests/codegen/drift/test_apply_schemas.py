"""drift --apply of schemas: limits, annotations, values, variants, types and required fields, added or withdrawn."""

from __future__ import annotations

from typing import Any

import pytest
from pets import TEXT, pet, ref, sent, update

Node = dict[str, Any]

NUMBER = {"type": "integer"}
NULL = {"type": "null"}
KINDS = {"type": "string", "enum": ["cat", "dog"]}


def map_of(values: Any) -> Node:
    """Return the schema of an object with any members."""
    return {"type": "object", "additionalProperties": values}


def list_of(items: Node) -> Node:
    return {"type": "array", "items": items}


def tagged(tag: str, *required: str, **properties: Node) -> Node:
    """Return an object whose member `kind` is constant."""
    return pet(("kind", *required), kind={"type": "string", "const": tag}, **properties)


def update_schemas(root, ours: Node, theirs: Node, named: Node, other: Node) -> tuple[Node, Node]:
    """Return a field of the contract, and its named schemas, after all differences are applied."""
    updated = update(root, sent(pet(a=ours), **named), sent(pet(a=theirs), **other))
    body = updated["paths"]["/pets"]["post"]["requestBody"]["content"]["application/json"]["schema"]
    return body["properties"]["a"], updated["components"]["schemas"]


def update_field(root, ours: Node, theirs: Node) -> Node:
    """Return a field of the contract after all differences are applied, without named schemas."""
    field, named = update_schemas(root, ours, theirs, {}, {})
    assert named == {}
    return field


LIMITED = [
    (TEXT, {"minLength": 1}),
    (TEXT, {"maxLength": 9}),
    (TEXT, {"pattern": "a+"}),
    (TEXT, {"format": "date"}),
    (TEXT, {"default": "x"}),
    (TEXT, {"deprecated": True}),
    ({"type": "boolean"}, {"default": False}),
    ({"type": ["string", "null"]}, {"maxLength": 9}),
    (NUMBER, {"minimum": 0}),
    (NUMBER, {"maximum": 9}),
    (list_of(TEXT), {"minItems": 1}),
    (list_of(TEXT), {"uniqueItems": True}),
    (pet(x=TEXT), {"additionalProperties": False}),
]


@pytest.mark.parametrize(("schema", "keyword"), LIMITED)
def test_a_withdrawn_limit_or_annotation_is_removed_from_the_contract(tmp_path, schema: Node, keyword: Node) -> None:
    ours = {"description": "Ours.", **schema, **keyword, "example": "b"}
    assert update_field(tmp_path, ours, schema) == {"description": "Ours.", **schema, "example": "b"}


@pytest.mark.parametrize(("schema", "keyword"), LIMITED)
def test_an_added_limit_or_annotation_is_written_before_the_example(tmp_path, schema: Node, keyword: Node) -> None:
    updated = update_field(tmp_path, {"description": "Ours.", **schema, "example": "b"}, {**schema, **keyword})
    assert updated == {"description": "Ours.", **schema, **keyword, "example": "b"}
    assert list(updated).index(next(iter(keyword))) < list(updated).index("example")


@pytest.mark.parametrize(
    ("before", "after"), [({"maxLength": 9}, {}), ({}, {"maxLength": 9}), ({"maxLength": 9}, {"maxLength": 3})]
)
@pytest.mark.parametrize("place", ["named", "composed", "variant"])
def test_a_limit_changes_in_the_part_that_declares_the_type(tmp_path, place: str, before: Node, after: Node) -> None:
    def build(limit: Node) -> tuple[Node, Node]:
        text = {**TEXT, **limit}
        if place == "variant":
            return {"anyOf": [NUMBER, text]}, {}
        return (ref("Name") if place == "named" else {"allOf": [ref("Name")], "description": "d"}), {"Name": text}

    ours, theirs = build(before), build(after)
    assert update_schemas(tmp_path, ours[0], theirs[0], ours[1], theirs[1]) == theirs


@pytest.mark.parametrize("keyword", [{"default": "cat"}, {"deprecated": True}])
def test_a_withdrawn_annotation_is_removed_from_the_named_schema_that_has_it(tmp_path, keyword: Node) -> None:
    named = {"Kind": {**KINDS, **keyword}}
    assert update_schemas(tmp_path, ref("Kind"), ref("Kind"), named, {"Kind": KINDS}) == (ref("Kind"), {"Kind": KINDS})


def test_different_defaults_of_a_named_schema_are_written_where_it_is_used(tmp_path) -> None:
    def build(*defaults: str) -> Node:
        return pet(**{f"x{index}": {**ref("Kind"), "default": each} for index, each in enumerate(defaults)})

    ours = pet(x0=ref("Kind"), x1=ref("Kind"), x2=ref("Kind"))
    named = {"Kind": {**KINDS, "default": "cat"}}
    updated = update_schemas(tmp_path, ours, build("dog", "cat", "bird"), named, {"Kind": KINDS})
    written = {**build("dog", "cat", "bird")["properties"], "x1": ref("Kind")}
    assert updated == ({**ours, "properties": written}, named)


@pytest.mark.parametrize("outer", [{}, {"default": "cat"}])
def test_a_changed_default_is_written_into_the_part_that_has_it(tmp_path, outer: Node) -> None:
    inner = {} if outer else {"default": "cat"}
    ours = {"allOf": [{**TEXT, **inner}], "description": "d", **outer}
    updated = update_field(tmp_path, ours, {**TEXT, "default": "dog"})
    assert updated == {
        "allOf": [{**TEXT, **dict.fromkeys(inner, "dog")}],
        "description": "d",
        **dict.fromkeys(outer, "dog"),
    }


def test_an_added_deprecation_is_written_where_the_schema_is_used(tmp_path) -> None:
    ours = {"anyOf": [{**TEXT, "deprecated": True}, NUMBER]}
    assert update_field(tmp_path, ours, {**ours, "deprecated": True}) == {**ours, "deprecated": True}


@pytest.mark.parametrize("annotation", [{"default": "x"}, {"deprecated": True}])
@pytest.mark.parametrize(("ours", "theirs"), [({"type": "array"}, list_of(TEXT)), (map_of(True), map_of(TEXT))])
def test_a_missing_inner_schema_is_inserted_with_its_annotations(tmp_path, annotation, ours, theirs) -> None:
    keyword = "items" if "items" in theirs else "additionalProperties"
    theirs = {**theirs, keyword: {**TEXT, **annotation}}
    assert update_field(tmp_path, ours, theirs) == theirs


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (list_of(TEXT), list_of(NUMBER)),
        (map_of(TEXT), map_of(NUMBER)),
        ({"type": "array"}, list_of(NUMBER)),
        ({"type": "object"}, map_of(NUMBER)),
    ],
)
@pytest.mark.parametrize("nullable", [False, True])
def test_the_type_of_items_and_map_values_changes_inside_nullable_schemas_too(
    tmp_path, before: Node, after: Node, nullable: bool
) -> None:
    if nullable:
        before, after = ({**each, "type": [each["type"], "null"]} for each in (before, after))
    assert update_field(tmp_path, {"description": "Ours.", **before}, after) == {"description": "Ours.", **after}


def test_additional_properties_are_allowed_with_the_schema_of_the_contract(tmp_path) -> None:
    closed = {**pet(x=ref("Vet")), "additionalProperties": False}
    vet = pet(("name",), name=TEXT)
    theirs = {**pet(x=ref("Doctor")), "additionalProperties": ref("Doctor")}
    updated, named = update_schemas(tmp_path, closed, theirs, {"Vet": vet}, {"Doctor": vet})
    assert updated == {**closed, "additionalProperties": ref("Vet")}
    assert named == {"Vet": vet}


def test_additional_properties_are_allowed_if_one_of_several_counterparts_allows_them(tmp_path) -> None:
    closed = {**pet(x=TEXT), "additionalProperties": False}
    ours = pet(first=ref("Box"), second=ref("Box"))
    theirs = pet(first=closed, second={**closed, "additionalProperties": NUMBER})
    _, named = update_schemas(tmp_path, ours, theirs, {"Box": closed}, {})
    assert named["Box"] == {**closed, "additionalProperties": NUMBER}


@pytest.mark.parametrize(
    ("before", "after", "written"),
    [
        ({"enum": ["b", "a", None]}, {"enum": ["c", "b", "a", None]}, {"enum": ["b", "a", "c", None]}),
        ({"const": "b", "description": "d"}, {"enum": ["a", "b"]}, {"enum": ["b", "a"], "description": "d"}),
        (
            {"type": ["string", "null"], "enum": ["a", None]},
            {"type": ["string", "null"], "enum": ["a", "b", None]},
            {"type": ["string", "null"], "enum": ["a", "b", None]},
        ),
        (
            {"oneOf": [{"const": "a"}, NULL], "description": "d"},
            {"enum": ["a", "b", None]},
            {"oneOf": [{"enum": ["a", "b"]}, NULL], "description": "d"},
        ),
    ],
)
def test_an_added_value_is_the_last_one_before_null(tmp_path, before: Node, after: Node, written: Node) -> None:
    assert update_field(tmp_path, before, after) == written


@pytest.mark.parametrize("values", [{"enum": ["a", "b"]}, {"const": "a"}])
def test_withdrawn_values_leave_the_type_and_the_description(tmp_path, values: Node) -> None:
    ours = {"description": "d", **TEXT, **values}
    assert update_field(tmp_path, ours, TEXT) == {"description": "d", **TEXT}
    updated = update_schemas(tmp_path, ref("Kind"), TEXT, {"Kind": ours}, {})
    assert updated == (ref("Kind"), {"Kind": {"description": "d", **TEXT}})


def test_values_withdrawn_from_several_variants_leave_their_types(tmp_path) -> None:
    ours = {"anyOf": [{"const": "a", **TEXT}, {**TEXT, "enum": ["b", "c"]}, NUMBER]}
    assert update_field(tmp_path, ours, {"anyOf": [TEXT, NUMBER]}) == {"anyOf": [TEXT, TEXT, NUMBER]}


@pytest.mark.parametrize(
    ("before", "after", "written"),
    [
        (TEXT, {"const": "a"}, {"type": "string", "enum": ["a"]}),
        (TEXT, ref("Kind"), ref("Kind")),
        ({"type": ["string", "null"]}, {"oneOf": [ref("Kind"), NULL]}, {"oneOf": [ref("Kind"), NULL]}),
        (
            {"type": ["string", "integer"]},
            {"anyOf": [NUMBER, ref("Kind")]},
            {"oneOf": [NUMBER, ref("Kind")]},
        ),
        (
            {"type": ["string", "integer", "null"], "minimum": 3},
            {"anyOf": [{**NUMBER, "minimum": 3}, ref("Kind"), NULL]},
            {"oneOf": [{"type": ["integer", "null"], "minimum": 3}, ref("Kind")]},
        ),
        ({"anyOf": [NUMBER, TEXT]}, {"anyOf": [NUMBER, ref("Kind")]}, {"anyOf": [NUMBER, ref("Kind")]}),
    ],
)
def test_added_values_replace_the_schema_but_not_its_description(tmp_path, before, after, written) -> None:
    other = {"Kind": KINDS} if "Kind" in str(after) else {}
    updated, named = update_schemas(tmp_path, {"description": "d", **before}, after, {}, other)
    assert named == other
    assert updated == {"description": "d", **written}


def test_values_of_two_enumerations_are_written_together(tmp_path) -> None:
    theirs = {"anyOf": [ref("Kind"), {**TEXT, "enum": ["bird"]}]}
    updated, named = update_schemas(tmp_path, TEXT, theirs, {}, {"Kind": KINDS})
    assert (updated, named) == ({"type": "string", "enum": ["cat", "dog", "bird"]}, {})


CAT, DOG, FISH = tagged("cat", lives=NUMBER), tagged("dog", barks=TEXT), tagged("fish", fins=NUMBER)


def discriminate(*names: str) -> Node:
    """Return the discriminator of a union of these schemas."""
    mapping = {name.lower(): ref(name)["$ref"] for name in names}
    return {"discriminator": {"propertyName": "kind", "mapping": mapping}}


@pytest.mark.parametrize("keyword", ["oneOf", "anyOf"])
@pytest.mark.parametrize(
    ("before", "after"),
    [
        (discriminate("Cat", "Dog"), discriminate("Cat", "Dog", "Fish")),
        ({"discriminator": {"propertyName": "kind"}}, {"discriminator": {"propertyName": "kind"}}),
        ({}, {}),
    ],
)
def test_an_added_variant_is_inserted_before_null_and_into_the_mapping(tmp_path, keyword, before, after) -> None:
    ours = {"description": "d", keyword: [ref("Cat"), ref("Dog"), NULL], **before}
    theirs = {"oneOf": [ref("Cat"), ref("Fish"), ref("Hound"), NULL]}
    updated, named = update_schemas(
        tmp_path, ours, theirs, {"Cat": CAT, "Dog": DOG}, {"Cat": CAT, "Hound": DOG, "Fish": FISH}
    )
    assert updated == {"description": "d", keyword: [ref("Cat"), ref("Dog"), ref("Fish"), NULL], **after}
    assert named == {"Cat": CAT, "Dog": DOG, "Fish": FISH}


def test_a_second_variant_turns_an_object_into_a_union(tmp_path) -> None:
    ours = {"description": "d", "x-note": "n", **CAT, "example": {"kind": "cat"}}
    theirs = {"oneOf": [CAT, ref("Fish")]}
    updated, named = update_schemas(tmp_path, ours, theirs, {}, {"Fish": FISH})
    cat = {"x-note": "n", **CAT}
    assert updated == {"description": "d", "x-note": "n", "oneOf": [cat, ref("Fish")], "example": {"kind": "cat"}}
    assert named == {"Fish": FISH}


def test_an_added_variant_without_a_name_is_written_inline(tmp_path) -> None:
    ours = {"anyOf": [tagged("cat"), tagged("dog")]}
    theirs = {"anyOf": [tagged("cat"), tagged("dog"), {**map_of(NUMBER), "description": "Theirs."}]}
    assert update_field(tmp_path, ours, theirs) == {"anyOf": [*ours["anyOf"], map_of(NUMBER)]}


def test_maps_in_a_union_are_compared_with_each_other(tmp_path) -> None:
    ours = {"anyOf": [pet(x=TEXT), map_of(TEXT)]}
    theirs = {"anyOf": [map_of(NUMBER), pet(x=TEXT)]}
    assert update_field(tmp_path, ours, theirs) == {"anyOf": [pet(x=TEXT), map_of(NUMBER)]}


@pytest.mark.parametrize("keyword", ["oneOf", "anyOf"])
def test_changes_inside_an_inline_variant_are_written_into_this_variant(tmp_path, keyword: str) -> None:
    ours = {keyword: [tagged("cat", x=TEXT), tagged("dog", x=TEXT), list_of(TEXT)]}
    theirs = {keyword: [tagged("cat", x=TEXT), tagged("dog", "tail", x=NUMBER, tail=TEXT), list_of(TEXT)]}
    assert update_field(tmp_path, ours, theirs) == theirs


def test_the_values_of_an_inline_variant_are_written_into_this_variant(tmp_path) -> None:
    numbers = {"type": "integer", "enum": [1, 2]}
    ours = {"oneOf": [numbers, list_of(KINDS), KINDS]}
    theirs = {"oneOf": [numbers, list_of(KINDS), {**TEXT, "enum": ["cat", "dog", "bird"]}]}
    assert update_field(tmp_path, ours, theirs) == theirs


def test_a_changed_type_keeps_descriptions_examples_and_extensions(tmp_path) -> None:
    prose = {"title": "T", "description": "d", "x-note": "n", "example": "e", "examples": ["f"]}
    ours = {**prose, **TEXT, "maxLength": 3, "default": "e"}
    assert update_field(tmp_path, ours, list_of(NUMBER)) == {**prose, **list_of(NUMBER)}


def test_the_counterpart_of_an_object_without_members_keeps_its_name(tmp_path) -> None:
    vet = pet(name=TEXT)
    ours, theirs = pet(x={"type": "object"}), pet(x=ref("Vet"), y=ref("Vet"))
    updated, named = update_schemas(tmp_path, ours, theirs, {}, {"Vet": vet})
    assert (updated["properties"], named) == ({"x": vet, "y": ref("Vet")}, {"Vet": vet})


def test_an_added_union_is_written_with_its_discriminator_and_our_names(tmp_path) -> None:
    union = {"oneOf": [ref("Cat"), ref("Hound")], "discriminator": discriminate("Cat")["discriminator"]}
    union["discriminator"]["mapping"]["dog"] = ref("Hound")["$ref"]
    theirs = pet(first=ref("Hound"), second=union)
    updated, named = update_schemas(tmp_path, pet(first=ref("Dog")), theirs, {"Dog": DOG}, {"Cat": CAT, "Hound": DOG})
    assert updated["properties"]["second"] in (ref("PostPetsRequestASecond"), None)
    assert named == {
        "Cat": CAT,
        "Dog": DOG,
        "PostPetsRequestASecond": {"oneOf": [ref("Cat"), ref("Dog")], **discriminate("Cat", "Dog")},
    }


@pytest.mark.parametrize(
    ("added", "written"),
    [
        ({"type": ["string", "null"], "maxLength": 3}, {"type": ["string", "null"], "maxLength": 3}),
        ({"type": ["array", "null"], "items": TEXT}, {"type": ["array", "null"], "items": TEXT}),
        ({"oneOf": [ref("Vet"), NULL]}, {"oneOf": [ref("Vet"), NULL]}),
        ({"anyOf": [TEXT, NUMBER]}, {"anyOf": [TEXT, NUMBER]}),
        ({"anyOf": [TEXT, NUMBER, NULL]}, {"anyOf": [TEXT, NUMBER, NULL]}),
        (map_of(ref("Vet")), map_of(ref("Vet"))),
        ({**ref("Vet"), "deprecated": True}, {**ref("Vet"), "deprecated": True}),
        ({**NUMBER, "default": 3, "title": "Theirs.", "x-note": "Theirs."}, {**NUMBER, "default": 3}),
        ({**TEXT, "readOnly": True}, {**TEXT, "readOnly": True}),
    ],
)
def test_an_added_field_is_written_in_the_notation_of_the_contract(tmp_path, added: Node, written: Node) -> None:
    vet = {"Vet": pet(name=TEXT)} if "Vet" in str(added) else {}
    updated, named = update_schemas(tmp_path, pet(x=TEXT), pet(x=TEXT, y=added), {}, vet)
    assert (updated["properties"], named) == ({"x": TEXT, "y": written}, vet)


def test_an_added_field_allows_what_any_of_several_counterparts_allows(tmp_path) -> None:
    ours = pet(first=ref("Box"), second=ref("Box"), third=ref("Box"))
    nullable = {"type": ["string", "null"]}
    theirs = pet(first=pet(x=TEXT, y=nullable), second=pet(x=TEXT, y=NUMBER), third=pet(x=TEXT, y=TEXT))
    _, named = update_schemas(tmp_path, ours, theirs, {"Box": pet(x=TEXT)}, {})
    assert named["Box"]["properties"]["y"] == {"anyOf": [TEXT, NUMBER, NULL]}


def test_an_added_recursive_schema_is_written_once(tmp_path) -> None:
    tree = {"Tree": pet(trees=list_of(ref("Tree")))}
    updated, named = update_schemas(tmp_path, pet(x=TEXT), pet(x=TEXT, tree=ref("Tree")), {}, tree)
    assert (updated["properties"]["tree"], named) == (ref("Tree"), tree)


def test_an_added_reference_to_a_schema_that_the_contract_has_inline_is_written_inline(tmp_path) -> None:
    inner = pet(name=TEXT)
    updated, named = update_schemas(
        tmp_path, pet(x=inner), pet(x=ref("PostPetsRequestAX"), y=ref("PostPetsRequestAX")), {},
        {"PostPetsRequestAX": inner},
    )  # fmt: skip
    assert (updated["properties"], named) == ({"x": inner, "y": inner}, {})


def test_a_required_field_is_added_to_the_part_with_the_properties(tmp_path) -> None:
    ours = {"allOf": [{"required": ["x"]}, ref("Base")], "description": "d"}
    base = {"type": "object", "properties": {"x": TEXT}, "additionalProperties": map_of(TEXT)}
    theirs = {"type": "object", "properties": {"x": TEXT, "y": NUMBER}, "required": ["x", "y"]}
    theirs["additionalProperties"] = map_of(TEXT)
    updated, named = update_schemas(tmp_path, ours, theirs, {"Base": base}, {})
    assert updated == ours
    assert list(named["Base"]) == ["type", "properties", "required", "additionalProperties"]
    assert named["Base"] == {**base, "properties": {"x": TEXT, "y": NUMBER}, "required": ["y"]}


def test_a_field_that_becomes_optional_is_removed_from_every_required_list(tmp_path) -> None:
    ours = {"allOf": [ref("Base"), {"type": "object", "required": ["x"]}]}
    theirs = pet(("y",), x=TEXT, y=TEXT)
    base = pet(("x", "y"), x=TEXT, y=TEXT)
    updated = update_schemas(tmp_path, ours, theirs, {"Base": base}, {})
    assert updated == ({"allOf": [ref("Base"), {"type": "object"}]}, {"Base": theirs})


def test_a_difference_inside_a_replaced_schema_is_not_applied_twice(tmp_path) -> None:
    ours = {"anyOf": [map_of({**TEXT, "maxLength": 3}), NULL]}
    theirs = {"anyOf": [map_of({**TEXT, "maxLength": 4}), list_of(TEXT)]}
    assert update_field(tmp_path, ours, theirs) == theirs
