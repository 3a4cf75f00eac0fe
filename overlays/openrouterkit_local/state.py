"""The data that the server keeps between requests, until `reset`."""

from __future__ import annotations

from collections import Counter, deque
from typing import TYPE_CHECKING, Any

from attrs import Factory, define

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .recording import RecordedRequest


@define
class Generation:
    """A generation recorded by the server.

    Attributes:
        record: The `data` member of the `/generation` response.
        content: The `data` member of the `/generation/content` response.
        lookups: How often the record has been requested.
    """

    record: dict[str, Any]
    content: dict[str, Any]
    lookups: int = 0


@define
class State:
    """The data that the server keeps between requests.

    Attributes:
        requests: All requests received, in order.
        generations: The recorded generations, by id.
        failures: How often `local/flaky` has failed, by session or conversation.
        cached_prompts: The digests of the beginnings of prompts in the prompt cache.
        script: The replies to the next chats; they take precedence over the model name.
        window_end: The Unix time in seconds at which the current window of the rate limit ends.
        window_requests: How many requests were received in the current window of the rate limit.
    """

    requests: list[RecordedRequest] = Factory(list)
    generations: dict[str, Generation] = Factory(dict)
    failures: Counter[str] = Factory(Counter)
    cached_prompts: set[str] = Factory(set)
    script: deque[str | Mapping[str, Any]] = Factory(deque)
    window_end: float = 0.0
    window_requests: int = 0
