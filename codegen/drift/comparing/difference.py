"""A single difference between two documents, and the location where it is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any, Literal

from ...document import Node
from .rules import Level, Rule, find_worst, read_rules

Change = Literal["added", "changed", "removed"]
Direction = Literal["request", "response"]

REQUEST: frozenset[Direction] = frozenset({"request"})
RESPONSE: frozenset[Direction] = frozenset({"response"})


@dataclass(frozen=True)
class Difference:
    """One difference.

    Args:
        change: `added` is only in the new document, `removed` only in the old one, `changed` in both.
        kind: what differs: operation, parameter, body, response, header, media type, field, variant, value, type,
            values, limit, or a property of the operation such as security or paging.
        where: a readable name of the place: `POST /keys`, `ChatUsage.cost`, `Plugin[]`; `[]` stands for the items of a
            list, `{}` for the values of a map.
        pointer: JSON Pointer of the part in the old document, or the one it would have there.
        directions: whether requests or responses contain the part.
        rules: the rules that judge it, one for each direction; see `codegen.drift.comparing.rules`.
        ours: the value in the old document, or None.
        theirs: the value in the new document, or None.
        operations: the operations that reach the part: `POST /keys`.
        is_own: false if the part is shared with operations without this difference, so that it cannot be applied.
        owner: JSON Pointer of the parent, which exists in the old document.
        name: the name of the part in its parent.
        node: the part in the normal form of the new document; a list of schemas for a type.
    """

    change: Change
    kind: str
    where: str
    pointer: str
    directions: frozenset[Direction]
    rules: tuple[Rule, ...]
    ours: Any = None
    theirs: Any = None
    operations: frozenset[str] = frozenset()
    is_own: bool = True
    owner: str = field(default="", compare=False, repr=False)
    name: str = field(default="", compare=False, repr=False)
    node: Any = field(default=None, compare=False, repr=False)

    @property
    def level(self) -> Level:
        """How severe it is: the worst level of its rules."""
        return find_worst(rule.level for rule in self.rules)

    @property
    def breaking(self) -> bool:
        """Whether code that follows the old document fails with the new one."""
        return self.level == "breaking"

    @property
    def rule(self) -> str:
        """The name of the rule with the worst level."""
        return next((rule.name for rule in self.rules if rule.level == self.level), "")

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
            "level": self.level,
            "breaking": self.breaking,
            "rules": [rule.name for rule in self.rules],
            "operations": sorted(self.operations),
            "old": self.ours,
            "new": self.theirs,
        }


@dataclass(frozen=True)
class Location:
    """A place in the old document.

    Args:
        where: its readable name.
        pointer: its JSON Pointer.
        directions: whether requests or responses contain it.
        subject: what it is for the rules: parameter, body, property or header; "" for anything but a schema.
        operations: the operations that reach it.
        is_own: false if the part is shared with operations whose counterpart is another one.
        restriction: the rule for everything inside a member that is never sent, as it is read-only in a request.
    """

    where: str
    pointer: str
    directions: frozenset[Direction]
    subject: str = ""
    operations: frozenset[str] = frozenset()
    restriction: str = ""
    is_own: bool = True

    @property
    def sent(self) -> bool:
        """Whether requests contain it."""
        return "request" in self.directions

    @property
    def received(self) -> bool:
        """Whether responses contain it."""
        return "response" in self.directions

    def child(self, suffix: str, pointer: str, subject: str = "property") -> Location:
        """Return a location inside this one."""
        kept = self.subject if suffix in ("[]", "{}") and self.subject in ("parameter", "header") else subject
        return replace(self, where=self.where + suffix, pointer=pointer, subject=kept)

    def restrict(self, *, read_only: bool, write_only: bool) -> Location:
        """Return the location without the directions in which a member does not occur."""
        kept = self.directions - (REQUEST if read_only else frozenset()) - (RESPONSE if write_only else frozenset())
        if kept:
            return replace(self, directions=kept)
        name = "request-read-only-property-changed" if self.sent else "response-write-only-property-changed"
        return replace(self, restriction=self.restriction or name)

    def judge(self, aspect: str = "", *, request: str = "", response: str = "") -> tuple[Rule, ...]:
        """Return the rules for a difference here, one for each direction.

        Args:
            aspect: What differs, as in the names of the rules of schemas: `became-nullable`.
            request: The whole name of the rule for requests, in place of the aspect.
            response: The whole name of the rule for responses, in place of the aspect.
        """
        if self.restriction:
            return find_rules([self.restriction])
        names = []
        if self.sent and (request or aspect):
            names.append(request or f"request-{self.subject}-{aspect}")
        if self.received and (response or aspect):
            names.append(response or f"response-{self.subject}-{aspect}")
        return find_rules(names)

    def build_difference(self, change: Change, kind: str, rules: tuple[Rule, ...], **details: Any) -> Difference:
        """Return a difference at this location; `owner` defaults to the location itself."""
        details.setdefault("owner", self.pointer)
        details.setdefault("operations", self.operations)
        details.setdefault("is_own", self.is_own)
        return Difference(change, kind, self.where, self.pointer, self.directions, rules, **details)


def find_rules(names: Iterable[str]) -> tuple[Rule, ...]:
    """Return the rules with these names."""
    return tuple(read_rules()[name] for name in names)
