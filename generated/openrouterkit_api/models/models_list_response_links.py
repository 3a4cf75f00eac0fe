# Generated from openapi.yaml sha256:d6d09962d40f58f7 by `make generate`: do not edit, change the contract or codegen/ instead.
"""Where a list of models goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from openrouterkit_runtime.model import JsonModel

if TYPE_CHECKING:
    from openrouterkit_runtime.model import Members


class ModelsListResponseLinks(JsonModel):
    """Where a list of models goes on."""

    __slots__ = ("next",)

    _members: ClassVar[Members] = {
        "next": ("next", None),
    }

    next: str | None
    """Path and query of the next page, relative to `https://openrouter.ai`. Null on the last page."""

    def __init__(
        self,
        *,
        next: str | None,
    ) -> None:
        self._assign(
            {
                "next": next,
            }
        )
