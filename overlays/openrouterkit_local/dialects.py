"""The services that the server imitates: their contracts, handlers, errors and environment variables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from openrouterkit.errors import ConfigurationError

from .exchange.responses import build_error_response
from .handlers import HANDLERS
from .mistral.errors import build_error_response as build_mistral_error_response
from .mistral.handlers import HANDLERS as MISTRAL_HANDLERS

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from .exchange.errors import ServiceError
    from .exchange.responses import LocalResponse
    from .service import Handler


@frozen
class Dialect:
    """How a service looks to its clients.

    Attributes:
        title: The name of the service.
        package: The generated package with its contract.
        url_variable: The environment variable in which its clients look for the base URL.
        key_variable: The environment variable in which its clients look for the API key.
        chat_path: The path of chat completions below the base URL.
        handlers: The operations that the server implements itself, by operation id; all others return the contract's
            example.
        build_error_response: Returns the response for an error.
    """

    title: str
    package: str
    url_variable: str
    key_variable: str
    chat_path: str
    handlers: Mapping[str, Handler]
    build_error_response: Callable[[ServiceError], LocalResponse]


DIALECTS: Mapping[str, Dialect] = {
    "openrouter": Dialect(
        title="OpenRouter",
        package="openrouterkit_api",
        url_variable="OPENROUTER_BASE_URL",
        key_variable="OPENROUTER_API_KEY",
        chat_path="/chat/completions",
        handlers=HANDLERS,
        build_error_response=build_error_response,
    ),
    "mistral": Dialect(
        title="Mistral",
        package="openrouterkit_mistral_api",
        url_variable="MISTRAL_BASE_URL",
        key_variable="MISTRAL_API_KEY",
        chat_path="/v1/chat/completions",
        handlers=MISTRAL_HANDLERS,
        build_error_response=build_mistral_error_response,
    ),
}


def find_dialect(name: str) -> Dialect:
    """Return the dialect of a service.

    Raises:
        ConfigurationError: The server does not imitate the service.
    """
    if name not in DIALECTS:
        raise ConfigurationError(f"invalid service {name!r}: use one of {', '.join(map(repr, DIALECTS))}")
    return DIALECTS[name]
