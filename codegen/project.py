"""The contracts of the project, and the paths of their documents, tables and generated packages."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from .problems import CodegenError
from .tables import read_toml

_ROOT = Path(__file__).parent.parent
_KEYS = {"document", "package"}


@dataclass(frozen=True)
class Project:
    """One contract of a checkout, with the paths that belong to it. The defaults are those of the first contract.

    Args:
        root: The folder of the checkout.
        name: The name of the contract, and of the folder with its tables.
        document: The contract, relative to `root`.
        package_name: The generated package.
    """

    root: Path = _ROOT
    name: str = "openrouter"
    document: str = "openapi.yaml"
    package_name: str = "openrouterkit_api"

    @property
    def contract(self) -> Path:
        """The contract, an OpenAPI document."""
        return self.root / self.document

    @property
    def package(self) -> Path:
        """The generated package."""
        return self.root / "generated" / self.package_name

    @property
    def tables(self) -> Path:
        """The folder of the tables, which configure how this contract is generated and compared."""
        return self.root / "codegen" / "contracts" / self.name

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


def read_projects(root: Path = _ROOT) -> list[Project]:
    """Return the contracts in contracts.toml, in its order.

    Args:
        root: The folder of the checkout.

    Raises:
        CodegenError: The file is not valid TOML, or a row does not consist of `document` and `package`.
    """
    path = root / "codegen" / "contracts.toml"
    projects = []
    for name, row in read_toml(path).items():
        if not isinstance(row, dict) or row.keys() != _KEYS or not all(isinstance(each, str) for each in row.values()):
            raise CodegenError(
                f"{path.name}/{name}",
                "a row must be a table with the texts `document` and `package`",
                f"write [{name}], and these two keys below",
            )
        projects.append(Project(root, name, row["document"], row["package"]))
    return projects


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
