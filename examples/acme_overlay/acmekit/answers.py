"""Answers, whole and in pieces: the result, the protocol of its events, and how the pieces add up to it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from acme_api.models import Answer, AnswerPiece
from openrouterkit.accumulate import ConcatText, ExtendList, ObjectAccumulator
from openrouterkit.event_protocols import EventProtocol
from openrouterkit.results import HasResponse

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from openrouterkit.sse import ServerSentEvent


class SourcedAnswer(HasResponse, Answer):
    """An answer, with its HTTP response and its sources as text."""

    @property
    def footnotes(self) -> str:
        """The sources, one on each line."""
        return "\n".join(f"[{number}] {each.title} <{each.url}>" for number, each in enumerate(self.sources or [], 1))


class AnswerAccumulator(ObjectAccumulator):
    """Adds up the pieces of an answer: texts and sources grow, other members have their last value."""

    fields: ClassVar = {"text": ConcatText, "sources": ExtendList}


class AnswerProtocol(EventProtocol[AnswerPiece]):
    """The events `text`, `source`, `ping`, `fault` and `end`; without the last one, an answer is incomplete."""

    sentinel = None
    ends_when_closed = False

    def read(self, event: ServerSentEvent, decode: Callable[[Any], Any]) -> AnswerPiece | None:
        """Return the piece of an event; None for a ping."""
        if event.event == "ping":
            return None
        value = event.json()
        piece: AnswerPiece = decode({"sources": [value]} if event.event == "source" else value)
        return piece

    def find_error(self, event: ServerSentEvent) -> Mapping[str, Any] | None:
        """Return the error of the event `fault`, in the shape of a failed response."""
        return {"fault": event.json()} if event.event == "fault" else None

    def is_last(self, item: AnswerPiece, event: ServerSentEvent) -> bool:  # noqa: ARG002 - the name tells
        """Return True for the event `end`."""
        return event.event == "end"

    def make_accumulator(self) -> AnswerAccumulator:
        """Return a new accumulator."""
        return AnswerAccumulator()
