# Generated from openapi.yaml sha256:2a84a556e8138f46 by `make generate`: do not edit, change the contract or codegen/ instead.
"""The model `RouterParams`."""

from __future__ import annotations

from openrouterkit_runtime.model import JsonModel
from openrouterkit_runtime.unset import UNSET


class RouterParams(JsonModel):
    """Settings a router worked with. Routers add members of their own."""

    quality_floor: float | None
    """Lowest quality the router accepted, on the scale of the router."""
    throughput_floor: float | None
    """Lowest throughput the router accepted, as the router measures it."""
    version_group: str | None
    """The family of model versions that an alias stands for, for example `anthropic/claude-sonnet-4`."""

    def __init__(
        self, *, quality_floor: float = UNSET, throughput_floor: float = UNSET, version_group: str = UNSET
    ) -> None:
        self._build(locals())
