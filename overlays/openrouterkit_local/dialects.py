"""The services that the server imitates: their contracts, handlers, errors and environment variables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from openrouterkit.errors import ConfigurationError

from .exchange.responses import build_error_response
from .handlers import HANDLERS
from .mistral.errors import build_error_response as build_mistral_error_response
from .mistral.handlers import HANDLERS as MISTRAL_HANDLERS
from .service import Dialect

if TYPE_CHECKING:
    from collections.abc import Mapping

DIALECTS: Mapping[str, Dialect] = {
    "openrouter": Dialect(
        package="openrouterkit_api",
        url_variable="OPENROUTER_BASE_URL",
        key_variable="OPENROUTER_API_KEY",
        chat_path="/chat/completions",
        handlers=HANDLERS,
        build_error_response=build_error_response,
    ),
    "mistral": Dialect(
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
