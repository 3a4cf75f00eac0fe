# Generated from openapi.yaml sha256:d6d09962d40f58f7 by `make generate`: do not edit, change the contract or codegen/ instead.
"""Runs commands in a container that the service provides and discards."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal, Required, TypedDict

from openrouterkit_runtime.model import JsonModel

if TYPE_CHECKING:
    from openrouterkit_runtime.model import Members


class ContainerAutoEnvironmentDict(TypedDict, total=False):
    """A `ContainerAutoEnvironment` as a plain dict."""

    type: Required[Literal["container_auto"]]


class ContainerAutoEnvironment(JsonModel):
    """Runs commands in a container that the service provides and discards."""

    __slots__ = ("type",)

    _members: ClassVar[Members] = {
        "type": ("type", None),
    }

    type: Literal["container_auto"]
    """Chooses a container that the service provides."""

    def __init__(
        self,
        *,
        type: Literal["container_auto"] = "container_auto",
    ) -> None:
        self._assign(
            {
                "type": type,
            }
        )
