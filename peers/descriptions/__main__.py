"""python -m peers.descriptions FOLDER: generate the packages of all descriptions in a folder, and print the table.

The exit status is 1 if a package of ours lacks an operation, cannot be imported, or has type errors.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from attrs import asdict

from codegen.document import iter_operations, load
from codegen.problems import CodegenError

from .checks import check
from .generators import Generated, generate_ours, generate_theirs
from .table import HEADING, Row, Side, format_details, format_row


def main() -> int:
    """Print a line for each description, then the details; return 1 if a package of ours is not whole."""
    parser = argparse.ArgumentParser(prog="python -m peers.descriptions", description=__doc__)
    parser.add_argument("folder", type=Path, help="the folder with the descriptions, as YAML or JSON")
    parser.add_argument("--only", nargs="+", metavar="NAME", help="the names of these files only, without their ending")
    parser.add_argument("--alone", action="store_true", help="without openapi-python-client")
    parser.add_argument("--no-mypy", action="store_true", help="without mypy, which takes minutes for large packages")
    parser.add_argument("--keep", type=Path, metavar="FOLDER", help="where to keep the packages and the figures")
    chosen = parser.parse_args()
    found = sorted(each for each in chosen.folder.iterdir() if each.suffix in {".json", ".yaml", ".yml"})
    found = [each for each in found if not chosen.only or each.stem in chosen.only]
    if not found:
        parser.error(f"{chosen.folder} contains no such descriptions")
    print(HEADING, flush=True)  # noqa: T201 - the result
    rows = []
    with TemporaryDirectory() as temporary:
        out = (chosen.keep or Path(temporary)).absolute()
        for each in found:
            rows.append(row := measure(each, out, alone=chosen.alone, with_mypy=not chosen.no_mypy))
            (out / f"{each.stem}.json").write_text(json.dumps(asdict(row), indent=1), encoding="utf-8")
            print(format_row(row), flush=True)  # noqa: T201 - the result
    for row in rows:
        for line in format_details(row):
            print(f"{row.name}: {line}")  # noqa: T201 - the result
    return 0 if all(row.is_whole for row in rows) else 1


def measure(description: Path, out: Path, *, alone: bool, with_mypy: bool) -> Row:
    """Generate and check the packages of a description.

    Args:
        description: The file.
        out: The folder for the packages.
        alone: Only use our generator.
        with_mypy: Whether to run mypy.
    """
    name = re.sub(r"\W", "_", description.stem)
    sides = []
    for whose, generate in (("ours", generate_ours), ("theirs", generate_theirs))[: 1 if alone else None]:
        package = out / whose / f"{name}_api"
        package.parent.mkdir(parents=True, exist_ok=True)
        generated: Generated = generate(description, package)
        cache = out / f"mypy_{whose}"
        checked = None if generated.failure else check(package, cache, with_mypy=with_mypy)
        sides.append(Side(generated, checked))
    version, operations = _count(description)
    return Row(description.stem, version, operations, sides[0], None if alone else sides[1])


def _count(description: Path) -> tuple[str, int]:
    """Return the version of OpenAPI of a document, and the number of its operations; nothing if it cannot be read."""
    try:
        document = load(description)
    except CodegenError:
        return "?", 0
    return str(document.get("openapi") or document.get("swagger")), sum(1 for _ in iter_operations(document))


if __name__ == "__main__":
    sys.exit(main())
