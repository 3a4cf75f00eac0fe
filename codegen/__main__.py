"""python -m codegen: generate the package, check it, pin the contract."""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from . import corrections, document, names
from .manifest import check_pin, digest, files_of, write_pin
from .normal_form import normal_form
from .problems import Problem, Report
from .render import render

ROOT = Path(__file__).parent.parent
CONTRACT = ROOT / "openapi.yaml"
PACKAGE = ROOT / "generated" / "openrouterkit_api"


def main(arguments: list[str] | None = None) -> int:
    """Run a command; the exit status is 0, or 1 with the reason on standard error."""
    parser = argparse.ArgumentParser(prog="python -m codegen", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    generating = commands.add_parser("generate", help="write the package of the contract, or of another document")
    generating.add_argument("spec", nargs="?", type=Path, help="another OpenAPI 3 document, YAML or JSON")
    generating.add_argument("out", nargs="?", type=Path, help="the package folder for it; its imports are relative")
    commands.add_parser("check", help="hold the tree against the contract; name what differs")
    commands.add_parser("pin", help="accept openapi.yaml as it stands")
    chosen = parser.parse_args(arguments)
    try:
        if chosen.command == "pin":
            return _pin()
        if chosen.command == "check":
            return _check()
        if (chosen.spec is None) != (chosen.out is None):
            parser.error("another document needs a package folder beside it: generate SPEC OUT")
        return _generate_own(PACKAGE) if chosen.spec is None else _generate_other(chosen.spec, chosen.out)
    except (Problem, OSError) as problem:
        print(f"codegen stopped: {problem}", file=sys.stderr)
        return 1


def _generate_own(out: Path, *, quiet: bool = False) -> int:
    check_pin(CONTRACT)
    report = Report()
    agreed = names.read(ROOT / "codegen" / "names.toml")
    corrected = corrections.read(ROOT / "codegen" / "corrections.toml")
    normal = normal_form(document.load(CONTRACT), report, agreed, corrected)
    if not report.warnings:
        source = f"openapi.yaml sha256:{digest(CONTRACT)[:16]}"
        render(normal, out, report, agreed, source, "make generate")
    if report.warnings:
        rule = "the contract generates without a warning:\n    " + "\n    ".join(report.warnings)
        raise Problem("", rule, "mend openapi.yaml, or agree on a name in codegen/names.toml")
    if not quiet:
        print(report)
    return 0


def _generate_other(spec: Path, out: Path) -> int:
    report = Report()
    agreed = names.AgreedNames()
    normal = normal_form(document.load(spec), report, agreed, [])
    source = f"{spec.name} sha256:{digest(spec)[:16]}"
    render(normal, out.absolute(), report, agreed, source, "python -m codegen generate SPEC OUT")
    for warning in report.warnings:
        print(f"warning: {warning}")
    print(report)
    return 0


def _check() -> int:
    with tempfile.TemporaryDirectory() as scratch:
        fresh = Path(scratch) / PACKAGE.name
        _generate_own(fresh, quiet=True)
        expected = {path.relative_to(fresh).as_posix(): path.read_bytes() for path in files_of(fresh)}
        found = {path.relative_to(PACKAGE).as_posix(): path.read_bytes() for path in files_of(PACKAGE)}
        manifest = (fresh / "MANIFEST").read_bytes()
    differing = [
        f"changed by hand: {name}" for name in sorted(expected) if name in found and found[name] != expected[name]
    ]
    differing += [f"missing: {name}" for name in sorted(expected.keys() - found.keys())]
    differing += [f"not generated: {name}" for name in sorted(found.keys() - expected.keys())]
    if not differing and (PACKAGE / "MANIFEST").read_bytes() != manifest:
        differing = ["MANIFEST"]
    if differing:
        print("generated/ is not what the contract gives:", *differing, sep="\n  ", file=sys.stderr)
        print("undo hand edits; after a change to the contract or codegen/, run `make generate`", file=sys.stderr)
        return 1
    print(f"generated/ is what the contract gives: {len(expected)} files")
    return 0


def _pin() -> int:
    interface = str(document.load(CONTRACT).get("info", {}).get("version", ""))
    write_pin(CONTRACT, interface)
    print(f"pinned openapi.yaml {digest(CONTRACT)[:16]}, interface of {interface}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
