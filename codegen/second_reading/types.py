"""Types in one notation, so that those of two readers can be compared.

A type is the set of its alternatives: names such as `str` and `Pet`, constants such as `'cat'`, and lists and maps.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from typing import TypeAlias

Type: TypeAlias = "frozenset[str | tuple[str, Type]]"

ANY: Type = frozenset({"Any"})
NONE: Type = frozenset({"None"})
ANY_MAP: Type = frozenset({("dict", ANY)})
DATES: Type = frozenset({"date", "datetime"})


def build_name(name: str) -> Type:
    """Return the type with this name."""
    return frozenset({name})


def build_container(kind: str, inner: Type) -> Type:
    """Return a `list` of items or a `dict` of values of a type."""
    return frozenset({(kind, inner)})


def build_literal(value: object) -> Type:
    """Return the type of a constant: the constant itself, or the type of a value that `Literal` does not accept."""
    if value is None or isinstance(value, str | int):
        return frozenset({repr(value)})
    return frozenset({"float"}) if isinstance(value, float) else ANY


def join(types: Iterable[Type]) -> Type:
    """Return the union of types."""
    return frozenset(part for each in types for part in each)


def rename(found: Type, name: Callable[[str], Type]) -> Type:
    """Return a type with the types that a function returns in place of all names."""
    return join(
        name(part) if isinstance(part, str) else build_container(part[0], rename(part[1], name)) for part in found
    )


def keep_text(found: Type) -> Type:
    """Return a type whose dates are text, also in lists and maps."""
    return rename(found, lambda name: frozenset({"str" if name in DATES else name}))


def drop_plain_objects(found: Type, models: Collection[str]) -> Type:
    """Return a type without the maps of any values that are beside a model, as arguments accept both for a model."""
    inner = join(
        frozenset({part}) if isinstance(part, str) else build_container(part[0], drop_plain_objects(part[1], models))
        for part in found
    )
    return inner - ANY_MAP if any(part in models for part in inner) else inner


def find_decoded(found: Type, models: Collection[str]) -> Type:
    """Return the parts of a type that need decoding: models, dates, lists and maps; an object beside a model is one."""
    parts: Type = frozenset(part for part in found if isinstance(part, str) and (part in models or part in DATES))
    for kind in ("list", "dict"):
        inner = [part[1] for part in found if not isinstance(part, str) and part[0] == kind]
        if inner and not (kind == "dict" and parts & frozenset(models)):
            parts |= build_container(kind, find_decoded(join(inner), models))
    return parts


def find_cycles(contained: Mapping[str, Collection[str]]) -> dict[str, set[str]]:
    """Return the names that a name contains and that contain it, for each name that contains itself.

    Args:
        contained: Name -> the names that it contains directly.
    """
    reached: dict[str, set[str]] = {}
    for name in contained:
        found, todo = set[str](), [name]
        while todo:
            new = set(contained.get(todo.pop(), ())) - found
            found |= new
            todo += new
        reached[name] = found
    cyclic = {name: found for name, found in reached.items() if name in found}
    return {name: {each for each in found if name in cyclic.get(each, ())} for name, found in cyclic.items()}


def spell(found: Type) -> str:
    """Return a type as text, the same for equal types."""
    parts = []
    for part in found:
        if isinstance(part, str):
            parts.append(part)
        else:
            kind, inner = part
            parts.append(f"{kind}[{'str, ' if kind == 'dict' else ''}{spell(inner)}]")
    return " | ".join(sorted(parts)) or "nothing"


def spell_value(found: Type, *, required: bool) -> str:
    """Return the text about a member or a parameter."""
    return f"{'required' if required else 'optional'} {spell(found)}"
