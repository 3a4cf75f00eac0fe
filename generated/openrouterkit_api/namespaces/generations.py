# Generated from openapi.yaml sha256:12ed1b3749b92768 by `make generate`: do not edit; change its document, or how it is generated, instead.
"""Generations: Look up the record of a generation: tokens, cost, routing, times and content."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from openrouterkit_runtime.unset import UNSET

if TYPE_CHECKING:
    from collections.abc import Mapping

    from openrouterkit_runtime.sender import AsyncSender, Options, Sender, Timeout

    from ..models._enumerations import SubmitGenerationFeedbackRequestCategory
    from ..models.generation_content_response import GenerationContentResponse
    from ..models.generation_response import GenerationResponse
    from ..models.submit_generation_feedback_response import SubmitGenerationFeedbackResponse


class Generations:
    """Look up the record of a generation: tokens, cost, routing, times and content."""

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    def get(
        self,
        *,
        id: str,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: Timeout = UNSET,
        options: Options | None = None,
    ) -> GenerationResponse:
        """Get a generation.

        Looks up the record of a generation: model, provider, tokens, cost and times. Chats and all other
        kinds of requests have a record. The record is created shortly after the end of the response; until
        then the status is 404.

        Args:
            id: Identifier of the generation: `id` in its response, or the header `X-Generation-Id`.
            extra_headers: Additional HTTP headers; each replaces the header of the same name.
            extra_query: Additional query parameters; each replaces the parameter of the same name.
            extra_body: Additional members of the request body; each replaces the member of the same name.
            timeout: Seconds for each of connect, read, write and pool, or an `httpx.Timeout`; None for no
                limit.
            options: Settings for this call, such as retries, in place of the client's.

        Returns:
            The record of the generation.

        Raises:
            TypeError: A required argument is missing, or an argument has the wrong type.
            Exception: The call failed, or the service responded with an error (401, 402, 404, 429, 500,
                502, 524, 529). Raised as an exception of the client.
        """
        _arguments = locals()
        from ..operations.generations import _GET as _endpoint

        _operation = _endpoint.build(_arguments, sender=self._sender)
        del _arguments, extra_headers  # headers may be secret, and tracebacks may show local variables
        return self._sender.send(_operation, timeout=timeout, options=options)

    def list_content(
        self,
        *,
        id: str,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: Timeout = UNSET,
        options: Options | None = None,
    ) -> GenerationContentResponse:
        """Get the content of a generation.

        Returns the prompt and the completion of a generation if the service has stored them. The logging of
        inputs and outputs must have been enabled for the account before the request.

        Args:
            id: Identifier of the generation: `id` in its response, or the header `X-Generation-Id`.
            extra_headers: Additional HTTP headers; each replaces the header of the same name.
            extra_query: Additional query parameters; each replaces the parameter of the same name.
            extra_body: Additional members of the request body; each replaces the member of the same name.
            timeout: Seconds for each of connect, read, write and pool, or an `httpx.Timeout`; None for no
                limit.
            options: Settings for this call, such as retries, in place of the client's.

        Returns:
            The prompt and the completion.

        Raises:
            TypeError: A required argument is missing, or an argument has the wrong type.
            Exception: The call failed, or the service responded with an error (401, 403, 404, 429, 500,
                502, 524, 529). Raised as an exception of the client.
        """
        _arguments = locals()
        from ..operations.generations import _LIST_CONTENT as _endpoint

        _operation = _endpoint.build(_arguments, sender=self._sender)
        del _arguments, extra_headers  # headers may be secret, and tracebacks may show local variables
        return self._sender.send(_operation, timeout=timeout, options=options)

    def submit_feedback(
        self,
        *,
        category: SubmitGenerationFeedbackRequestCategory,
        generation_id: str,
        comment: str = UNSET,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: Timeout = UNSET,
        options: Options | None = None,
    ) -> SubmitGenerationFeedbackResponse:
        """Report a bad generation.

        Reports a problem with a generation of this account to OpenRouter. Requires a management key
        (formerly called provisioning key).

        Arguments that are omitted (`UNSET`) are not sent.

        Args:
            category: Kind of the problem.
            generation_id: Identifier of the generation, as in its response.
            comment: Description of the problem; at most 1000 characters.
            extra_headers: Additional HTTP headers; each replaces the header of the same name.
            extra_query: Additional query parameters; each replaces the parameter of the same name.
            extra_body: Additional members of the request body; each replaces the member of the same name.
            timeout: Seconds for each of connect, read, write and pool, or an `httpx.Timeout`; None for no
                limit.
            options: Settings for this call, such as retries, in place of the client's.

        Returns:
            The report was accepted.

        Raises:
            TypeError: A required argument is missing, or an argument has the wrong type.
            Exception: The call failed, or the service responded with an error (400, 401, 404, 429, 500).
                Raised as an exception of the client.
        """
        _arguments = locals()
        from ..operations.generations import _SUBMIT_FEEDBACK as _endpoint

        _operation = _endpoint.build(_arguments, sender=self._sender)
        del _arguments, extra_headers  # headers may be secret, and tracebacks may show local variables
        return self._sender.send(_operation, timeout=timeout, options=options)


class AsyncGenerations:
    """Look up the record of a generation: tokens, cost, routing, times and content."""

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    async def get(
        self,
        *,
        id: str,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: Timeout = UNSET,
        options: Options | None = None,
    ) -> GenerationResponse:
        """Get a generation.

        Looks up the record of a generation: model, provider, tokens, cost and times. Chats and all other
        kinds of requests have a record. The record is created shortly after the end of the response; until
        then the status is 404.

        Args:
            id: Identifier of the generation: `id` in its response, or the header `X-Generation-Id`.
            extra_headers: Additional HTTP headers; each replaces the header of the same name.
            extra_query: Additional query parameters; each replaces the parameter of the same name.
            extra_body: Additional members of the request body; each replaces the member of the same name.
            timeout: Seconds for each of connect, read, write and pool, or an `httpx.Timeout`; None for no
                limit.
            options: Settings for this call, such as retries, in place of the client's.

        Returns:
            The record of the generation.

        Raises:
            TypeError: A required argument is missing, or an argument has the wrong type.
            Exception: The call failed, or the service responded with an error (401, 402, 404, 429, 500,
                502, 524, 529). Raised as an exception of the client.
        """
        _arguments = locals()
        from ..operations.generations import _GET as _endpoint

        _operation = _endpoint.build(_arguments, sender=self._sender)
        del _arguments, extra_headers  # headers may be secret, and tracebacks may show local variables
        return await self._sender.send(_operation, timeout=timeout, options=options)

    async def list_content(
        self,
        *,
        id: str,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: Timeout = UNSET,
        options: Options | None = None,
    ) -> GenerationContentResponse:
        """Get the content of a generation.

        Returns the prompt and the completion of a generation if the service has stored them. The logging of
        inputs and outputs must have been enabled for the account before the request.

        Args:
            id: Identifier of the generation: `id` in its response, or the header `X-Generation-Id`.
            extra_headers: Additional HTTP headers; each replaces the header of the same name.
            extra_query: Additional query parameters; each replaces the parameter of the same name.
            extra_body: Additional members of the request body; each replaces the member of the same name.
            timeout: Seconds for each of connect, read, write and pool, or an `httpx.Timeout`; None for no
                limit.
            options: Settings for this call, such as retries, in place of the client's.

        Returns:
            The prompt and the completion.

        Raises:
            TypeError: A required argument is missing, or an argument has the wrong type.
            Exception: The call failed, or the service responded with an error (401, 403, 404, 429, 500,
                502, 524, 529). Raised as an exception of the client.
        """
        _arguments = locals()
        from ..operations.generations import _LIST_CONTENT as _endpoint

        _operation = _endpoint.build(_arguments, sender=self._sender)
        del _arguments, extra_headers  # headers may be secret, and tracebacks may show local variables
        return await self._sender.send(_operation, timeout=timeout, options=options)

    async def submit_feedback(
        self,
        *,
        category: SubmitGenerationFeedbackRequestCategory,
        generation_id: str,
        comment: str = UNSET,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: Timeout = UNSET,
        options: Options | None = None,
    ) -> SubmitGenerationFeedbackResponse:
        """Report a bad generation.

        Reports a problem with a generation of this account to OpenRouter. Requires a management key
        (formerly called provisioning key).

        Arguments that are omitted (`UNSET`) are not sent.

        Args:
            category: Kind of the problem.
            generation_id: Identifier of the generation, as in its response.
            comment: Description of the problem; at most 1000 characters.
            extra_headers: Additional HTTP headers; each replaces the header of the same name.
            extra_query: Additional query parameters; each replaces the parameter of the same name.
            extra_body: Additional members of the request body; each replaces the member of the same name.
            timeout: Seconds for each of connect, read, write and pool, or an `httpx.Timeout`; None for no
                limit.
            options: Settings for this call, such as retries, in place of the client's.

        Returns:
            The report was accepted.

        Raises:
            TypeError: A required argument is missing, or an argument has the wrong type.
            Exception: The call failed, or the service responded with an error (400, 401, 404, 429, 500).
                Raised as an exception of the client.
        """
        _arguments = locals()
        from ..operations.generations import _SUBMIT_FEEDBACK as _endpoint

        _operation = _endpoint.build(_arguments, sender=self._sender)
        del _arguments, extra_headers  # headers may be secret, and tracebacks may show local variables
        return await self._sender.send(_operation, timeout=timeout, options=options)
