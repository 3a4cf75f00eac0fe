"""The data that request handlers work with: the contract, the settings and the state."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .contract.validation import Checker
from .state import State

if TYPE_CHECKING:
    from collections.abc import Callable

    from .contract.document import Contract
    from .dialects import Dialect
    from .exchange.requests import ValidRequest
    from .exchange.responses import LocalResponse
    from .settings import Settings


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
