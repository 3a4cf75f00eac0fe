# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `ContainerAutoEnvironment`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, Required, TypedDict

from openrouterkit_runtime.model import JsonModel

if TYPE_CHECKING:

    class ContainerAutoEnvironmentDict(TypedDict, total=False):
        """`ContainerAutoEnvironment` as a plain dict."""

        type: Required[Literal["container_auto"]]


class ContainerAutoEnvironment(JsonModel):
    """Runs commands in a temporary container that the service provides."""

    type: Literal["container_auto"]
    """Selects a container that the service provides."""

    def __init__(self, *, type: Literal["container_auto"] = "container_auto") -> None:
        self._build(locals())
