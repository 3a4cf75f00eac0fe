# Generated from openapi.yaml sha256:d6d09962d40f58f7 by `make generate`: do not edit, change the contract or codegen/ instead.
"""OAuth: Get an API key from a user who logs in with the browser, by OAuth with PKCE (RFC 7636)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any, Unpack, overload

from openrouterkit_runtime.endpoint import Body, Endpoint
from openrouterkit_runtime.operation import Operation
from openrouterkit_runtime.responses import Responses
from openrouterkit_runtime.sender import ExtraParams

from .._decoders import Nested

if TYPE_CHECKING:
    from ..models.api_key_limit_reset import APIKeyLimitReset
    from ..models.code_challenge_method import CodeChallengeMethod
    from ..models.create_auth_code_request import CreateAuthCodeRequest, CreateAuthCodeRequestDict
    from ..models.create_auth_code_response import CreateAuthCodeResponse
    from ..models.exchange_auth_code_request import ExchangeAuthCodeRequest, ExchangeAuthCodeRequestDict
    from ..models.exchange_auth_code_response import ExchangeAuthCodeResponse


class _ExchangeAuthCodeParams(ExtraParams, total=False):
    code_challenge_method: CodeChallengeMethod | None
    """How the challenge was made; the same as when the code was asked for. Null or absent without a
    challenge.
    """
    code_verifier: str
    """The secret that the code challenge was made from (RFC 7636: 43 to 128 characters, from letters,
    digits and `-._~`). Needed if a challenge was given when the code was asked for.
    """


class ExchangeAuthCodeParams(_ExchangeAuthCodeParams):
    """The keywords of `oauth.exchange_auth_code`."""

    code: str
    """The authorization code, from the parameter `code` of the callback URL, or from the answer that
    created it.
    """


class ExchangeAuthCodeChanges(_ExchangeAuthCodeParams, total=False):
    """The keywords of `oauth.exchange_auth_code` beside a body that is given whole."""

    code: str


_EXCHANGE_AUTH_CODE = Endpoint(
    id="exchangeAuthCodeForAPIKey",
    name="oauth.exchange_auth_code",
    method="POST",
    path="/auth/keys",
    path_params={},
    query_params={},
    header_params={},
    required=(),
    body=Body(
        "application/json",
        {"code": "code", "code_challenge_method": "code_challenge_method", "code_verifier": "code_verifier"},
        ("code",),
    ),
    responses=Responses(
        {
            "200": {
                "application/json": Nested("ExchangeAuthCodeResponse"),
            },
            "400": {
                "application/json": Nested("BadRequestResponse"),
            },
            "403": {
                "application/json": Nested("ForbiddenResponse"),
            },
            "500": {
                "application/json": Nested("InternalServerResponse"),
            },
        }
    ),
    response_kind="object",
    needs_key=False,
)


@overload
def exchange_auth_code(
    body: ExchangeAuthCodeRequest | ExchangeAuthCodeRequestDict | Mapping[str, Any],
    /,
    **changes: Unpack[ExchangeAuthCodeChanges],
) -> Operation[ExchangeAuthCodeResponse]: ...
@overload
def exchange_auth_code(**params: Unpack[ExchangeAuthCodeParams]) -> Operation[ExchangeAuthCodeResponse]: ...
def exchange_auth_code(body: Any = None, /, **params: Any) -> Any:
    """Exchange an authorization code for an API key.

    Last step of logging in by OAuth with PKCE (RFC 7636). First the browser of the user goes to
    `https://openrouter.ai/auth` with the parameters `callback_url`, `code_challenge` and
    `code_challenge_method`; it comes back to the callback URL with the parameter `code`, and with a
    `state` only if that is part of the callback URL. This call trades the code for an API key of the
    user who agreed, and the user pays for what is done with the key. It needs no key itself. A code
    works once, for ten minutes; status 403 means that it is wrong, used or expired, or that the
    verifier does not fit. The key is shown only in this answer.

    POST /auth/keys

    Args:
        body: the whole request; keywords are merged over it.
        **params: its members, and the operation's parameters.

    Raises:
        TypeError: an unknown keyword, or a required one that is missing.
    """
    return Operation.of(_EXCHANGE_AUTH_CODE, body, params)


class _CreateAuthCodeParams(ExtraParams, total=False):
    code_challenge: str
    """Challenge made from a secret verifier (RFC 7636), so that only its owner can exchange the code. For
    S256 the SHA-256 of the verifier, in base64url without padding. Recommended; the code is not bound
    to a verifier when absent.
    """
    code_challenge_method: CodeChallengeMethod
    """How the challenge was made from the verifier."""
    expires_at: datetime | str | None
    """When the API key is to stop working, with seconds. Null, the default, is never."""
    key_label: str
    """Label of the API key, at most 100 characters."""
    limit: float
    """Most that may be spent with the API key, in US dollars, in each period of `usage_limit_type` or in
    all. No limit when absent.
    """
    spawn_agent: str
    """Reserved for the service's own tools; leave it out."""
    spawn_cloud: str
    """Reserved for the service's own tools; leave it out."""
    usage_limit_type: APIKeyLimitReset
    """When spending is to count anew against the limit. Never when absent."""
    workspace_id: str
    """Workspace to create the API key in, as a UUID. The default workspace when absent."""


class CreateAuthCodeParams(_CreateAuthCodeParams):
    """The keywords of `oauth.create_auth_code`."""

    callback_url: str
    """Where the login would lead. Takes an https URL."""


class CreateAuthCodeChanges(_CreateAuthCodeParams, total=False):
    """The keywords of `oauth.create_auth_code` beside a body that is given whole."""

    callback_url: str


_CREATE_AUTH_CODE = Endpoint(
    id="createAuthKeysCode",
    name="oauth.create_auth_code",
    method="POST",
    path="/auth/keys/code",
    path_params={},
    query_params={},
    header_params={},
    required=(),
    body=Body(
        "application/json",
        {
            "callback_url": "callback_url",
            "code_challenge": "code_challenge",
            "code_challenge_method": "code_challenge_method",
            "expires_at": "expires_at",
            "key_label": "key_label",
            "limit": "limit",
            "spawn_agent": "spawn_agent",
            "spawn_cloud": "spawn_cloud",
            "usage_limit_type": "usage_limit_type",
            "workspace_id": "workspace_id",
        },
        ("callback_url",),
    ),
    responses=Responses(
        {
            "200": {
                "application/json": Nested("CreateAuthCodeResponse"),
            },
            "400": {
                "application/json": Nested("BadRequestResponse"),
            },
            "401": {
                "application/json": Nested("UnauthorizedResponse"),
            },
            "403": {
                "application/json": Nested("ForbiddenResponse"),
            },
            "409": {
                "application/json": Nested("ConflictResponse"),
            },
            "500": {
                "application/json": Nested("InternalServerResponse"),
            },
        }
    ),
    response_kind="object",
    needs_key=True,
)


@overload
def create_auth_code(
    body: CreateAuthCodeRequest | CreateAuthCodeRequestDict | Mapping[str, Any],
    /,
    **changes: Unpack[CreateAuthCodeChanges],
) -> Operation[CreateAuthCodeResponse]: ...
@overload
def create_auth_code(**params: Unpack[CreateAuthCodeParams]) -> Operation[CreateAuthCodeResponse]: ...
def create_auth_code(body: Any = None, /, **params: Any) -> Any:
    """Create an authorization code.

    Creates an authorization code for the account of the API key, without a browser. It is exchanged for
    an API key like the code that a login brings. Limits, end and label of that key are settled here.

    POST /auth/keys/code

    Args:
        body: the whole request; keywords are merged over it.
        **params: its members, and the operation's parameters.

    Raises:
        TypeError: an unknown keyword, or a required one that is missing.
    """
    return Operation.of(_CREATE_AUTH_CODE, body, params)
