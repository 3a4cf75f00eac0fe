"""Brings a document to its normal form, by running the passes in order."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from copy import deepcopy

from .corrections import apply
from .dialects import swagger, webhooks
from .document import Node, get_schemas, iter_operations
from .names import AgreedNames
from .passes import (
    aliases,
    allof,
    constants,
    distinct,
    hoist,
    invariants,
    kinds,
    media,
    nullability,
    omissions,
    operations,
    parameters,
    plain,
    references,
    required,
    security,
    siblings,
    structure,
    tags,
)
from .problems import Report
from .usage import find_unused


def build_normal_form(
    document: Node,
    report: Report,
    agreed: AgreedNames,
    corrections: list[Node],
    first: Iterable[Callable[[Node, Report], None]] = (),
) -> Node:
    """Return a copy of the document in normal form, in which everything is expressed in one way; see `codegen.passes`.

    Args:
        document: The document; it is not changed.
        report: Receives the counts and the warnings.
        agreed: Names that override the generated ones.
        corrections: Changes to apply first, see `codegen.corrections`.
        first: Passes of a project, which run after the corrections and before all others.

    Raises:
        InvalidDocumentError: Parts of the document are invalid; the report has all errors.
        CodegenError: A correction is invalid.
    """
    normal = deepcopy(document)
    apply(normal, corrections)
    swagger.convert(normal, report)
    for each in first:
        each(normal, report)
    report.unused = find_unused(normal)
    try:
        _run_passes(normal, report, agreed)
    finally:
        report.check()  # also if a pass fails, as the errors may be the cause
    report.operations = sum(1 for _ in iter_operations(normal))
    report.schemas = len(get_schemas(normal))
    return normal


def _run_passes(normal: Node, report: Report, agreed: AgreedNames) -> None:
    structure.run(normal, report)
    webhooks.collect(normal, report)
    references.run(normal, report)
    omissions.run(normal, report)
    invariants.run(normal, report)
    parameters.run(normal, report)
    siblings.run(normal, report)
    kinds.run(normal, report)
    nullability.run(normal, report)
    constants.run(normal, report)
    allof.run(normal, report)
    required.run(normal, report)
    plain.run(normal, report)
    hoist.run(normal, report, agreed.schemas)
    aliases.run(normal, report)
    distinct.run(normal, report, agreed.reserved, agreed.members)
    tags.run(normal, report)
    media.run(normal, report)
    security.run(normal, report)
    operations.run(normal, report, agreed)
