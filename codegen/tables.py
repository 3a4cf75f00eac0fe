"""Reads the TOML files that configure the generator and drift."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from .problems import CodegenError


def read_toml(path: Path) -> dict[str, Any]:
    """Return the content of a TOML file; {} if it does not exist, as all tables are optional.

    Raises:
        CodegenError: The file is not valid TOML.
    """
    if not path.exists():
        return {}
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise CodegenError(path.name, f"the file is not valid TOML: {error}", "correct its syntax") from None
