# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""Models: List models, their abilities and their prices."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from openrouterkit_runtime.unset import UNSET

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Literal

    from openrouterkit_runtime.sender import AsyncPaging, AsyncSender, Options, Paging, Sender, Timeout

    from ..models._enumerations import GetModelsCategory, GetModelsDistillable, GetModelsRegion, GetModelsSort
    from ..models.model import Model
    from ..models.model_response import ModelResponse
    from ..models.models_count_response import ModelsCountResponse
    from ..models.models_list_response import ModelsListResponse


class Models:
    """List models, their abilities and their prices."""

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    def get(
        self,
        author: str,
        slug: str,
        *,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: Timeout = UNSET,
        options: Options | None = None,
    ) -> ModelResponse:
        """Get a model.

        Looks up a model by its author and slug. Aliases are resolved.

        Args:
            author: Author of the model: the part of its id before the slash.
            slug: Slug of the model: the part of its id after the slash, including a variant such as
                `:free`.
            extra_headers: Additional HTTP headers; each replaces the header of the same name.
            extra_query: Additional query parameters; each replaces the parameter of the same name.
            extra_body: Additional members of the request body; each replaces the member of the same name.
            timeout: Seconds for each of connect, read, write and pool, or an `httpx.Timeout`; None for no
                limit.
            options: Settings for this call, such as retries, in place of the client's.

        Returns:
            The model.

        Raises:
            TypeError: A required argument is missing, or an argument has the wrong type.
            ValueError: A path parameter is empty, `.` or `..`.
            Exception: The call failed, or the service responded with an error (403, 404, 500). Raised as an
                exception of the client.
        """
        _arguments = locals()
        from ..operations.models import _GET as _endpoint

        _operation = _endpoint.build(_arguments, sender=self._sender)
        del _arguments, extra_headers  # headers may be secret, and tracebacks may show local variables
        return self._sender.send(_operation, timeout=timeout, options=options)

    def list(
        self,
        *,
        offset: int | None = UNSET,
        limit: int = UNSET,
        category: GetModelsCategory = UNSET,
        supported_parameters: str = UNSET,
        output_modalities: str = UNSET,
        sort: GetModelsSort = UNSET,
        use_rss: str = UNSET,
        use_rss_chat_links: str = UNSET,
        q: str = UNSET,
        input_modalities: str = UNSET,
        context: int = UNSET,
        min_price: float | None = UNSET,
        max_price: float | None = UNSET,
        arch: str = UNSET,
        model_authors: str = UNSET,
        providers: str = UNSET,
        distillable: GetModelsDistillable = UNSET,
        zdr: Literal["true"] = UNSET,
        region: GetModelsRegion = UNSET,
        min_output_price: float | None = UNSET,
        max_output_price: float | None = UNSET,
        min_age_days: int | None = UNSET,
        max_age_days: int | None = UNSET,
        min_intelligence_index: float | None = UNSET,
        max_intelligence_index: float | None = UNSET,
        min_coding_index: float | None = UNSET,
        max_coding_index: float | None = UNSET,
        min_agentic_index: float | None = UNSET,
        max_agentic_index: float | None = UNSET,
        min_tool_success_rate: float | None = UNSET,
        max_tool_success_rate: float | None = UNSET,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: Timeout = UNSET,
        options: Options | None = None,
    ) -> Paging[Model, ModelsListResponse]:
        """List models.

        Lists the models of the catalogue, in pages. If several filters are set, a model must match all of
        them.

        Arguments that are omitted (`UNSET`) are not sent.

        Example:
            for item in client.models.list():
                print(item)

        Args:
            offset: Number of models to skip before the page, from 0. Defaults to 0.
            limit: Number of models per page, from 1 to 1000. Defaults to 500.
            category: Return only models used in this field.
            supported_parameters: Return only models that support all of these request parameters, separated
                by commas.
            output_modalities: Return only models that produce these kinds of output, separated by commas:
                `text`, `image`, `audio`, `embeddings` and others, or `all`. Defaults to `text`.
            sort: Order of the list. By default, the service chooses it.
            use_rss: `true` returns the list as an RSS feed.
            use_rss_chat_links: `true` links the entries of the RSS feed to the chat page of each model
                instead of its own page.
            q: Return only models with this text in their name or slug.
            input_modalities: Return only models that accept these kinds of input, separated by commas:
                `text`, `image`, `file`, `audio`, `video`.
            context: Return only models with at least this context length, in tokens, from 1.
            min_price: Return only models with at least this prompt price, in US dollars per million tokens.
            max_price: Return only models with at most this prompt price, in US dollars per million tokens.
            arch: Return only models of this family, for example `Claude` or `Llama`.
            model_authors: Return only models of these authors, as slugs separated by commas.
            providers: Return only models served by these providers, as names separated by commas.
            distillable: Return only models whose output may (`true`) or may not (`false`) be used to train
                other models.
            zdr: `true` returns only models with an endpoint that retains no data.
            region: Return only models with an endpoint in this region.
            min_output_price: Return only models with at least this completion price, in US dollars per
                million tokens.
            max_output_price: Return only models with at most this completion price, in US dollars per
                million tokens.
            min_age_days: Return only models added at least this many days ago.
            max_age_days: Return only models added at most this many days ago.
            min_intelligence_index: Return only models with at least this intelligence index of Artificial
                Analysis; models without an index are excluded.
            max_intelligence_index: Return only models with at most this intelligence index of Artificial
                Analysis; models without an index are excluded.
            min_coding_index: Return only models with at least this coding index of Artificial Analysis;
                models without an index are excluded.
            max_coding_index: Return only models with at most this coding index of Artificial Analysis;
                models without an index are excluded.
            min_agentic_index: Return only models with at least this agentic index of Artificial Analysis;
                models without an index are excluded.
            max_agentic_index: Return only models with at most this agentic index of Artificial Analysis;
                models without an index are excluded.
            min_tool_success_rate: Return only models whose tool calls succeed at least this often, from 0
                to 1.
            max_tool_success_rate: Return only models whose tool calls succeed at most this often, from 0 to
                1.
            extra_headers: Additional HTTP headers; each replaces the header of the same name.
            extra_query: Additional query parameters; each replaces the parameter of the same name.
            extra_body: Additional members of the request body; each replaces the member of the same name.
            timeout: Seconds for each of connect, read, write and pool, or an `httpx.Timeout`; None for no
                limit.
            options: Settings for this call, such as retries, in place of the client's.

        Returns:
            An iterable over the items of all pages, which requests each page when it is needed. Its method
            `pages()` iterates over the pages.

        Raises:
            TypeError: A required argument is missing, or an argument has the wrong type.
            Exception: The call failed, or the service responded with an error (400, 403, 500). Raised
                during iteration, as an exception of the client.
        """
        _arguments = locals()
        from ..operations.models import _LIST as _endpoint

        _operation = _endpoint.build(_arguments, sender=self._sender)
        del _arguments, extra_headers  # headers may be secret, and tracebacks may show local variables
        return self._sender.pages(_operation, timeout=timeout, options=options)

    def count(
        self,
        *,
        output_modalities: str = UNSET,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: Timeout = UNSET,
        options: Options | None = None,
    ) -> ModelsCountResponse:
        """Count models.

        Returns the number of models in the catalogue.

        Arguments that are omitted (`UNSET`) are not sent.

        Args:
            output_modalities: Return only models that produce these kinds of output, separated by commas:
                `text`, `image`, `audio`, `embeddings` and others, or `all`. Defaults to `text`.
            extra_headers: Additional HTTP headers; each replaces the header of the same name.
            extra_query: Additional query parameters; each replaces the parameter of the same name.
            extra_body: Additional members of the request body; each replaces the member of the same name.
            timeout: Seconds for each of connect, read, write and pool, or an `httpx.Timeout`; None for no
                limit.
            options: Settings for this call, such as retries, in place of the client's.

        Returns:
            The number of models.

        Raises:
            TypeError: A required argument is missing, or an argument has the wrong type.
            Exception: The call failed, or the service responded with an error (400, 403, 500). Raised as an
                exception of the client.
        """
        _arguments = locals()
        from ..operations.models import _COUNT as _endpoint

        _operation = _endpoint.build(_arguments, sender=self._sender)
        del _arguments, extra_headers  # headers may be secret, and tracebacks may show local variables
        return self._sender.send(_operation, timeout=timeout, options=options)

    def list_for_user(
        self,
        *,
        offset: int | None = UNSET,
        limit: int = UNSET,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: Timeout = UNSET,
        options: Options | None = None,
    ) -> Paging[Model, ModelsListResponse]:
        """List the models that a key can use.

        Lists the models that the API key can use, in pages: the models that match the provider preferences,
        the privacy settings and the guardrails of the account.

        Arguments that are omitted (`UNSET`) are not sent.

        Example:
            for item in client.models.list_for_user():
                print(item)

        Args:
            offset: Number of models to skip before the page, from 0. Defaults to 0.
            limit: Number of models per page, from 1 to 1000. Defaults to 500.
            extra_headers: Additional HTTP headers; each replaces the header of the same name.
            extra_query: Additional query parameters; each replaces the parameter of the same name.
            extra_body: Additional members of the request body; each replaces the member of the same name.
            timeout: Seconds for each of connect, read, write and pool, or an `httpx.Timeout`; None for no
                limit.
            options: Settings for this call, such as retries, in place of the client's.

        Returns:
            An iterable over the items of all pages, which requests each page when it is needed. Its method
            `pages()` iterates over the pages.

        Raises:
            TypeError: A required argument is missing, or an argument has the wrong type.
            Exception: The call failed, or the service responded with an error (401, 403, 404, 500). Raised
                during iteration, as an exception of the client.
        """
        _arguments = locals()
        from ..operations.models import _LIST_FOR_USER as _endpoint

        _operation = _endpoint.build(_arguments, sender=self._sender)
        del _arguments, extra_headers  # headers may be secret, and tracebacks may show local variables
        return self._sender.pages(_operation, timeout=timeout, options=options)


class AsyncModels:
    """List models, their abilities and their prices."""

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    async def get(
        self,
        author: str,
        slug: str,
        *,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: Timeout = UNSET,
        options: Options | None = None,
    ) -> ModelResponse:
        """Get a model.

        Looks up a model by its author and slug. Aliases are resolved.

        Args:
            author: Author of the model: the part of its id before the slash.
            slug: Slug of the model: the part of its id after the slash, including a variant such as
                `:free`.
            extra_headers: Additional HTTP headers; each replaces the header of the same name.
            extra_query: Additional query parameters; each replaces the parameter of the same name.
            extra_body: Additional members of the request body; each replaces the member of the same name.
            timeout: Seconds for each of connect, read, write and pool, or an `httpx.Timeout`; None for no
                limit.
            options: Settings for this call, such as retries, in place of the client's.

        Returns:
            The model.

        Raises:
            TypeError: A required argument is missing, or an argument has the wrong type.
            ValueError: A path parameter is empty, `.` or `..`.
            Exception: The call failed, or the service responded with an error (403, 404, 500). Raised as an
                exception of the client.
        """
        _arguments = locals()
        from ..operations.models import _GET as _endpoint

        _operation = _endpoint.build(_arguments, sender=self._sender)
        del _arguments, extra_headers  # headers may be secret, and tracebacks may show local variables
        return await self._sender.send(_operation, timeout=timeout, options=options)

    def list(
        self,
        *,
        offset: int | None = UNSET,
        limit: int = UNSET,
        category: GetModelsCategory = UNSET,
        supported_parameters: str = UNSET,
        output_modalities: str = UNSET,
        sort: GetModelsSort = UNSET,
        use_rss: str = UNSET,
        use_rss_chat_links: str = UNSET,
        q: str = UNSET,
        input_modalities: str = UNSET,
        context: int = UNSET,
        min_price: float | None = UNSET,
        max_price: float | None = UNSET,
        arch: str = UNSET,
        model_authors: str = UNSET,
        providers: str = UNSET,
        distillable: GetModelsDistillable = UNSET,
        zdr: Literal["true"] = UNSET,
        region: GetModelsRegion = UNSET,
        min_output_price: float | None = UNSET,
        max_output_price: float | None = UNSET,
        min_age_days: int | None = UNSET,
        max_age_days: int | None = UNSET,
        min_intelligence_index: float | None = UNSET,
        max_intelligence_index: float | None = UNSET,
        min_coding_index: float | None = UNSET,
        max_coding_index: float | None = UNSET,
        min_agentic_index: float | None = UNSET,
        max_agentic_index: float | None = UNSET,
        min_tool_success_rate: float | None = UNSET,
        max_tool_success_rate: float | None = UNSET,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: Timeout = UNSET,
        options: Options | None = None,
    ) -> AsyncPaging[Model, ModelsListResponse]:
        """List models.

        Lists the models of the catalogue, in pages. If several filters are set, a model must match all of
        them.

        Arguments that are omitted (`UNSET`) are not sent.

        Example:
            async for item in client.models.list():
                print(item)

        Args:
            offset: Number of models to skip before the page, from 0. Defaults to 0.
            limit: Number of models per page, from 1 to 1000. Defaults to 500.
            category: Return only models used in this field.
            supported_parameters: Return only models that support all of these request parameters, separated
                by commas.
            output_modalities: Return only models that produce these kinds of output, separated by commas:
                `text`, `image`, `audio`, `embeddings` and others, or `all`. Defaults to `text`.
            sort: Order of the list. By default, the service chooses it.
            use_rss: `true` returns the list as an RSS feed.
            use_rss_chat_links: `true` links the entries of the RSS feed to the chat page of each model
                instead of its own page.
            q: Return only models with this text in their name or slug.
            input_modalities: Return only models that accept these kinds of input, separated by commas:
                `text`, `image`, `file`, `audio`, `video`.
            context: Return only models with at least this context length, in tokens, from 1.
            min_price: Return only models with at least this prompt price, in US dollars per million tokens.
            max_price: Return only models with at most this prompt price, in US dollars per million tokens.
            arch: Return only models of this family, for example `Claude` or `Llama`.
            model_authors: Return only models of these authors, as slugs separated by commas.
            providers: Return only models served by these providers, as names separated by commas.
            distillable: Return only models whose output may (`true`) or may not (`false`) be used to train
                other models.
            zdr: `true` returns only models with an endpoint that retains no data.
            region: Return only models with an endpoint in this region.
            min_output_price: Return only models with at least this completion price, in US dollars per
                million tokens.
            max_output_price: Return only models with at most this completion price, in US dollars per
                million tokens.
            min_age_days: Return only models added at least this many days ago.
            max_age_days: Return only models added at most this many days ago.
            min_intelligence_index: Return only models with at least this intelligence index of Artificial
                Analysis; models without an index are excluded.
            max_intelligence_index: Return only models with at most this intelligence index of Artificial
                Analysis; models without an index are excluded.
            min_coding_index: Return only models with at least this coding index of Artificial Analysis;
                models without an index are excluded.
            max_coding_index: Return only models with at most this coding index of Artificial Analysis;
                models without an index are excluded.
            min_agentic_index: Return only models with at least this agentic index of Artificial Analysis;
                models without an index are excluded.
            max_agentic_index: Return only models with at most this agentic index of Artificial Analysis;
                models without an index are excluded.
            min_tool_success_rate: Return only models whose tool calls succeed at least this often, from 0
                to 1.
            max_tool_success_rate: Return only models whose tool calls succeed at most this often, from 0 to
                1.
            extra_headers: Additional HTTP headers; each replaces the header of the same name.
            extra_query: Additional query parameters; each replaces the parameter of the same name.
            extra_body: Additional members of the request body; each replaces the member of the same name.
            timeout: Seconds for each of connect, read, write and pool, or an `httpx.Timeout`; None for no
                limit.
            options: Settings for this call, such as retries, in place of the client's.

        Returns:
            An asynchronous iterable over the items of all pages, which requests each page when it is
            needed. Its method `pages()` iterates over the pages.

        Raises:
            TypeError: A required argument is missing, or an argument has the wrong type.
            Exception: The call failed, or the service responded with an error (400, 403, 500). Raised
                during iteration, as an exception of the client.
        """
        _arguments = locals()
        from ..operations.models import _LIST as _endpoint

        _operation = _endpoint.build(_arguments, sender=self._sender)
        del _arguments, extra_headers  # headers may be secret, and tracebacks may show local variables
        return self._sender.pages(_operation, timeout=timeout, options=options)

    async def count(
        self,
        *,
        output_modalities: str = UNSET,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: Timeout = UNSET,
        options: Options | None = None,
    ) -> ModelsCountResponse:
        """Count models.

        Returns the number of models in the catalogue.

        Arguments that are omitted (`UNSET`) are not sent.

        Args:
            output_modalities: Return only models that produce these kinds of output, separated by commas:
                `text`, `image`, `audio`, `embeddings` and others, or `all`. Defaults to `text`.
            extra_headers: Additional HTTP headers; each replaces the header of the same name.
            extra_query: Additional query parameters; each replaces the parameter of the same name.
            extra_body: Additional members of the request body; each replaces the member of the same name.
            timeout: Seconds for each of connect, read, write and pool, or an `httpx.Timeout`; None for no
                limit.
            options: Settings for this call, such as retries, in place of the client's.

        Returns:
            The number of models.

        Raises:
            TypeError: A required argument is missing, or an argument has the wrong type.
            Exception: The call failed, or the service responded with an error (400, 403, 500). Raised as an
                exception of the client.
        """
        _arguments = locals()
        from ..operations.models import _COUNT as _endpoint

        _operation = _endpoint.build(_arguments, sender=self._sender)
        del _arguments, extra_headers  # headers may be secret, and tracebacks may show local variables
        return await self._sender.send(_operation, timeout=timeout, options=options)

    def list_for_user(
        self,
        *,
        offset: int | None = UNSET,
        limit: int = UNSET,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: Timeout = UNSET,
        options: Options | None = None,
    ) -> AsyncPaging[Model, ModelsListResponse]:
        """List the models that a key can use.

        Lists the models that the API key can use, in pages: the models that match the provider preferences,
        the privacy settings and the guardrails of the account.

        Arguments that are omitted (`UNSET`) are not sent.

        Example:
            async for item in client.models.list_for_user():
                print(item)

        Args:
            offset: Number of models to skip before the page, from 0. Defaults to 0.
            limit: Number of models per page, from 1 to 1000. Defaults to 500.
            extra_headers: Additional HTTP headers; each replaces the header of the same name.
            extra_query: Additional query parameters; each replaces the parameter of the same name.
            extra_body: Additional members of the request body; each replaces the member of the same name.
            timeout: Seconds for each of connect, read, write and pool, or an `httpx.Timeout`; None for no
                limit.
            options: Settings for this call, such as retries, in place of the client's.

        Returns:
            An asynchronous iterable over the items of all pages, which requests each page when it is
            needed. Its method `pages()` iterates over the pages.

        Raises:
            TypeError: A required argument is missing, or an argument has the wrong type.
            Exception: The call failed, or the service responded with an error (401, 403, 404, 500). Raised
                during iteration, as an exception of the client.
        """
        _arguments = locals()
        from ..operations.models import _LIST_FOR_USER as _endpoint

        _operation = _endpoint.build(_arguments, sender=self._sender)
        del _arguments, extra_headers  # headers may be secret, and tracebacks may show local variables
        return self._sender.pages(_operation, timeout=timeout, options=options)
