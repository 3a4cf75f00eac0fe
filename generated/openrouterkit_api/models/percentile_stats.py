# Generated from openapi.yaml sha256:d6d09962d40f58f7 by `make generate`: do not edit, change the contract or codegen/ instead.
"""How a measure is spread over requests. Each member says what that share of requests reached or
bettered: for a latency they grow, for a throughput they fall.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from openrouterkit_runtime.model import JsonModel

if TYPE_CHECKING:
    from openrouterkit_runtime.model import Members


class PercentileStats(JsonModel):
    """How a measure is spread over requests. Each member says what that share of requests reached or
    bettered: for a latency they grow, for a throughput they fall.
    """

    __slots__ = ("p50", "p75", "p90", "p99")

    _members: ClassVar[Members] = {
        "p50": ("p50", None),
        "p75": ("p75", None),
        "p90": ("p90", None),
        "p99": ("p99", None),
    }

    p50: float
    """What 50 percent of the requests reached or bettered, in the unit of the measure."""
    p75: float
    """What 75 percent of the requests reached or bettered, in the unit of the measure."""
    p90: float
    """What 90 percent of the requests reached or bettered, in the unit of the measure."""
    p99: float
    """What 99 percent of the requests reached or bettered, in the unit of the measure."""

    def __init__(
        self,
        *,
        p50: float,
        p75: float,
        p90: float,
        p99: float,
    ) -> None:
        self._assign(
            {
                "p50": p50,
                "p75": p75,
                "p90": p90,
                "p99": p99,
            }
        )
