"""`python -m codegen drift`: compares the contract with a newer description, and applies the differences on request."""

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
"""Applied differences may make schemas comparable that were not before: compare and apply at most this often."""


@dataclass
class Drift:
    """The result of a comparison.

    Args:
        differences: the differences that are not in deliberate.toml.
        deliberate: the differences in deliberate.toml, with their reasons.
        stale: the keys in deliberate.toml that match no difference.
        names: a map from their schema names to ours for the same schemas.
    """

    differences: list[Difference]
    deliberate: list[tuple[Difference, str]] = field(default_factory=list)
    stale: list[str] = field(default_factory=list)
    names: dict[str, str] = field(default_factory=dict)

    @property
    def applicable(self) -> list[Difference]:
        """The additions and changes; removals are left to a person."""
        return [each for each in self.differences if each.change != "removed"]


@dataclass
class Applied:
    """The result of applying differences.

    Args:
        text: the changed contract.
        differences: the applied differences.
        remaining: the additions and changes that could not be applied.
        missing_docs: JSON Pointers of missing descriptions, summaries and examples.
    """

    text: str
    differences: list[Difference]
    remaining: list[Difference]
    missing_docs: list[str]


class Comparison:
    """Compares the contract of a project with another description.

    Attributes:
        warnings: the parts of the other description that are simplified or left out before the comparison.

    Raises:
        CodegenError: one of the documents cannot be read or normalized.
    """

    def __init__(self, project: Project, other: Path) -> None:
        self.project = project
        self.allowlist = Allowlist(project.deliberate)
        self.agreed = names.read(project.names)
        self.corrections = corrections.read(project.corrections)
        report = Report()
        # Methods have no names in a comparison, but an agreed "" says that an event stream is not requested.
        self.theirs = build_normal_form(document.load(other), report, AgreedNames(streams=self.agreed.streams), [])
        self.warnings = report.warnings

    def drift(self) -> Drift:
        """Return the differences."""
        return self._compare(document.load(self.project.contract))

    def apply(self) -> Applied:
        """Apply the additions and changes, and return the new contract without writing it to the file."""
        editor = Editor(self.project.contract.read_text(encoding="utf-8"))
        before: Node = {}
        contract = editor.to_plain()
        drift = self._compare(contract)
        first = drift.applicable
        for _ in range(_ROUNDS):
            if not drift.applicable or contract == before:
                break
            updater = ContractUpdater(editor, self._normalize(contract), self.theirs, drift.names)
            for each in drift.applicable:
                updater.apply(each)
            before, contract = contract, editor.to_plain()
            drift = self._compare(contract)
        remaining = {each.key for each in drift.applicable}
        applied = [each for each in first if each.key not in remaining]
        return Applied(editor.text(), applied, drift.applicable, find_missing_docs(contract))

    def _normalize(self, contract: Node) -> Node:
        return build_normal_form(add_pointers(contract), Report(), self.agreed, self.corrections)

    def _compare(self, contract: Node) -> Drift:
        differences, names_map = compare(self._normalize(contract), self.theirs)
        drift = Drift([], names=names_map, stale=self.allowlist.find_stale(differences))
        for each in differences:
            reason = self.allowlist.find_reason(each)
            if reason is None:
                drift.differences.append(each)
            else:
                drift.deliberate.append((each, reason))
        return drift
