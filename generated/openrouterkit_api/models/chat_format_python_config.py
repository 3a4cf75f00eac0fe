# Generated from openapi.yaml sha256:d6d09962d40f58f7 by `make generate`: do not edit, change the contract or codegen/ instead.
"""Asks for Python code. Only few providers support it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal, Required, TypedDict

from openrouterkit_runtime.model import JsonModel

if TYPE_CHECKING:
    from openrouterkit_runtime.model import Members


class ChatFormatPythonConfigDict(TypedDict, total=False):
    """A `ChatFormatPythonConfig` as a plain dict."""

    type: Required[Literal["python"]]


class ChatFormatPythonConfig(JsonModel):
    """Asks for Python code. Only few providers support it."""

    __slots__ = ("type",)

    _members: ClassVar[Members] = {
        "type": ("type", None),
    }

    type: Literal["python"]
    """Chooses Python code."""

    def __init__(
        self,
        *,
        type: Literal["python"] = "python",
    ) -> None:
        self._assign(
            {
                "type": type,
            }
        )
