# Generated from openapi.yaml sha256:2a84a556e8138f46 by `make generate`: do not edit, change the contract or codegen/ instead.
"""Price range of the models that a router chooses among, by fifths of what the candidates cost for the
task at hand: low is the cheapest fifth, then medium, high, xhigh, and max the most expensive.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

AutoRouterPluginCostTier: TypeAlias = Literal["low", "medium", "high", "xhigh", "max"] | str
"""Price range of the models that a router chooses among, by fifths of what the candidates cost for the
task at hand: low is the cheapest fifth, then medium, high, xhigh, and max the most expensive.
"""
