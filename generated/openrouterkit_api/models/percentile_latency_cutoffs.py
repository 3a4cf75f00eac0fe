# Generated from openapi.yaml sha256:2a84a556e8138f46 by `make generate`: do not edit, change the contract or codegen/ instead.
"""The model `PercentileLatencyCutoffs`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

from openrouterkit_runtime.model import JsonModel
from openrouterkit_runtime.unset import UNSET

if TYPE_CHECKING:

    class PercentileLatencyCutoffsDict(TypedDict, total=False):
        """`PercentileLatencyCutoffs` as a plain dict."""

        p50: float | None
        p75: float | None
        p90: float | None
        p99: float | None


class PercentileLatencyCutoffs(JsonModel):
    """Latencies to stay under, by percentile. All that are given must hold."""

    p50: float | None
    """Latency in seconds that half of recent requests stayed under."""
    p75: float | None
    """Latency in seconds that 75 % of recent requests stayed under."""
    p90: float | None
    """Latency in seconds that 90 % of recent requests stayed under."""
    p99: float | None
    """Latency in seconds that 99 % of recent requests stayed under."""

    def __init__(
        self,
        *,
        p50: float | None = UNSET,
        p75: float | None = UNSET,
        p90: float | None = UNSET,
        p99: float | None = UNSET,
    ) -> None:
        self._build(locals())
