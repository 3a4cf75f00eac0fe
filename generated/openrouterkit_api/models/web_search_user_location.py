# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `WebSearchUserLocation`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, Required, TypedDict

from openrouterkit_runtime.model import JsonModel
from openrouterkit_runtime.unset import UNSET

if TYPE_CHECKING:

    class WebSearchUserLocationDict(TypedDict, total=False):
        """`WebSearchUserLocation` as a plain dict."""

        city: str | None
        country: str | None
        region: str | None
        timezone: str | None
        type: Required[Literal["approximate"]]


class WebSearchUserLocation(JsonModel):
    """Approximate location of the user, for the web plugin. All details are optional. Sent to native
    search engines that accept it.
    """

    city: str | None
    """City, as plain text such as London."""
    country: str | None
    """Country, as a two-letter ISO code such as GB."""
    region: str | None
    """Region or state, as plain text such as California."""
    timezone: str | None
    """Time zone, by its IANA name such as Europe/London."""
    type: Literal["approximate"]
    """Precision of the location; approximate is the only value."""

    def __init__(
        self,
        *,
        type: Literal["approximate"] = "approximate",
        city: str | None = UNSET,
        country: str | None = UNSET,
        region: str | None = UNSET,
        timezone: str | None = UNSET,
    ) -> None:
        self._build(locals())
