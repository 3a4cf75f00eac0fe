# Generated from openapi.yaml sha256:d6d09962d40f58f7 by `make generate`: do not edit, change the contract or codegen/ instead.
"""A model at a provider."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from openrouterkit_runtime.model import JsonModel

if TYPE_CHECKING:
    from openrouterkit_runtime.model import Members


class EndpointInfo(JsonModel):
    """A model at a provider."""

    __slots__ = ("model", "provider", "selected")

    _members: ClassVar[Members] = {
        "model": ("model", None),
        "provider": ("provider", None),
        "selected": ("selected", None),
    }

    model: str
    """The model at this endpoint."""
    provider: str
    """Display name of the provider."""
    selected: bool
    """Whether this endpoint served the request."""

    def __init__(
        self,
        *,
        model: str,
        provider: str,
        selected: bool,
    ) -> None:
        self._assign(
            {
                "model": model,
                "provider": provider,
                "selected": selected,
            }
        )
