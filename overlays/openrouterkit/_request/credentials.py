"""The credentials of a request: chosen from the alternatives of an operation, and built from the values of a client."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urljoin, urlsplit

from attrs import evolve

from openrouterkit_runtime.security import (
    BEARER,
    choose_alternative,
    complete_schemes,
    find_place,
    find_prefix,
    list_alternatives,
)

from .._options.credential import Credential
from .._options.secret import InvalidValue, Secret
from ..authentication import Basic, ClientCredentials, wrap_value
from ..errors import ConfigurationError
from ..flow import CallFunction, Flow, do
from .headers import INVALID_CHARACTERS

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

    from openrouterkit_runtime.endpoint import Endpoint
    from openrouterkit_runtime.security import Requirements, SecurityScheme

    from ..service import Service
    from .headers import RequestHeaders
    from .settings import Settings

_EXAMPLES: Final = {
    "basic": '("user", "password")',
    "client_credentials": 'ClientCredentials("client id", "client secret")',
}
_SINGLE: Final = {
    "basic": "missing user name and password: pass auth=(...)",
    "client_credentials": "missing client credentials: pass auth=ClientCredentials(...), or a token as api_key",
}
_COOKIE_DELIMITERS: Final = frozenset(' ",;\\')

Security = tuple["Mapping[str, SecurityScheme]", "Requirements | None"]
"""The schemes of a service, and the alternatives of an operation."""


def find_security(service: Service, endpoint: Endpoint[Any] | None) -> Security:
    """Return the schemes and the alternatives of an operation of a service; without an endpoint, of a request by path.

    The schemes that a service declares replace those of the package. If they have other names, the combinations that it
    declares apply, or any of its schemes does.

    Args:
        service: The service that is called.
        endpoint: The endpoint of the operation; None for a request by path.
    """
    schemes, security = service.find_security() if endpoint is None else (endpoint.schemes, endpoint.security)
    own = service.security_schemes
    if security is None:
        security = service.security
    if own is not None:
        named = {name for each in security or () for name in each}
        if not own:
            security = None
        elif not named <= own.keys():
            optional: Requirements = () if all(security or ()) else ((),)
            security = (*(service.security or ((name,) for name in own)), *optional)
        schemes = own
    return complete_schemes(schemes, security), security


def resolve_credentials(
    settings: Settings,
    security: Security,
    headers: RequestHeaders,
    query: Collection[str],
    *,
    is_required: Callable[[], bool],
    call: str,
) -> Flow[tuple[Credential, ...]]:
    """Return the credentials of a request to the service's own origin.

    What the caller has set in the headers or in the query is used in place of the value of a scheme.

    Args:
        settings: Settings of the call.
        security: The schemes, and the alternatives of the operation.
        headers: The headers of the request, by lower-case name.
        query: The names of its query parameters.
        is_required: Returns True if the request is not sent without credentials.
        call: The name of the operation, for messages.

    Raises:
        ConfigurationError: Values are missing, or a value cannot be sent.
    """
    schemes, declared = security
    sends_anyway = settings.auth.of_call is not None and not any(declared or ())
    alternatives = list_alternatives(schemes, None if sends_anyway else declared)
    values: dict[str, Any] = {}
    set_by_caller: set[str] = set()
    for name, scheme in schemes.items():
        if _is_set(scheme, headers, query):
            set_by_caller.add(name)
        elif (value := settings.auth.find(name, schemes)) is not None:
            values[name] = value
    available = {*set_by_caller, *values}
    while True:
        chosen = choose_alternative(alternatives, available)
        if chosen is None:
            if settings.auth.is_empty and not set_by_caller and not is_required():
                return ()
            raise ConfigurationError(_describe_missing(settings.service, schemes, alternatives, available, call))
        resolved: dict[str, Any] = {}
        for name in chosen:
            if name not in set_by_caller:
                resolved[name] = yield from _run_provider(values[name], _describe_place(name, schemes))
        absent = {name for name, value in resolved.items() if value is None}
        if not absent:
            credentials = tuple(
                _find_credential(settings, name, schemes, value, provider=values[name])
                for name, value in resolved.items()
            )
            if len(credentials) > 1:
                _check_distinct(credentials, list(resolved))
            return credentials
        available -= absent  # a function returned None


def _is_set(scheme: SecurityScheme, headers: RequestHeaders, query: Collection[str]) -> bool:
    place = find_place(scheme)
    if place == "query":
        return scheme.name in query
    if place == "header":
        return scheme.name.lower() in headers  # also if its value is None: the caller removed it
    value = headers["cookie"][1] if "cookie" in headers else ""
    return value is None or any(pair.partition("=")[0].strip() == scheme.name for pair in value.split(";"))


def _run_provider(value: Any, place: str) -> Flow[Any]:
    """Return a value; if it is a function, run it to get the value."""
    if not callable(value):
        return value
    provided = wrap_value((yield from do(CallFunction[Any](value))))
    if callable(provided) or isinstance(provided, InvalidValue):
        kind = provided.type_name if isinstance(provided, InvalidValue) else type(provided).__name__
        raise ConfigurationError(f"the function passed as {place} returned {kind}: return str")
    return provided


def _describe_place(name: str, schemes: Collection[str]) -> str:
    return "api_key" if len(schemes) == 1 else f"auth[{name!r}]"


def _find_credential(
    settings: Settings, name: str, schemes: Mapping[str, SecurityScheme], value: Any, *, provider: Any
) -> Credential:
    """Return the credential of a scheme; that of a constant key is built by the first call.

    Args:
        settings: Settings of the call.
        name: The name of the scheme.
        schemes: The schemes of the service.
        value: The value of the scheme.
        provider: The same value, or the function that returned it.
    """
    is_constant = value is provider
    scheme, built = settings.auth.built.get(name, (None, None))
    if is_constant and built is not None and scheme is schemes[name]:
        return built
    credential = _build_credential(name, schemes, value, settings.base_url)
    if not is_constant and credential.source is None:
        return evolve(credential, renew=partial(_provide_again, provider, name, schemes, settings.base_url))
    if is_constant and isinstance(value, Secret):
        settings.auth.built[name] = schemes[name], credential
    return credential


def _provide_again(
    provider: Any, name: str, schemes: Mapping[str, SecurityScheme], base_url: str
) -> Flow[Credential | None]:
    """Return the credential with the value that a function returns now; None if it returns none."""
    value = yield from _run_provider(provider, _describe_place(name, schemes))
    if value is None:
        return None
    credential = _build_credential(name, schemes, value, base_url)
    return evolve(credential, renew=partial(_provide_again, provider, name, schemes, base_url))


def _build_credential(name: str, schemes: Mapping[str, SecurityScheme], value: Any, base_url: str) -> Credential:
    scheme = schemes[name]
    if isinstance(value, ClientCredentials):
        return _build_token_credential(name, scheme, value, base_url)
    if isinstance(value, Basic):
        if scheme.kind != "basic":
            raise ConfigurationError(f"the security scheme {name!r} has no user name and password: pass a str")
        return value.build_credential()
    if scheme.kind == "basic":
        raise ConfigurationError(
            f"the security scheme {name!r} is HTTP Basic: pass a tuple of user name and password, not a str"
        )
    place = find_place(scheme)
    _check_sendable(value, place, "API key" if len(schemes) == 1 else f"value of the security scheme {name!r}")
    return Credential(place, scheme.name, value, find_prefix(scheme))


def _build_token_credential(name: str, scheme: SecurityScheme, value: ClientCredentials, base_url: str) -> Credential:
    if find_place(scheme) != "header" or scheme.kind in ("basic", "header"):
        raise ConfigurationError(f"the security scheme {name!r} has no tokens: pass a str, not ClientCredentials")
    url = value.token_url or scheme.token_url
    if url is None:
        raise ConfigurationError(
            f"the security scheme {name!r} declares no token URL: pass ClientCredentials(..., token_url=...)"
        )
    url = urljoin(f"{base_url}/", url)
    if urlsplit(url).scheme not in ("http", "https") or INVALID_CHARACTERS.search(url):
        raise ConfigurationError(f"invalid token URL of the security scheme {name!r}: pass an http or https URL")
    source = value.find_source(url)
    return Credential("header", scheme.name, None, find_prefix(BEARER), source=source)


def _check_sendable(value: Secret, place: str, label: str) -> None:
    text = value.reveal()
    if place == "query":
        valid = not INVALID_CHARACTERS.search(text)
    else:
        valid = value.is_valid and not (place == "cookie" and _COOKIE_DELIMITERS & set(text))
    if not valid:
        raise ConfigurationError(
            f"the {label} contains characters that are invalid in a {place}: check where it is read from"
        )


def _check_distinct(credentials: tuple[Credential, ...], names: list[str]) -> None:
    places = [(each.place, each.name.lower() if each.place == "header" else each.name) for each in credentials]
    if len(set(places)) < len(places):
        raise ConfigurationError(
            f"the security schemes {', '.join(map(repr, names))} are sent in the same place, and cannot be combined"
        )


def _describe_missing(
    service: Service,
    schemes: Mapping[str, SecurityScheme],
    alternatives: Requirements,
    available: Collection[str],
    call: str,
) -> str:
    """Return the error message for credentials without values."""
    missing = dict.fromkeys(name for each in alternatives for name in each if name not in available)
    variables = ", ".join(service.list_variables(missing))
    variable = f", or set {variables} before the client is created" if variables else ""
    if len(schemes) == 1:
        kind = next(iter(schemes.values())).kind
        return f"{_SINGLE.get(kind, 'missing API key: pass api_key=...')}{variable}"
    ways = [
        f"auth={{{', '.join(f'{name!r}: {_give_example(schemes[name])}' for name in each)}}}" for each in alternatives
    ]
    return (
        f"missing credentials for {call}: pass {', or '.join(ways)} ({', '.join(map(repr, missing))} "
        f"{'has' if len(missing) == 1 else 'have'} no value){variable}"
    )


def _give_example(scheme: SecurityScheme) -> str:
    return _EXAMPLES.get(scheme.kind, '"..."')
