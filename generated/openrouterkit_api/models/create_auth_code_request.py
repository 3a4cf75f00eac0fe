# Generated from openapi.yaml sha256:2a84a556e8138f46 by `make generate`: do not edit, change the contract or codegen/ instead.
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
    """An authorization code to create, and what the API key is allowed that it will be exchanged for."""

    _decoders: ClassVar[Mapping[str, Decoder]] = {"expires_at": decode_datetime}

    callback_url: str
    """Where the login would lead. Takes an https URL."""
    code_challenge: str | None
    """Challenge made from a secret verifier (RFC 7636), so that only its owner can exchange the code. For
    S256 the SHA-256 of the verifier, in base64url without padding. Recommended; the code is not bound
    to a verifier when absent.
    """
    code_challenge_method: CodeChallengeMethod | None
    """How the challenge was made from the verifier."""
    expires_at: datetime | None
    """When the API key is to stop working, with seconds. Null, the default, is never."""
    key_label: str | None
    """Label of the API key, at most 100 characters."""
    limit: float | None
    """Most that may be spent with the API key, in US dollars, in each period of `usage_limit_type` or in
    all. No limit when absent.
    """
    spawn_agent: str | None
    """Reserved for the service's own tools; leave it out."""
    spawn_cloud: str | None
    """Reserved for the service's own tools; leave it out."""
    usage_limit_type: APIKeyLimitReset | None
    """When spending is to count anew against the limit. Never when absent."""
    workspace_id: str | None
    """Workspace to create the API key in, as a UUID. The default workspace when absent."""

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
