# Generated from openapi.yaml sha256:2a84a556e8138f46 by `make generate`: do not edit, change the contract or codegen/ instead.
"""Whether the answer tells how the request was routed: `enabled` adds `openrouter_metadata`,
`disabled` leaves it out.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

MetadataLevel: TypeAlias = Literal["disabled", "enabled"] | str
"""Whether the answer tells how the request was routed: `enabled` adds `openrouter_metadata`,
`disabled` leaves it out.
"""
