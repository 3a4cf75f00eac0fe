# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `ChatToolCallFunction`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Required, TypedDict

from openrouterkit_runtime.model import JsonModel
from openrouterkit_runtime.unset import UNSET

if TYPE_CHECKING:

    class ChatToolCallFunctionDict(TypedDict, total=False):
        """`ChatToolCallFunction` as a plain dict."""

        arguments: str
        name: Required[str]


class ChatToolCallFunction(JsonModel):
    """The function that a model requests to call, and its arguments."""

    arguments: str | None
    """The arguments as a string, normally a JSON object. It may be empty or absent for functions without
    parameters, and truncated or invalid if the completion reached a length limit, so validate it.
    """
    name: str
    """Name of the function, as declared in tools."""

    def __init__(self, *, name: str, arguments: str = UNSET) -> None:
        self._build(locals())
