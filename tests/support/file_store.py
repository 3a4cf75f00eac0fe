"""The package that is generated from tests/docs/files.yaml, and what its service responds."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from places import ROOT

from codegen.__main__ import main

SPEC = ROOT / "tests" / "docs" / "files.yaml"
AUTH: Any = {"key": "file-key-123456", "admin": ("ada", "open-sesame-1")}


@contextmanager
def open_package(folder: Path) -> Iterator[Path]:
    """Generate the package `files_api` into a folder from which it can be imported until the end; return its folder."""
    package = folder / "files_api"
    assert main(["generate", str(SPEC), str(package)]) == 0
    sys.path.insert(0, str(folder))
    yield package
    sys.path.remove(str(folder))
    for module in [each for each in sys.modules if each.partition(".")[0] == "files_api"]:
        del sys.modules[module]


def file(name: str = "a.pdf", size: int = 7) -> dict[str, Any]:
    """Return a file."""
    return {"name": name, "size": size}
