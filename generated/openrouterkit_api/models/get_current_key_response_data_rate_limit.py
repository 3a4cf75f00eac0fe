# Generated from openapi.yaml sha256:d6d09962d40f58f7 by `make generate`: do not edit, change the contract or codegen/ instead.
"""Limit on the rate of calls, kept for old programs. Ignore it: it says nothing any more."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from openrouterkit_runtime.model import JsonModel

if TYPE_CHECKING:
    from openrouterkit_runtime.model import Members


class GetCurrentKeyResponseDataRateLimit(JsonModel):
    """Limit on the rate of calls, kept for old programs. Ignore it: it says nothing any more."""

    __slots__ = ("interval", "note", "requests")

    _members: ClassVar[Members] = {
        "interval": ("interval", None),
        "note": ("note", None),
        "requests": ("requests", None),
    }

    interval: str
    """Length of the interval, as a number and a unit, for example `10s`."""
    note: str
    """Says that this limit is no longer in use."""
    requests: int
    """Calls allowed in an interval."""

    def __init__(
        self,
        *,
        interval: str,
        note: str,
        requests: int,
    ) -> None:
        self._assign(
            {
                "interval": interval,
                "note": note,
                "requests": requests,
            }
        )
