# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""Maximum latency in seconds: a number applies to the median, an object sets limits by percentile."""

from __future__ import annotations

from typing import Any, TypeAlias, cast

from openrouterkit_runtime.mappings import JsonObject
from openrouterkit_runtime.model import owned

from . import PercentileLatencyCutoffsDict
from ._unions import DECODERS
from .percentile_latency_cutoffs import PercentileLatencyCutoffs

PreferredMaxLatency: TypeAlias = float | PercentileLatencyCutoffs
"""Maximum latency in seconds: a number applies to the median, an object sets limits by percentile."""

PreferredMaxLatencyDict: TypeAlias = PercentileLatencyCutoffsDict | JsonObject
"""The values that arguments accept for a `PreferredMaxLatency`, in addition to its models."""


def read_preferred_max_latency(data: Any) -> PreferredMaxLatency:
    """Decode a JSON value as the matching variant; an object that matches none becomes an `UnknownVariant`."""
    return cast("PreferredMaxLatency", DECODERS["PreferredMaxLatency"](owned(data)))
