"""The differences between a generated package and the second reading of its normal form, and their reasons."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ..document import Node, get_schemas
from ..problems import CodegenError
from ..rendering.identifiers import class_name
from ..tables import read_toml
from . import parsed
from .generated import Facts, build_vocabulary, read_models
from .generated_operations import read_operations
from .source import parse_modules

_KEYS = {"place", "reason", "read", "generated"}


@dataclass(frozen=True)
class Difference:
    """A place about which the two readings differ.

    Attributes:
        place: Where: a JSON Pointer of the normal form, in which parameters are named by their place and name. `: `
            separates what the package has for the same place, such as the decoder of a member.
        read: What openapi-python-client reads; "" if it does not read this place.
        generated: What the package contains; "" if it does not contain this place.
        modules: The modules that contain it.
    """

    place: str
    read: str
    generated: str
    modules: tuple[str, ...] = ()

    def __str__(self) -> str:
        read = f"openapi-python-client reads `{self.read}`" if self.read else "openapi-python-client does not read it"
        found = f"`{self.generated}` is generated in {', '.join(self.modules)}" if self.generated else "it is missing"
        return f"{self.place}: {read}, but {found}"


@dataclass(frozen=True)
class Comparison:
    """The result of a comparison.

    Attributes:
        count: The number of places that were compared.
        differences: Those about which the readings differ, by place.
        errors: The messages of openapi-python-client about what it does not read.
    """

    count: int
    differences: list[Difference]
    errors: list[str]


def compare(normal: Node, package: Path) -> Comparison:
    """Return the differences between what openapi-python-client reads from a normal form and a package.

    Args:
        normal: The document in normal form.
        package: The folder of the package that was generated from it.
    """
    read, errors = parsed.read_facts(normal)
    modules = parse_modules(package)
    vocabulary, facts = build_vocabulary(modules), Facts()
    read_models(modules, vocabulary, {class_name(name): name for name in get_schemas(normal)}, facts)
    read_operations(modules, vocabulary, facts)
    places = sorted(read.keys() | facts.found.keys())
    return Comparison(len(places), list(_find_differences(places, read, facts)), errors)


def _find_differences(places: list[str], read: dict[str, str], facts: Facts) -> Iterator[Difference]:
    """Yield the differences; if a place is missing on one side, those inside it are left out."""
    missing: str | None = None
    for place in places:
        if missing is not None and place.startswith((f"{missing}/", f"{missing}: ")):
            continue
        expected, found = read.get(place, ""), facts.found.get(place, {})
        if not expected or not found:
            missing = place
        if not found:
            yield Difference(place, expected, "")
        for text, modules in found.items():
            if text != expected:
                yield Difference(place, expected, text, tuple(modules))


def read_reasons(path: Path) -> list[Node]:
    """Return the rows of second_reading.toml; none if the file does not exist.

    Raises:
        CodegenError: The file is not TOML, or a row has an unknown key, or no place or reason.
    """
    rows: list[Node] = read_toml(path).get("difference", []) if path.is_file() else []
    for index, row in enumerate(rows):
        texts = all(isinstance(value, str) and value for value in row.values())
        if not {"place", "reason"} <= row.keys() <= _KEYS or not texts:
            raise CodegenError(
                f"{path.name}/difference/{index}",
                "a row consists of the texts `place`, `reason`, `read` and `generated`",
                "add what is missing; leave out `read` or `generated` if that side lacks the place",
            )
    return rows


def find_unexplained(comparison: Comparison, rows: list[Node]) -> list[str]:
    """Return a message for each difference without a reason, and for each reason without a difference."""
    explained = {(row["place"], row.get("read", ""), row.get("generated", "")) for row in rows}
    found = {(each.place, each.read, each.generated): each for each in comparison.differences}
    messages = [str(each) for key, each in found.items() if key not in explained]
    messages += [
        f"{key[0]}: the difference no longer exists as it is listed" for key in sorted(explained - found.keys())
    ]
    return messages + (comparison.errors if any(not each.read for each in comparison.differences) else [])
