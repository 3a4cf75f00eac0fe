# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `UpdateKeysResponse`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar

from openrouterkit_runtime.model import JsonModel

from .._decoders import Nested

if TYPE_CHECKING:
    from openrouterkit_runtime.members import Decoder

    from .api_key import APIKey


class UpdateKeysResponse(JsonModel):
    """The response with a changed API key."""

    _decoders: ClassVar[Mapping[str, Decoder]] = {"data": Nested("APIKey")}

    data: APIKey
    """The changed key."""

    def __init__(self, *, data: APIKey | Mapping[str, Any]) -> None:
        self._build(locals())
