"""The differences that are intended, with the reason for each."""

from __future__ import annotations

from pathlib import Path

from ..problems import CodegenError
from ..tables import read_toml
from .comparing.difference import Difference


class Allowlist:
    """The intended differences in a TOML file; none without a file.

    Raises:
        CodegenError: an entry has no reason or no differences.
    """

    def __init__(self, path: Path | None) -> None:
        entries = read_toml(path).get("deliberate", []) if path is not None and path.is_file() else []
        self._reasons: dict[str, str] = {}
        for index, entry in enumerate(entries):
            if not entry.get("reason") or not entry.get("differences"):
                problem = "the entry has no `reason`, or no list of `differences`"
                raise CodegenError(f"{path and path.name} entry {index + 1}", problem, "add the missing member")
            self._reasons |= dict.fromkeys(entry["differences"], entry["reason"])

    def find_reason(self, difference: Difference) -> str | None:
        """Return the reason for an intended difference, or None for any other."""
        key = self._find_key(difference)
        return None if key is None else self._reasons[key]

    def find_stale(self, differences: list[Difference]) -> list[str]:
        """Return the keys in the file that match none of the differences."""
        used = {self._find_key(each) for each in differences}
        return [key for key in self._reasons if key not in used]

    def _find_key(self, difference: Difference) -> str | None:
        owner = difference.key.rpartition(".")[0]
        return next((key for key in (difference.key, f"{owner}.*") if key in self._reasons), None)
