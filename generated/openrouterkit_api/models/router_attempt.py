# Generated from openapi.yaml sha256:d6d09962d40f58f7 by `make generate`: do not edit, change the contract or codegen/ instead.
"""One attempt to have a request served."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from openrouterkit_runtime.model import JsonModel

if TYPE_CHECKING:
    from openrouterkit_runtime.model import Members


class RouterAttempt(JsonModel):
    """One attempt to have a request served."""

    __slots__ = ("model", "provider", "status")

    _members: ClassVar[Members] = {
        "model": ("model", None),
        "provider": ("provider", None),
        "status": ("status", None),
    }

    model: str
    """The model that was tried."""
    provider: str
    """Display name of the provider that was tried."""
    status: int
    """HTTP status of the attempt, 200 for success."""

    def __init__(
        self,
        *,
        model: str,
        provider: str,
        status: int,
    ) -> None:
        self._assign(
            {
                "model": model,
                "provider": provider,
                "status": status,
            }
        )
