# Generated from mistral.yaml sha256:807b1b468b19223d by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `CustomConnector`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, Required, TypedDict

from openrouterkit_runtime.model import JsonModel

if TYPE_CHECKING:

    class CustomConnectorDict(TypedDict, total=False):
        """`CustomConnector` as a plain dict."""

        connector_id: Required[str]
        type: Required[Literal["connector"]]


class CustomConnector(JsonModel):
    """A tool of the service that calls a connector of your workspace."""

    connector_id: str
    """Id or name of the connector."""
    type: Literal["connector"]
    """Marks the tool as a connector."""

    def __init__(self, *, type: Literal["connector"] = "connector", connector_id: str) -> None:
        self._build(locals())
