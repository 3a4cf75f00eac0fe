# Generated from openapi.yaml sha256:2a84a556e8138f46 by `make generate`: do not edit, change the contract or codegen/ instead.
"""When spending begins to count anew against the limit of a key, always at midnight UTC: each day,
each Monday, or on the first day of each month.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

APIKeyLimitReset: TypeAlias = Literal["daily", "weekly", "monthly"] | str
"""When spending begins to count anew against the limit of a key, always at midnight UTC: each day,
each Monday, or on the first day of each month.
"""
