# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `LegacyChatContentVideoInput`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Required, TypedDict

from openrouterkit_runtime.model import JsonModel

if TYPE_CHECKING:

    class LegacyChatContentVideoInputDict(TypedDict, total=False):
        """`LegacyChatContentVideoInput` as a plain dict."""

        url: Required[str]


class LegacyChatContentVideoInput(JsonModel):
    """The URL or the data of the video of a part in the earlier form."""

    url: str
    """An http(s) URL, or the video itself as a data URL such as data:video/mp4;base64,... The accepted
    URLs depend on the provider.
    """

    def __init__(self, *, url: str) -> None:
        self._build(locals())
