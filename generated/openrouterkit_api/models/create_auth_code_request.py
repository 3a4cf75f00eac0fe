# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""The model `CreateAuthCodeRequest`."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar, Required, TypedDict

from openrouterkit_runtime.model import JsonModel
from openrouterkit_runtime.unset import UNSET

from .._decoders import decode_datetime

if TYPE_CHECKING:
    from openrouterkit_runtime.members import Decoder

    from ._enumerations import APIKeyLimitReset, CodeChallengeMethod

    class CreateAuthCodeRequestDict(TypedDict, total=False):
        """`CreateAuthCodeRequest` as a plain dict."""

        callback_url: Required[str]
        code_challenge: str
        code_challenge_method: CodeChallengeMethod
        expires_at: datetime | str | None
        key_label: str
        limit: float
        spawn_agent: str
        spawn_cloud: str
        usage_limit_type: APIKeyLimitReset
        workspace_id: str


class CreateAuthCodeRequest(JsonModel):
    """The authorization code to create, and the settings of the API key for which it can be exchanged."""

    _decoders: ClassVar[Mapping[str, Decoder]] = {"expires_at": decode_datetime}

    callback_url: str
    """Callback URL of the login. Must be an https URL."""
    code_challenge: str | None
    """Challenge of a secret verifier (RFC 7636), so that only the owner of the verifier can exchange the
    code. For S256, the SHA-256 of the verifier, in base64url without padding. Recommended; without it,
    the code is not bound to a verifier.
    """
    code_challenge_method: CodeChallengeMethod | None
    """How the challenge was computed from the verifier."""
    expires_at: datetime | None
    """When the API key expires, with seconds. Null, the default, means never."""
    key_label: str | None
    """Label of the API key, at most 100 characters."""
    limit: float | None
    """Maximum amount that can be spent with the API key, in US dollars, per period of `usage_limit_type`
    or in total. Defaults to no limit.
    """
    spawn_agent: str | None
    """Reserved for the service's own tools; do not set it."""
    spawn_cloud: str | None
    """Reserved for the service's own tools; do not set it."""
    usage_limit_type: APIKeyLimitReset | None
    """When the spending that counts towards the limit is reset. Defaults to never."""
    workspace_id: str | None
    """Workspace to create the API key in, as a UUID. Defaults to the default workspace."""

    def __init__(
        self,
        *,
        callback_url: str,
        code_challenge: str = UNSET,
        code_challenge_method: CodeChallengeMethod = UNSET,
        expires_at: datetime | str | None = UNSET,
        key_label: str = UNSET,
        limit: float = UNSET,
        spawn_agent: str = UNSET,
        spawn_cloud: str = UNSET,
        usage_limit_type: APIKeyLimitReset = UNSET,
        workspace_id: str = UNSET,
    ) -> None:
        self._build(locals())
