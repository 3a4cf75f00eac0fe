# Generated from openapi.yaml sha256:d6d09962d40f58f7 by `make generate`: do not edit, change the contract or codegen/ instead.
"""A part that is text."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal, Required, TypedDict

from openrouterkit_runtime.model import JsonModel

if TYPE_CHECKING:
    from openrouterkit_runtime.model import Members


class ContentPartTextDict(TypedDict, total=False):
    """A `ContentPartText` as a plain dict."""

    text: Required[str]
    type: Required[Literal["text"]]


class ContentPartText(JsonModel):
    """A part that is text."""

    __slots__ = ("text", "type")

    _members: ClassVar[Members] = {
        "text": ("text", None),
        "type": ("type", None),
    }

    text: str
    """The text, at least one character."""
    type: Literal["text"]
    """Tag of the variant."""

    def __init__(
        self,
        *,
        type: Literal["text"] = "text",
        text: str,
    ) -> None:
        self._assign(
            {
                "type": type,
                "text": text,
            }
        )
