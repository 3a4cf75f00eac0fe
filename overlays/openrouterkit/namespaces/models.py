"""Models: look models up by their whole id."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from openrouterkit_api import UNSET
from openrouterkit_api.namespaces import models as generated

if TYPE_CHECKING:
    from collections.abc import Mapping

    from openrouterkit_api.models import ModelResponse
    from openrouterkit_runtime.sender import Options, Timeout


class Models(generated.Models):
    """Find out which models there are, what they can do and what they cost."""

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
        """Get a model by its id, or by author and slug.

            client.models.get("openai/gpt-4o-mini")
            client.models.get(author="openai", slug="gpt-4o-mini")

        Args:
            author: the whole id of the model, or its part before the slash.
            slug: the part of the id after the slash, unless the first argument is the whole id.
            extra_headers, extra_query, extra_body: merged over what the other arguments give.
            timeout: seconds for connect, read, write and pool each, `TimeoutOptions`, or None for no limit.
            options: `RequestOptions` of this call.

        Raises:
            TypeError: author or slug is missing, or there are two slugs.
            OpenRouterError: see `errors`.
        """
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
    """Find out which models there are, what they can do and what they cost."""

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
        """Get a model by its id, or by author and slug. See `Models.get`."""
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
    """Author and slug of a model, of which the first argument may be the whole id.

    Raises:
        TypeError: one of them is missing, or there are two slugs.
    """
    if slug is UNSET and isinstance(author, str):
        before, _, after = author.strip().partition("/")
    else:
        before, after = author, slug
    if not (isinstance(before, str) and isinstance(after, str) and before.strip() and after.strip()) or "/" in before:
        shown = f"{author!r:.100}" if slug is UNSET else f"{author!r:.100}, {slug!r:.100}"
        raise TypeError(f'models.get() takes the id of a model, such as "openai/gpt-4o-mini", not {shown}')
    return before, after
