# Generated from openapi.yaml sha256:2a84a556e8138f46 by `make generate`: do not edit, change the contract or codegen/ instead.
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
    """Help in finding out what the service sends to the provider. For streams only, and not meant for
    production.
    """

    echo_upstream_body: bool | None
    """Whether the first chunk of the stream shows, in its debug member, the request as it went to the
    provider. Default false.
    """

    def __init__(self, *, echo_upstream_body: bool = UNSET) -> None:
        self._build(locals())
