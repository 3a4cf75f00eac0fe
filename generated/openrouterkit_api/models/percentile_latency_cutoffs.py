# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
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
    """Maximum latencies by percentile. All that are set apply."""

    p50: float | None
    """Maximum latency of half of the recent requests, in seconds."""
    p75: float | None
    """Maximum latency of 75 % of the recent requests, in seconds."""
    p90: float | None
    """Maximum latency of 90 % of the recent requests, in seconds."""
    p99: float | None
    """Maximum latency of 99 % of the recent requests, in seconds."""

    def __init__(
        self,
        *,
        p50: float | None = UNSET,
        p75: float | None = UNSET,
        p90: float | None = UNSET,
        p99: float | None = UNSET,
    ) -> None:
        self._build(locals())
