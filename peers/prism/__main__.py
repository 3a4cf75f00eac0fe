"""python -m peers.prism FOLDER --prism PROGRAM: call all operations of the services in a folder, which Prism imitates.

Every operation is called with all arguments, and with the required ones. The table counts what became of the calls; the
reasons follow. The exit status is 1 if a call is not sent, or an answer is not read.
"""

from __future__ import annotations

import argparse
import importlib
import re
import sys
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from ..descriptions.generators import generate_ours
from .calls import Call, call_all
from .server import serve

_OUTCOMES: Final = ("accepted", "rejected", "not sent", "unread", "read differently")


def main() -> int:
    """Print a line for each description, then the reasons; return 1 if a defect of ours is among them."""
    parser = argparse.ArgumentParser(prog="python -m peers.prism", description=__doc__)
    parser.add_argument("folder", type=Path, help="the folder with the descriptions, as YAML or JSON")
    parser.add_argument("--prism", type=Path, required=True, help="the program prism")
    parser.add_argument("--only", nargs="+", metavar="NAME", help="the names of these files only, without their ending")
    chosen = parser.parse_args()
    found = sorted(each for each in chosen.folder.iterdir() if each.suffix in {".json", ".yaml", ".yml"})
    found = [each for each in found if not chosen.only or each.stem in chosen.only]
    reasons: Counter[str] = Counter()
    _print("| description | security | calls | " + " | ".join(_OUTCOMES) + " |\n" + "|---" * (3 + len(_OUTCOMES)) + "|")
    failed = False
    with TemporaryDirectory() as temporary:
        sys.path.insert(0, temporary)
        for each in found:
            security, calls = call_service(each, Path(temporary), chosen.prism)
            counts = Counter(call.outcome for call in calls)
            figures = [each.stem, security, str(len(calls)), *(str(counts[outcome]) for outcome in _OUTCOMES)]
            _print(f"| {' | '.join(figures)} |")
            reasons.update(f"{each.stem}: {_describe(call)}" for call in calls if call.outcome != "accepted")
            failed = failed or counts["not sent"] + counts["unread"] + counts["read differently"] > 0
    for reason in reasons:
        _print(reason)
    return int(failed)


def call_service(description: Path, folder: Path, prism: Path) -> tuple[str, list[Call]]:
    """Generate the package of a description, and call all its operations.

    Args:
        description: The file.
        folder: A folder from which packages can be imported.
        prism: The program.

    Returns:
        The kinds of the security schemes, and the calls.
    """
    package = re.sub(r"\W", "_", description.stem) + "_api"
    generated = generate_ours(description, folder / package)
    if generated.failure:
        raise SystemExit(f"{description.name}: {generated.failure}")
    importlib.invalidate_caches()
    schemes = importlib.import_module(f"{package}.security").SECURITY_SCHEMES
    kinds = ", ".join(sorted({each.kind for each in schemes.values()})) or "none"
    with serve(prism, description, folder / f"{package}.log") as base_url:
        return kinds, list(call_all(package, base_url))


def _describe(call: Call) -> str:
    arguments = "required arguments" if call.required_only else "all arguments"
    doubts = f" (no valid example: {', '.join(call.doubts)})" if call.doubts else ""
    return f"{call.outcome}: {call.operation} with {arguments}: {call.reason}{doubts}"


def _print(text: str) -> None:
    print(text, flush=True)  # noqa: T201 - the result


if __name__ == "__main__":
    sys.exit(main())
