# Generated from openapi.yaml sha256:d6d09962d40f58f7 by `make generate`: do not edit, change the contract or codegen/ instead.
"""Generations: Look up what is recorded about a call: tokens, cost, times and content."""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

from openrouterkit_runtime.unset import UNSET

if TYPE_CHECKING:
    from openrouterkit_runtime.sender import (
        AsyncSender,
        Options,
        Sender,
        Timeout,
    )

    from ..models.generation_content_response import GenerationContentResponse
    from ..models.generation_response import GenerationResponse
    from ..models.submit_generation_feedback_response import SubmitGenerationFeedbackResponse
    from ..operations.generations import (
        GetParams,
        ListContentParams,
        SubmitFeedbackParams,
    )


class Generations:
    """Look up what is recorded about a call: tokens, cost, times and content."""

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    def get(
        self, *, timeout: Timeout = UNSET, options: Options | None = None, **params: Unpack[GetParams]
    ) -> GenerationResponse:
        """Get a generation.

        Looks up what is recorded about one generation: model, provider, tokens, cost and times, for a chat
        as for any other kind of call. The record exists a moment after the answer has ended; until then the
        status is 404.
        """
        from ..operations import generations as operations

        return self._sender.send(operations.get(**params), timeout=timeout, options=options)

    def list_content(
        self, *, timeout: Timeout = UNSET, options: Options | None = None, **params: Unpack[ListContentParams]
    ) -> GenerationContentResponse:
        """Get the content of a generation.

        Gives the prompt and the completion of one generation back, where the service has stored them: the
        account must have switched on the logging of input and output before the request was made.
        """
        from ..operations import generations as operations

        return self._sender.send(operations.list_content(**params), timeout=timeout, options=options)

    def submit_feedback(
        self, *, timeout: Timeout = UNSET, options: Options | None = None, **params: Unpack[SubmitFeedbackParams]
    ) -> SubmitGenerationFeedbackResponse:
        """Report a bad generation.

        Tells the people of OpenRouter what was wrong with a generation of this account. Needs a management
        key (formerly called provisioning key).
        """
        from ..operations import generations as operations

        return self._sender.send(operations.submit_feedback(**params), timeout=timeout, options=options)


class AsyncGenerations:
    """Look up what is recorded about a call: tokens, cost, times and content."""

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    async def get(
        self, *, timeout: Timeout = UNSET, options: Options | None = None, **params: Unpack[GetParams]
    ) -> GenerationResponse:
        """Get a generation.

        Looks up what is recorded about one generation: model, provider, tokens, cost and times, for a chat
        as for any other kind of call. The record exists a moment after the answer has ended; until then the
        status is 404.
        """
        from ..operations import generations as operations

        return await self._sender.send(operations.get(**params), timeout=timeout, options=options)

    async def list_content(
        self, *, timeout: Timeout = UNSET, options: Options | None = None, **params: Unpack[ListContentParams]
    ) -> GenerationContentResponse:
        """Get the content of a generation.

        Gives the prompt and the completion of one generation back, where the service has stored them: the
        account must have switched on the logging of input and output before the request was made.
        """
        from ..operations import generations as operations

        return await self._sender.send(operations.list_content(**params), timeout=timeout, options=options)

    async def submit_feedback(
        self, *, timeout: Timeout = UNSET, options: Options | None = None, **params: Unpack[SubmitFeedbackParams]
    ) -> SubmitGenerationFeedbackResponse:
        """Report a bad generation.

        Tells the people of OpenRouter what was wrong with a generation of this account. Needs a management
        key (formerly called provisioning key).
        """
        from ..operations import generations as operations

        return await self._sender.send(operations.submit_feedback(**params), timeout=timeout, options=options)
