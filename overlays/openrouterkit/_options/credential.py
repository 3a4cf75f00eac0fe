"""`Credential`: one credential of a request, and where it is sent."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, Self

from attrs import evolve, field, frozen

from .secret import Secret

if TYPE_CHECKING:
    from collections.abc import Callable

    from .tokens import TokenSource

Place = Literal["header", "query", "cookie", "body"]
"""Where a credential is sent. One in the body is only redacted: the body contains it already."""


def _wrap(value: str | Secret | None) -> Secret | None:
    return Secret(value) if isinstance(value, str) else value


@frozen
class Credential:
    """A credential of a request. It is added when the request is sent, and never shown.

    Attributes:
        place: The part of the request that contains it.
        name: The name of the header, query parameter or cookie.
        secret: The value; None if `source` provides it when the request is sent.
        prefix: The text before the value, such as "Bearer ".
        related: Further texts that are as secret as the value, such as the password that it encodes.
        source: Fetches the value and keeps it; None if it is known.
        renew: Returns the flow of the credential with a new value, or None, after a 401; None if the value is constant.
    """

    place: Place
    name: str
    secret: Secret | None = field(converter=_wrap, repr=False)
    prefix: str = field(default="", repr=False)
    related: tuple[Secret, ...] = field(default=(), repr=False, kw_only=True)
    source: TokenSource | None = field(default=None, repr=False, kw_only=True)
    renew: Callable[[], Any] | None = field(default=None, eq=False, repr=False, kw_only=True)

    @classmethod
    def bearer(cls, token: str | Secret) -> Self:
        """Return a bearer token, as most services expect it: `Authorization: Bearer <token>`."""
        return cls("header", "Authorization", token, "Bearer ")

    @property
    def text(self) -> str:
        """The value as it is sent, with its prefix; only for sending."""
        return self.prefix + ("" if self.secret is None else self.secret.reveal())

    @property
    def secrets(self) -> tuple[Secret, ...]:
        """Everything that must not be shown."""
        own = () if self.secret is None else (self.secret,)
        return (*own, *self.related, *(() if self.source is None else self.source.secrets))

    def with_secret(self, secret: Secret) -> Self:
        """Return the credential with a value that its source provides."""
        return evolve(self, secret=secret)
