# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `ChatStreamOptions`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

from openrouterkit_runtime.model import JsonModel
from openrouterkit_runtime.unset import UNSET

if TYPE_CHECKING:

    class ChatStreamOptionsDict(TypedDict, total=False):
        """`ChatStreamOptions` as a plain dict."""

        include_usage: bool


class ChatStreamOptions(JsonModel):
    """Settings of streams."""

    include_usage: bool | None
    """Deprecated and without effect: the last chunk always contains the usage."""

    def __init__(self, *, include_usage: bool = UNSET) -> None:
        self._build(locals())
