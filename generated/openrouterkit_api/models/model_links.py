# Generated from openapi.yaml sha256:d6d09962d40f58f7 by `make generate`: do not edit, change the contract or codegen/ instead.
"""Where to find more about a model."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from openrouterkit_runtime.model import JsonModel

if TYPE_CHECKING:
    from openrouterkit_runtime.model import Members


class ModelLinks(JsonModel):
    """Where to find more about a model."""

    __slots__ = ("details",)

    _members: ClassVar[Members] = {
        "details": ("details", None),
    }

    details: str
    """Path of the endpoint that lists the providers of the model, relative to `https://openrouter.ai`."""

    def __init__(
        self,
        *,
        details: str,
    ) -> None:
        self._assign(
            {
                "details": details,
            }
        )
