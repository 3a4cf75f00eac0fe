# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `RouterParams`."""

from __future__ import annotations

from openrouterkit_runtime.model import JsonModel
from openrouterkit_runtime.unset import UNSET


class RouterParams(JsonModel):
    """Settings that a router used. Routers may add members."""

    quality_floor: float | None
    """Minimum quality that the router accepted, on the scale of the router."""
    throughput_floor: float | None
    """Minimum throughput that the router accepted, as the router measures it."""
    version_group: str | None
    """The family of model versions that an alias refers to, for example `anthropic/claude-sonnet-4`."""

    def __init__(
        self, *, quality_floor: float = UNSET, throughput_floor: float = UNSET, version_group: str = UNSET
    ) -> None:
        self._build(locals())
