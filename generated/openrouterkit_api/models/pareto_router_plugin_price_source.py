# Generated from openapi.yaml sha256:2a84a556e8138f46 by `make generate`: do not edit, change the contract or codegen/ instead.
"""Which price of a model counts: prompt is the list price of input tokens, weighted_avg what users pay
on average for them.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

ParetoRouterPluginPriceSource: TypeAlias = Literal["prompt", "weighted_avg"] | str
"""Which price of a model counts: prompt is the list price of input tokens, weighted_avg what users pay
on average for them.
"""
