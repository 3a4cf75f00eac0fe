"""A single difference between the contract and a newer description."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any, Literal

from ..document import Node

Change = Literal["added", "changed", "removed"]
Direction = Literal["request", "response"]

REQUEST: frozenset[Direction] = frozenset({"request"})
RESPONSE: frozenset[Direction] = frozenset({"response"})


@dataclass(frozen=True)
class Difference:
    """One difference.

    Args:
        change: `added` is only in the other description, `removed` only in the contract, `changed` in both.
        kind: what differs: operation, parameter, body, response, header, media type, field, variant, value, type,
            values, limit, or a property of the operation such as key or paging.
        where: a readable name of the place: `POST /keys`, `ChatUsage.cost`, `Plugin[]`; `[]` stands for the items of a
            list, `{}` for the values of a map.
        pointer: JSON Pointer of the part in the contract, or the one it would have there.
        directions: whether requests or responses contain the part.
        breaking: whether code written for the contract may fail with the other description.
        ours: the value in the contract, or None.
        theirs: the value in the other description, or None.
        owner: JSON Pointer of the parent, which exists in the contract.
        name: the name of the part in its parent.
        node: the part in the normal form of the other description; a list of schemas for a type.
    """

    change: Change
    kind: str
    where: str
    pointer: str
    directions: frozenset[Direction]
    breaking: bool
    ours: Any = None
    theirs: Any = None
    owner: str = field(default="", compare=False, repr=False)
    name: str = field(default="", compare=False, repr=False)
    node: Any = field(default=None, compare=False, repr=False)

    @property
    def key(self) -> str:
        """The difference as one line, stable between runs: `changed type ChatUsage.cost`."""
        value = f" {self.ours if self.change == 'removed' else self.theirs}" if self.kind == "value" else ""
        limit = f" {self.name}" if self.kind == "limit" else ""
        return f"{self.change} {self.kind}{limit} {self.where}{value}"

    def as_json(self) -> Node:
        """Return the difference as a JSON object, without the members that only applying it needs."""
        return {
            "key": self.key,
            "change": self.change,
            "kind": self.kind,
            "where": self.where,
            "pointer": self.pointer,
            "directions": sorted(self.directions),
            "breaking": self.breaking,
            "contract": self.ours,
            "other": self.theirs,
        }


@dataclass(frozen=True)
class Location:
    """A place in the contract: its readable name, its JSON Pointer, and whether requests or responses contain it."""

    where: str
    pointer: str
    directions: frozenset[Direction]

    @property
    def sent(self) -> bool:
        """Whether requests contain it."""
        return "request" in self.directions

    @property
    def received(self) -> bool:
        """Whether responses contain it."""
        return "response" in self.directions

    def child(self, suffix: str, pointer: str) -> Location:
        """Return a location inside this one."""
        return replace(self, where=self.where + suffix, pointer=pointer)

    def build_difference(self, change: Change, kind: str, *, breaking: bool, **details: Any) -> Difference:
        """Return a difference at this location; `owner` defaults to the location itself."""
        details.setdefault("owner", self.pointer)
        return Difference(change, kind, self.where, self.pointer, self.directions, breaking, **details)
