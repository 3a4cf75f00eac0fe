"""What the contract states otherwise on purpose: differences that are known, with the reason for each."""

from __future__ import annotations

import tomllib
from pathlib import Path

from ..problems import CodegenError
from .difference import Difference


class Allowlist:
    """The known differences of a TOML file; none where there is no file.

    Raises:
        CodegenError: an entry has no reason, or names no difference.
    """

    def __init__(self, path: Path) -> None:
        entries = tomllib.loads(path.read_text(encoding="utf-8")).get("deliberate", []) if path.is_file() else []
        self._reasons: dict[str, str] = {}
        for index, entry in enumerate(entries):
            if not entry.get("reason") or not entry.get("differences"):
                problem = "the entry has no `reason`, or no list of `differences`"
                raise CodegenError(f"{path.name} entry {index + 1}", problem, "add what is missing")
            self._reasons |= dict.fromkeys(entry["differences"], entry["reason"])

    def reason(self, difference: Difference) -> str | None:
        """Why the contract differs here, None where nobody has details so."""
        key = self._key(difference)
        return None if key is None else self._reasons[key]

    def stale(self, found: list[Difference]) -> list[str]:
        """The entries that none of the differences is."""
        met = {self._key(each) for each in found}
        return [key for key in self._reasons if key not in met]

    def _key(self, difference: Difference) -> str | None:
        owner = difference.key.rpartition(".")[0]
        return next((key for key in (difference.key, f"{owner}.*") if key in self._reasons), None)
