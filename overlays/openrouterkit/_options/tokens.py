"""The tokens of OAuth2 client credentials: which is kept, when it is renewed, and who fetches it."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any, Final, Literal

from attrs import define, field, frozen

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .secret import Secret

_MARGIN: Final = 30.0
"""Seconds before its end at which a token is renewed, at most."""

_MARGIN_SHARE: Final = 0.1
"""The share of a token's lifetime that is left when it is renewed, at most."""

RENEWAL_PAUSE: Final = 5.0
"""Seconds until the next attempt to renew a token that is still valid, after one has failed."""


@define(eq=False)
class Token:
    """A token, with times of the monotonic clock.

    Attributes:
        secret: The token.
        renew_at: When it is renewed.
        expires_at: When it ends.
    """

    secret: Secret = field(repr=False)
    renew_at: float
    expires_at: float

    @classmethod
    def of(cls, secret: Secret, now: float, lifetime: float | None) -> Token:
        """Return a token that was issued at a time, for a number of seconds; None if its end is unknown."""
        if lifetime is None:
            return cls(secret, float("inf"), float("inf"))
        return cls(secret, now + lifetime - min(_MARGIN, lifetime * _MARGIN_SHARE), now + lifetime)


@define(eq=False)
class Fetch:
    """A fetch that is under way.

    Attributes:
        generation: The number of the fetch; one that takes too long is followed by one with the next number.
        done: True once it has ended.
        token: The token; None if it failed.
        failure: The error that all calls waiting for it raise; None if it succeeded, or concerns one call only.
    """

    generation: int = 0
    done: bool = False
    token: Token | None = None
    failure: BaseException | None = None


class TokenStore:
    """Keeps a token, and lets one call at a time fetch it, whichever thread, task or event loop it is in.

    It has no locks, as a process may be forked while another thread holds one: the operations on `_fetches` are atomic.
    If two calls disagree about the generation, two tokens are fetched, and both are valid.
    """

    __slots__ = ("_fetches", "_generation", "token")

    def __init__(self) -> None:
        self.token: Token | None = None
        # By process, as a fetch of the parent never ends in a forked process, and by generation.
        self._fetches: dict[tuple[int, int], Fetch] = {}
        self._generation = 0

    def begin(self) -> tuple[Fetch, bool]:
        """Return the fetch that is under way, and whether the caller has begun it and must `end` it."""
        mine = Fetch(self._generation)
        current = self._fetches.setdefault((os.getpid(), mine.generation), mine)
        return current, current is mine

    def abandon(self, fetch: Fetch) -> None:
        """Let the next call that needs a token fetch one, instead of waiting for a fetch that takes too long."""
        if self._generation == fetch.generation:
            self._generation += 1

    def end(self, fetch: Fetch) -> None:
        """End a fetch that the caller has begun."""
        self._fetches.pop((os.getpid(), fetch.generation), None)
        fetch.done = True

    def reject(self, secret: Secret | None) -> None:
        """Forget a token that the service rejected, unless it was replaced meanwhile."""
        token = self.token
        if token is not None and token.secret is secret:
            self.token = None


@frozen(eq=False)
class TokenSource:
    """Where a token is fetched, and with what.

    Attributes:
        url: The URL of the token endpoint.
        client_id: The id of the client.
        client_secret: The secret of the client.
        method: How id and secret are sent: "basic" or "body".
        parameters: Further members of the form, such as `scope`.
        store: Keeps the token.
    """

    url: str
    client_id: str
    client_secret: Secret = field(repr=False)
    method: Literal["basic", "body"]
    parameters: Mapping[str, str] = field(repr=False)
    store: TokenStore = field(repr=False)

    @property
    def secrets(self) -> tuple[Secret, ...]:
        """The secret of the client, and the token."""
        token = self.store.token
        return (self.client_secret, *(() if token is None else (token.secret,)))

    def __eq__(self, other: object) -> Any:
        return self.store is other.store if isinstance(other, TokenSource) else NotImplemented

    def __hash__(self) -> int:
        return hash(id(self.store))
