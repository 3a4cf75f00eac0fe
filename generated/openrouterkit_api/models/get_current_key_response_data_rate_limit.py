# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `GetCurrentKeyResponseDataRateLimit`."""

from __future__ import annotations

from openrouterkit_runtime.model import JsonModel


class GetCurrentKeyResponseDataRateLimit(JsonModel):
    """Former rate limit, kept for old programs. Ignore it: it has no meaning any more."""

    interval: str
    """Length of the interval, as a number and a unit, for example `10s`."""
    note: str
    """A note that this limit is no longer used."""
    requests: int
    """Number of requests allowed per interval."""

    def __init__(self, *, interval: str, note: str, requests: int) -> None:
        self._build(locals())
