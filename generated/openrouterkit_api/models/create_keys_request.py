# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `CreateKeysRequest`."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar, Required, TypedDict

from openrouterkit_runtime.model import JsonModel
from openrouterkit_runtime.unset import UNSET

from .._decoders import decode_datetime

if TYPE_CHECKING:
    from openrouterkit_runtime.members import Decoder

    from ._enumerations import APIKeyLimitReset

    class CreateKeysRequestDict(TypedDict, total=False):
        """`CreateKeysRequest` as a plain dict."""

        creator_user_id: str | None
        expires_at: datetime | str | None
        include_byok_in_limit: bool
        limit: float | None
        limit_reset: APIKeyLimitReset | None
        name: Required[str]
        workspace_id: str


class CreateKeysRequest(JsonModel):
    """The API key to create."""

    _decoders: ClassVar[Mapping[str, Decoder]] = {"expires_at": decode_datetime}

    creator_user_id: str | None
    """Member of the organization for whom the key is created. Only for keys that an organization owns."""
    expires_at: datetime | None
    """When the key expires, in UTC; other time zones are rejected. Null, the default, means never."""
    include_byok_in_limit: bool | None
    """Whether requests that use your own provider keys count towards the limit."""
    limit: float | None
    """Maximum amount that can be spent with the key, in US dollars, per period of `limit_reset` or in
    total. Null, the default, means no limit.
    """
    limit_reset: APIKeyLimitReset | None
    """When the spending that counts towards the limit is reset. Null, the default, means never."""
    name: str
    """Name of the key, at least one character."""
    workspace_id: str | None
    """Workspace to create the key in, as a UUID. Defaults to the default workspace."""

    def __init__(
        self,
        *,
        name: str,
        creator_user_id: str | None = UNSET,
        expires_at: datetime | str | None = UNSET,
        include_byok_in_limit: bool = UNSET,
        limit: float | None = UNSET,
        limit_reset: APIKeyLimitReset | None = UNSET,
        workspace_id: str = UNSET,
    ) -> None:
        self._build(locals())
