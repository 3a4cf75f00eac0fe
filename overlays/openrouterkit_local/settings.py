"""What may be set about a server."""

from __future__ import annotations

from attrs import define, fields


@define
class Settings:
    """How the server behaves, in seconds where it is time.

    Attributes:
        pace: between two words of a stream.
        delay: how long `local/slow` keeps silent, save for keep-alives, before it answers.
        retry_after: what failures tell to wait (`Retry-After`, and the hints in the body).
        generation_misses: how often the record of a new generation is looked up in vain (404) before it is there.
    """

    pace: float = 0.0
    delay: float = 1.0
    retry_after: float = 0.1
    generation_misses: int = 1

    def become(self, other: Settings) -> None:
        """Take over what another one says."""
        for each in fields(Settings):
            setattr(self, each.name, getattr(other, each.name))
