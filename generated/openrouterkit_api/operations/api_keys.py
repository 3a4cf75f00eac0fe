# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""APIKeys: Create, limit, change and delete API keys, and see what was spent with them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any

from openrouterkit_runtime.endpoint import Body, Endpoint
from openrouterkit_runtime.operation import Operation, PagedOperation
from openrouterkit_runtime.pagination import Pagination
from openrouterkit_runtime.responses import Responses
from openrouterkit_runtime.unset import UNSET

from .._decoders import Nested
from ..security import SECURITY_SCHEMES

if TYPE_CHECKING:
    from openrouterkit_runtime.mappings import JsonObject

    from ..models._enumerations import APIKeyLimitReset
    from ..models.api_key import APIKey
    from ..models.create_keys_request import CreateKeysRequest, CreateKeysRequestDict
    from ..models.create_keys_response import CreateKeysResponse
    from ..models.delete_keys_response import DeleteKeysResponse
    from ..models.get_current_key_response import GetCurrentKeyResponse
    from ..models.get_key_response import GetKeyResponse
    from ..models.list_keys_response import ListKeysResponse
    from ..models.update_keys_request import UpdateKeysRequest, UpdateKeysRequestDict
    from ..models.update_keys_response import UpdateKeysResponse


_GET_CURRENT_KEY: Endpoint[Operation[GetCurrentKeyResponse]] = Endpoint(
    id="getCurrentKey",
    name="api_keys.get_current_key",
    method="GET",
    path="/key",
    kind=Operation,
    responses=Responses(
        {
            "200": {"application/json": Nested("GetCurrentKeyResponse")},
            "401": {"application/json": Nested("UnauthorizedResponse")},
            "500": {"application/json": Nested("InternalServerResponse")},
        },
        required_member="data",
    ),
    response_kind="object",
    security=(("apiKey",),),
    schemes=SECURITY_SCHEMES,
)


def get_current_key(
    *,
    extra_headers: Mapping[str, str] | None = None,
    extra_query: Mapping[str, Any] | None = None,
    extra_body: Mapping[str, Any] | None = None,
) -> Operation[GetCurrentKeyResponse]:
    """Get the current API key.

    Returns the operation `GET /key` without sending it. The keyword
    arguments are those of `APIKeys.get_current_key` in `namespaces.api_keys`.

    Raises:
        TypeError: A required argument is missing, or an argument has the wrong type.
    """
    return _GET_CURRENT_KEY.build(locals())


_LIST: Endpoint[PagedOperation[ListKeysResponse, APIKey]] = Endpoint(
    id="list",
    name="api_keys.list",
    method="GET",
    path="/keys",
    kind=PagedOperation,
    query_params={"include_disabled": "include_disabled", "offset": "offset", "workspace_id": "workspace_id"},
    responses=Responses(
        {
            "200": {"application/json": Nested("ListKeysResponse")},
            "400": {"application/json": Nested("BadRequestResponse")},
            "401": {"application/json": Nested("UnauthorizedResponse")},
            "429": {"application/json": Nested("TooManyRequestsResponse")},
            "500": {"application/json": Nested("InternalServerResponse")},
        },
        required_member="data",
    ),
    response_kind="object",
    paging=Pagination(results=("data",), offset="offset", limit=None, limit_default=None, cursor=None, next_cursor=()),
    security=(("apiKey",),),
    schemes=SECURITY_SCHEMES,
)


def list(
    *,
    include_disabled: str = UNSET,
    offset: int | None = UNSET,
    workspace_id: str = UNSET,
    extra_headers: Mapping[str, str] | None = None,
    extra_query: Mapping[str, Any] | None = None,
    extra_body: Mapping[str, Any] | None = None,
) -> PagedOperation[ListKeysResponse, APIKey]:
    """List API keys.

    Returns the operation `GET /keys` without sending it. The keyword
    arguments are those of `APIKeys.list` in `namespaces.api_keys`.

    Raises:
        TypeError: A required argument is missing, or an argument has the wrong type.
    """
    return _LIST.build(locals())


_CREATE: Endpoint[Operation[CreateKeysResponse]] = Endpoint(
    id="createKeys",
    name="api_keys.create",
    method="POST",
    path="/keys",
    kind=Operation,
    body=Body(
        "application/json",
        {
            "creator_user_id": "creator_user_id",
            "expires_at": "expires_at",
            "include_byok_in_limit": "include_byok_in_limit",
            "limit": "limit",
            "limit_reset": "limit_reset",
            "name": "name",
            "workspace_id": "workspace_id",
        },
        required=("name",),
        objects=(),
    ),
    responses=Responses(
        {
            "201": {"application/json": Nested("CreateKeysResponse")},
            "400": {"application/json": Nested("BadRequestResponse")},
            "401": {"application/json": Nested("UnauthorizedResponse")},
            "403": {"application/json": Nested("ForbiddenResponse")},
            "429": {"application/json": Nested("TooManyRequestsResponse")},
            "500": {"application/json": Nested("InternalServerResponse")},
        },
        required_member="data",
    ),
    response_kind="object",
    security=(("apiKey",),),
    schemes=SECURITY_SCHEMES,
)


def create(
    body: CreateKeysRequest | CreateKeysRequestDict | JsonObject | None = None,
    /,
    *,
    name: str = UNSET,
    creator_user_id: str | None = UNSET,
    expires_at: datetime | str | None = UNSET,
    include_byok_in_limit: bool = UNSET,
    limit: float | None = UNSET,
    limit_reset: APIKeyLimitReset | None = UNSET,
    workspace_id: str = UNSET,
    extra_headers: Mapping[str, str] | None = None,
    extra_query: Mapping[str, Any] | None = None,
    extra_body: Mapping[str, Any] | None = None,
) -> Operation[CreateKeysResponse]:
    """Create an API key.

    Returns the operation `POST /keys` without sending it. The keyword
    arguments are those of `APIKeys.create` in `namespaces.api_keys`.

    Args:
        body: The request body. Keyword arguments replace its members.

    Raises:
        TypeError: A required argument is missing, or an argument has the wrong type.
    """
    return _CREATE.build(locals(), body)


_GET: Endpoint[Operation[GetKeyResponse]] = Endpoint(
    id="getKey",
    name="api_keys.get",
    method="GET",
    path="/keys/{hash}",
    kind=Operation,
    path_params={"hash": "hash"},
    required=("hash",),
    responses=Responses(
        {
            "200": {"application/json": Nested("GetKeyResponse")},
            "401": {"application/json": Nested("UnauthorizedResponse")},
            "404": {"application/json": Nested("NotFoundResponse")},
            "429": {"application/json": Nested("TooManyRequestsResponse")},
            "500": {"application/json": Nested("InternalServerResponse")},
        },
        required_member="data",
    ),
    response_kind="object",
    security=(("apiKey",),),
    schemes=SECURITY_SCHEMES,
)


def get(
    *,
    hash: str,
    extra_headers: Mapping[str, str] | None = None,
    extra_query: Mapping[str, Any] | None = None,
    extra_body: Mapping[str, Any] | None = None,
) -> Operation[GetKeyResponse]:
    """Get an API key.

    Returns the operation `GET /keys/{hash}` without sending it. The keyword
    arguments are those of `APIKeys.get` in `namespaces.api_keys`.

    Raises:
        TypeError: A required argument is missing, or an argument has the wrong type.
        ValueError: A path parameter is empty, `.` or `..`.
    """
    return _GET.build(locals())


_DELETE: Endpoint[Operation[DeleteKeysResponse]] = Endpoint(
    id="deleteKeys",
    name="api_keys.delete",
    method="DELETE",
    path="/keys/{hash}",
    kind=Operation,
    path_params={"hash": "hash"},
    required=("hash",),
    responses=Responses(
        {
            "200": {"application/json": Nested("DeleteKeysResponse")},
            "401": {"application/json": Nested("UnauthorizedResponse")},
            "404": {"application/json": Nested("NotFoundResponse")},
            "429": {"application/json": Nested("TooManyRequestsResponse")},
            "500": {"application/json": Nested("InternalServerResponse")},
        },
        required_member="deleted",
    ),
    response_kind="object",
    security=(("apiKey",),),
    schemes=SECURITY_SCHEMES,
)


def delete(
    *,
    hash: str,
    extra_headers: Mapping[str, str] | None = None,
    extra_query: Mapping[str, Any] | None = None,
    extra_body: Mapping[str, Any] | None = None,
) -> Operation[DeleteKeysResponse]:
    """Delete an API key.

    Returns the operation `DELETE /keys/{hash}` without sending it. The keyword
    arguments are those of `APIKeys.delete` in `namespaces.api_keys`.

    Raises:
        TypeError: A required argument is missing, or an argument has the wrong type.
        ValueError: A path parameter is empty, `.` or `..`.
    """
    return _DELETE.build(locals())


_UPDATE: Endpoint[Operation[UpdateKeysResponse]] = Endpoint(
    id="updateKeys",
    name="api_keys.update",
    method="PATCH",
    path="/keys/{hash}",
    kind=Operation,
    path_params={"hash": "hash"},
    required=("hash",),
    body=Body(
        "application/json",
        {
            "disabled": "disabled",
            "include_byok_in_limit": "include_byok_in_limit",
            "limit": "limit",
            "limit_reset": "limit_reset",
            "name": "name",
        },
        objects=(),
    ),
    responses=Responses(
        {
            "200": {"application/json": Nested("UpdateKeysResponse")},
            "400": {"application/json": Nested("BadRequestResponse")},
            "401": {"application/json": Nested("UnauthorizedResponse")},
            "404": {"application/json": Nested("NotFoundResponse")},
            "429": {"application/json": Nested("TooManyRequestsResponse")},
            "500": {"application/json": Nested("InternalServerResponse")},
        },
        required_member="data",
    ),
    response_kind="object",
    security=(("apiKey",),),
    schemes=SECURITY_SCHEMES,
)


def update(
    body: UpdateKeysRequest | UpdateKeysRequestDict | JsonObject | None = None,
    /,
    *,
    hash: str,
    disabled: bool = UNSET,
    include_byok_in_limit: bool = UNSET,
    limit: float | None = UNSET,
    limit_reset: APIKeyLimitReset | None = UNSET,
    name: str = UNSET,
    extra_headers: Mapping[str, str] | None = None,
    extra_query: Mapping[str, Any] | None = None,
    extra_body: Mapping[str, Any] | None = None,
) -> Operation[UpdateKeysResponse]:
    """Change an API key.

    Returns the operation `PATCH /keys/{hash}` without sending it. The keyword
    arguments are those of `APIKeys.update` in `namespaces.api_keys`.

    Args:
        body: The request body. Keyword arguments replace its members.

    Raises:
        TypeError: A required argument is missing, or an argument has the wrong type.
        ValueError: A path parameter is empty, `.` or `..`.
    """
    return _UPDATE.build(locals(), body)
