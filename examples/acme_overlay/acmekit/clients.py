"""The clients of Acme: `Acme` for sync code, `AsyncAcme` for asyncio and trio."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from acme_api import AsyncClient, Client
from acme_api.namespaces import answers

from .service import ACME

if TYPE_CHECKING:
    from acme_api.models import AnswerPiece
    from openrouterkit.streams import AsyncResultStream, ResultStream

    from .answers import SourcedAnswer


class Acme(Client):
    """A client of Acme, with its own results, streams and errors. For its arguments see `openrouterkit.Client`.

    with Acme(auth={"key": "...", "login": ("ada", "...")}) as client:
        print(client.answers.ask(question="How long is the Tagus?").footnotes)
    """

    service = ACME

    @cached_property
    def answers(self) -> answers.Answers[SourcedAnswer, ResultStream[AnswerPiece, SourcedAnswer]]:
        """Ask questions, and get answers with their sources."""
        return answers.Answers(self)


class AsyncAcme(AsyncClient):
    """The async client of Acme, with the methods of `Acme`."""

    service = ACME

    @cached_property
    def answers(self) -> answers.AsyncAnswers[SourcedAnswer, AsyncResultStream[AnswerPiece, SourcedAnswer]]:
        """Ask questions, and get answers with their sources."""
        return answers.AsyncAnswers(self)
