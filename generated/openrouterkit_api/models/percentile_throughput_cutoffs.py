# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
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
    """Minimum throughputs by percentile. All that are set apply."""

    p50: float | None
    """Minimum throughput at the median of the recent requests, in tokens per second."""
    p75: float | None
    """Minimum throughput at the 75th percentile of the recent requests, in tokens per second."""
    p90: float | None
    """Minimum throughput at the 90th percentile of the recent requests, in tokens per second."""
    p99: float | None
    """Minimum throughput at the 99th percentile of the recent requests, in tokens per second."""

    def __init__(
        self,
        *,
        p50: float | None = UNSET,
        p75: float | None = UNSET,
        p90: float | None = UNSET,
        p99: float | None = UNSET,
    ) -> None:
        self._build(locals())
