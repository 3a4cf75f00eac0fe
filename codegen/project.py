"""The paths of the project: the contract, the configuration of codegen and the generated package."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Project:
    """The paths of a checkout.

    Args:
        root: The folder of the checkout.
    """

    root: Path = Path(__file__).parent.parent

    @property
    def contract(self) -> Path:
        """The contract, an OpenAPI document."""
        return self.root / "openapi.yaml"

    @property
    def package(self) -> Path:
        """The generated package."""
        return self.root / "generated" / "openrouterkit_api"

    @property
    def pin(self) -> Path:
        """The accepted hash of the contract, and the required version of openapi-python-client."""
        return self.root / "codegen" / "pin.toml"

    @property
    def names(self) -> Path:
        """Names that override the generated ones, and reserved names."""
        return self.root / "codegen" / "names.toml"

    @property
    def corrections(self) -> Path:
        """The corrections to the contract."""
        return self.root / "codegen" / "corrections.toml"

    @property
    def operations(self) -> Path:
        """The classes and settings that customize the responses of single operations."""
        return self.root / "codegen" / "operations.toml"

    @property
    def constructors(self) -> Path:
        """The functions of the generated package that build models from keyword arguments."""
        return self.root / "codegen" / "constructors.toml"

    @property
    def deliberate(self) -> Path:
        """The intended differences between the contract and the published description."""
        return self.root / "codegen" / "deliberate.toml"
