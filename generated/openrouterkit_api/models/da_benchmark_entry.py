# Generated from openapi.yaml sha256:d6d09962d40f58f7 by `make generate`: do not edit, change the contract or codegen/ instead.
"""Ranking of a model in Design Arena, where people choose between the results of two models."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from openrouterkit_runtime.model import JsonModel

if TYPE_CHECKING:
    from openrouterkit_runtime.model import Members


class DABenchmarkEntry(JsonModel):
    """Ranking of a model in Design Arena, where people choose between the results of two models."""

    __slots__ = ("arena", "category", "elo", "rank", "win_rate")

    _members: ClassVar[Members] = {
        "arena": ("arena", None),
        "category": ("category", None),
        "elo": ("elo", None),
        "rank": ("rank", None),
        "win_rate": ("win_rate", None),
    }

    arena: str
    """The arena, for example `models`."""
    category: str
    """What the models had to make, for example `website`."""
    elo: float
    """Elo rating; higher is better."""
    rank: int
    """Place in the category, from 1 for the best."""
    win_rate: float
    """Share of comparisons won, in percent from 0 to 100."""

    def __init__(
        self,
        *,
        arena: str,
        category: str,
        elo: float,
        rank: int,
        win_rate: float,
    ) -> None:
        self._assign(
            {
                "arena": arena,
                "category": category,
                "elo": elo,
                "rank": rank,
                "win_rate": win_rate,
            }
        )
