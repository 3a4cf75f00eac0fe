"""The service as its handlers see it: the contract, the settings, what is remembered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .contract.validation import Checker
from .memory import Memory

if TYPE_CHECKING:
    from collections.abc import Callable

    from .contract.description import Contract
    from .exchange.answers import Answer
    from .exchange.call import Call
    from .settings import Settings


class Service:
    """What answers are made from.

    Args:
        contract: the operations, and the schemas that requests must fit.
        settings: how to behave.
    """

    def __init__(self, contract: Contract, settings: Settings) -> None:
        self.contract = contract
        self.settings = settings
        self.checker = Checker(contract.document)
        self.memory = Memory()

    def forget(self) -> None:
        """Begin anew, as if no request had come."""
        self.memory = Memory()


if TYPE_CHECKING:
    Handler = Callable[[Service, Call], Answer | None]
    """Answers a call; None leaves it to the contract's examples."""
