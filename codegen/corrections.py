"""Applies the corrections of corrections.toml to a document; each has a reason."""

from __future__ import annotations

from copy import deepcopy
from pathlib import Path
from typing import Any

from .document import Node, resolve_pointer
from .problems import CodegenError
from .tables import read_toml

_STALE = "the document no longer has the place that the correction changes"
_FIX_STALE = "update the pointer of the correction, or remove the correction"


def read(path: Path) -> list[Node]:
    """Return the corrections of a TOML file, in order."""
    found: list[Node] = read_toml(path).get("correction", [])
    return found


def apply(document: Node, corrections: list[Node]) -> None:
    """Apply the corrections to the document, in place.

    Raises:
        CodegenError: A correction is invalid, its place no longer exists, or it changes nothing.
    """
    for correction in corrections:
        place = str(correction.get("pointer"))
        if not place.startswith("/"):
            raise CodegenError(
                "", f"the pointer of a correction must be a JSON Pointer, not {place!r}", "start it with a slash"
            )
        if not correction.get("reason"):
            raise CodegenError(
                place, "the correction has no reason", "write in corrections.toml why the document is wrong here"
            )
        if "value" not in correction and not correction.get("remove"):
            raise CodegenError(place, "the correction has neither `value` nor `remove = true`", "add one of them")
        owner_path, _, last = place.rpartition("/")
        owner = resolve_pointer(document, owner_path, place) if owner_path else document
        key = _parse_key(owner, last, place)
        before = deepcopy(owner)
        if correction.get("remove"):
            _remove(owner, key, place)
        else:
            owner[key] = correction["value"]
        if owner == before:
            raise CodegenError(place, "the correction no longer changes anything", "remove it from corrections.toml")


def find_fitting(document: Node, corrections: list[Node]) -> list[Node]:
    """Return the corrections that another version of the document needs, too."""
    fitting: list[Node] = []
    corrected = deepcopy(document)
    for correction in corrections:
        try:
            apply(corrected, [correction])
        except CodegenError:
            continue
        fitting.append(correction)
    return fitting


def _parse_key(owner: Any, step: str, place: str) -> Any:
    """Return the last step of a pointer as a key of its owner: an index of a list, or a name of an object."""
    name = step.replace("~1", "/").replace("~0", "~")
    if isinstance(owner, list):
        if not name.isdecimal() or int(name) >= len(owner):
            raise CodegenError(place, _STALE, _FIX_STALE)
        return int(name)
    if not isinstance(owner, dict):
        raise CodegenError(place, _STALE, _FIX_STALE)
    return name


def _remove(owner: Any, key: Any, place: str) -> None:
    if isinstance(owner, dict) and key not in owner:
        raise CodegenError(place, _STALE, _FIX_STALE)
    del owner[key]
