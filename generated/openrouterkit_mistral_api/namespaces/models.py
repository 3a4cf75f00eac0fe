# Generated from mistral.yaml sha256:807b1b468b19223d by `make generate`: do not edit; change its document, or how it is generated, instead.
"""Models: List models, and see what they can do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from openrouterkit_runtime.unset import UNSET

if TYPE_CHECKING:
    from collections.abc import Mapping

    from openrouterkit_runtime.sender import AsyncSender, Options, Sender, Timeout

    from ..models.model_card import ModelCard
    from ..models.model_list import ModelList


class Models:
    """List models, and see what they can do."""

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    def list(
        self,
        *,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: Timeout = UNSET,
        options: Options | None = None,
    ) -> ModelList:
        """List models.

        Lists all models that the API key can use, the fine-tuned ones included.

        Args:
            extra_headers: Additional HTTP headers; each replaces the header of the same name.
            extra_query: Additional query parameters; each replaces the parameter of the same name.
            extra_body: Additional members of the request body; each replaces the member of the same name.
            timeout: Seconds for each of connect, read, write and pool, or an `httpx.Timeout`; None for no
                limit.
            options: Settings for this call, such as retries, in place of the client's.

        Returns:
            The models.

        Raises:
            TypeError: A required argument is missing, or an argument has the wrong type.
            Exception: The call failed, or the service responded with an error (401, 429, 500). Raised as an
                exception of the client.
        """
        _arguments = locals()
        from ..operations.models import _LIST as _endpoint

        _operation = _endpoint.build(_arguments, sender=self._sender)
        del _arguments, extra_headers  # headers may be secret, and tracebacks may show local variables
        return self._sender.send(_operation, timeout=timeout, options=options)

    def get(
        self,
        model_id: str,
        *,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: Timeout = UNSET,
        options: Options | None = None,
    ) -> ModelCard:
        """Get a model.

        Returns a model with what it can do, by its id or by one of its aliases.

        Args:
            model_id: Id or alias of the model.
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
            Exception: The call failed, or the service responded with an error (401, 404, 422, 429, 500).
                Raised as an exception of the client.
        """
        _arguments = locals()
        from ..operations.models import _GET as _endpoint

        _operation = _endpoint.build(_arguments, sender=self._sender)
        del _arguments, extra_headers  # headers may be secret, and tracebacks may show local variables
        return self._sender.send(_operation, timeout=timeout, options=options)


class AsyncModels:
    """List models, and see what they can do."""

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    async def list(
        self,
        *,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: Timeout = UNSET,
        options: Options | None = None,
    ) -> ModelList:
        """List models.

        Lists all models that the API key can use, the fine-tuned ones included.

        Args:
            extra_headers: Additional HTTP headers; each replaces the header of the same name.
            extra_query: Additional query parameters; each replaces the parameter of the same name.
            extra_body: Additional members of the request body; each replaces the member of the same name.
            timeout: Seconds for each of connect, read, write and pool, or an `httpx.Timeout`; None for no
                limit.
            options: Settings for this call, such as retries, in place of the client's.

        Returns:
            The models.

        Raises:
            TypeError: A required argument is missing, or an argument has the wrong type.
            Exception: The call failed, or the service responded with an error (401, 429, 500). Raised as an
                exception of the client.
        """
        _arguments = locals()
        from ..operations.models import _LIST as _endpoint

        _operation = _endpoint.build(_arguments, sender=self._sender)
        del _arguments, extra_headers  # headers may be secret, and tracebacks may show local variables
        return await self._sender.send(_operation, timeout=timeout, options=options)

    async def get(
        self,
        model_id: str,
        *,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: Timeout = UNSET,
        options: Options | None = None,
    ) -> ModelCard:
        """Get a model.

        Returns a model with what it can do, by its id or by one of its aliases.

        Args:
            model_id: Id or alias of the model.
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
            Exception: The call failed, or the service responded with an error (401, 404, 422, 429, 500).
                Raised as an exception of the client.
        """
        _arguments = locals()
        from ..operations.models import _GET as _endpoint

        _operation = _endpoint.build(_arguments, sender=self._sender)
        del _arguments, extra_headers  # headers may be secret, and tracebacks may show local variables
        return await self._sender.send(_operation, timeout=timeout, options=options)
