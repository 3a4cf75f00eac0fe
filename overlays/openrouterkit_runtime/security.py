"""SecurityScheme, and the choice between the schemes of an operation: how a service authenticates, as data.

The security of an operation is a tuple of alternatives, each a tuple of the names of schemes that are sent together:

    (("bearer",), ("key", "app"))       a bearer token, or a key and an application id
    (("bearer",), ())                   a bearer token is optional
    ((),)                               no credentials
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Collection, Mapping
from typing import Any, Final, Literal, get_args

from attrs import Factory, field, frozen

Kind = Literal["bearer", "basic", "header", "query", "cookie", "client_credentials", "oauth2", "openid"]
"""How a credential is sent: `basic` as user name and password; `header`, `query` and `cookie` as the value of that
name; the others as a bearer token, which `client_credentials` fetches, and the caller provides for `oauth2` and
`openid`."""

Place = Literal["header", "query", "cookie"]
"""The part of a request that contains a credential."""

Requirements = tuple[tuple[str, ...], ...]
"""Alternatives, each a combination of names of schemes."""


def _check_kind(_: Any, __: Any, value: object) -> None:
    if value not in get_args(Kind):
        kinds = ", ".join(map(repr, get_args(Kind)))
        raise ValueError(f"SecurityScheme.kind must be one of {kinds}, not {value!r:.50}")


def _choose_name(scheme: Any) -> str:
    # A default would put the key into URLs, which are logged, under a name that the service does not read.
    if scheme.kind in ("query", "cookie"):
        place = "query parameter" if scheme.kind == "query" else "cookie"
        raise ValueError(f'SecurityScheme({scheme.kind!r}) needs the name of the {place}: pass name="..."')
    return "Authorization"


@frozen
class SecurityScheme:
    """One way in which a service authenticates its callers.

    Attributes:
        kind: How the credential is sent.
        name: The name of the header, query parameter or cookie. Only headers have a default, `Authorization`.
        token_url: Where OAuth2 client credentials are exchanged for a token; None for other kinds. It may be relative
            to the base URL.
        scopes: The OAuth2 scopes that the service declares.
        description: What the description of the service says about the scheme.

    Raises:
        ValueError: The kind is unknown, or a query parameter or cookie has no name.
    """

    kind: Kind = field(validator=_check_kind)
    name: str = field(default=Factory(_choose_name, takes_self=True))
    token_url: str | None = None
    scopes: tuple[str, ...] = ()
    description: str = ""


BEARER: Final = SecurityScheme("bearer")
"""The scheme of services whose description declares none."""


def find_place(scheme: SecurityScheme) -> Place:
    """Return the part of a request that contains the credential of a scheme."""
    return "query" if scheme.kind == "query" else "cookie" if scheme.kind == "cookie" else "header"


def find_prefix(scheme: SecurityScheme) -> str:
    """Return the text before the credential of a scheme, such as "Bearer "."""
    if scheme.kind in ("header", "query", "cookie"):
        return ""
    return "Basic " if scheme.kind == "basic" else "Bearer "


def encode_basic(user: str, password: str) -> str:
    """Return user name and password as HTTP Basic authentication sends them (RFC 7617), in UTF-8.

    Args:
        user: The user name.
        password: The password.

    Raises:
        ValueError: The user name contains a colon.
    """
    if ":" in user:
        raise ValueError("the user name of HTTP Basic authentication must not contain a colon")
    return b64encode(f"{user}:{password}".encode()).decode("ascii")


def complete_schemes(
    schemes: Mapping[str, SecurityScheme], security: Requirements | None
) -> Mapping[str, SecurityScheme]:
    """Return the schemes, with `BEARER` for names that only occur in the alternatives, or if there is none at all.

    Args:
        schemes: The schemes of the service, by name.
        security: The alternatives of an operation.
    """
    names = [name for each in security or () for name in each if name not in schemes]
    if not names and schemes:
        return schemes
    return {**schemes, **dict.fromkeys(names or ["bearer"], BEARER)}


def list_alternatives(schemes: Collection[str], security: Requirements | None) -> Requirements:
    """Return the alternatives of an operation.

    Args:
        schemes: The schemes of the service, by name.
        security: The alternatives that the operation declares. With None each scheme is optional.
    """
    return (*((name,) for name in schemes), ()) if security is None else security


def choose_alternative(alternatives: Requirements, available: Collection[str]) -> tuple[str, ...] | None:
    """Return the first alternative for which all credentials are available, None if there is none.

    An alternative without credentials is chosen last, so that optional credentials are sent.

    Args:
        alternatives: The alternatives of an operation; see `list_alternatives`.
        available: The names of the schemes with a value.
    """
    empty = None
    for each in alternatives:
        if not each:
            empty = each
        elif all(map(available.__contains__, each)):
            return each
    return empty


def build_credentials(
    schemes: Mapping[str, SecurityScheme],
    security: Requirements | None,
    api_key: str | None,
    auth: Mapping[str, str | tuple[str, str]] | None,
) -> list[tuple[Place, str, str]]:
    """Return the (place, name, text) of each credential that a request contains.

    Args:
        schemes: The schemes of the service, by name; with none, a key is sent as a bearer token.
        security: The alternatives of the operation; see `list_alternatives`.
        api_key: The value of the only scheme, None for none.
        auth: The values by name of the scheme: a text, or a tuple of user name and password for `basic`.

    Raises:
        ValueError: A name in `auth` is unknown, a value of a scheme is missing or has the wrong form, or a key was
            passed to a service with several schemes.
    """
    schemes = complete_schemes(schemes, security)
    values = dict(auth or {})
    unknown = [name for name in values if name not in schemes]
    if unknown:
        raise ValueError(f"unknown security scheme {unknown[0]!r}: the service has {', '.join(map(repr, schemes))}")
    if api_key is not None:
        if len(schemes) > 1:
            raise ValueError(f"the service has several security schemes: pass {format_argument(schemes)}, not api_key")
        values.update(dict.fromkeys(schemes, api_key))
    if not values:
        return []
    alternatives = list_alternatives(schemes, security)
    chosen = choose_alternative(alternatives, values)
    if chosen is None:
        missing = next(name for name in alternatives[0] if name not in values)
        raise ValueError(f"missing credentials: pass a value for {missing!r} in auth={{...}}")
    return [
        (find_place(schemes[name]), schemes[name].name, _encode(name, schemes[name], values[name])) for name in chosen
    ]


def format_argument(names: Collection[str]) -> str:
    """Return the argument `auth={...}` for these schemes, as an example."""
    return f"auth={{{', '.join(f'{name!r}: ...' for name in names)}}}"


def _encode(name: str, scheme: SecurityScheme, value: str | tuple[str, str]) -> str:
    if (scheme.kind == "basic") != isinstance(value, tuple):
        expected = "a tuple of user name and password" if scheme.kind == "basic" else "a str"
        raise ValueError(f"the value of the security scheme {name!r} must be {expected}")
    return find_prefix(scheme) + (encode_basic(*value) if isinstance(value, tuple) else value)
