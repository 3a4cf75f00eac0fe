# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `ProviderPreferencesMaxPrice`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

from openrouterkit_runtime.model import JsonModel
from openrouterkit_runtime.unset import UNSET

if TYPE_CHECKING:

    class ProviderPreferencesMaxPriceDict(TypedDict, total=False):
        """`ProviderPreferencesMaxPrice` as a plain dict."""

        audio: str
        completion: str
        image: str
        prompt: str
        request: str


class ProviderPreferencesMaxPrice(JsonModel):
    """Maximum prices, in US dollars, each as a decimal string such as 2.5."""

    audio: str | None
    """US dollars per unit of audio."""
    completion: str | None
    """US dollars per million output tokens."""
    image: str | None
    """US dollars per image."""
    prompt: str | None
    """US dollars per million input tokens."""
    request: str | None
    """US dollars per request."""

    def __init__(
        self,
        *,
        audio: str = UNSET,
        completion: str = UNSET,
        image: str = UNSET,
        prompt: str = UNSET,
        request: str = UNSET,
    ) -> None:
        self._build(locals())
