"""Names for the variants of a union, by what tells them apart."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import combinations

from ..document import Node, get_reference_name
from .identifiers import pascal_case

_TYPE_WORDS = {"array": "Item", "object": "Object", "string": "Value"}
_LONGEST_TITLE = 6  # words; a longer title is a description


def find_distinctions(variants: list[Node]) -> list[str]:
    """Return a word for each variant, which the others do not have if possible.

    It is the value of a constant, or of two constants together; the title; a member that only this variant has, or only
    this one requires; a member or two that another one lacks; the type of a member; or else the variant's own type.
    """
    found = ["" for _ in variants]
    for find in (_find_constant, _find_constants, _find_title, _find_own_member, _find_own_requirement):
        for index, variant in enumerate(variants):
            if not found[index]:
                found[index] = find(variant, variants[:index] + variants[index + 1 :])
    by_size = sorted(range(len(variants)), key=lambda index: len(_get_members(variants[index])))
    for list_words in (_list_members, _list_member_types, _list_shared_members):
        for index in by_size:
            if not found[index]:
                found[index] = _choose_free(list_words, variants, index, found)
    return [word or _TYPE_WORDS.get(str(each.get("type")), "Other") for word, each in zip(found, variants, strict=True)]


def _choose_free(
    list_words: Callable[[Node, list[Node]], Iterator[str]], variants: list[Node], index: int, taken: list[str]
) -> str:
    others = variants[:index] + variants[index + 1 :]
    return next((word for word in list_words(variants[index], others) if word not in taken), "")


def _get_members(variant: Node) -> Node:
    members: Node = variant.get("properties") or {}
    return members


def _get_constants(variant: Node) -> dict[str, str]:
    return {name: str(inner["const"]) for name, inner in _get_members(variant).items() if "const" in inner}


def _find_constant(variant: Node, others: list[Node]) -> str:
    known = [_get_constants(each) for each in others]
    for name, value in _get_constants(variant).items():
        if all(each.get(name) != value for each in known):
            return pascal_case(value)
    return ""


def _find_constants(variant: Node, others: list[Node]) -> str:
    known = [_get_constants(each) for each in others]
    for (name, value), (second, other) in combinations(_get_constants(variant).items(), 2):
        if all((each.get(name), each.get(second)) != (value, other) for each in known):
            return pascal_case(f"{value} {other}")
    return ""


def _find_title(variant: Node, others: list[Node]) -> str:
    title = variant.get("title")
    if not isinstance(title, str) or len(title.split()) > _LONGEST_TITLE:
        return ""
    word = pascal_case(title)
    taken = [pascal_case(str(each.get("title") or get_reference_name(each) or "")) for each in others]
    return word if word not in taken else ""


def _find_own_member(variant: Node, others: list[Node]) -> str:
    taken = {name for each in others for name in _get_members(each)}
    for name in _list_names(variant):
        if name not in taken:
            return pascal_case(name)
    return ""


def _find_own_requirement(variant: Node, others: list[Node]) -> str:
    """Return the members that this variant requires, if another one with the same members does not require them."""
    equal = [each for each in others if _get_members(each).keys() == _get_members(variant).keys()]
    for name in variant.get("required") or ():
        if equal and all(name not in (each.get("required") or ()) for each in equal):
            return f"With{pascal_case(name)}"
    return ""


def _list_names(variant: Node) -> list[str]:
    """Return the names of the members, required ones first."""
    return list(dict.fromkeys([*(variant.get("required") or ()), *_get_members(variant)]))


def _list_members(variant: Node, others: list[Node]) -> Iterator[str]:
    """Yield the members, alone and in pairs, that at least one other variant lacks; sorted, required ones first."""
    required = variant.get("required") or ()
    known = [_get_members(each) for each in others]
    names = [name for name in _get_members(variant) if any(name not in each for each in known)]
    names.sort(key=lambda name: (name not in required, name))
    for name in names:
        yield pascal_case(name)
    for first, second in combinations(names, 2):
        yield pascal_case(first) + pascal_case(second)


def _list_member_types(variant: Node, others: list[Node]) -> Iterator[str]:
    """Yield the members, with their types, that have another type in at least one other variant; sorted."""
    for name, inner in sorted(_get_members(variant).items()):
        kind = _describe_type(inner)
        if kind and any(_describe_type(_get_members(each).get(name) or inner) != kind for each in others):
            yield pascal_case(name) + pascal_case(kind)


def _list_shared_members(variant: Node, others: list[Node]) -> Iterator[str]:
    """Yield the members if another variant has more, as a variant without the others is known by what it has."""
    if any(len(_get_members(each)) > len(_get_members(variant)) or each.get("required") for each in others):
        required = variant.get("required") or ()
        for name in sorted(_get_members(variant), key=lambda name: (name not in required, name)):
            yield pascal_case(name)


def _describe_type(schema: Node) -> str:
    kind = get_reference_name(schema) or schema.get("type")
    if kind == "array" and isinstance(schema.get("items"), dict):
        return f"{_describe_type(schema['items'])} list"
    return kind if isinstance(kind, str) else ""


def list_free_names(name: str, schema: Node, alternatives: tuple[str, ...] = ()) -> Iterator[str]:
    """Yield the names for a schema whose preferred name may be taken, best first; numbers come last.

    Args:
        name: The preferred name.
        schema: The schema.
        alternatives: Further names.
    """
    yield name
    yield from alternatives
    title = schema.get("title")
    if isinstance(title, str) and len(title.split()) <= _LONGEST_TITLE and pascal_case(title) not in name:
        yield name + pascal_case(title)
    if not name.endswith(_describe_kind(schema)):
        yield name + _describe_kind(schema)
    number = 2
    while True:
        yield f"{name}{number}"
        number += 1


def _describe_kind(schema: Node) -> str:
    return "Enum" if "enum" in schema else "Union" if "anyOf" in schema else "Object"
