"""The data that request handlers work with: the dialect, the contract, the settings and the state."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from .contract.validation import Checker
from .state import State

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from .contract.document import Contract
    from .exchange.errors import ServiceError
    from .exchange.requests import ValidRequest
    from .exchange.responses import LocalResponse
    from .settings import Settings


@frozen
class Dialect:
    """How a service looks to its clients.

    Attributes:
        package: The generated package with its contract.
        url_variable: The environment variable in which its clients look for the base URL.
        key_variable: The environment variable in which its clients look for the API key.
        chat_path: The path of chat completions below the base URL.
        handlers: The operations that the server implements itself, by operation id; all others return the contract's
            example.
        build_error_response: Returns the response for an error.
    """

    package: str
    url_variable: str
    key_variable: str
    chat_path: str
    handlers: Mapping[str, Handler]
    build_error_response: Callable[[ServiceError], LocalResponse]


class Service:
    """The dialect, contract, settings and state of a server.

    Args:
        dialect: How the imitated service looks to its clients.
        contract: The operations, and the schemas that requests are validated against.
        settings: The settings of the server.
    """

    def __init__(self, dialect: Dialect, contract: Contract, settings: Settings) -> None:
        self.dialect = dialect
        self.contract = contract
        self.settings = settings
        self.checker = Checker(contract.document)
        self.state = State()

    def reset(self) -> None:
        """Discard the state."""
        self.state = State()


if TYPE_CHECKING:
    Handler = Callable[[Service, ValidRequest], LocalResponse | None]
    """Returns the response to a request, or None to respond with the contract's example."""
