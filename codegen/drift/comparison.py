"""Compares two documents, or a contract with a newer description, and applies the differences on request."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from .. import corrections, document, names
from ..document import Node
from ..extensions import load_passes
from ..names import AgreedNames
from ..problems import CodegenError
from ..project import Project
from .allowlist import Allowlist
from .applying.editor import Editor
from .applying.missing_docs import find_missing_docs, group_by_operation
from .applying.updater import Updater
from .comparing.difference import Difference
from .comparing.normalize import normalize
from .comparing.operations import compare
from .selection import Selection

RENAMES = frozenset({"operation id", "method name", "tags", "schema name", "security scheme name"})
"""The kinds of differences that give something that users of a package see another name."""

_ROUNDS = 8
"""Applied differences may make schemas comparable that were not before: compare and apply at most this often."""


@dataclass
class Drift:
    """The result of a comparison.

    Args:
        old: the name of the old document.
        new: the name of the new document.
        differences: the selected differences that are not in deliberate.toml.
        unselected: the number of the other ones.
        deliberate: the differences in deliberate.toml, with their reasons.
        stale: the keys in deliberate.toml that match no difference.
        names: a map from their schema names to ours for the same schemas.
    """

    old: str
    new: str
    differences: list[Difference]
    unselected: int = 0
    deliberate: list[tuple[Difference, str]] = field(default_factory=list)
    stale: list[str] = field(default_factory=list)
    names: dict[str, str] = field(default_factory=dict)

    def list_applicable(self, *, rename: bool = False) -> list[Difference]:
        """Return the additions and changes, and the new names if requested; removals are left to a person."""
        changes = [each for each in self.differences if each.change != "removed"]
        return [each for each in changes if rename or each.kind not in RENAMES]


@dataclass
class Applied:
    """The result of applying differences.

    Args:
        text: the changed document.
        differences: the applied differences.
        remaining: the additions and changes that could not be applied.
        kept: the differences that applying leaves to a person: removals, and new names.
        missing_docs: JSON Pointers of missing descriptions, summaries and examples of the parts that were added.
        undescribed: the same by operation.
    """

    text: str
    differences: list[Difference]
    remaining: list[Difference]
    kept: list[Difference]
    missing_docs: list[str]
    undescribed: dict[str, list[str]]


class Comparison:
    """Compares two documents.

    Args:
        old: the path of the old document.
        new: the path of the new document.
        project: the contract that the old document is, with its names, corrections and intended differences.
        selection: the operations whose differences count.

    Attributes:
        warnings: the parts of the new document that are simplified or left out before the comparison.

    Raises:
        CodegenError: one of the documents cannot be read or normalized.
    """

    def __init__(
        self, old: Path, new: Path, project: Project | None = None, selection: Selection | None = None
    ) -> None:
        self.old = old
        self.new = new
        self.selection = selection or Selection()
        self.allowlist = Allowlist(project.deliberate if project else None)
        self.agreed = names.read(project.names) if project else AgreedNames()
        self.corrections = corrections.read(project.corrections) if project else []
        self.passes = load_passes(project) if project else []
        # Methods have no names in a comparison, but an agreed "" says that an event stream is not requested.
        agreed = AgreedNames(schemas=self.agreed.schemas, streams=self.agreed.streams)
        newer = document.load(new)
        # What a correction changes is wrong in the newer description, too, unless it has been corrected there.
        fitting = corrections.find_fitting(newer, self.corrections)
        self.theirs, self.warnings = normalize(newer, agreed, fitting, self.passes)

    @cached_property
    def _ours(self) -> Node:
        """The normal form of the old document, before anything is applied to it."""
        return self._normalize(document.load(self.old))

    def drift(self) -> Drift:
        """Return the differences."""
        return self._compare(self._ours)

    def apply(self, *, rename: bool = False) -> Applied:
        """Apply the additions and changes, and return the new text without writing it to the file.

        Args:
            rename: Whether to apply new names too, such as those of schemas; they break the code of users.
        """
        editor = Editor(self.old.read_bytes().decode("utf-8"))
        if "swagger" in editor.data:
            problem = f"{self.old.name} is a Swagger 2 document, which --apply cannot change"
            raise CodegenError("/swagger", problem, "convert it to OpenAPI 3 first")
        plain, before = editor.to_plain(), None
        known = set(find_missing_docs(plain))
        ours = self._ours
        drift = self._compare(ours)
        first = drift.list_applicable(rename=rename)
        for _ in range(_ROUNDS):
            applicable = drift.list_applicable(rename=rename)
            if not applicable or plain == before:
                break
            updater = Updater(editor, ours, self.theirs, drift.names)
            for each in applicable:
                updater.apply(each)
            before, plain = plain, editor.to_plain()
            ours = self._normalize(plain)
            drift = self._compare(ours)
        left = drift.list_applicable(rename=rename)
        remaining = {each.key for each in left}
        applied = [each for each in first if each.key not in remaining]
        kept = [each for each in drift.differences if each.key not in remaining]
        missing = [each for each in find_missing_docs(plain) if each not in known]
        return Applied(editor.text(), applied, left, kept, missing, group_by_operation(plain, missing))

    def _normalize(self, contract: Node) -> Node:
        return normalize(contract, self.agreed, self.corrections, self.passes)[0]

    def _compare(self, ours: Node) -> Drift:
        found = compare(ours, self.theirs)
        selected = self.selection.select(found.differences, ours, self.theirs)
        unselected = len(found.differences) - len(selected)
        old, new = self._name_documents()
        stale = self.allowlist.find_stale(found.differences)
        drift = Drift(old, new, [], unselected, names=found.names, stale=stale)
        for each in selected:
            reason = self.allowlist.find_reason(each)
            if reason is None:
                drift.differences.append(each)
            else:
                drift.deliberate.append((each, reason))
        return drift

    def _name_documents(self) -> tuple[str, str]:
        """Return the names of the files; if they are equal, with the first folders that differ."""
        old, new = self.old.resolve().parts, self.new.resolve().parts
        if old[-1] != new[-1]:
            return old[-1], new[-1]
        common = next((at for at, pair in enumerate(zip(old, new, strict=False)) if pair[0] != pair[1]), len(old) - 1)
        return "/".join(old[common:]), "/".join(new[common:])
