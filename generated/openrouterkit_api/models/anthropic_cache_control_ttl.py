# Generated from openapi.yaml sha256:2a84a556e8138f46 by `make generate`: do not edit, change the contract or codegen/ instead.
"""How long a cached prefix is kept after its last use: 5m is five minutes, 1h is one hour and costs
more to write.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

AnthropicCacheControlTtl: TypeAlias = Literal["5m", "1h"] | str
"""How long a cached prefix is kept after its last use: 5m is five minutes, 1h is one hour and costs
more to write.
"""
