# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""OAuth: Get an API key from a user who logs in with the browser, by OAuth with PKCE (RFC 7636)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any

from openrouterkit_runtime.endpoint import Body, Endpoint
from openrouterkit_runtime.operation import Operation
from openrouterkit_runtime.responses import Responses
from openrouterkit_runtime.unset import UNSET

from .._decoders import Nested
from ..security import SECURITY_SCHEMES

if TYPE_CHECKING:
    from openrouterkit_runtime.mappings import JsonObject

    from ..models._enumerations import APIKeyLimitReset, CodeChallengeMethod
    from ..models.create_auth_code_request import CreateAuthCodeRequest, CreateAuthCodeRequestDict
    from ..models.create_auth_code_response import CreateAuthCodeResponse
    from ..models.exchange_auth_code_request import ExchangeAuthCodeRequest, ExchangeAuthCodeRequestDict
    from ..models.exchange_auth_code_response import ExchangeAuthCodeResponse


_EXCHANGE_AUTH_CODE: Endpoint[Operation[ExchangeAuthCodeResponse]] = Endpoint(
    id="exchangeAuthCodeForAPIKey",
    name="oauth.exchange_auth_code",
    method="POST",
    path="/auth/keys",
    kind=Operation,
    body=Body(
        "application/json",
        {"code": "code", "code_challenge_method": "code_challenge_method", "code_verifier": "code_verifier"},
        required=("code",),
        objects=(),
    ),
    responses=Responses(
        {
            "200": {"application/json": Nested("ExchangeAuthCodeResponse")},
            "400": {"application/json": Nested("BadRequestResponse")},
            "403": {"application/json": Nested("ForbiddenResponse")},
            "500": {"application/json": Nested("InternalServerResponse")},
        },
        required_member="key",
    ),
    response_kind="object",
    security=((),),
    schemes=SECURITY_SCHEMES,
)


def exchange_auth_code(
    body: ExchangeAuthCodeRequest | ExchangeAuthCodeRequestDict | JsonObject | None = None,
    /,
    *,
    code: str = UNSET,
    code_challenge_method: CodeChallengeMethod | None = UNSET,
    code_verifier: str = UNSET,
    extra_headers: Mapping[str, str] | None = None,
    extra_query: Mapping[str, Any] | None = None,
    extra_body: Mapping[str, Any] | None = None,
) -> Operation[ExchangeAuthCodeResponse]:
    """Exchange an authorization code for an API key.

    Returns the operation `POST /auth/keys` without sending it. The keyword
    arguments are those of `OAuth.exchange_auth_code` in `namespaces.oauth`.

    Args:
        body: The request body. Keyword arguments replace its members.

    Raises:
        TypeError: A required argument is missing, or an argument has the wrong type.
    """
    return _EXCHANGE_AUTH_CODE.build(locals(), body)


_CREATE_AUTH_CODE: Endpoint[Operation[CreateAuthCodeResponse]] = Endpoint(
    id="createAuthKeysCode",
    name="oauth.create_auth_code",
    method="POST",
    path="/auth/keys/code",
    kind=Operation,
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
        required=("callback_url",),
        objects=(),
    ),
    responses=Responses(
        {
            "200": {"application/json": Nested("CreateAuthCodeResponse")},
            "400": {"application/json": Nested("BadRequestResponse")},
            "401": {"application/json": Nested("UnauthorizedResponse")},
            "403": {"application/json": Nested("ForbiddenResponse")},
            "409": {"application/json": Nested("ConflictResponse")},
            "500": {"application/json": Nested("InternalServerResponse")},
        },
        required_member="data",
    ),
    response_kind="object",
    security=(("apiKey",),),
    schemes=SECURITY_SCHEMES,
)


def create_auth_code(
    body: CreateAuthCodeRequest | CreateAuthCodeRequestDict | JsonObject | None = None,
    /,
    *,
    callback_url: str = UNSET,
    code_challenge: str = UNSET,
    code_challenge_method: CodeChallengeMethod = UNSET,
    expires_at: datetime | str | None = UNSET,
    key_label: str = UNSET,
    limit: float = UNSET,
    spawn_agent: str = UNSET,
    spawn_cloud: str = UNSET,
    usage_limit_type: APIKeyLimitReset = UNSET,
    workspace_id: str = UNSET,
    extra_headers: Mapping[str, str] | None = None,
    extra_query: Mapping[str, Any] | None = None,
    extra_body: Mapping[str, Any] | None = None,
) -> Operation[CreateAuthCodeResponse]:
    """Create an authorization code.

    Returns the operation `POST /auth/keys/code` without sending it. The keyword
    arguments are those of `OAuth.create_auth_code` in `namespaces.oauth`.

    Args:
        body: The request body. Keyword arguments replace its members.

    Raises:
        TypeError: A required argument is missing, or an argument has the wrong type.
    """
    return _CREATE_AUTH_CODE.build(locals(), body)
