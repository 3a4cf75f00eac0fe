# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `GetKeyResponse`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar

from openrouterkit_runtime.model import JsonModel

from .._decoders import Nested

if TYPE_CHECKING:
    from openrouterkit_runtime.members import Decoder

    from .api_key import APIKey


class GetKeyResponse(JsonModel):
    """The response with an API key."""

    _decoders: ClassVar[Mapping[str, Decoder]] = {"data": Nested("APIKey")}

    data: APIKey
    """The key, without its secret."""

    def __init__(self, *, data: APIKey | Mapping[str, Any]) -> None:
        self._build(locals())
