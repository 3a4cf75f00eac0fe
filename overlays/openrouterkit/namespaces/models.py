"""The namespace `client.models`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from openrouterkit_api import UNSET
from openrouterkit_api.namespaces import models as generated

from .._request.headers import hide_credentials
from ..errors import InvalidArgumentError

if TYPE_CHECKING:
    from openrouterkit_api.models import ModelResponse
    from openrouterkit_runtime.sender import Options, Timeout

__all__ = ["AsyncModels", "Models"]


class Models(generated.Models):
    """List models, their abilities and their prices."""

    def get(
        self,
        author: str,
        slug: str = UNSET,
        *,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: Timeout = UNSET,
        options: Options | None = None,
    ) -> ModelResponse:
        """Return a model by its id, or by author and slug.

            client.models.get("openai/gpt-4o-mini")
            client.models.get(author="openai", slug="gpt-4o-mini")

        Args:
            author: The whole id of the model, or its part before the slash.
            slug: The part of the id after the slash. Omit it if `author` is the whole id.
            extra_headers, extra_query, extra_body: Headers, query parameters and members of the body to merge over
                those of the request.
            timeout: A number of seconds that applies to connect, read, write and pool each, a `TimeoutOptions`, an
                `httpx.Timeout`, or None for no limit. Defaults to the timeout of `options`, then of the client.
            options: The `RequestOptions` of this call.

        Raises:
            InvalidArgumentError: The author or the slug is missing, or passed twice.
            NotFoundResponseError: The model does not exist.
            OpenRouterError: The call failed in another way; see `openrouterkit.errors`.
        """
        if isinstance(extra_headers, Mapping):
            extra_headers = hide_credentials(extra_headers)  # a traceback may show local variables
        author, slug = split_id(author, slug)
        return super().get(
            author,
            slug,
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
            options=options,
        )


class AsyncModels(generated.AsyncModels):
    """List models, their abilities and their prices."""

    async def get(
        self,
        author: str,
        slug: str = UNSET,
        *,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: Timeout = UNSET,
        options: Options | None = None,
    ) -> ModelResponse:
        """Return a model by its id, or by author and slug. See `Models.get`."""
        if isinstance(extra_headers, Mapping):
            extra_headers = hide_credentials(extra_headers)  # a traceback may show local variables
        author, slug = split_id(author, slug)
        return await super().get(
            author,
            slug,
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
            options=options,
        )


def split_id(author: str, slug: str) -> tuple[str, str]:
    """Return the author and the slug of a model.

    Args:
        author: The author, or the whole id of the model.
        slug: The slug; UNSET if `author` is the whole id.

    Raises:
        InvalidArgumentError: The author or the slug is missing, or passed twice.
    """
    if slug is UNSET and isinstance(author, str):
        owner, _, name = author.strip().partition("/")
    else:
        owner, name = author, slug
    if not (isinstance(owner, str) and isinstance(name, str) and owner.strip() and name.strip()) or "/" in owner:
        shown = f"{author!r:.100}" if slug is UNSET else f"{author!r:.100}, {slug!r:.100}"
        raise InvalidArgumentError(
            f'models.get() requires the id of a model, such as "openai/gpt-4o-mini", not {shown}'
        )
    return owner, name
