# Generated from openapi.yaml sha256:2a84a556e8138f46 by `make generate`: do not edit, change the contract or codegen/ instead.
"""The model `GetCurrentKeyResponseDataRateLimit`."""

from __future__ import annotations

from openrouterkit_runtime.model import JsonModel


class GetCurrentKeyResponseDataRateLimit(JsonModel):
    """Limit on the rate of calls, kept for old programs. Ignore it: it says nothing any more."""

    interval: str
    """Length of the interval, as a number and a unit, for example `10s`."""
    note: str
    """Says that this limit is no longer in use."""
    requests: int
    """Calls allowed in an interval."""

    def __init__(self, *, interval: str, note: str, requests: int) -> None:
        self._build(locals())
