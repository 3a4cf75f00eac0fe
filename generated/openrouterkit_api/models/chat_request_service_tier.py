# Generated from openapi.yaml sha256:2a84a556e8138f46 by `make generate`: do not edit, change the contract or codegen/ instead.
"""Processing tier of the provider: auto lets the provider choose, default is the standard one, flex is
cheaper but slower and may be refused, priority is faster and costs more (fast means the same),
scale uses capacity bought beforehand.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

ChatRequestServiceTier: TypeAlias = Literal["auto", "default", "fast", "flex", "priority", "scale"] | str
"""Processing tier of the provider: auto lets the provider choose, default is the standard one, flex is
cheaper but slower and may be refused, priority is faster and costs more (fast means the same),
scale uses capacity bought beforehand.
"""
