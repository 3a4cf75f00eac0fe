# Generated from openapi.yaml sha256:d6d09962d40f58f7 by `make generate`: do not edit, change the contract or codegen/ instead.
"""Answer with the endpoints that retain no data."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from openrouterkit_runtime.model import JsonModel

from .._decoders import Each, Nested

if TYPE_CHECKING:
    from openrouterkit_runtime.model import Members

    from .public_endpoint import PublicEndpoint


class ListEndpointsZdrResponse(JsonModel):
    """Answer with the endpoints that retain no data."""

    __slots__ = ("data",)

    _members: ClassVar[Members] = {
        "data": ("data", Each(Nested("PublicEndpoint"))),
    }

    data: list[PublicEndpoint]
    """The endpoints, of all models."""

    def __init__(
        self,
        *,
        data: Sequence[PublicEndpoint | Mapping[str, Any]],
    ) -> None:
        self._assign(
            {
                "data": data,
            }
        )
