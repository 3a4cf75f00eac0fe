"""What sets a newer description apart from the contract, one thing at a time."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any, Literal

from ..document import Node

Change = Literal["added", "changed", "removed"]
Direction = Literal["request", "answer"]

REQUEST: frozenset[Direction] = frozenset({"request"})
RESPONSE: frozenset[Direction] = frozenset({"answer"})


@dataclass(frozen=True)
class Difference:
    """One thing that differs.

    Args:
        change: `added` is only in the other description, `removed` only in the contract, `changed` in both.
        what: the kind of thing: operation, parameter, body, answer, header, media type, field, variant, value, type,
            values, limit, or a word of the operation such as key or paging.
        where: its name for people: `POST /keys`, `ChatUsage.cost`, `Plugin[]`; `[]` are the items of a list, `{}` the
            values of a map.
        pointer: JSON Pointer of the thing, or of the pointer it would have, in the contract.
        directions: whether it is sent, received, or both.
        breaking: whether code that fits the contract may fail with the other description.
        here: what the contract states, None where it states nothing.
        there: what the other description states.
        owner: JSON Pointer of what the thing is part of, which exists in the contract.
        name: what the thing is called in its owner.
        theirs: the thing in the normal form of the other description; schemas where it is a type.
    """

    change: Change
    what: str
    where: str
    pointer: str
    directions: frozenset[Direction]
    breaking: bool
    here: Any = None
    there: Any = None
    owner: str = field(default="", compare=False, repr=False)
    name: str = field(default="", compare=False, repr=False)
    theirs: Any = field(default=None, compare=False, repr=False)

    @property
    def key(self) -> str:
        """One line that names the difference, the same in every run: `changed type ChatUsage.cost`."""
        value = f" {self.ours if self.change == 'removed' else self.theirs}" if self.kind == "value" else ""
        limit = f" {self.name}" if self.kind == "limit" else ""
        return f"{self.change} {self.kind}{limit} {self.where}{value}"

    def as_json(self) -> Node:
        """The difference as a JSON object, without what only carrying it over needs."""
        return {
            "key": self.key,
            "change": self.change,
            "what": self.kind,
            "where": self.where,
            "pointer": self.pointer,
            "directions": sorted(self.directions),
            "breaking": self.breaking,
            "ours": self.ours,
            "theirs": self.theirs,
        }


@dataclass(frozen=True)
class Location:
    """A pointer in the contract: its name for people, its pointer, and which way what stands there goes."""

    where: str
    pointer: str
    directions: frozenset[Direction]

    @property
    def sent(self) -> bool:
        """Whether requests contain it."""
        return "request" in self.directions

    @property
    def received(self) -> bool:
        """Whether answers contain it."""
        return "answer" in self.directions

    def inner(self, suffix: str, pointer: str) -> Location:
        """A pointer inside this one."""
        return replace(self, where=self.where + suffix, pointer=pointer)

    def build_difference(self, change: Change, what: str, *, breaking: bool, **details: Any) -> Difference:
        """A difference here; what it is part of is this very pointer where nothing else is details."""
        details.setdefault("owner", self.pointer)
        return Difference(change, what, self.where, self.pointer, self.directions, breaking, **details)
