"""The usage of completions, and its sum."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from openrouterkit_runtime.plain import to_plain

from ..middleware.outcomes import Usage
from .choices import get_member

if TYPE_CHECKING:
    from collections.abc import Iterable


def read_usage(result: Any) -> Usage:
    """Return what a completion has used; an empty `Usage` for None."""
    return Usage.of(to_plain(get_member(result, "usage")))


def add_usages(results: Iterable[Any]) -> Usage:
    """Return what several completions have used together."""
    return sum(map(read_usage, results), Usage())
