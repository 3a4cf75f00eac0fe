# Generated from openapi.yaml sha256:d6d09962d40f58f7 by `make generate`: do not edit, change the contract or codegen/ instead.
"""APIKeys: Create, limit, change and delete API keys, and see what they have spent."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any, Required, Unpack, overload

from openrouterkit_runtime.endpoint import Body, Endpoint
from openrouterkit_runtime.operation import Operation, PagedOperation
from openrouterkit_runtime.pagination import Pagination
from openrouterkit_runtime.responses import Responses
from openrouterkit_runtime.sender import ExtraParams

from .._decoders import Nested

if TYPE_CHECKING:
    from ..models.api_key import APIKey
    from ..models.api_key_limit_reset import APIKeyLimitReset
    from ..models.create_keys_request import CreateKeysRequest, CreateKeysRequestDict
    from ..models.create_keys_response import CreateKeysResponse
    from ..models.delete_keys_response import DeleteKeysResponse
    from ..models.get_current_key_response import GetCurrentKeyResponse
    from ..models.get_key_response import GetKeyResponse
    from ..models.list_keys_response import ListKeysResponse
    from ..models.update_keys_request import UpdateKeysRequest, UpdateKeysRequestDict
    from ..models.update_keys_response import UpdateKeysResponse


class GetCurrentKeyParams(ExtraParams, total=False):
    """The keywords of `api_keys.get_current_key`."""


_GET_CURRENT_KEY = Endpoint(
    id="getCurrentKey",
    name="api_keys.get_current_key",
    method="GET",
    path="/key",
    path_params={},
    query_params={},
    header_params={},
    required=(),
    responses=Responses(
        {
            "200": {
                "application/json": Nested("GetCurrentKeyResponse"),
            },
            "401": {
                "application/json": Nested("UnauthorizedResponse"),
            },
            "500": {
                "application/json": Nested("InternalServerResponse"),
            },
        }
    ),
    response_kind="object",
    needs_key=True,
)


def get_current_key(**params: Unpack[GetCurrentKeyParams]) -> Operation[GetCurrentKeyResponse]:
    """Get the key of the call.

    Tells about the API key that the call itself is made with: how much it has spent, and how much it
    may still spend. Works with every key.

    GET /key

    Raises:
        TypeError: an unknown keyword, or a required one that is missing.
    """
    return Operation.of(_GET_CURRENT_KEY, None, params)


class ListParams(ExtraParams, total=False):
    """The keywords of `api_keys.list`."""

    include_disabled: str
    """Set to `true` to have the disabled keys listed as well, to `false` to leave them out. The service
    chooses when absent.
    """
    offset: int | None
    """How many keys to skip before the page begins, from 0. None when absent."""
    workspace_id: str
    """Only keys of this workspace, as a UUID. The default workspace when absent."""


_LIST = Endpoint(
    id="list",
    name="api_keys.list",
    method="GET",
    path="/keys",
    path_params={},
    query_params={"include_disabled": "include_disabled", "offset": "offset", "workspace_id": "workspace_id"},
    header_params={},
    required=(),
    responses=Responses(
        {
            "200": {
                "application/json": Nested("ListKeysResponse"),
            },
            "400": {
                "application/json": Nested("BadRequestResponse"),
            },
            "401": {
                "application/json": Nested("UnauthorizedResponse"),
            },
            "429": {
                "application/json": Nested("TooManyRequestsResponse"),
            },
            "500": {
                "application/json": Nested("InternalServerResponse"),
            },
        }
    ),
    response_kind="object",
    paging=Pagination(
        results=("data",),
        offset="offset",
        limit=None,
        limit_default=None,
        cursor=None,
        next_cursor=(),
    ),
    needs_key=True,
)


def list(**params: Unpack[ListParams]) -> PagedOperation[ListKeysResponse, APIKey]:
    """List API keys.

    Lists the API keys of the account, up to 100 a page. Keys are named by their hash; the keys
    themselves are not shown again. Needs a management key (formerly called provisioning key).

    GET /keys

    Raises:
        TypeError: an unknown keyword, or a required one that is missing.
    """
    return PagedOperation.of(_LIST, None, params)


class _CreateParams(ExtraParams, total=False):
    creator_user_id: str | None
    """Member of the organization the key is created for. Of use only for keys that an organization owns."""
    expires_at: datetime | str | None
    """When the key is to stop working, in UTC; other time zones are refused. Null, the default, is never."""
    include_byok_in_limit: bool
    """Whether calls that go through provider keys of your own count against the limit."""
    limit: float | None
    """Most that may be spent with the key, in US dollars, in each period of `limit_reset` or in all. Null,
    the default, is no limit.
    """
    limit_reset: APIKeyLimitReset | None
    """When spending begins to count anew against the limit. Null, the default, is never."""
    workspace_id: str
    """Workspace to create the key in, as a UUID. The default workspace when absent."""


class CreateParams(_CreateParams):
    """The keywords of `api_keys.create`."""

    name: str
    """Name of the key, at least one character."""


class CreateChanges(_CreateParams, total=False):
    """The keywords of `api_keys.create` beside a body that is given whole."""

    name: str


_CREATE = Endpoint(
    id="createKeys",
    name="api_keys.create",
    method="POST",
    path="/keys",
    path_params={},
    query_params={},
    header_params={},
    required=(),
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
        ("name",),
    ),
    responses=Responses(
        {
            "201": {
                "application/json": Nested("CreateKeysResponse"),
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
            "429": {
                "application/json": Nested("TooManyRequestsResponse"),
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
def create(
    body: CreateKeysRequest | CreateKeysRequestDict | Mapping[str, Any], /, **changes: Unpack[CreateChanges]
) -> Operation[CreateKeysResponse]: ...
@overload
def create(**params: Unpack[CreateParams]) -> Operation[CreateKeysResponse]: ...
def create(body: Any = None, /, **params: Any) -> Any:
    """Create an API key.

    Creates an API key, with a limit on what it may spend if wanted. The key itself stands only in this
    answer and cannot be had again. Needs a management key (formerly called provisioning key).

    POST /keys

    Args:
        body: the whole request; keywords are merged over it.
        **params: its members, and the operation's parameters.

    Raises:
        TypeError: an unknown keyword, or a required one that is missing.
    """
    return Operation.of(_CREATE, body, params)


class GetParams(ExtraParams, total=False):
    """The keywords of `api_keys.get`."""

    hash: Required[str]
    """Hash of the API key, as the list of keys has it."""


_GET = Endpoint(
    id="getKey",
    name="api_keys.get",
    method="GET",
    path="/keys/{hash}",
    path_params={"hash": "hash"},
    query_params={},
    header_params={},
    required=("hash",),
    responses=Responses(
        {
            "200": {
                "application/json": Nested("GetKeyResponse"),
            },
            "401": {
                "application/json": Nested("UnauthorizedResponse"),
            },
            "404": {
                "application/json": Nested("NotFoundResponse"),
            },
            "429": {
                "application/json": Nested("TooManyRequestsResponse"),
            },
            "500": {
                "application/json": Nested("InternalServerResponse"),
            },
        }
    ),
    response_kind="object",
    needs_key=True,
)


def get(**params: Unpack[GetParams]) -> Operation[GetKeyResponse]:
    """Get an API key.

    Looks up one API key of the account by its hash. Needs a management key (formerly called
    provisioning key).

    GET /keys/{hash}

    Raises:
        TypeError: an unknown keyword, or a required one that is missing.
    """
    return Operation.of(_GET, None, params)


class DeleteParams(ExtraParams, total=False):
    """The keywords of `api_keys.delete`."""

    hash: Required[str]
    """Hash of the API key, as the list of keys has it."""


_DELETE = Endpoint(
    id="deleteKeys",
    name="api_keys.delete",
    method="DELETE",
    path="/keys/{hash}",
    path_params={"hash": "hash"},
    query_params={},
    header_params={},
    required=("hash",),
    responses=Responses(
        {
            "200": {
                "application/json": Nested("DeleteKeysResponse"),
            },
            "401": {
                "application/json": Nested("UnauthorizedResponse"),
            },
            "404": {
                "application/json": Nested("NotFoundResponse"),
            },
            "429": {
                "application/json": Nested("TooManyRequestsResponse"),
            },
            "500": {
                "application/json": Nested("InternalServerResponse"),
            },
        }
    ),
    response_kind="object",
    needs_key=True,
)


def delete(**params: Unpack[DeleteParams]) -> Operation[DeleteKeysResponse]:
    """Delete an API key.

    Deletes an API key for good; calls made with it fail from then on. To switch a key off for a while,
    disable it instead. Needs a management key (formerly called provisioning key).

    DELETE /keys/{hash}

    Raises:
        TypeError: an unknown keyword, or a required one that is missing.
    """
    return Operation.of(_DELETE, None, params)


class UpdateParams(ExtraParams, total=False):
    """The keywords of `api_keys.update`."""

    hash: Required[str]
    """Hash of the API key, as the list of keys has it."""
    disabled: bool
    """Whether the key is to be switched off (true) or on (false)."""
    include_byok_in_limit: bool
    """Whether calls that go through provider keys of your own are to count against the limit."""
    limit: float | None
    """New limit on what may be spent with the key, in US dollars. Null lifts the limit."""
    limit_reset: APIKeyLimitReset | None
    """When spending is to count anew against the limit. Null makes it never do so."""
    name: str
    """New name of the key."""


_UPDATE = Endpoint(
    id="updateKeys",
    name="api_keys.update",
    method="PATCH",
    path="/keys/{hash}",
    path_params={"hash": "hash"},
    query_params={},
    header_params={},
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
        (),
    ),
    responses=Responses(
        {
            "200": {
                "application/json": Nested("UpdateKeysResponse"),
            },
            "400": {
                "application/json": Nested("BadRequestResponse"),
            },
            "401": {
                "application/json": Nested("UnauthorizedResponse"),
            },
            "404": {
                "application/json": Nested("NotFoundResponse"),
            },
            "429": {
                "application/json": Nested("TooManyRequestsResponse"),
            },
            "500": {
                "application/json": Nested("InternalServerResponse"),
            },
        }
    ),
    response_kind="object",
    needs_key=True,
)


def update(
    body: UpdateKeysRequest | UpdateKeysRequestDict | Mapping[str, Any] | None = None, /, **params: Unpack[UpdateParams]
) -> Operation[UpdateKeysResponse]:
    """Change an API key.

    Changes the name or the limits of an API key, or switches it off and on. What the request leaves out
    stays as it is. Needs a management key (formerly called provisioning key).

    PATCH /keys/{hash}

    Args:
        body: the whole request; keywords are merged over it.
        **params: its members, and the operation's parameters.

    Raises:
        TypeError: an unknown keyword, or a required one that is missing.
    """
    return Operation.of(_UPDATE, body, params)
