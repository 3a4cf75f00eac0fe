"""The MANIFEST of a generated package, and pin.toml, which fixes the contract and the version of the generator."""

from __future__ import annotations

import hashlib
import json
import re
from importlib.metadata import version
from pathlib import Path

from .problems import CodegenError
from .tables import read_toml

HERE = Path(__file__).parent
GENERATOR = "openapi-python-client"
GENERATOR_VERSION = "0.29.1"
# Parts of codegen that do not affect packages.
_UNUSED = ("drift/", "second_reading/", "commands/", "contracts", "editable/")
_TABLES = ("names", "corrections", "operations", "constructors")  # the tables of a contract that affect its package


def compute_digest(path: Path) -> str:
    """Return the SHA-256 of a file, in hex."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def describe_source(path: Path) -> str:
    """Return the name and hash of a source file, as it is written into the package; unsafe characters are replaced."""
    name = re.sub(r"[^\w.-]+", "_", path.name)
    return f"{name} sha256:{compute_digest(path)[:16]}"


def compute_codegen_digest(runtime: Path | None = None, tables: Path | None = None) -> str:
    """Return the SHA-256, in hex, of all files besides the document that affect the generated package.

    Args:
        runtime: The folder of the runtime, if the package gets a copy of it.
        tables: The folder of the tables, for a contract of this project.
    """
    joined = hashlib.sha256()
    for root in filter(None, (HERE, runtime)):
        for path in sorted(root.rglob("*")):
            name = path.relative_to(root).as_posix()
            if path.suffix in (".py", ".jinja", ".toml") and not name.startswith(_UNUSED):
                joined.update(name.encode() + b"\0" + path.read_bytes() + b"\0")
    for path in [tables / f"{name}.toml" for name in _TABLES] if tables else ():
        if not path.exists():
            continue
        joined.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return joined.hexdigest()


def write_manifest(folder: Path, source: str, runtime: Path | None = None, tables: Path | None = None) -> None:
    """Write the MANIFEST of a package: the hash of every file, and what the files were generated from.

    Args:
        folder: The folder of the package.
        source: The document, see `describe_source`.
        runtime: The folder of the runtime, if the package has a copy of it.
        tables: The folder of the tables, for a contract of this project.
    """
    lines = [
        f"contract {source}",
        f"codegen {compute_codegen_digest(runtime, tables)}",
        f"generator {GENERATOR} {GENERATOR_VERSION}",
        *(f"{compute_digest(path)}  {path.relative_to(folder).as_posix()}" for path in list_files(folder)),
    ]
    (folder / "MANIFEST").write_text("\n".join(lines) + "\n", encoding="utf-8")


def list_files(folder: Path) -> list[Path]:
    """Return the files of a generated package, sorted, without the MANIFEST and compiled modules."""
    return sorted(
        path
        for path in folder.rglob("*")
        if path.is_file() and path.name != "MANIFEST" and "__pycache__" not in path.parts
    )


def find_differences(found: Path, expected: Path) -> list[str]:
    """Return the differences between a package and a freshly generated one, one line each."""
    actual = {path.relative_to(found).as_posix(): path.read_bytes() for path in list_files(found)}
    fresh = {path.relative_to(expected).as_posix(): path.read_bytes() for path in list_files(expected)}
    lines = [f"changed by hand: {name}" for name in sorted(actual.keys() & fresh.keys()) if actual[name] != fresh[name]]
    lines += [f"missing: {name}" for name in sorted(fresh.keys() - actual.keys())]
    lines += [f"not generated: {name}" for name in sorted(actual.keys() - fresh.keys())]
    manifest = found / "MANIFEST"
    if not manifest.is_file():
        lines.append("missing: MANIFEST")
    elif not lines and manifest.read_bytes() != (expected / "MANIFEST").read_bytes():
        lines.append("MANIFEST: the files are the same, but codegen/ has changed")
    return lines


def check_pin(contract: Path, pin: Path, command: str) -> None:
    """Check that the contract and the installed generator are those of pin.toml, if there is one.

    Args:
        contract: The contract.
        pin: pin.toml.
        command: The command that writes it, for advice.

    Raises:
        CodegenError: The contract has another hash, or the generator another version.
    """
    pinned = read_toml(pin)
    if not pinned:
        return
    if compute_digest(contract) != pinned["contract"]["sha256"]:
        problem = f"{contract.name} does not match the SHA-256 in pin.toml"
        raise CodegenError("", problem, f"review the change, then run `{command}`")
    if version(GENERATOR) != pinned["generator"]["version"]:
        raise CodegenError(
            "",
            f"{GENERATOR} {version(GENERATOR)} is installed, but pin.toml requires {pinned['generator']['version']}",
            "install the pinned version: pip install -e '.[codegen]'",
        )


def write_pin(contract: Path, pin: Path, interface_date: str) -> None:
    """Write pin.toml: the hash of the contract, its interface version (a date), and the version of the generator."""
    pin.write_text(
        "# Written by `openrouterkit pin`; `generate` rejects a contract with another hash.\n\n"
        f'[contract]\nsha256 = "{compute_digest(contract)}"\ninterface = {json.dumps(interface_date)}\n\n'
        f'[generator]\nname = "{GENERATOR}"\nversion = "{GENERATOR_VERSION}"\n',
        encoding="utf-8",
    )
