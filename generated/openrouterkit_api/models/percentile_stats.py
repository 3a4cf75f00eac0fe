# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `PercentileStats`."""

from __future__ import annotations

from openrouterkit_runtime.model import JsonModel


class PercentileStats(JsonModel):
    """Distribution of a measure over requests. Each member is the value that this percentage of requests
    reached or exceeded in quality: latencies increase from p50 to p99, throughputs decrease.
    """

    p50: float
    """Value that 50 percent of the requests reached or improved on, in the unit of the measure."""
    p75: float
    """Value that 75 percent of the requests reached or improved on, in the unit of the measure."""
    p90: float
    """Value that 90 percent of the requests reached or improved on, in the unit of the measure."""
    p99: float
    """Value that 99 percent of the requests reached or improved on, in the unit of the measure."""

    def __init__(self, *, p50: float, p75: float, p90: float, p99: float) -> None:
        self._build(locals())
