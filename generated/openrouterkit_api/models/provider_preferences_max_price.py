# Generated from openapi.yaml sha256:d6d09962d40f58f7 by `make generate`: do not edit, change the contract or codegen/ instead.
"""Highest prices to accept, in US dollars, each as a decimal string such as 2.5."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, TypedDict

from openrouterkit_runtime.model import JsonModel
from openrouterkit_runtime.unset import UNSET

if TYPE_CHECKING:
    from openrouterkit_runtime.model import Members


class ProviderPreferencesMaxPriceDict(TypedDict, total=False):
    """A `ProviderPreferencesMaxPrice` as a plain dict."""

    audio: str
    completion: str
    image: str
    prompt: str
    request: str


class ProviderPreferencesMaxPrice(JsonModel):
    """Highest prices to accept, in US dollars, each as a decimal string such as 2.5."""

    __slots__ = ("audio", "completion", "image", "prompt", "request")

    _members: ClassVar[Members] = {
        "audio": ("audio", None),
        "completion": ("completion", None),
        "image": ("image", None),
        "prompt": ("prompt", None),
        "request": ("request", None),
    }

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
        self._assign(
            {
                "audio": audio,
                "completion": completion,
                "image": image,
                "prompt": prompt,
                "request": request,
            }
        )
