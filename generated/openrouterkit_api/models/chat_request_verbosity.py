# Generated from openapi.yaml sha256:2a84a556e8138f46 by `make generate`: do not edit, change the contract or codegen/ instead.
"""How long and detailed the answer should be, from low over medium and high to xhigh and max, the last
two for few models only.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

ChatRequestVerbosity: TypeAlias = Literal["low", "medium", "high", "xhigh", "max"] | str
"""How long and detailed the answer should be, from low over medium and high to xhigh and max, the last
two for few models only.
"""
