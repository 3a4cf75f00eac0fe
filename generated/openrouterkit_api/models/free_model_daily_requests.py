# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `FreeModelDailyRequests`."""

from __future__ import annotations

from openrouterkit_runtime.model import JsonModel


class FreeModelDailyRequests(JsonModel):
    """Quota of requests for free models in the current day, which all keys of an account share. Days begin
    at midnight UTC.
    """

    limit: int
    """Maximum number of requests per day; higher for accounts that have bought credits."""
    remaining: int
    """Number of requests left in the current day."""
    used: int
    """Number of requests made in the current day."""

    def __init__(self, *, limit: int, remaining: int, used: int) -> None:
        self._build(locals())
