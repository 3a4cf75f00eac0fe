# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""Minimum throughput in tokens per second: a number applies to the median, an object sets limits by
percentile.
"""

from __future__ import annotations

from typing import Any, TypeAlias, cast

from openrouterkit_runtime.mappings import JsonObject
from openrouterkit_runtime.model import owned

from . import PercentileThroughputCutoffsDict
from ._unions import DECODERS
from .percentile_throughput_cutoffs import PercentileThroughputCutoffs

PreferredMinThroughput: TypeAlias = float | PercentileThroughputCutoffs
"""Minimum throughput in tokens per second: a number applies to the median, an object sets limits by
percentile.
"""

PreferredMinThroughputDict: TypeAlias = PercentileThroughputCutoffsDict | JsonObject
"""The values that arguments accept for a `PreferredMinThroughput`, in addition to its models."""


def read_preferred_min_throughput(data: Any) -> PreferredMinThroughput:
    """Decode a JSON value as the matching variant; an object that matches none becomes an `UnknownVariant`."""
    return cast("PreferredMinThroughput", DECODERS["PreferredMinThroughput"](owned(data)))
