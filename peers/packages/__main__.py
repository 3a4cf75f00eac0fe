"""python -m peers.packages PACKAGE ...: run the cases of packages against the local server, and print a table.

A package is installed in the environment `.venv-<package>`. The exit status is 1 if a case fails, or if a package has a
method for an operation that no case calls.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from pathlib import Path
from typing import Any, Final

from openrouterkit.local import LocalServer
from openrouterkit_local.contract.document import load_shipped_contract

_ROOT: Final = Path(__file__).resolve().parents[2]
_TIMEOUT: Final = 300.0
# The operation ids that a package has methods for; the cases fail if a package does not have a method that they call.
_OPERATIONS: Final = {
    "mistralai": {each.id for each in load_shipped_contract("openrouterkit_mistral_api").operations},
    "openai": {"sendChatCompletionRequest", "createEmbeddings", "getModels", "retrieveModel"},
    "openrouter": {each.id for each in load_shipped_contract().operations} - {"createCoinbaseCharge"},
}


def main() -> int:
    """Run all cases and print the table; return 1 if anything is not as expected."""
    parser = argparse.ArgumentParser(prog="python -m peers.packages", description="Read the local server's responses.")
    parser.add_argument("packages", nargs="+", choices=sorted(_OPERATIONS), help="packages to test")
    failures = 0
    for package in parser.parse_args().packages:
        failures += _run_package(package)
    print(f"{failures} failures" if failures else "all responses are read as expected")  # noqa: T201 - the result
    return bool(failures)


def _run_package(package: str) -> int:
    """Print a line for each case of a package, and return the number of failures."""
    python = _ROOT / f".venv-{package}" / "bin" / "python"
    service = "mistral" if package == "mistralai" else "openrouter"
    with LocalServer(service=service, retry_after=0.01) as server:
        command = [str(python), "-m", f"{__package__}.run", package, server.base_url]
        finished = subprocess.run(  # noqa: S603 - the program is in an environment of this project
            command, cwd=_ROOT, timeout=_TIMEOUT, text=True, stdout=subprocess.PIPE, check=True
        )
        called = {request.operation for request in server.requests}
    lines: list[dict[str, Any]] = [json.loads(line) for line in finished.stdout.splitlines()]
    lines += [
        {"operation": name, "name": "no case", "sync": "never called", "async": "never called"}
        for name in sorted(_OPERATIONS[package] - called)
    ]
    width = max(len(f"{line['operation']}: {line['name']}") for line in lines)
    failures = 0
    for line in lines:
        found = {kind: line[kind] for kind in ("sync", "async") if line[kind] is not None}
        failures += len(found)
        outcomes = "  ".join(f"{kind} {'FAILED' if kind in found else 'ok'}" for kind in ("sync", "async"))
        print(f"{package:10}  {line['operation'] + ': ' + line['name']:{width}}  {outcomes}")  # noqa: T201 - the result
        for kind, failure in found.items():
            print(f"    {kind}: {failure}")  # noqa: T201 - the result
    return failures


if __name__ == "__main__":
    sys.exit(main())
