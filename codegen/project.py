"""The contracts of a project, and the paths of their documents, tables and generated packages."""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .problems import CodegenError
from .tables import read_toml

_TYPES: dict[str, type] = {
    "document": str,
    "package": str,
    "tables": str,
    "command": str,
    "passes": list,
    "client": bool,
    "standalone": bool,
    "strict": bool,
}
_REQUIRED = ("document", "package")
_TABLE = "tool.openrouterkit.contracts"


@dataclass(frozen=True)
class Project:
    """One contract of a project, with the paths that belong to it: a table `[tool.openrouterkit.contracts.NAME]`.

    Args:
        root: The folder with pyproject.toml, to which the paths in the table are relative.
        name: The name of the contract.
        contract: The contract, an OpenAPI document; `document` in the table.
        package: The folder of the generated package.
        tables: The folder of the tables, which configure how this contract is generated and compared. None of them
            need exist. Defaults to `contracts/NAME`.
        command: The command that generates the package again, for its headers and for advice.
        passes: Functions that change the document, as "module:function"; see `codegen.extensions`.
        client: Generate a client of the package, in client.py.
        standalone: Copy the runtime into the package.
        strict: Fail if the contract causes warnings.
    """

    root: Path
    name: str
    contract: Path
    package: Path
    tables: Path
    command: str = "openrouterkit generate"
    passes: tuple[str, ...] = ()
    client: bool = True
    standalone: bool = False
    strict: bool = False

    @property
    def document(self) -> str:
        """The path of the contract, relative to `root`."""
        return self.contract.relative_to(self.root).as_posix()

    @property
    def pin(self) -> Path:
        """The accepted hash of the contract, and the required version of openapi-python-client."""
        return self.tables / "pin.toml"

    @property
    def names(self) -> Path:
        """Names that override the generated ones, and reserved names."""
        return self.tables / "names.toml"

    @property
    def corrections(self) -> Path:
        """The corrections to the contract."""
        return self.tables / "corrections.toml"

    @property
    def operations(self) -> Path:
        """The classes and settings that customize the responses of single operations."""
        return self.tables / "operations.toml"

    @property
    def constructors(self) -> Path:
        """The functions of the generated package that build models from keyword arguments."""
        return self.tables / "constructors.toml"

    @property
    def second_reading(self) -> Path:
        """The intended differences between the package and what openapi-python-client reads; it need not exist."""
        return self.tables / "second_reading.toml"

    @property
    def deliberate(self) -> Path:
        """The intended differences between the contract and the published description."""
        return self.tables / "deliberate.toml"


def find_root(start: Path) -> Path:
    """Return the nearest folder, from `start` upwards, whose pyproject.toml lists contracts.

    Raises:
        CodegenError: There is none.
    """
    for folder in (start, *start.parents):
        path = folder / "pyproject.toml"
        if path.is_file() and _read_rows(path):
            return folder
    raise CodegenError(
        str(start),
        "no pyproject.toml here or above lists contracts",
        f"add [{_TABLE}.NAME] with the keys document and package, or pass a document: generate SPEC OUT",
    )


def read_projects(root: Path) -> list[Project]:
    """Return the contracts that the pyproject.toml of a project lists, in its order.

    Args:
        root: The folder with pyproject.toml.

    Raises:
        CodegenError: The file is not valid TOML, or a row has an unknown key, lacks one, or has an invalid value.
    """
    path = root / "pyproject.toml"
    return [_read_project(root, name, row) for name, row in _read_rows(path).items()]


def _read_rows(path: Path) -> dict[str, Any]:
    found: Any = read_toml(path)
    for key in _TABLE.split("."):
        found = found.get(key, {}) if isinstance(found, dict) else {}
    return found if isinstance(found, dict) else {}


def _read_project(root: Path, name: str, row: Any) -> Project:
    place = f"pyproject.toml/{_TABLE}.{name}"
    if not isinstance(row, dict):
        raise CodegenError(place, "a row must be a table", f"write [{_TABLE}.{name}], and its keys below")
    for key, value in row.items():
        if key not in _TYPES:
            near = difflib.get_close_matches(key, _TYPES, 1) or _TYPES
            raise CodegenError(place, f"unknown key {key!r}", f"use {', '.join(near)}, or remove it")
        if not isinstance(value, _TYPES[key]) or (isinstance(value, list) and not _are_paths(value)):
            wanted = {str: "text", bool: "true or false", list: 'a list of texts "module:function"'}[_TYPES[key]]
            raise CodegenError(place, f"{key} must be {wanted}, not {value!r}", f"correct {key}")
    for key in _REQUIRED:
        if key not in row:
            raise CodegenError(place, f"the row has no {key}", f"add the key {key}, a path relative to pyproject.toml")
    paths = {"contract": row["document"], "package": row["package"], "tables": row.get("tables", f"contracts/{name}")}
    settings = {key: row[key] for key in ("command", "client", "standalone", "strict") if key in row}
    passes = tuple(row.get("passes", ()))
    return Project(root, name, **{key: root / path for key, path in paths.items()}, passes=passes, **settings)


def _are_paths(values: list[Any]) -> bool:
    return all(isinstance(each, str) and each.count(":") == 1 for each in values)


def choose_projects(projects: list[Project], name: str | None) -> list[Project]:
    """Return the contract with this name, or all of them for None.

    Raises:
        CodegenError: There is no contract with this name.
    """
    chosen = [each for each in projects if name in (None, each.name)]
    if not chosen:
        known = ", ".join(each.name for each in projects)
        raise CodegenError("", f"the project has no contract {name!r}", f"use one of {known}")
    return chosen
