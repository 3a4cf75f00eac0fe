# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `ChatFormatPythonConfig`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, Required, TypedDict

from openrouterkit_runtime.model import JsonModel

if TYPE_CHECKING:

    class ChatFormatPythonConfigDict(TypedDict, total=False):
        """`ChatFormatPythonConfig` as a plain dict."""

        type: Required[Literal["python"]]


class ChatFormatPythonConfig(JsonModel):
    """Requests Python code. Few providers support it."""

    type: Literal["python"]
    """Selects Python code."""

    def __init__(self, *, type: Literal["python"] = "python") -> None:
        self._build(locals())
