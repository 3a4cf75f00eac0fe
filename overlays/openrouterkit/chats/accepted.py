"""The parameters that the methods of a conversation accept with a chat, for type checkers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

__all__ = ["AcceptedParameters"]


class AcceptedParameters:
    """What the methods of `Conversation` accept with the chat of a service, beside the message: anything.

    The chat of a service declares its parameters in their place, so that type checkers find misspelt ones. These
    methods exist for type checkers alone; a conversation reads the names from the signatures of the chat.
    """

    if TYPE_CHECKING:

        def _accept_settings(self, **settings: Any) -> None:
            """Accept what `Conversation(...)`, `load` and `fork` do."""

        def _accept_request(self, **parameters: Any) -> None:
            """Accept what `send` and `stream` do."""

        def _accept_parse(self, **parameters: Any) -> None:
            """Accept what `parse` does."""

        def _accept_parse_stream(self, **parameters: Any) -> None:
            """Accept what `parse_stream` does."""

        def _accept_run(self, **parameters: Any) -> None:
            """Accept what `run` and `run_stream` do."""

        def _accept_resume(self, **parameters: Any) -> None:
            """Accept what `resume` and `resume_stream` do."""
