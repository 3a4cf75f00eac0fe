# Generated from openapi.yaml sha256:d6d09962d40f58f7 by `make generate`: do not edit, change the contract or codegen/ instead.
"""Has the prompt checked for harmful content before the model sees it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal, Required, TypedDict

from attrs import define

from .._runtime.model import JsonModel

if TYPE_CHECKING:
    from .._runtime.model import Members


class ModerationPluginDict(TypedDict, total=False):
    """A `ModerationPlugin` as a plain dict."""

    id: Required[Literal["moderation"]]


@define(init=False, repr=False, eq=False, match_args=False)
class ModerationPlugin(JsonModel):
    """Has the prompt checked for harmful content before the model sees it."""

    _members: ClassVar[Members] = {
        "id": ("id", None),
    }

    id: Literal["moderation"]
    """Chooses this plugin."""

    def __init__(
        self,
        *,
        id: Literal["moderation"] = "moderation",
    ) -> None:
        self._assign(
            {
                "id": id,
            }
        )
