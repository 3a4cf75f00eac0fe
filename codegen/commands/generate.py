"""`generate`: writes the packages of the contracts, or of another document."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable
from pathlib import Path

from ..generation import generate_contract, generate_document
from ..problems import InvalidDocumentError, Report
from ..project import Project


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command to its parser."""
    parser.add_argument("spec", nargs="?", type=Path, help="another OpenAPI 3 document, as YAML or JSON")
    parser.add_argument("out", nargs="?", type=Path, help="the package folder to write")
    parser.add_argument(
        "--standalone", action="store_true", help="copy the runtime into the package instead of importing it"
    )
    for table in ("names", "operations", "constructors"):
        about = f"a table like {table}.toml of a contract, for this document"
        parser.add_argument(f"--{table}", type=Path, metavar="FILE", help=about)
    parser.add_argument(
        "--lenient", action="store_true", help="replace invalid parts of another document with a warning each"
    )
    parser.add_argument("--json", action="store_true", help="print the counts and all problems as JSON")


def run(chosen: argparse.Namespace, choose: Callable[[], list[Project]]) -> int:
    """Generate the packages, print the counts and the problems, and return 1 if a document is invalid."""
    try:
        if _is_other_document(chosen):
            tables = {name: getattr(chosen, name) for name in ("names", "operations", "constructors")}
            out, standalone, lenient = chosen.out.absolute(), chosen.standalone, chosen.lenient
            report = generate_document(chosen.spec, out, tables, standalone=standalone, lenient=lenient)
            _print_report(report, chosen)
        else:
            _generate_contracts(choose(), chosen)
    except InvalidDocumentError as error:
        _print_report(error.report, chosen)
        return error.status
    return 0


def _generate_contracts(projects: list[Project], chosen: argparse.Namespace) -> None:
    reports = {}
    for each in projects:
        if len(projects) > 1 and not chosen.json:
            print(f"{each.name}:", flush=True)
        reports[each.name] = generate_contract(each, each.package)
        if not chosen.json:
            _print_report(reports[each.name], chosen)
    if chosen.json:
        print(json.dumps({name: report.as_dict() for name, report in reports.items()}, indent=2))


def _is_other_document(chosen: argparse.Namespace) -> bool:
    """Return True if the command line names another document than the contracts; its options must fit together."""
    if (chosen.spec is None) != (chosen.out is None):
        chosen.fail("SPEC and OUT must be passed together: generate SPEC OUT")
    if chosen.spec is None and (chosen.standalone or chosen.names or chosen.operations or chosen.constructors):
        chosen.fail("--standalone, --names, --operations and --constructors require SPEC and OUT: generate SPEC OUT")
    if chosen.spec is None and chosen.lenient:
        chosen.fail("--lenient is for other documents; a contract of this project must have no problems")
    if chosen.spec is not None and chosen.contract is not None:
        chosen.fail("--contract is for the contracts of this project; leave it out, or leave out SPEC and OUT")
    return chosen.spec is not None


def _print_report(report: Report, chosen: argparse.Namespace) -> None:
    """Print the problems, to standard error unless as JSON, and the counts of a package that was generated."""
    if chosen.json:
        print(json.dumps(report.as_dict(), indent=2))
        return
    for warning in report.warnings:
        print(f"warning: {warning}", file=sys.stderr)
    if report.errors:
        print(f"{chosen.program}: error: {InvalidDocumentError(report)}", file=sys.stderr)
    else:
        print(report)
