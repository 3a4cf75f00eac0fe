# Generated from acme.yaml sha256:821beca4db60ceda by `openrouterkit generate SPEC OUT`: do not edit; change its document, or how it is generated, instead.
"""Base classes for clients, with one attribute per group of operations."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, cast

from openrouterkit_runtime.lazy import cached_property

if TYPE_CHECKING:
    from openrouterkit_runtime.sender import AsyncEventStream, AsyncSender, EventStream, Sender

    from .models.answer import Answer
    from .models.answer_piece import AnswerPiece
    from .namespaces.account import Account, AsyncAccount
    from .namespaces.answers import Answers, AsyncAnswers


class Groups:
    """One attribute per group of operations, created on first access. Subclasses implement `Sender`."""

    _is_for_async_code: ClassVar[bool] = False
    _attached_to: Sender | None = None
    """The client that sends the operations; None if this object is the client."""

    @cached_property
    def answers(self) -> Answers[Answer, EventStream[AnswerPiece]]:
        """Ask questions, and get answers with their sources."""
        from .namespaces.answers import Answers

        return Answers(self._attached_to or cast("Sender", self))

    @cached_property
    def account(self) -> Account:
        """See what an account has left."""
        from .namespaces.account import Account

        return Account(self._attached_to or cast("Sender", self))


class AsyncGroups:
    """One attribute per group of operations, created on first access. Subclasses implement `AsyncSender`."""

    _is_for_async_code: ClassVar[bool] = True
    _attached_to: AsyncSender | None = None
    """The client that sends the operations; None if this object is the client."""

    @cached_property
    def answers(self) -> AsyncAnswers[Answer, AsyncEventStream[AnswerPiece]]:
        """Ask questions, and get answers with their sources."""
        from .namespaces.answers import AsyncAnswers

        return AsyncAnswers(self._attached_to or cast("AsyncSender", self))

    @cached_property
    def account(self) -> AsyncAccount:
        """See what an account has left."""
        from .namespaces.account import AsyncAccount

        return AsyncAccount(self._attached_to or cast("AsyncSender", self))
