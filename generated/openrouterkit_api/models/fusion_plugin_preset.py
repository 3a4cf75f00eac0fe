# Generated from openapi.yaml sha256:2a84a556e8138f46 by `make generate`: do not edit, change the contract or codegen/ instead.
"""Ready-made panels with a judge, for general use: general-high aims at quality, general-budget at a
low price, general-fast at short waiting.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

FusionPluginPreset: TypeAlias = Literal["general-high", "general-budget", "general-fast"] | str
"""Ready-made panels with a judge, for general use: general-high aims at quality, general-budget at a
low price, general-fast at short waiting.
"""
