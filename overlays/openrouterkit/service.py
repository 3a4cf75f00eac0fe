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

from ._options.secret_names import is_credential, is_secret_name
from ._options.service_fields import (
    MAPPING,
    TEXT,
    check_behaviors,
    check_error_types,
    check_hints,
    check_key_env,
    check_names,
    check_prefix,
    check_rejections,
    check_requirements,
    check_schemes,
    copy_mapping,
    copy_requirements,
    fold_names,
)
from ._options.validation import make_validator
from .errors import ConfigurationError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from openrouterkit_runtime.endpoint import Behavior
    from openrouterkit_runtime.security import Requirements, SecurityScheme

    from .errors import APIError

__all__ = ["Service"]

_KEY: Final = "check the API key (api_key=", None  # None: the hint of the error's class
_TOKEN: Final = "check the token (api_key=", "check the scopes of the token"
# Hints by kind of the security scheme: for 401, up to the names of variables; and for 403.
_HINTS: Final[Mapping[str, tuple[str, str | None]]] = {
    "bearer": _KEY,
    "header": _KEY,
    "query": _KEY,
    "cookie": _KEY,
    "basic": ("check the user name and password (auth=", "check the permissions of the user"),
    "client_credentials": (
        "check the client credentials (auth=",
        "check the scopes of the client credentials",
    ),
    "oauth2": _TOKEN,
    "openid": _TOKEN,
    "several": ("check the credentials (auth=", "check the permissions of the credentials"),
}


@frozen(eq=False)
class Service:
    """The description of a service: where it is, how it authenticates, and how it differs from other services.

    Only the name is needed. It is constant: clients, threads and tasks share it.

    Args:
        name: The name of the service, for messages, such as "Pets".
        base_url: The URL of the service. Defaults to `BASE_URL` of the package; without either, clients need
            `base_url=`.
        key_env: The environment variable with the API key; None if there is none. For several security schemes, a
            mapping of their names to variables, such as `{"app": "PETS_APP", "key": "PETS_KEY"}`. The variable of a
            scheme of the kind `basic` contains `user:password`. Clients to which `api_key` or `auth` is passed do not
            read them.
        base_url_env: The environment variable that replaces the URL of the service; None if there is none.
        log_env: The beginning of the environment variables that set what is logged if `OPENROUTERKIT_LOG` and
            `OPENROUTERKIT_LOG_BODIES` are not set: "PETS" for `PETS_LOG` and `PETS_LOG_BODIES`; None if there are none.
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
        security: Which security schemes are sent together, as alternatives: `[("app", "key"), ("login",)]` for app and
            key, or the login. An empty combination makes credentials optional. For requests by path, and for operations
            that declare none of these schemes. Defaults to what the package declares, or to any single one of
            `security_schemes`.
        path_prefix: The beginning of all paths of the service, such as "/v1", if the URL of the service does not
            contain it. A base URL that ends with it is accepted, too.
        parse_rejections: Method of `chat.parse` -> words in the errors by which the service rejects it, such as
            `{"json_schema": ["constrained decoding"]}`, in addition to the usual ones.

    Raises:
        ConfigurationError: An argument is invalid.
    """

    name: str = field(validator=make_validator("a str that is not empty", instance_of(str), min_len(1)))
    base_url: str | None = field(default=None, kw_only=True, validator=TEXT)
    key_env: str | Mapping[str, str] | None = field(
        default=None, kw_only=True, converter=copy_mapping, validator=check_key_env
    )
    base_url_env: str | None = field(default=None, kw_only=True, validator=TEXT)
    log_env: str | None = field(default=None, kw_only=True, repr=False, validator=TEXT)
    package: str | None = field(default=None, kw_only=True, validator=TEXT)
    behaviors: Mapping[str, Behavior] = field(
        factory=dict, kw_only=True, repr=False, converter=copy_mapping, validator=[MAPPING, check_behaviors]
    )
    hints: Mapping[int, str] = field(
        factory=dict, kw_only=True, repr=False, converter=copy_mapping, validator=[MAPPING, check_hints]
    )
    error_types: Mapping[str, type[APIError]] = field(
        factory=dict, kw_only=True, repr=False, converter=copy_mapping, validator=[MAPPING, check_error_types]
    )
    read_error: Callable[[Any], Mapping[str, Any] | None] | None = field(
        default=None, kw_only=True, repr=False, validator=make_validator("a function, or None", optional(is_callable()))
    )
    secret_headers: tuple[str, ...] = field(
        default=(), kw_only=True, repr=False, converter=fold_names, validator=check_names
    )
    headers: Mapping[str, str] = field(
        factory=dict, kw_only=True, repr=False, converter=copy_mapping, validator=MAPPING
    )
    security_schemes: Mapping[str, SecurityScheme] | None = field(
        default=None,
        kw_only=True,
        repr=False,
        converter=copy_mapping,
        validator=[make_validator("a mapping, or None", optional(MAPPING)), check_schemes],
    )
    security: Requirements | None = field(
        default=None, kw_only=True, repr=False, converter=copy_requirements, validator=check_requirements
    )
    path_prefix: str = field(
        default="", kw_only=True, repr=False, validator=[make_validator("a str", instance_of(str)), check_prefix]
    )
    parse_rejections: Mapping[str, Sequence[str]] = field(
        factory=dict, kw_only=True, repr=False, converter=copy_mapping, validator=[MAPPING, check_rejections]
    )

    _secret_names: list[tuple[str, ...]] = field(factory=list, init=False, repr=False)  # computed once

    def __attrs_post_init__(self) -> None:
        if self.security_schemes is not None:
            self.check_scheme_names()

    def check_scheme_names(self) -> None:
        """Check that `key_env` and `security` name security schemes of the service.

        Raises:
            ConfigurationError: They name unknown schemes, or one variable is not enough for the schemes.
        """
        schemes, variables = self.own_schemes, self.key_env
        if isinstance(variables, str) and len(schemes) > 1:
            example = f'key_env={{{next(iter(schemes))!r}: "{variables}"}}'
            raise ConfigurationError(
                f"Service.key_env must name the scheme of the variable, as the service has {len(schemes)} of them: "
                f"pass {example}"
            )
        named = variables if isinstance(variables, Mapping) else ()
        used = [name for each in self.security or () for name in each]
        for field_name, names in (("key_env", named), ("security", used)):
            for name in names:
                if schemes and name not in schemes:
                    known = ", ".join(map(repr, schemes))
                    raise ConfigurationError(
                        f"Service.{field_name} names the scheme {name!r:.100}: the service has {known}"
                    )

    def check_behaviors(self) -> None:
        """Check that `behaviors` names operations of the generated package.

        Raises:
            ConfigurationError: It names an unknown operation.
        """
        if not self.behaviors or self.package is None:
            return
        from ._options.service_operations import list_operation_ids

        known = list_operation_ids(self.package)
        for name in self.behaviors:
            if known and name not in known:
                raise ConfigurationError(
                    f"Service.behaviors names the operation {name!r:.100}, which {self.package} does not have: use "
                    f"one of {', '.join(map(repr, sorted(known)))}"
                )

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
        if self.security is not None:
            return schemes, self.security
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

        try:
            return getattr(import_module(self.package), name, None)
        except ModuleNotFoundError as error:
            if error.name != self.package and not self.package.startswith(f"{error.name}."):
                raise  # a package that the generated one needs
            raise ConfigurationError(
                f"Service.package: there is no package {self.package!r:.100}: install it, or generate it with "
                f"`openrouterkit generate SPEC OUT`"
            ) from error

    def is_secret(self, name: str) -> bool:
        """Return True if a header, or a query parameter, of this name contains a secret."""
        return is_secret_name(name, self.secret_names)

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
        if hint is not None or status not in (401, 403):
            return hint
        kinds = [scheme.kind for scheme in self.own_schemes.values()]
        check, forbidden = _HINTS["several" if len(kinds) > 1 else kinds[0] if kinds else "bearer"]
        if status == 403:
            return forbidden
        variables = ", ".join(self.list_variables())
        return f"{check} or {variables})" if variables else f"{check})"

    def list_variables(self, schemes: Iterable[str] | None = None) -> list[str]:
        """Return the environment variables of schemes; by default, of all.

        Args:
            schemes: The names of the schemes.
        """
        variables = self.key_env
        if variables is None or isinstance(variables, str):
            return [variables] if variables else []
        return [variables[name] for name in (variables if schemes is None else schemes) if name in variables]

    def __copy__(self) -> Self:
        return self

    def __deepcopy__(self, memo: dict[int, Any]) -> Self:
        return self
