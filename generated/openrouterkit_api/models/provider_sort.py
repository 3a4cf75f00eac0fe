# Generated from openapi.yaml sha256:2a84a556e8138f46 by `make generate`: do not edit, change the contract or codegen/ instead.
"""What providers are ordered by: price (cheapest first), throughput (most tokens per second first),
latency (shortest wait for the first token first) or exacto (those with the most reliable tool calls
first).
"""

from __future__ import annotations

from typing import Literal, TypeAlias

ProviderSort: TypeAlias = Literal["price", "throughput", "latency", "exacto"] | str
"""What providers are ordered by: price (cheapest first), throughput (most tokens per second first),
latency (shortest wait for the first token first) or exacto (those with the most reliable tool calls
first).
"""
