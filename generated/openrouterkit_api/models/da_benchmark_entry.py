# Generated from openapi.yaml sha256:2a84a556e8138f46 by `make generate`: do not edit, change the contract or codegen/ instead.
"""The model `DABenchmarkEntry`."""

from __future__ import annotations

from openrouterkit_runtime.model import JsonModel


class DABenchmarkEntry(JsonModel):
    """Ranking of a model in Design Arena, where people choose between the results of two models."""

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

    def __init__(self, *, arena: str, category: str, elo: float, rank: int, win_rate: float) -> None:
        self._build(locals())
