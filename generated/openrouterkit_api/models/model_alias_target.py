# Generated from openapi.yaml sha256:d6d09962d40f58f7 by `make generate`: do not edit, change the contract or codegen/ instead.
"""The model an alias stands for."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from openrouterkit_runtime.model import JsonModel

if TYPE_CHECKING:
    from openrouterkit_runtime.model import Members


class ModelAliasTarget(JsonModel):
    """The model an alias stands for."""

    __slots__ = ("name", "slug")

    _members: ClassVar[Members] = {
        "name": ("name", None),
        "slug": ("slug", None),
    }

    name: str
    """Display name of the model."""
    slug: str
    """Author and slug of the model."""

    def __init__(
        self,
        *,
        name: str,
        slug: str,
    ) -> None:
        self._assign(
            {
                "name": name,
                "slug": slug,
            }
        )
