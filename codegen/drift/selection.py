"""Selects differences by the operations that they belong to: `--only` and `--ignore`."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from fnmatch import fnmatchcase

from ..document import Node, iter_operations
from ..problems import CodegenError
from .comparing.difference import Difference

_OF_THE_DOCUMENT = ("server", "server variable", "server values", "security scheme", "security scheme name", "security")


@dataclass(frozen=True)
class Selection:
    """Patterns of operations: `GET /keys`, a path, an operation id or a tag, with `*` and `?`.

    A difference of a schema belongs to all operations that reach the schema. It is selected if one of them is, and
    ignored if all of them are. A difference of the whole document, such as its servers, is selected if all are.

    Args:
        only: the patterns of the operations to select; all without any.
        ignore: the patterns of the operations to ignore.
    """

    only: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()

    def select(self, differences: Iterable[Difference], ours: Node, theirs: Node) -> list[Difference]:
        """Return the differences that belong to the selected operations of two normal forms.

        Raises:
            CodegenError: A pattern matches no operation.
        """
        if not self.only and not self.ignore:
            return list(differences)
        labels = _collect_labels(ours, theirs)
        wanted = self._find(self.only, labels, "--only") if self.only else set(labels)
        ignored = self._find(self.ignore, labels, "--ignore")
        return [each for each in differences if self._has(each, wanted, ignored)]

    def _has(self, difference: Difference, wanted: set[str], ignored: set[str]) -> bool:
        operations = difference.operations
        if not operations:
            return not self.only
        if operations <= ignored:
            return False
        if difference.kind in _OF_THE_DOCUMENT:
            return operations <= wanted
        return bool(operations & wanted - ignored)

    def _find(self, patterns: tuple[str, ...], labels: dict[str, set[str]], option: str) -> set[str]:
        found: set[str] = set()
        for pattern in patterns:
            method, space, rest = pattern.partition(" ")
            normal = f"{method.upper()} {rest}" if space and rest.startswith(("/", "*")) else pattern
            matching = {name for name, each in labels.items() if any(fnmatchcase(label, normal) for label in each)}
            if not matching:
                problem = f"{option} {pattern!r} matches no operation of the two documents"
                raise CodegenError(
                    "", problem, "pass 'GET /path', a path, an operation id or a tag, or a pattern with *"
                )
            found |= matching
        return found


def _collect_labels(ours: Node, theirs: Node) -> dict[str, set[str]]:
    """Return what the patterns are matched with, by the name of each operation of both documents."""
    names: dict[tuple[str, str], str] = {}
    labels: dict[str, set[str]] = {}
    for document in (ours, theirs):
        for _, path, method, operation in iter_operations(document):
            own = f"{method.upper()} {path}"
            name = names.setdefault((re.sub(r"{[^}]*}", "{}", path), method), own)
            found = labels.setdefault(name, set())
            found |= {own, path, str(operation["operationId"]), *map(str, operation.get("tags") or ())}
    return labels
