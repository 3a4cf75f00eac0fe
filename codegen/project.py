"""The paths of the project: its contract, what codegen knows about it, and the package that is generated."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Project:
    """The folders and files of a checkout."""

    root: Path = Path(__file__).parent.parent

    @property
    def contract(self) -> Path:
        """The pinned contract."""
        return self.root / "openapi.yaml"

    @property
    def package(self) -> Path:
        """The generated package."""
        return self.root / "generated" / "openrouterkit_api"

    @property
    def pin(self) -> Path:
        """The hash of the contract, and the generator's version."""
        return self.root / "codegen" / "pin.toml"

    @property
    def names(self) -> Path:
        """The agreed names."""
        return self.root / "codegen" / "names.toml"

    @property
    def corrections(self) -> Path:
        """The corrections to the contract."""
        return self.root / "codegen" / "corrections.toml"

    @property
    def operations(self) -> Path:
        """What the clients add to the responses of single operations."""
        return self.root / "codegen" / "operations.toml"

    @property
    def constructors(self) -> Path:
        """The constructors of the generated package."""
        return self.root / "codegen" / "constructors.toml"

    @property
    def deliberate(self) -> Path:
        """What the contract states otherwise than the published description, on purpose."""
        return self.root / "codegen" / "deliberate.toml"
