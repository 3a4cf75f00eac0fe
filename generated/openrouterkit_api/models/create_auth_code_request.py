# Generated from openapi.yaml sha256:d6d09962d40f58f7 by `make generate`: do not edit, change the contract or codegen/ instead.
"""An authorization code to create, and what the API key is allowed that it will be exchanged for."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, ClassVar, Required, TypedDict

from openrouterkit_runtime.model import JsonModel
from openrouterkit_runtime.unset import UNSET

from .._decoders import decode_datetime

if TYPE_CHECKING:
    from openrouterkit_runtime.model import Members

    from .api_key_limit_reset import APIKeyLimitReset
    from .code_challenge_method import CodeChallengeMethod


class CreateAuthCodeRequestDict(TypedDict, total=False):
    """A `CreateAuthCodeRequest` as a plain dict."""

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

    __slots__ = (
        "callback_url",
        "code_challenge",
        "code_challenge_method",
        "expires_at",
        "key_label",
        "limit",
        "spawn_agent",
        "spawn_cloud",
        "usage_limit_type",
        "workspace_id",
    )

    _members: ClassVar[Members] = {
        "callback_url": ("callback_url", None),
        "code_challenge": ("code_challenge", None),
        "code_challenge_method": ("code_challenge_method", None),
        "expires_at": ("expires_at", decode_datetime),
        "key_label": ("key_label", None),
        "limit": ("limit", None),
        "spawn_agent": ("spawn_agent", None),
        "spawn_cloud": ("spawn_cloud", None),
        "usage_limit_type": ("usage_limit_type", None),
        "workspace_id": ("workspace_id", None),
    }

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
        self._assign(
            {
                "callback_url": callback_url,
                "code_challenge": code_challenge,
                "code_challenge_method": code_challenge_method,
                "expires_at": expires_at,
                "key_label": key_label,
                "limit": limit,
                "spawn_agent": spawn_agent,
                "spawn_cloud": spawn_cloud,
                "usage_limit_type": usage_limit_type,
                "workspace_id": workspace_id,
            }
        )
