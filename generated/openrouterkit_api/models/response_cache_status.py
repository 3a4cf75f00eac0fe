# Generated from openapi.yaml sha256:2a84a556e8138f46 by `make generate`: do not edit, change the contract or codegen/ instead.
"""Whether an answer came from the response cache: `HIT` if it did, `MISS` if it was made anew and
stored.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

ResponseCacheStatus: TypeAlias = Literal["HIT", "MISS"] | str
"""Whether an answer came from the response cache: `HIT` if it did, `MISS` if it was made anew and
stored.
"""
