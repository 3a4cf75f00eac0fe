"""The commands of the generator, one module each, which are imported when they are chosen.

Each module has `add_arguments(parser)` and `run(chosen, choose)`. `run` receives the arguments of the command line, and
a function that returns the contracts that the command is for; it returns the exit status.
"""

from __future__ import annotations

COMMANDS = {
    "generate": "generate the packages of the contracts, or of another document: SPEC OUT",
    "check": "check that generated packages are up to date and agree with openapi-python-client; list what differs",
    "pin": "accept the current contracts: write their hashes to pin.toml",
    "drift": "compare two documents, or a contract with a newer one; exit status 1 if they differ",
    "surface": "compare the public names with those of a commit; exit status 1 if any were removed",
    "update": "apply a newer description, pin, generate, check, list public names, and draft the changelog",
}
"""The name of each command and of its module, and its purpose."""
