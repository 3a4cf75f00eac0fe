# Generated from openapi.yaml sha256:d6d09962d40f58f7 by `make generate`: do not edit, change the contract or codegen/ instead.
"""Throughput to reach, in tokens per second: a number stands for the median, an object sets cutoffs by
percentile.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeAlias, cast

from .._runtime.model import owned
from ._unions import READERS
from .percentile_throughput_cutoffs import PercentileThroughputCutoffs, PercentileThroughputCutoffsDict

PreferredMinThroughput: TypeAlias = float | PercentileThroughputCutoffs
"""Throughput to reach, in tokens per second: a number stands for the median, an object sets cutoffs by
percentile.
"""

PreferredMinThroughputDict: TypeAlias = PercentileThroughputCutoffsDict | Mapping[str, Any]
"""What a caller may give for a `PreferredMinThroughput`."""


def read_preferred_min_throughput(data: Any) -> PreferredMinThroughput:
    """The variant that the JSON value is; one the contract does not know is kept as it came."""
    return cast("PreferredMinThroughput", READERS["PreferredMinThroughput"](owned(data)))
