# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `DABenchmarkEntry`."""

from __future__ import annotations

from openrouterkit_runtime.model import JsonModel


class DABenchmarkEntry(JsonModel):
    """Ranking of a model in Design Arena, where people compare the results of two models."""

    arena: str
    """The arena, for example `models`."""
    category: str
    """Kind of the results, for example `website`."""
    elo: float
    """Elo rating; higher is better."""
    rank: int
    """Position in the category; 1 is the best."""
    win_rate: float
    """Percentage of comparisons won, from 0 to 100."""

    def __init__(self, *, arena: str, category: str, elo: float, rank: int, win_rate: float) -> None:
        self._build(locals())
