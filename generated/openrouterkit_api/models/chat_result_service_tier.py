# Generated from openapi.yaml sha256:2a84a556e8138f46 by `make generate`: do not edit, change the contract or codegen/ instead.
"""Service tier that a provider used: `default` is the standard one, `fast` and `priority` cost more
and answer sooner, `flex` costs less and may wait, `scale` and `provisioned` are reserved capacity,
`auto` leaves the choice to the provider.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

ChatResultServiceTier: TypeAlias = Literal["auto", "default", "fast", "flex", "priority", "scale", "provisioned"] | str
"""Service tier that a provider used: `default` is the standard one, `fast` and `priority` cost more
and answer sooner, `flex` costs less and may wait, `scale` and `provisioned` are reserved capacity,
`auto` leaves the choice to the provider.
"""
