# Generated from openapi.yaml sha256:d6d09962d40f58f7 by `make generate`: do not edit, change the contract or codegen/ instead.
"""Models: Find out which models there are, what they can do and what they cost."""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

from openrouterkit_runtime.unset import UNSET

if TYPE_CHECKING:
    from openrouterkit_runtime.sender import (
        AsyncPaging,
        AsyncSender,
        Options,
        Paging,
        Sender,
        Timeout,
    )

    from ..models.model import Model
    from ..models.model_response import ModelResponse
    from ..models.models_count_response import ModelsCountResponse
    from ..models.models_list_response import ModelsListResponse
    from ..operations.models import (
        CountParams,
        GetParams,
        ListForUserParams,
        ListParams,
    )


class Models:
    """Find out which models there are, what they can do and what they cost."""

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    def get(
        self, *, timeout: Timeout = UNSET, options: Options | None = None, **params: Unpack[GetParams]
    ) -> ModelResponse:
        """Get a model.

        Looks up a single model by its author and slug. Aliases are resolved.
        """
        from ..operations import models as operations

        return self._sender.send(operations.get(**params), timeout=timeout, options=options)

    def list(
        self, *, timeout: Timeout = UNSET, options: Options | None = None, **params: Unpack[ListParams]
    ) -> Paging[Model, ModelsListResponse]:
        """List models.

        Lists the models of the catalogue, page by page, filtered and in the order asked for. Filters add
        up: a model must pass all of them.
        """
        from ..operations import models as operations

        return self._sender.pages(operations.list(**params), timeout=timeout, options=options)

    def count(
        self, *, timeout: Timeout = UNSET, options: Options | None = None, **params: Unpack[CountParams]
    ) -> ModelsCountResponse:
        """Count models.

        Tells how many models the catalogue has.
        """
        from ..operations import models as operations

        return self._sender.send(operations.count(**params), timeout=timeout, options=options)

    def list_for_user(
        self, *, timeout: Timeout = UNSET, options: Options | None = None, **params: Unpack[ListForUserParams]
    ) -> Paging[Model, ModelsListResponse]:
        """List models for this key.

        Lists the models the API key may use, page by page: those that the provider preferences, the privacy
        settings and the guardrails of the account leave over.
        """
        from ..operations import models as operations

        return self._sender.pages(operations.list_for_user(**params), timeout=timeout, options=options)


class AsyncModels:
    """Find out which models there are, what they can do and what they cost."""

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    async def get(
        self, *, timeout: Timeout = UNSET, options: Options | None = None, **params: Unpack[GetParams]
    ) -> ModelResponse:
        """Get a model.

        Looks up a single model by its author and slug. Aliases are resolved.
        """
        from ..operations import models as operations

        return await self._sender.send(operations.get(**params), timeout=timeout, options=options)

    def list(
        self, *, timeout: Timeout = UNSET, options: Options | None = None, **params: Unpack[ListParams]
    ) -> AsyncPaging[Model, ModelsListResponse]:
        """List models.

        Lists the models of the catalogue, page by page, filtered and in the order asked for. Filters add
        up: a model must pass all of them.
        """
        from ..operations import models as operations

        return self._sender.pages(operations.list(**params), timeout=timeout, options=options)

    async def count(
        self, *, timeout: Timeout = UNSET, options: Options | None = None, **params: Unpack[CountParams]
    ) -> ModelsCountResponse:
        """Count models.

        Tells how many models the catalogue has.
        """
        from ..operations import models as operations

        return await self._sender.send(operations.count(**params), timeout=timeout, options=options)

    def list_for_user(
        self, *, timeout: Timeout = UNSET, options: Options | None = None, **params: Unpack[ListForUserParams]
    ) -> AsyncPaging[Model, ModelsListResponse]:
        """List models for this key.

        Lists the models the API key may use, page by page: those that the provider preferences, the privacy
        settings and the guardrails of the account leave over.
        """
        from ..operations import models as operations

        return self._sender.pages(operations.list_for_user(**params), timeout=timeout, options=options)
