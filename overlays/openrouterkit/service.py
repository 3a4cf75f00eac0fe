"""`Service`: what the clients know about a service, as data.

    PETS = Service("Pets", key_env="PETS_API_KEY", package="pets_api")

    class Pets(Client, pets_api.Groups):
        service = PETS

    class AsyncPets(AsyncClient, pets_api.AsyncGroups):
        service = PETS

`Client(PETS)` and `AsyncClient(PETS)` work, too; they have no namespaces. See `openrouterkit.client`.
"""

from __future__ import annotations

from collections.abc import Mapping
from os import environ
from typing import TYPE_CHECKING, Any, Final, Self

from attrs import field, frozen
from attrs.validators import instance_of, is_callable, min_len, optional

from ._options.secret import is_credential
from ._options.validation import make_validator
from .errors import APIError, ConfigurationError

if TYPE_CHECKING:
    from collections.abc import Callable

    from openrouterkit_runtime.endpoint import Behavior
    from openrouterkit_runtime.security import Requirements, SecurityScheme

__all__ = ["Service"]

_TEXT: Final = make_validator("a str, or None", optional(instance_of(str)))
_MAPPING: Final = make_validator("a mapping", instance_of(Mapping))


def _copy(mapping: Any) -> Any:
    """Return a copy of a mapping, and anything else unchanged, for the validator to reject."""
    return dict(mapping) if isinstance(mapping, Mapping) else mapping


def _fold_names(names: Any) -> Any:
    """Return names in lower case as a tuple; None for a str, or an item that is not a str."""
    if isinstance(names, str):
        return None
    names = tuple(names)
    return tuple(map(str.lower, names)) if all(isinstance(name, str) for name in names) else None


def _check_names(_: Any, __: Any, value: Any) -> None:
    if value is None:
        raise ConfigurationError('Service.secret_headers must be a list of names, such as ["X-Pet-Id"]')


def _check_error_types(_: Any, __: Any, value: Mapping[str, Any]) -> None:
    for name, kind in value.items():
        if not (isinstance(kind, type) and issubclass(kind, APIError)):
            raise ConfigurationError(f"Service.error_types[{name!r}] must be a subclass of APIError, not {kind!r:.100}")


def _check_hints(_: Any, __: Any, value: Mapping[Any, Any]) -> None:
    for status, hint in value.items():
        if not isinstance(status, int) or not isinstance(hint, str):
            raise ConfigurationError(f"Service.hints must map statuses to str, not {status!r:.50} to {hint!r:.50}")


@frozen(eq=False)
class Service:
    """The description of a service: where it is, how it authenticates, and how it differs from other services.

    Only the name is needed. It is constant: clients, threads and tasks share it.

    Args:
        name: The name of the service, for messages, such as "Pets".
        base_url: The URL of the service. Defaults to `BASE_URL` of the package; without either, clients need
            `base_url=`.
        key_env: The environment variable with the API key; None if there is none. It applies to a service with one
            security scheme; for several, pass `auth` to the client.
        base_url_env: The environment variable that replaces the URL of the service; None if there is none.
        package: The import path of the generated package, such as "pets_api". It is imported when a client is created.
        behaviors: Operation id -> the classes of the operation's results and streams, in place of those that its
            generated endpoint declares. So operations of any description can behave like chat.
        hints: Status -> what the caller can do about it, as the end of the error's text. Without an entry, a general
            hint applies; that of 401 names `key_env`.
        error_types: The service's own type of an error, or its code as text -> the subclass of `APIError` to raise.
        read_error: A function that receives the decoded JSON of a response, or its text if it is not JSON, and returns
            the error in it as a mapping
            with any of the keys `message`, `code`, `type`, `metadata`, `request_id` and `status` (the HTTP status that
            the error corresponds to, for errors in successful responses); None if it contains no error.
            For services whose errors have a shape that is not recognized. It also receives successful responses, those
            of `client.request` among them, and the events of streams, because errors arrive in them, too. If it raises
            an exception, that is as if it had returned None, and is logged once as a warning.
        secret_headers: Names of headers and query parameters that contain secrets. They are kept out of errors, logs
            and reprs, and are sent to the service's own origin only. Names such as `X-Api-Key` and `token` are
            recognized without it.
        headers: Headers to send with every request. Those of the client and of a call replace them.
        security_schemes: How the service authenticates its callers, by name of the scheme, in place of what the
            package declares, such as `{"key": SecurityScheme("header", "X-Pet-Key")}`; {} for a service that needs no
            credentials. Defaults to `SECURITY_SCHEMES` of the package; without either, the key is sent as a bearer
            token. See `openrouterkit.authentication`.

    Raises:
        ConfigurationError: An argument is invalid.
    """

    name: str = field(validator=make_validator("a str that is not empty", instance_of(str), min_len(1)))
    base_url: str | None = field(default=None, kw_only=True, validator=_TEXT)
    key_env: str | None = field(default=None, kw_only=True, validator=_TEXT)
    base_url_env: str | None = field(default=None, kw_only=True, validator=_TEXT)
    package: str | None = field(default=None, kw_only=True, validator=_TEXT)
    behaviors: Mapping[str, Behavior] = field(
        factory=dict, kw_only=True, repr=False, converter=_copy, validator=_MAPPING
    )
    hints: Mapping[int, str] = field(
        factory=dict, kw_only=True, repr=False, converter=_copy, validator=[_MAPPING, _check_hints]
    )
    error_types: Mapping[str, type[APIError]] = field(
        factory=dict, kw_only=True, repr=False, converter=_copy, validator=[_MAPPING, _check_error_types]
    )
    read_error: Callable[[Any], Mapping[str, Any] | None] | None = field(
        default=None, kw_only=True, repr=False, validator=make_validator("a function, or None", optional(is_callable()))
    )
    secret_headers: tuple[str, ...] = field(
        default=(), kw_only=True, repr=False, converter=_fold_names, validator=_check_names
    )
    headers: Mapping[str, str] = field(factory=dict, kw_only=True, repr=False, converter=_copy, validator=_MAPPING)
    security_schemes: Mapping[str, SecurityScheme] | None = field(
        default=None,
        kw_only=True,
        repr=False,
        converter=_copy,
        validator=make_validator("a mapping, or None", optional(_MAPPING)),
    )

    _secret_names: list[tuple[str, ...]] = field(factory=list, init=False, repr=False)  # computed once

    def find_base_url(self) -> str | None:
        """Return the URL of the service: that of the environment, of this description, or of its generated package.

        Returns:
            The URL; None if the service has no URL of its own.
        """
        configured = environ.get(self.base_url_env) if self.base_url_env else None
        return configured or self.own_base_url

    @property
    def own_base_url(self) -> str | None:
        """The URL of the service, whatever the environment contains; None if it has none."""
        return self.base_url if self.base_url is not None else self._read_package("BASE_URL") or None

    @property
    def own_schemes(self) -> Mapping[str, SecurityScheme]:
        """The security schemes of the service by name; empty if neither this description nor the package has any."""
        schemes = self.security_schemes
        return (self._read_package("SECURITY_SCHEMES") or {}) if schemes is None else schemes

    def find_security(self) -> tuple[Mapping[str, SecurityScheme], Requirements | None]:
        """Return the security schemes by name, and the alternatives that requests by path choose from."""
        schemes = self.own_schemes
        if self.security_schemes is not None:
            return schemes, tuple((name,) for name in schemes) or None  # without schemes, a key is optional
        if not schemes and self._read_package("SECURITY_SCHEMES") is None:
            return schemes, (("bearer",),)
        return schemes, self._read_package("SECURITY")

    def _read_package(self, name: str) -> Any:
        """Return a constant of the generated package; None if there is no package, or it lacks the constant."""
        if self.package is None:
            return None
        from importlib import import_module

        return getattr(import_module(self.package), name, None)

    def is_secret(self, name: str) -> bool:
        """Return True if a header, or a query parameter, of this name contains a secret."""
        return name.lower() in self.secret_names or is_credential(name)

    @property
    def secret_names(self) -> tuple[str, ...]:
        """The names, in lower case, of `secret_headers` and of the headers and query parameters of security schemes."""
        if not self._secret_names:
            from openrouterkit_runtime.security import find_place

            names = [each.name.lower() for each in self.own_schemes.values() if find_place(each) != "cookie"]
            self._secret_names.append((*self.secret_headers, *(name for name in names if not is_credential(name))))
        return self._secret_names[0]

    def find_hint(self, status: int) -> str | None:
        """Return what the caller can do about an error with this status; None if the hint of its class applies."""
        hint = self.hints.get(status)
        if hint is None and status == 401:
            if len(self.own_schemes) > 1:
                return "check the credentials (auth=)"
            if self.key_env:
                return f"check the API key (api_key= or {self.key_env})"
        return hint

    def __copy__(self) -> Self:
        return self

    def __deepcopy__(self, memo: dict[int, Any]) -> Self:
        return self
