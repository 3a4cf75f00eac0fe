"""Where `Cache` keeps its entries: in memory, or in a folder."""

from __future__ import annotations

from collections import OrderedDict
from hashlib import sha256
from pathlib import Path
from tempfile import NamedTemporaryFile
from threading import Lock
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    import os

__all__ = ["FolderStore", "MemoryStore", "Store"]


class Store(Protocol):
    """What a `Cache` keeps its entries in. In async clients, the methods may be async."""

    def get(self, key: str, /) -> Any:
        """Return the text of an entry, as str or bytes; None if there is none."""
        ...

    def set(self, key: str, value: str, /) -> Any:
        """Add or replace the text of an entry.

        Args:
            key: The key of the entry.
            value: The text.
        """
        ...


class MemoryStore:
    """Entries in memory; the entry that was not used for the longest time is dropped first.

    Args:
        max_entries: The number of entries that are kept. Defaults to 1000.
    """

    def __init__(self, max_entries: int = 1000) -> None:
        self._max_entries = max_entries
        self._entries: OrderedDict[str, str] = OrderedDict()
        self._lock = Lock()

    def get(self, key: str, /) -> str | None:
        """Return the text of an entry; None if there is none."""
        with self._lock:
            if key in self._entries:
                self._entries.move_to_end(key)
            return self._entries.get(key)

    def set(self, key: str, value: str, /) -> None:
        """Add or replace the text of an entry.

        Args:
            key: The key of the entry.
            value: The text.
        """
        with self._lock:
            self._entries[key] = value
            self._entries.move_to_end(key)
            while len(self._entries) > self._max_entries:
                self._entries.popitem(last=False)


class FolderStore:
    """Entries in a folder, each a file of JSON. Several processes may share it.

    Args:
        folder: The folder; created with the first entry. Only the user who writes a file can read it.
    """

    def __init__(self, folder: str | os.PathLike[str]) -> None:
        self.folder = Path(folder)

    def get(self, key: str, /) -> str | None:
        """Return the text of an entry; None if there is none, or it is not text."""
        try:
            return self._find_path(key).read_text(encoding="utf-8")
        except (FileNotFoundError, UnicodeDecodeError):
            return None

    def set(self, key: str, value: str, /) -> None:
        """Add or replace the file of an entry; readers see the old file or the new one, never a part of it.

        Args:
            key: The key of the entry.
            value: The text.
        """
        path = self._find_path(key)
        self.folder.mkdir(parents=True, exist_ok=True)
        with NamedTemporaryFile("w", encoding="utf-8", dir=self.folder, suffix=".part", delete=False) as file:
            try:
                file.write(value)
                file.close()
                Path(file.name).replace(path)
            except BaseException:
                Path(file.name).unlink(missing_ok=True)
                raise

    def _find_path(self, key: str) -> Path:
        plain = key.isascii() and key.replace("-", "").replace("_", "").isalnum() and len(key) <= 100
        return self.folder / f"{key if plain else sha256(key.encode()).hexdigest()}.json"
