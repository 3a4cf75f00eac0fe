"""Generates the package of a contract, or of another document: loads it, runs the passes, and writes the package."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from . import behaviors, constructors, corrections, document, names
from .document import Node
from .extensions import load_passes
from .manifest import check_pin, describe_source
from .normal_form import build_normal_form
from .problems import CodegenError, Report, StrictContractError
from .project import Project
from .rendering.render import render


def normalize_contract(project: Project) -> tuple[Node, Report]:
    """Return the normal form of a contract, with its report.

    Raises:
        InvalidDocumentError: The contract is invalid; the report has all errors.
        StrictContractError: The contract causes warnings, and its row says `strict = true`.
        CodegenError: A table is invalid, or pin.toml has another hash.
    """
    check_pin(project.contract, project.pin, project.command.replace("generate", "pin"))
    report = Report()
    corrected, passes = corrections.read(project.corrections), load_passes(project)
    normal = build_normal_form(document.load(project.contract), report, names.read(project.names), corrected, passes)
    if report.problems and project.strict:
        problem = "the contract causes warnings:\n    " + "\n    ".join(report.warnings)
        names_file = project.names.relative_to(project.root)
        raise StrictContractError("", problem, f"correct {project.document}, or add a name to {names_file}")
    return normal, report


def render_contract(project: Project, normal: Node, out: Path) -> None:
    """Write the package of a contract to a folder, from its normal form.

    Raises:
        CodegenError: A table is invalid, or does not fit the contract; see `codegen.rendering.render`.
    """
    operations, functions = behaviors.read(project.operations), constructors.read(project.constructors)
    source = describe_source(project.contract)
    tables, standalone = project.tables, project.standalone
    service = names.read(project.names).service if project.client else None
    render(
        normal,
        out,
        source,
        project.command,
        operations,
        functions,
        tables=tables,
        standalone=standalone,
        service=service,
    )


def generate_contract(project: Project, out: Path) -> Report:
    """Write the package of a contract to a folder, and return the report. See `normalize_contract`."""
    normal, report = normalize_contract(project)
    render_contract(project, normal, out)
    return report


def generate_document(
    spec: Path, out: Path, tables: Mapping[str, Path | None], *, standalone: bool, lenient: bool
) -> Report:
    """Write the package of another document to a folder, and return the report.

    Args:
        spec: The document.
        out: The package's folder.
        tables: The files names, operations and constructors, as far as there are any.
        standalone: Copy the runtime into the package.
        lenient: Replace invalid parts of the document with a warning, instead of stopping.

    Raises:
        InvalidDocumentError: The document is invalid; the report has all errors.
        CodegenError: A table is invalid, or a file does not exist.
    """
    used = {name: path for name, path in tables.items() if path is not None}
    for path in used.values():
        if not path.is_file():
            raise CodegenError(str(path), "there is no such file", "check the path")
    source = " and ".join(map(describe_source, [spec, *used.values()]))
    operations = behaviors.read(used["operations"]) if "operations" in used else {}
    functions = constructors.read(used["constructors"]) if "constructors" in used else {}
    agreed = names.read(used["names"]) if "names" in used else names.AgreedNames()
    report = Report(lenient=lenient)
    normal = build_normal_form(document.load(spec), report, agreed, [])
    command = f"openrouterkit generate SPEC OUT{' --standalone' if standalone else ''}"
    render(normal, out, source, command, operations, functions, standalone=standalone, service=agreed.service)
    return report
