# Generated from openapi.yaml sha256:2a84a556e8138f46 by `make generate`: do not edit, change the contract or codegen/ instead.
"""The model `PercentileThroughputCutoffs`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

from openrouterkit_runtime.model import JsonModel
from openrouterkit_runtime.unset import UNSET

if TYPE_CHECKING:

    class PercentileThroughputCutoffsDict(TypedDict, total=False):
        """`PercentileThroughputCutoffs` as a plain dict."""

        p50: float | None
        p75: float | None
        p90: float | None
        p99: float | None


class PercentileThroughputCutoffs(JsonModel):
    """Throughputs to reach, by percentile. All that are given must hold."""

    p50: float | None
    """Throughput in tokens per second at the median of recent requests."""
    p75: float | None
    """Throughput in tokens per second at the 75th percentile of recent requests."""
    p90: float | None
    """Throughput in tokens per second at the 90th percentile of recent requests."""
    p99: float | None
    """Throughput in tokens per second at the 99th percentile of recent requests."""

    def __init__(
        self,
        *,
        p50: float | None = UNSET,
        p75: float | None = UNSET,
        p90: float | None = UNSET,
        p99: float | None = UNSET,
    ) -> None:
        self._build(locals())
