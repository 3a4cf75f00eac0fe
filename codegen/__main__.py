"""Generate a Python package from an OpenAPI document, check it, and compare it with other versions."""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from . import behaviors, constructors, corrections, document, names, surface, unexpected
from .document import Node
from .manifest import check_pin, compute_digest, describe_source, find_differences, list_files, write_pin
from .normal_form import build_normal_form
from .problems import CodegenError, InvalidDocumentError, Report
from .project import Project, choose_projects, read_projects
from .rendering.render import render


def main(arguments: Sequence[str] | None = None, project: Project | None = None) -> int:
    """Run a command and return its exit status: 0, or 1 with an error on standard error.

    `drift` returns 1 if differences remain, and `surface` returns 1 if names were removed; both return 2 if they fail.

    Args:
        arguments: The command line, without the program name; defaults to `sys.argv[1:]`.
        project: The only contract to work on; defaults to those in contracts.toml of the checkout with this module.
    """
    parser = _build_parser()
    chosen = parser.parse_args(arguments)
    try:
        if chosen.command == "generate" and _is_other_document(parser, chosen):
            return _generate_other(chosen)
        projects = choose_projects([project] if project else read_projects(), chosen.contract)
        if chosen.command == "drift":
            return _drift(projects[0], chosen.other, as_json=chosen.json, apply=chosen.apply)
        return max([_run(each, chosen, is_only=len(projects) == 1) for each in projects])
    except Exception as error:  # noqa: BLE001 - every other exception is reported as an error too
        message = error if isinstance(error, CodegenError) else unexpected.describe(error)
        print(f"codegen: error: {message}", file=sys.stderr)
        return 2 if chosen.command in ("drift", "surface") else 1


def _is_other_document(parser: argparse.ArgumentParser, chosen: argparse.Namespace) -> bool:
    """Return True if the command line names another document than the contracts; its options must fit together."""
    if (chosen.spec is None) != (chosen.out is None):
        parser.error("SPEC and OUT must be passed together: generate SPEC OUT")
    if chosen.spec is None and (chosen.standalone or chosen.names or chosen.operations or chosen.constructors):
        parser.error("--standalone, --names, --operations and --constructors require SPEC and OUT: generate SPEC OUT")
    if chosen.spec is None and chosen.lenient:
        parser.error("--lenient is for other documents; a contract of this project must have no problems")
    if chosen.spec is not None and chosen.contract is not None:
        parser.error("--contract is for the contracts of this project; leave it out, or leave out SPEC and OUT")
    return chosen.spec is not None


def _run(project: Project, chosen: argparse.Namespace, *, is_only: bool) -> int:
    """Run a command for one contract, and print the name of the contract first if there are several."""
    if not is_only:
        print(f"{project.name}:", flush=True)
    match chosen.command:
        case "check":
            return _check(project)
        case "pin":
            return _pin(project)
        case "surface":
            return _surface(project, chosen.against)
        case _:
            _print_report(_generate_own(project, project.package), as_json=chosen.json)
            return 0


def _build_parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m codegen", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)

    def command(name: str, purpose: str, default: str = "all of them") -> argparse.ArgumentParser:
        made = commands.add_parser(name, help=purpose, description=f"{purpose[0].upper()}{purpose[1:]}.")
        about = f"the name of a contract in codegen/contracts.toml; defaults to {default}"
        made.add_argument("--contract", metavar="NAME", help=about)
        return made

    generating = command("generate", "generate the packages of the contracts, or of another document: SPEC OUT")
    generating.add_argument("spec", nargs="?", type=Path, help="another OpenAPI 3 document, as YAML or JSON")
    generating.add_argument("out", nargs="?", type=Path, help="the package folder to write")
    generating.add_argument(
        "--standalone", action="store_true", help="copy the runtime into the package instead of importing it"
    )
    generating.add_argument(
        "--names", type=Path, metavar="FILE", help="a table like names.toml of a contract, for this document"
    )
    generating.add_argument(
        "--operations", type=Path, metavar="FILE", help="a table like operations.toml of a contract, for this document"
    )
    generating.add_argument(
        "--constructors",
        type=Path,
        metavar="FILE",
        help="a table like constructors.toml of a contract, for this document",
    )
    generating.add_argument(
        "--lenient", action="store_true", help="replace invalid parts of another document with a warning each"
    )
    generating.add_argument("--json", action="store_true", help="print the counts and all problems as JSON")
    command("check", "check that generated/ is up to date and agrees with openapi-python-client; list what differs")
    command("pin", "accept the current contracts: write their hashes to pin.toml")
    drifting = command(
        "drift", "compare a contract with a newer description of its service; exit status 1 if they differ", "the first"
    )
    drifting.add_argument("other", type=Path, help="an OpenAPI 3 document, as YAML or JSON")
    drifting.add_argument("--json", action="store_true", help="print the differences as JSON")
    drifting.add_argument("--apply", action="store_true", help="apply additions and changes to the contract")
    surfacing = command("surface", "compare the public names with those of a commit; exit status 1 if any were removed")
    surfacing.add_argument("--against", required=True, metavar="REF", help="a commit, tag or branch")
    return parser


def _generate_own(project: Project, out: Path) -> Report:
    """Generate the package of a contract of this project, which must not cause warnings."""
    normal, report = _normalize_own(project)
    _render_own(project, normal, out)
    return report


def _normalize_own(project: Project) -> tuple[Node, Report]:
    """Return the normal form of a contract of this project, with its report."""
    check_pin(project.contract, project.pin)
    report = Report()
    corrected = corrections.read(project.corrections)
    normal = build_normal_form(document.load(project.contract), report, names.read(project.names), corrected)
    if report.problems:
        problem = "the contract causes warnings:\n    " + "\n    ".join(report.warnings)
        names_file = project.names.relative_to(project.root)
        raise CodegenError("", problem, f"correct {project.document}, or add a name to {names_file}")
    return normal, report


def _render_own(project: Project, normal: Node, out: Path) -> None:
    operations, functions = behaviors.read(project.operations), constructors.read(project.constructors)
    source = describe_source(project.contract)
    render(normal, out, source, "make generate", operations, functions, tables=project.tables)


def _generate_other(chosen: argparse.Namespace) -> int:
    """Generate the package of another document, and print its problems."""
    report = Report(lenient=chosen.lenient)
    read_from = [chosen.spec, *filter(None, (chosen.names, chosen.operations, chosen.constructors))]
    source = " and ".join(map(describe_source, read_from))
    operations = behaviors.read(chosen.operations) if chosen.operations else {}
    functions = constructors.read(chosen.constructors) if chosen.constructors else {}
    agreed = names.read(chosen.names) if chosen.names else names.AgreedNames()
    try:
        normal = build_normal_form(document.load(chosen.spec), report, agreed, [])
    except InvalidDocumentError:
        _print_report(report, as_json=chosen.json)
        return 1
    command = f"python -m codegen generate SPEC OUT{' --standalone' if chosen.standalone else ''}"
    render(normal, chosen.out.absolute(), source, command, operations, functions, standalone=chosen.standalone)
    _print_report(report, as_json=chosen.json)
    return 0


def _print_report(report: Report, *, as_json: bool) -> None:
    """Print the problems, to standard error unless as JSON, and the counts of a package that was generated."""
    if as_json:
        print(json.dumps(report.as_dict(), indent=2))
        return
    for warning in report.warnings:
        print(f"warning: {warning}", file=sys.stderr)
    if report.errors:
        print(f"codegen: error: {InvalidDocumentError(report)}", file=sys.stderr)
    else:
        print(report)


def _check(project: Project) -> int:
    normal, _ = _normalize_own(project)
    with tempfile.TemporaryDirectory() as scratch:
        expected = Path(scratch) / project.package.name
        _render_own(project, normal, expected)
        differing = find_differences(project.package, expected)
        count = len(list_files(expected))
    package = project.package.relative_to(project.root)
    if differing:
        problem = f"{package}/ is not up to date with {project.document} and codegen/:"
        advice = f"revert manual edits; after a change to {project.document} or codegen/, run `make generate`"
        print("\n  ".join([problem, *differing]), advice, sep="\n", file=sys.stderr)
        return 1
    print(f"{package}/ is up to date: {count} files")
    return _compare_readings(project, normal)


def _compare_readings(project: Project, normal: Node) -> int:
    """Compare the package with what openapi-python-client reads from the same normal form; print the result."""
    from .second_reading import comparison

    result = comparison.compare(normal, project.package)
    rows = comparison.read_reasons(project.second_reading)
    unexplained = comparison.find_unexplained(result, rows)
    package, table = (each.relative_to(project.root) for each in (project.package, project.second_reading))
    if unexplained:
        problem = f"{package}/ and openapi-python-client differ, without a reason in {table}:"
        advice = f"correct codegen/, or list the difference with its reason in {table}"
        print("\n  ".join([problem, *unexplained]), advice, sep="\n", file=sys.stderr)
        return 1
    explained = f", except for {len(rows)} with a reason in {table}" if rows else ""
    print(f"openapi-python-client reads the same in {result.count} places{explained}")
    return 0


def _pin(project: Project) -> int:
    interface = str(document.load(project.contract).get("info", {}).get("version", ""))
    write_pin(project.contract, project.pin, interface)
    print(f"pinned {project.contract.name} {compute_digest(project.contract)[:16]}, interface version {interface}")
    return 0


def _drift(project: Project, other: Path, *, as_json: bool, apply: bool) -> int:
    from .drift import report
    from .drift.command import Comparison

    comparison = Comparison(project, other)
    for warning in comparison.warnings:
        print(f"warning: {warning}", file=sys.stderr)
    drift = comparison.drift()
    applied = comparison.apply() if apply else None
    if applied is not None:
        project.contract.write_text(applied.text, encoding="utf-8")
    if as_json:
        print(report.format_json(drift, applied))
    else:
        print(report.format_table(drift))
        if applied is not None:
            print("\n" + report.format_applied(applied, project.contract.name))
    left = (
        drift.differences
        if applied is None
        else [*applied.remaining, *(each for each in drift.differences if each.change == "removed")]
    )
    return 1 if left else 0


def _surface(project: Project, reference: str) -> int:
    path = (project.package / "SURFACE").relative_to(project.root)
    before = surface.read_names(project.root, reference, path.as_posix())
    added, removed = surface.compare_names(before, (project.root / path).read_text(encoding="utf-8").splitlines())
    print(surface.format_changes(reference, added, removed))
    return 1 if removed else 0


if __name__ == "__main__":
    sys.exit(main())
