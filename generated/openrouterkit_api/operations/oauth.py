# Generated from openapi.yaml sha256:d6d09962d40f58f7 by `make generate`: do not edit, change the contract or codegen/ instead.
"""OAuth: Get an API key from a user who logs in with the browser, by OAuth with PKCE (RFC 7636)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any, Unpack, overload

from .._runtime.answers import Answers
from .._runtime.endpoint import Body, Endpoint
from .._runtime.operation import Operation
from .._runtime.readers import Nested
from .._runtime.sender import ExtraParams

if TYPE_CHECKING:
    from ..models.api_key_limit_reset import APIKeyLimitReset
    from ..models.code_challenge_method import CodeChallengeMethod
    from ..models.create_auth_code_request import CreateAuthCodeRequest, CreateAuthCodeRequestDict
    from ..models.create_auth_code_response import CreateAuthCodeResponse
    from ..models.exchange_auth_code_request import ExchangeAuthCodeRequest, ExchangeAuthCodeRequestDict
    from ..models.exchange_auth_code_response import ExchangeAuthCodeResponse


class _ExchangeAuthCodeForApiKeyParams(ExtraParams, total=False):
    code_challenge_method: CodeChallengeMethod | None
    """How the challenge was made; the same as when the code was asked for. Null or absent without a
    challenge.
    """
    code_verifier: str
    """The secret that the code challenge was made from (RFC 7636: 43 to 128 characters, from letters,
    digits and `-._~`). Needed if a challenge was given when the code was asked for.
    """


class ExchangeAuthCodeForApiKeyParams(_ExchangeAuthCodeForApiKeyParams):
    """What `exchange_auth_code_for_api_key` takes."""

    code: str
    """The authorization code, from the parameter `code` of the callback URL, or from the answer that
    created it.
    """


class ExchangeAuthCodeForApiKeyChanges(_ExchangeAuthCodeForApiKeyParams, total=False):
    """What `exchange_auth_code_for_api_key` takes beside a body given whole."""

    code: str


_EXCHANGE_AUTH_CODE_FOR_API_KEY = Endpoint(
    id="exchangeAuthCodeForAPIKey",
    function="exchange_auth_code_for_api_key",
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
    answers=Answers(
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
    needs_key=False,
)


@overload
def exchange_auth_code_for_api_key(
    body: ExchangeAuthCodeRequest | ExchangeAuthCodeRequestDict | Mapping[str, Any],
    /,
    **changes: Unpack[ExchangeAuthCodeForApiKeyChanges],
) -> Operation[ExchangeAuthCodeResponse]: ...
@overload
def exchange_auth_code_for_api_key(
    **params: Unpack[ExchangeAuthCodeForApiKeyParams],
) -> Operation[ExchangeAuthCodeResponse]: ...
def exchange_auth_code_for_api_key(body: Any = None, /, **params: Any) -> Any:
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
        TypeError: a keyword the operation does not take, or one missing that it needs.
    """
    return Operation.of(_EXCHANGE_AUTH_CODE_FOR_API_KEY, body, params)


class _CreateAuthKeysCodeParams(ExtraParams, total=False):
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


class CreateAuthKeysCodeParams(_CreateAuthKeysCodeParams):
    """What `create_auth_keys_code` takes."""

    callback_url: str
    """Where the login would lead. Takes an https URL."""


class CreateAuthKeysCodeChanges(_CreateAuthKeysCodeParams, total=False):
    """What `create_auth_keys_code` takes beside a body given whole."""

    callback_url: str


_CREATE_AUTH_KEYS_CODE = Endpoint(
    id="createAuthKeysCode",
    function="create_auth_keys_code",
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
    answers=Answers(
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
    needs_key=True,
)


@overload
def create_auth_keys_code(
    body: CreateAuthCodeRequest | CreateAuthCodeRequestDict | Mapping[str, Any],
    /,
    **changes: Unpack[CreateAuthKeysCodeChanges],
) -> Operation[CreateAuthCodeResponse]: ...
@overload
def create_auth_keys_code(**params: Unpack[CreateAuthKeysCodeParams]) -> Operation[CreateAuthCodeResponse]: ...
def create_auth_keys_code(body: Any = None, /, **params: Any) -> Any:
    """Create an authorization code.

    Creates an authorization code for the account of the API key, without a browser. It is exchanged for
    an API key like the code that a login brings. Limits, end and label of that key are settled here.

    POST /auth/keys/code

    Args:
        body: the whole request; keywords are merged over it.
        **params: its members, and the operation's parameters.

    Raises:
        TypeError: a keyword the operation does not take, or one missing that it needs.
    """
    return Operation.of(_CREATE_AUTH_KEYS_CODE, body, params)
