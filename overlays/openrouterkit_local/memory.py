"""What the server remembers from one request to the next, and forgets at `reset`."""

from __future__ import annotations

from collections import Counter, deque
from typing import TYPE_CHECKING, Any

from attrs import Factory, define

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .recording import RecordedRequest


@define
class Generation:
    """One generation that the server has made.

    Attributes:
        record: what `/generation` says of it.
        content: what `/generation/content` says of it.
        lookups: how often its record has been looked up.
    """

    record: dict[str, Any]
    content: dict[str, Any]
    lookups: int = 0


@define
class Memory:
    """What the server remembers.

    Attributes:
        requests: all that came, in order.
        generations: by id.
        failures: how often `local/flaky` has failed, by conversation or session.
        script: what the next chats are answered with, before the model's name is looked at.
    """

    requests: list[RecordedRequest] = Factory(list)
    generations: dict[str, Generation] = Factory(dict)
    failures: Counter[str] = Factory(Counter)
    script: deque[str | Mapping[str, Any]] = Factory(deque)
