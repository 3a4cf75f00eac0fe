"""`python -m codegen drift OTHER`: the contract against a newer description, told and, if asked, carried over."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from .. import corrections, document, names
from ..document import Node
from ..names import AgreedNames
from ..normal_form import build_normal_form
from ..problems import Report
from ..project import Project
from .allowlist import Allowlist
from .apply import ContractUpdater
from .difference import Difference
from .editor import Editor
from .missing_docs import find_missing_docs
from .operations import compare
from .source_map import add_pointers

_ROUNDS = 8
"""What is carried over may bring two named schemas together that were never compared; a few rounds settle it."""


@dataclass
class Drift:
    """What a newer description states otherwise.

    Args:
        found: the differences nobody has called deliberate.
        deliberate: the others, with their reasons.
        stale: the deliberate ones that are no differences any details.
        names: their names of schemas, with ours for the same things.
    """

    found: list[Difference]
    deliberate: list[tuple[Difference, str]] = field(default_factory=list)
    stale: list[str] = field(default_factory=list)
    names: dict[str, str] = field(default_factory=dict)

    @property
    def to_carry(self) -> list[Difference]:
        """Those that the contract can be made to state; what is only there is for a person to decide about."""
        return [each for each in self.found if each.change != "removed"]


@dataclass
class Applied:
    """What has become of the differences.

    Args:
        text: the contract with them.
        carried: those it states now.
        left: those it still does not state, though they are no removals.
        find_missing_docs: JSON Pointers of what wants words.
    """

    text: str
    carried: list[Difference]
    left: list[Difference]
    find_missing_docs: list[str]


class Comparison:
    """The contract of a project beside another description.

    Attributes:
        warnings: what of the other is compared less well than it is declared there, or not at all.

    Raises:
        CodegenError: one of them cannot be read, or brought to its normal form.
    """

    def __init__(self, project: Project, other: Path) -> None:
        self.project = project
        self.deliberate = Allowlist(project.deliberate)
        self.agreed = names.read(project.names)
        self.corrections = corrections.read(project.corrections)
        report = Report()
        self.theirs = build_normal_form(document.load(other), report, AgreedNames(), [])
        self.warnings = report.warnings

    def drift(self) -> Drift:
        """What differs."""
        return self._drift(document.load(self.project.contract))

    def apply(self) -> Applied:
        """Carry over what is added or changed; the file is not written."""
        editor = Editor(self.project.contract.read_text(encoding="utf-8"))
        before: Node = {}
        contract = editor.plain()
        drift = self._drift(contract)
        first = drift.to_carry
        for _ in range(_ROUNDS):
            if not drift.to_carry or contract == before:
                break
            carrier = ContractUpdater(editor, self._normal(contract), self.theirs, drift.names)
            for each in drift.to_carry:
                carrier.carry(each)
            before, contract = contract, editor.plain()
            drift = self._drift(contract)
        left = {each.key for each in drift.to_carry}
        carried = [each for each in first if each.key not in left]
        return Applied(editor.text(), carried, drift.to_carry, find_missing_docs(contract))

    def _normal(self, contract: Node) -> Node:
        return build_normal_form(add_pointers(contract), Report(), self.agreed, self.corrections)

    def _drift(self, contract: Node) -> Drift:
        differences, known = compare(self._normal(contract), self.theirs)
        drift = Drift([], names=known, stale=self.deliberate.stale(differences))
        for each in differences:
            reason = self.deliberate.reason(each)
            if reason is None:
                drift.found.append(each)
            else:
                drift.deliberate.append((each, reason))
        return drift
