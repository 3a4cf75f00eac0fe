"""Credentials for services with several ways to authenticate: the values of the argument `auth`.

    Pets(auth={"token": "..."})                                      a bearer token, or a key
    Pets(auth={"token": fetch_token})                                a function that returns it, at every call
    Pets(auth={"login": ("user", "password")})                       HTTP Basic
    Pets(auth={"flow": ClientCredentials("client id", "secret")})    OAuth2 client credentials
    Pets(auth={"app": "...", "key": "..."})                          several schemes

The keys are the names of the security schemes in the description of the service, `SECURITY_SCHEMES` of its generated
package. For a service with a single scheme, `api_key="..."` or `auth=value` is enough. Of the alternatives that an
operation declares, the first whose schemes all have values is sent. Credentials are sent to the origin of `base_url`
only, and are hidden from errors, logs and reprs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Literal

from attrs import field, frozen

from openrouterkit_runtime.security import SecurityScheme, encode_basic

from ._options.credential import Credential
from ._options.secret import InvalidValue, Secret
from ._options.tokens import TokenSource, TokenStore
from .errors import ConfigurationError

__all__ = ["Auth", "AuthValue", "Basic", "ClientCredentials", "Credential", "Secret", "SecurityScheme"]


def _hide(value: Any) -> Any:
    return Secret(value) if isinstance(value, str) else value if isinstance(value, Secret) else InvalidValue(value)


def _check_text(owner: str, name: str, value: Any) -> None:
    if isinstance(value, InvalidValue):
        raise ConfigurationError(f"{owner}.{name} must be a str, not {value.type_name}")


@frozen(init=False)
class Basic:
    """A user name and a password for HTTP Basic authentication; a tuple of both means the same.

    Args:
        user: The user name, without a colon.
        password: The password. Some services expect a key as the user name, and no password.

    Raises:
        ConfigurationError: An argument is invalid.
    """

    user: Secret = field(repr=False)
    password: Secret = field(repr=False)

    def __init__(self, user: str | Secret, password: str | Secret = "") -> None:
        # First, so that a traceback with local variables does not show them.
        hidden = [("user", user := _hide(user)), ("password", password := _hide(password))]
        for name, value in hidden:
            _check_text("Basic", name, value)
        self.__attrs_init__(*(value for _, value in hidden))  # pyright: ignore[reportAttributeAccessIssue] - created by attrs

    def build_credential(self) -> Credential:
        """Return the credential of a request.

        Raises:
            ConfigurationError: The user name contains a colon.
        """
        if ":" in self.user.reveal():
            raise ConfigurationError("the user name of Basic must not contain a colon, which separates the password")
        encoded = Secret(encode_basic(self.user.reveal(), self.password.reveal()))
        related = (self.password,) if self.password else (self.user,)  # without a password, the user name is the key
        return Credential("header", "Authorization", encoded, "Basic ", related=related)


@frozen(init=False, eq=False)
class ClientCredentials:
    """The credentials of a program for OAuth2 (RFC 6749, 4.4), which a client exchanges for a token.

        client = Pets(auth={"flow": ClientCredentials("client id", "client secret", scopes=["read"])})

    The token is fetched before the first call that needs it, kept, renewed shortly before it ends, and once if the
    service rejects it with 401. All threads and tasks share one fetch, unless it takes longer than their own limits
    allow. It is sent through the connections of the client, within the limits of the call, and retried with it.
    Clients that share this object share its token.

    Args:
        client_id: The id of the program.
        client_secret: The secret of the program.
        scopes: The scopes to request. With none, the service chooses.
        token_url: The URL of the token endpoint. Defaults to the one that the description of the service declares.
        method: How id and secret are sent: "basic", in the header Authorization, or "body", in the form.
        parameters: Further members of the form, such as `{"audience": "..."}`.

    Raises:
        ConfigurationError: An argument is invalid.
    """

    client_id: str
    client_secret: Secret = field(repr=False)
    scopes: tuple[str, ...]
    token_url: str | None
    method: Literal["basic", "body"]
    parameters: Mapping[str, str] = field(repr=False)
    _stores: dict[str, TokenStore] = field(factory=dict, init=False, repr=False)

    def __init__(
        self,
        client_id: str,
        client_secret: str | Secret,
        *,
        scopes: Iterable[str] = (),
        token_url: str | None = None,
        method: Literal["basic", "body"] = "basic",
        parameters: Mapping[str, str] | None = None,
    ) -> None:
        hidden = client_secret = _hide(client_secret)  # first: a traceback may show local variables
        _check_text("ClientCredentials", "client_secret", hidden)
        if not isinstance(client_id, str) or not client_id:
            raise ConfigurationError("ClientCredentials.client_id must be a str that is not empty")
        if method not in ("basic", "body"):
            raise ConfigurationError(f'ClientCredentials.method must be "basic" or "body", not {method!r:.100}')
        if isinstance(scopes, str):
            raise ConfigurationError(f'ClientCredentials.scopes must be a list, such as ["{scopes:.50}"], not a str')
        more = {} if parameters is None else dict(parameters)
        self.__attrs_init__(  # pyright: ignore[reportAttributeAccessIssue] - created by attrs
            client_id, hidden, tuple(scopes), token_url, method, more
        )

    def find_source(self, url: str) -> TokenSource:
        """Return the source of the tokens of a token endpoint; the same URL always has the same token."""
        store = self._stores.setdefault(url, TokenStore())
        scope = {"scope": " ".join(self.scopes)} if self.scopes else {}
        return TokenSource(url, self.client_id, self.client_secret, self.method, {**scope, **self.parameters}, store)


AuthValue = str | Secret | Basic | tuple[str, str] | ClientCredentials | Callable[[], Any]
"""The value of a security scheme. A function returns any of the others, and runs at every call, and once more after a
401; for an async client it may be async."""

Auth = AuthValue | Mapping[str, AuthValue | None]
"""The value of the only security scheme of a service, or values by the name of the scheme."""


def wrap_value(value: Any) -> Any:
    """Return a value of a security scheme, with its secrets hidden; anything else becomes an `InvalidValue`.

    It never raises an error about the type, so that it can replace an argument before a traceback shows it.
    """
    if isinstance(value, str):
        return Secret(value) if value.strip() else None
    if isinstance(value, tuple) and len(value) == 2 and all(isinstance(part, str | Secret) for part in value):
        return Basic(*value)
    if value is None or isinstance(value, Secret | Basic | ClientCredentials | InvalidValue) or callable(value):
        return value
    return InvalidValue(value)


def wrap_auth(auth: Any) -> Any:
    """Return the argument `auth` with its secrets hidden; see `wrap_value`."""
    if isinstance(auth, Mapping):
        return {name: wrap_value(value) for name, value in auth.items()}
    return wrap_value(auth)


def check_value(value: Any, argument: str) -> Any:
    """Return a value from `wrap_value` if it is valid.

    Args:
        value: The value.
        argument: The argument, for the message.

    Raises:
        ConfigurationError: The value has an unsupported type.
    """
    if isinstance(value, InvalidValue):
        raise ConfigurationError(
            f"{argument} must be a str, a function that returns one, a tuple of user name and password, Basic or "
            f"ClientCredentials, not {value.type_name}"
        )
    return value
