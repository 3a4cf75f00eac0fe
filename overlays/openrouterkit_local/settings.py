"""The settings of a server."""

from __future__ import annotations

from attrs import define, fields


@define
class Settings:
    """The settings of a server; all times are in seconds.

    Attributes:
        pace: The time between two words of a stream.
        delay: The time before `local/slow` replies; until then it sends only keep-alives.
        retry_after: The wait that error responses request, in `Retry-After` and in the body.
        generation_misses: How many lookups of a new generation return 404 before its record is available.
        rate_limit: The number of requests per window, after which requests fail with 429; None for no limit, and no
            `X-RateLimit-*` headers.
        rate_window: The length of the window of the rate limit.
    """

    pace: float = 0.0
    delay: float = 1.0
    retry_after: float = 0.1
    generation_misses: int = 1
    rate_limit: int | None = None
    rate_window: float = 60.0

    def copy_from(self, other: Settings) -> None:
        """Set every setting to its value in `other`."""
        for each in fields(Settings):
            setattr(self, each.name, getattr(other, each.name))
