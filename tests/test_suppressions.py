"""Every rule that is switched off for a line has its reason on the same line."""

from __future__ import annotations

import re
import tokenize

import pytest
from places import ROOT

FOLDERS = ["overlays", "codegen", "tests", "examples", "benchmarks", "peers"]
SUPPRESSION = re.compile(r"# *(noqa|type: *ignore|pyright: *ignore|pragma: no)")
WITH_REASON = re.compile(
    r"# noqa: [A-Z0-9]+(, [A-Z0-9]+)* - \S"
    r"|# (type|pyright): ignore\[[\w, -]+\] ( # (noqa: [A-Z0-9, ]+ - )?|- )\S"
    r"|# noqa: [A-Z0-9, ]+  # type: ignore\[[\w, -]+\]  # \S"
)


@pytest.mark.parametrize("folder", FOLDERS)
def test_a_suppression_names_its_rule_and_its_reason(folder: str) -> None:
    found = []
    for path in sorted((ROOT / folder).rglob("*.py")):
        with tokenize.open(path) as file:
            comments = [each for each in tokenize.generate_tokens(file.readline) if each.type == tokenize.COMMENT]
        found += [
            f"{path.relative_to(ROOT)}:{each.start[0]}: {each.string}"
            for each in comments
            if SUPPRESSION.match(each.string) and not WITH_REASON.match(each.string)
        ]
    assert not found, "\n".join(found)
