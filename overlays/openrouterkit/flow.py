"""Calls as generators ("flows"), so that sync and async clients share the same code.

A flow performs no I/O. It yields effects, such as `Exchange` or `Sleep`, and receives their results:

    response = yield from do(Exchange(request, deadlines))

A driver performs the effects: `drive` in sync code, `adrive` in async code.
"""

from __future__ import annotations

from ._flow.drivers import adrive, drive
from ._flow.effects import CallFunction, Close, Effect, Exchange, Flow, Gather, Read, Sleep, do
from ._flow.request import Request
from ._flow.response import Response
from ._flow.transports import AsyncTransport, Transport

__all__ = [
    "AsyncTransport",
    "CallFunction",
    "Close",
    "Effect",
    "Exchange",
    "Flow",
    "Gather",
    "Read",
    "Request",
    "Response",
    "Sleep",
    "Transport",
    "adrive",
    "do",
    "drive",
]
