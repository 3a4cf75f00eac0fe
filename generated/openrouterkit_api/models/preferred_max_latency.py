# Generated from openapi.yaml sha256:2a84a556e8138f46 by `make generate`: do not edit, change the contract or codegen/ instead.
"""Latency to stay under, in seconds: a number stands for the median, an object sets cutoffs by
percentile.
"""

from __future__ import annotations

from typing import Any, TypeAlias, cast

from openrouterkit_runtime.mappings import JsonObject
from openrouterkit_runtime.model import owned

from . import PercentileLatencyCutoffsDict
from ._unions import DECODERS
from .percentile_latency_cutoffs import PercentileLatencyCutoffs

PreferredMaxLatency: TypeAlias = float | PercentileLatencyCutoffs
"""Latency to stay under, in seconds: a number stands for the median, an object sets cutoffs by
percentile.
"""

PreferredMaxLatencyDict: TypeAlias = PercentileLatencyCutoffsDict | JsonObject
"""The values that arguments accept for a `PreferredMaxLatency`, in addition to its models."""


def read_preferred_max_latency(data: Any) -> PreferredMaxLatency:
    """Decode a JSON value as the matching variant; an object that matches none becomes an `UnknownVariant`."""
    return cast("PreferredMaxLatency", DECODERS["PreferredMaxLatency"](owned(data)))
