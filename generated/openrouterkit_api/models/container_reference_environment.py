# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `ContainerReferenceEnvironment`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, Required, TypedDict

from openrouterkit_runtime.model import JsonModel

if TYPE_CHECKING:

    class ContainerReferenceEnvironmentDict(TypedDict, total=False):
        """`ContainerReferenceEnvironment` as a plain dict."""

        container_id: Required[str]
        type: Required[Literal["container_reference"]]


class ContainerReferenceEnvironment(JsonModel):
    """Runs commands in a container that keeps its files between requests."""

    container_id: str
    """Id of the container: from an earlier result, or a new name, which creates the container. Letters,
    digits, underscores and dashes, 1 to 20 characters.
    """
    type: Literal["container_reference"]
    """Selects a container by its id."""

    def __init__(self, *, type: Literal["container_reference"] = "container_reference", container_id: str) -> None:
        self._build(locals())
