# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `ChatContentVideoInput`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Required, TypedDict

from openrouterkit_runtime.model import JsonModel

if TYPE_CHECKING:

    class ChatContentVideoInputDict(TypedDict, total=False):
        """`ChatContentVideoInput` as a plain dict."""

        url: Required[str]


class ChatContentVideoInput(JsonModel):
    """The URL or the data of a video."""

    url: str
    """An http(s) URL, or the video itself as a data URL such as data:video/mp4;base64,... The accepted
    URLs depend on the provider.
    """

    def __init__(self, *, url: str) -> None:
        self._build(locals())
