# Generated from openapi.yaml sha256:2a84a556e8138f46 by `make generate`: do not edit, change the contract or codegen/ instead.
"""Deprecated: use provider.sort with partition. fallback is what partition model is, sort what none
is.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

DeprecatedRoute: TypeAlias = Literal["fallback", "sort"] | str
"""Deprecated: use provider.sort with partition. fallback is what partition model is, sort what none
is.
"""
