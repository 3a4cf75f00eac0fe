# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `ChatDebugOptions`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

from openrouterkit_runtime.model import JsonModel
from openrouterkit_runtime.unset import UNSET

if TYPE_CHECKING:

    class ChatDebugOptionsDict(TypedDict, total=False):
        """`ChatDebugOptions` as a plain dict."""

        echo_upstream_body: bool


class ChatDebugOptions(JsonModel):
    """Options that show what the service sends to the provider. For streams only; do not use them in
    production.
    """

    echo_upstream_body: bool | None
    """Whether the first chunk of the stream contains, in its member `debug`, the request that was sent to
    the provider. Defaults to false.
    """

    def __init__(self, *, echo_upstream_body: bool = UNSET) -> None:
        self._build(locals())
