"""The TOML files beside the generator: errors name the file and what is wrong with it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from codegen import behaviors, constructors, corrections, names
from codegen.drift.allowlist import Allowlist
from codegen.manifest import check_pin
from codegen.problems import CodegenError
from codegen.tables import read_toml

READERS: dict[str, Callable[[Path], Any]] = {
    "names": names.read,
    "corrections": corrections.read,
    "operations": behaviors.read,
    "constructors": constructors.read,
    "allowlist": Allowlist,
    "pin": lambda path: check_pin(path, path, "make pin"),
    "any": read_toml,
}


@pytest.mark.parametrize("content", [b"[half\n", b'a = "\xff"\n', b"a = 1\na = 2\n"])
@pytest.mark.parametrize("read", READERS.values(), ids=READERS)
def test_a_file_that_is_not_toml_is_reported_by_its_name(
    tmp_path: Path, read: Callable[[Path], Any], content: bytes
) -> None:
    path = tmp_path / "some.toml"
    path.write_bytes(content)
    with pytest.raises(CodegenError, match=r"^some\.toml: the file is not valid TOML: .*\n  fix: correct its syntax"):
        read(path)


def test_an_unknown_table_of_names_is_reported_with_the_known_ones(tmp_path: Path) -> None:
    path = tmp_path / "names.toml"
    path.write_text("[method]\na = 'b'\n", encoding="utf-8")
    with pytest.raises(
        CodegenError, match=r"^names\.toml: unknown table 'method'\n  fix: use one of schemas, groups, "
    ):
        names.read(path)
    path.write_text("[methods]\na = 'b'\n", encoding="utf-8")
    assert names.read(path).methods == {"a": "b"}
