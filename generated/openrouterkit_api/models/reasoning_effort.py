# Generated from openapi.yaml sha256:2a84a556e8138f46 by `make generate`: do not edit, change the contract or codegen/ instead.
"""How much a model may reason before it answers, from most to least: max, xhigh, high, medium, low,
minimal; none turns reasoning off. Levels that a model does not have are mapped to a near one; for
models that take a token budget the level becomes a share of the token limit.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

ReasoningEffort: TypeAlias = Literal["max", "xhigh", "high", "medium", "low", "minimal", "none"] | str
"""How much a model may reason before it answers, from most to least: max, xhigh, high, medium, low,
minimal; none turns reasoning off. Levels that a model does not have are mapped to a near one; for
models that take a token budget the level becomes a share of the token limit.
"""
