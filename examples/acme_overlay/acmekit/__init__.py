"""acmekit: a client of the service Acme, and tools for it. An example of a package that extends openrouterkit."""

from __future__ import annotations

from .answers import AnswerProtocol, SourcedAnswer
from .clients import Acme, AsyncAcme
from .desk import AsyncDesk, Desk
from .middleware import StreamMeter, WordLedger, answer_in, is_blank, sign
from .service import ACME, QuotaExceededError

__all__ = [
    "ACME",
    "Acme",
    "AnswerProtocol",
    "AsyncAcme",
    "AsyncDesk",
    "Desk",
    "QuotaExceededError",
    "SourcedAnswer",
    "StreamMeter",
    "WordLedger",
    "answer_in",
    "is_blank",
    "sign",
]
