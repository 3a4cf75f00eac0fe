# Generated from openapi.yaml sha256:d6d09962d40f58f7 by `make generate`: do not edit, change the contract or codegen/ instead.
"""Models: Find out which models there are, what they can do and what they cost."""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

from .._runtime.unset import UNSET

if TYPE_CHECKING:
    from .._runtime.sender import (
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
        GetModelParams,
        GetModelsParams,
        ListModelsCountParams,
        ListModelsUserParams,
    )


class Models:
    """Find out which models there are, what they can do and what they cost."""

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    def get(
        self, *, timeout: Timeout = UNSET, options: Options | None = None, **params: Unpack[GetModelParams]
    ) -> ModelResponse:
        """Get a model.

        Looks up a single model by its author and slug. Aliases are resolved.
        """
        from ..operations import models as operations

        return self._sender.send(operations.get_model(**params), timeout=timeout, options=options)

    def list(
        self, *, timeout: Timeout = UNSET, options: Options | None = None, **params: Unpack[GetModelsParams]
    ) -> Paging[Model, ModelsListResponse]:
        """List models.

        Lists the models of the catalogue, page by page, filtered and in the order asked for. Filters add
        up: a model must pass all of them.
        """
        from ..operations import models as operations

        return self._sender.pages(operations.get_models(**params), timeout=timeout, options=options)

    def count(
        self, *, timeout: Timeout = UNSET, options: Options | None = None, **params: Unpack[ListModelsCountParams]
    ) -> ModelsCountResponse:
        """Count models.

        Tells how many models the catalogue has.
        """
        from ..operations import models as operations

        return self._sender.send(operations.list_models_count(**params), timeout=timeout, options=options)

    def list_for_user(
        self, *, timeout: Timeout = UNSET, options: Options | None = None, **params: Unpack[ListModelsUserParams]
    ) -> Paging[Model, ModelsListResponse]:
        """List models for this key.

        Lists the models the API key may use, page by page: those that the provider preferences, the privacy
        settings and the guardrails of the account leave over.
        """
        from ..operations import models as operations

        return self._sender.pages(operations.list_models_user(**params), timeout=timeout, options=options)


class AsyncModels:
    """Find out which models there are, what they can do and what they cost."""

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    async def get(
        self, *, timeout: Timeout = UNSET, options: Options | None = None, **params: Unpack[GetModelParams]
    ) -> ModelResponse:
        """Get a model.

        Looks up a single model by its author and slug. Aliases are resolved.
        """
        from ..operations import models as operations

        return await self._sender.send(operations.get_model(**params), timeout=timeout, options=options)

    def list(
        self, *, timeout: Timeout = UNSET, options: Options | None = None, **params: Unpack[GetModelsParams]
    ) -> AsyncPaging[Model, ModelsListResponse]:
        """List models.

        Lists the models of the catalogue, page by page, filtered and in the order asked for. Filters add
        up: a model must pass all of them.
        """
        from ..operations import models as operations

        return self._sender.pages(operations.get_models(**params), timeout=timeout, options=options)

    async def count(
        self, *, timeout: Timeout = UNSET, options: Options | None = None, **params: Unpack[ListModelsCountParams]
    ) -> ModelsCountResponse:
        """Count models.

        Tells how many models the catalogue has.
        """
        from ..operations import models as operations

        return await self._sender.send(operations.list_models_count(**params), timeout=timeout, options=options)

    def list_for_user(
        self, *, timeout: Timeout = UNSET, options: Options | None = None, **params: Unpack[ListModelsUserParams]
    ) -> AsyncPaging[Model, ModelsListResponse]:
        """List models for this key.

        Lists the models the API key may use, page by page: those that the provider preferences, the privacy
        settings and the guardrails of the account leave over.
        """
        from ..operations import models as operations

        return self._sender.pages(operations.list_models_user(**params), timeout=timeout, options=options)
