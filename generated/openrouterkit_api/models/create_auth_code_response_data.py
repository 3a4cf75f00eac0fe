# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `CreateAuthCodeResponseData`."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from openrouterkit_runtime.model import JsonModel

from .._decoders import decode_datetime

if TYPE_CHECKING:
    from openrouterkit_runtime.members import Decoder


class CreateAuthCodeResponseData(JsonModel):
    """An authorization code, and the application it was created for."""

    _decoders: ClassVar[Mapping[str, Decoder]] = {"created_at": decode_datetime}

    app_id: int
    """Number of the application with this callback URL."""
    created_at: datetime
    """When the code was created."""
    id: str
    """The code, for the member `code` of the request that exchanges it for an API key."""

    def __init__(self, *, app_id: int, created_at: datetime | str, id: str) -> None:
        self._build(locals())
