# Generated from openapi.yaml sha256:2a84a556e8138f46 by `make generate`: do not edit, change the contract or codegen/ instead.
"""The model `PercentileStats`."""

from __future__ import annotations

from openrouterkit_runtime.model import JsonModel


class PercentileStats(JsonModel):
    """How a measure is spread over requests. Each member says what that share of requests reached or
    bettered: for a latency they grow, for a throughput they fall.
    """

    p50: float
    """What 50 percent of the requests reached or bettered, in the unit of the measure."""
    p75: float
    """What 75 percent of the requests reached or bettered, in the unit of the measure."""
    p90: float
    """What 90 percent of the requests reached or bettered, in the unit of the measure."""
    p99: float
    """What 99 percent of the requests reached or bettered, in the unit of the measure."""

    def __init__(self, *, p50: float, p75: float, p90: float, p99: float) -> None:
        self._build(locals())
