"""MANIFEST, the receipt of a generation, and SURFACE, the public names it gives."""

from __future__ import annotations

import hashlib
import tomllib
from pathlib import Path

from .problems import Problem
from .views import Package

HERE = Path(__file__).parent
GENERATOR_VERSION = "0.29.1"


def digest(path: Path) -> str:
    """The SHA-256 of a file, in hex."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def codegen_digest() -> str:
    """The SHA-256 of everything that decides what a document becomes, beside the document."""
    joined = hashlib.sha256()
    for path in sorted(HERE.rglob("*")):
        if path.suffix in (".py", ".jinja", ".toml") and path.name != "pin.toml" and "__pycache__" not in path.parts:
            joined.update(path.relative_to(HERE).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return joined.hexdigest()


def write_manifest(folder: Path, source: str) -> None:
    """Write the hash of every file beside what they were made from."""
    lines = [
        f"contract {source}",
        f"codegen {codegen_digest()}",
        f"generator openapi-python-client {GENERATOR_VERSION}",
        *(f"{digest(path)}  {path.relative_to(folder).as_posix()}" for path in files_of(folder)),
    ]
    (folder / "MANIFEST").write_text("\n".join(lines) + "\n", encoding="utf-8")


def files_of(folder: Path) -> list[Path]:
    """The files of a generated package, in order; the MANIFEST and compiled modules are left out."""
    return sorted(
        path
        for path in folder.rglob("*")
        if path.is_file() and path.name != "MANIFEST" and "__pycache__" not in path.parts
    )


def write_surface(folder: Path, package: Package) -> None:
    """Write the public names, sorted, one a line: the reviewable difference of a regeneration."""
    lines = [f"models.{model.name}.{member.name}" for model in package.models for member in model.members]
    lines += [f"models.{model.name}" for model in package.models]
    lines += [f"models.{model.dict_name}" for model in package.models if model.dict_name]
    for union in package.unions:
        lines += [f"models.{union.name}", f"models.{union.function}"]
        lines += [f"models.{union.dict_name}"] if union.dict_name else []
    lines += [f"models.{enumeration.name}" for enumeration in package.enumerations]
    for group in package.groups:
        lines += [f"namespaces.{group.name}.{prefix}{group.class_name}" for prefix in ("", "Async")]
        for call in group.calls:
            lines += [
                f"operations.{group.name}.{call.function}",
                f"namespaces.{group.name}.{group.class_name}.{call.method}",
            ]
            lines += [f"operations.{group.name}.{call.function}({member.name})" for member in call.members]
            lines += [f"namespaces.{group.name}.{group.class_name}.{call.stream_method}"] if call.stream_method else []
    (folder / "SURFACE").write_text("\n".join(sorted(lines)) + "\n", encoding="utf-8")


def check_pin(contract: Path) -> None:
    """Hold a contract and the installed generator against pin.toml.

    Raises:
        Problem: one of them is not the pinned one.
    """
    from importlib.metadata import version

    pin = tomllib.loads((HERE / "pin.toml").read_text(encoding="utf-8"))
    if digest(contract) != pin["contract"]["sha256"]:
        raise Problem(
            "", f"{contract.name} is the one pin.toml names by its SHA-256", "review the change, then run `make pin`"
        )
    if version("openapi-python-client") != pin["generator"]["version"]:
        raise Problem(
            "",
            f"openapi-python-client is {pin['generator']['version']}, {version('openapi-python-client')} is installed",
            "install the pinned version: pip install -e '.[codegen]'",
        )


def write_pin(contract: Path, interface_date: str) -> None:
    """Pin a contract: its hash, the date of the interface it states, the generator's version."""
    (HERE / "pin.toml").write_text(
        "# Written by `python -m codegen pin`; `generate` refuses a contract that is not the pinned one.\n\n"
        f'[contract]\nsha256 = "{digest(contract)}"\ninterface = "{interface_date}"\n\n'
        f'[generator]\nname = "openapi-python-client"\nversion = "{GENERATOR_VERSION}"\n',
        encoding="utf-8",
    )
