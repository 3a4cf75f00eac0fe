"""MANIFEST, the receipt of a generation, and pin.toml, which says what it may be made from."""

from __future__ import annotations

import hashlib
import json
import re
import tomllib
from importlib.metadata import version
from pathlib import Path

from .problems import CodegenError

HERE = Path(__file__).parent
GENERATOR = "openapi-python-client"
GENERATOR_VERSION = "0.29.1"
_UNUSED = ("drift/", "deliberate.toml", "pin.toml")  # of codegen, by the generation of a package


def compute_digest(path: Path) -> str:
    """The SHA-256 of a file, in hex."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def describe_source(path: Path) -> str:
    """What a package says that it was made from: a file's name, as one word that says nothing else, and its hash."""
    name = re.sub(r"[^\w.-]+", "_", path.name)
    return f"{name} sha256:{compute_digest(path)[:16]}"


def compute_codegen_digest(runtime: Path | None = None) -> str:
    """The SHA-256 of everything that decides what a document becomes, beside the document.

    Args:
        runtime: the folder of the runtime, where the package gets a copy of it.
    """
    joined = hashlib.sha256()
    for root in filter(None, (HERE, runtime)):
        for path in sorted(root.rglob("*")):
            name = path.relative_to(root).as_posix()
            if path.suffix in (".py", ".jinja", ".toml") and not name.startswith(_UNUSED):
                joined.update(name.encode() + b"\0" + path.read_bytes() + b"\0")
    return joined.hexdigest()


def write_manifest(folder: Path, source: str, runtime: Path | None = None) -> None:
    """Write the hash of every file, and of what they were generated from; see `codegen_digest` for `runtime`."""
    lines = [
        f"contract {source}",
        f"codegen {compute_codegen_digest(runtime)}",
        f"generator {GENERATOR} {GENERATOR_VERSION}",
        *(f"{compute_digest(path)}  {path.relative_to(folder).as_posix()}" for path in list_files(folder)),
    ]
    (folder / "MANIFEST").write_text("\n".join(lines) + "\n", encoding="utf-8")


def list_files(folder: Path) -> list[Path]:
    """The files of a generated package, in order; the MANIFEST and compiled modules are left out."""
    return sorted(
        path
        for path in folder.rglob("*")
        if path.is_file() and path.name != "MANIFEST" and "__pycache__" not in path.parts
    )


def find_differences(found: Path, expected: Path) -> list[str]:
    """What sets a package apart from a freshly generated one, a line each; [] where nothing does."""
    have = {path.relative_to(found).as_posix(): path.read_bytes() for path in list_files(found)}
    want = {path.relative_to(expected).as_posix(): path.read_bytes() for path in list_files(expected)}
    named = [f"changed by hand: {name}" for name in sorted(have.keys() & want.keys()) if have[name] != want[name]]
    named += [f"missing: {name}" for name in sorted(want.keys() - have.keys())]
    named += [f"not generated: {name}" for name in sorted(have.keys() - want.keys())]
    receipt = found / "MANIFEST"
    if not receipt.is_file():
        named.append("missing: MANIFEST")
    elif not named and receipt.read_bytes() != (expected / "MANIFEST").read_bytes():
        named.append("MANIFEST: the same files, made by another codegen/")
    return named


def check_pin(contract: Path, pin: Path) -> None:
    """Hold a contract and the installed generator against pin.toml.

    Raises:
        CodegenError: one of them is not the pinned one.
    """
    pinned = tomllib.loads(pin.read_text(encoding="utf-8"))
    if compute_digest(contract) != pinned["contract"]["sha256"]:
        raise CodegenError(
            "", f"{contract.name} does not match the SHA-256 in pin.toml", "review the change, then run `make pin`"
        )
    if version(GENERATOR) != pinned["generator"]["version"]:
        raise CodegenError(
            "",
            f"{GENERATOR} {version(GENERATOR)} is installed, but pin.toml requires {pinned['generator']['version']}",
            "install the pinned version: pip install -e '.[codegen]'",
        )


def write_pin(contract: Path, pin: Path, interface_date: str) -> None:
    """Pin a contract: its hash, the date of the interface it states, the generator's version."""
    pin.write_text(
        "# Written by `python -m codegen pin`; `generate` refuses a contract that is not the pinned one.\n\n"
        f'[contract]\nsha256 = "{compute_digest(contract)}"\ninterface = {json.dumps(interface_date)}\n\n'
        f'[generator]\nname = "{GENERATOR}"\nversion = "{GENERATOR_VERSION}"\n',
        encoding="utf-8",
    )
