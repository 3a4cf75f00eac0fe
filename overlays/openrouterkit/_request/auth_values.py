"""The values of the security schemes of a client or of one call."""

from __future__ import annotations

from collections.abc import Mapping
from os import environ
from typing import TYPE_CHECKING, Any

from attrs import evolve, field, frozen

from .._options.secret import Secret
from ..errors import ConfigurationError

if TYPE_CHECKING:
    from collections.abc import Collection

    from openrouterkit_runtime.security import SecurityScheme

    from .._options.credential import Credential
    from ..service import Service


@frozen
class AuthValues:
    """The values of security schemes, as arguments pass them.

    Attributes:
        single: The value of the only scheme of the service; None if there is none.
        named: The values by name of the scheme.
        of_call: The names of the schemes whose values were passed for one call; () if a single value was; None if no
            value was. These are sent even if the operation requires none, and for requests by path, only these.
        built: The credentials of constant keys and tokens, with their schemes, by name: the same for every call.
    """

    single: Any = field(default=None, repr=False)
    named: Mapping[str, Any] = field(factory=dict, repr=False)
    of_call: tuple[str, ...] | None = None
    built: dict[str, tuple[SecurityScheme, Credential]] = field(factory=dict, init=False, eq=False, repr=False)

    @property
    def is_empty(self) -> bool:
        """True if there is no value at all."""
        return self.single is None and not self.named

    def with_key(self, key: Any, schemes: Collection[str]) -> AuthValues:
        """Return the values with those of the argument `api_key`.

        Args:
            key: The key; None removes it.
            schemes: The schemes of the service; empty if it declares none.

        Raises:
            ConfigurationError: The service has several schemes.
        """
        if key is not None and len(schemes) > 1:
            raise _build_ambiguity_error("api_key", schemes)
        return AuthValues(single=key)

    def with_auth(self, auth: Any, schemes: Collection[str]) -> AuthValues:
        """Return the values with those of the argument `auth`: a single value replaces all, a mapping is merged.

        Args:
            auth: The argument, from `wrap_auth`.
            schemes: The schemes of the service; empty if it declares none.

        Raises:
            ConfigurationError: A value has the wrong type, or a scheme is unknown.
        """
        from ..authentication import check_value, wrap_auth

        auth = wrap_auth(auth)
        if not isinstance(auth, Mapping):
            if auth is not None and len(schemes) > 1:
                raise _build_ambiguity_error("a single value for auth", schemes)
            return AuthValues(single=check_value(auth, "auth"))
        for name, value in auth.items():
            if schemes and name not in schemes:
                known = ", ".join(map(repr, schemes))
                raise ConfigurationError(f"unknown security scheme {name!r:.100} in auth: the service has {known}")
            check_value(value, f"auth[{name!r:.100}]")
        named = {**self.named, **auth}
        return evolve(self, named={name: value for name, value in named.items() if value is not None})

    def find(self, name: str, schemes: Collection[str]) -> Any:
        """Return the value of a scheme; None if it has none.

        Args:
            name: The name of the scheme.
            schemes: All schemes of the operation's service.
        """
        value = self.named.get(name)
        return self.single if value is None and len(schemes) == 1 else value


def read_environment(service: Service) -> Any:
    """Return the values of the security schemes that the environment contains, as the argument `auth`.

    Args:
        service: The service, whose `key_env` names the variables.

    Returns:
        Values by name of the scheme, or the value of the only scheme; None if there is none.

    Raises:
        ConfigurationError: A variable has no user name and password, which the service needs.
    """
    variables, schemes = service.key_env, service.own_schemes
    if not variables:
        return None
    if not isinstance(variables, str) and schemes:
        read = {name: _read_variable(variable, schemes[name].kind) for name, variable in variables.items()}
        return {name: value for name, value in read.items() if value is not None} or None
    kinds = [scheme.kind for scheme in schemes.values()]
    names = service.list_variables()
    return _read_variable(names[0], kinds[0] if kinds else "bearer") if names else None


def _read_variable(variable: str, kind: str) -> Any:
    """Return the value of a scheme of this kind in an environment variable; None if that is not set."""
    # Wrapped immediately, because a traceback may show local variables.
    value = Secret(environ.get(variable, ""))
    if not value:
        return None
    if kind != "basic":
        return value
    if ":" not in value.reveal():
        raise ConfigurationError(
            f"{variable} must contain a user name and a password, separated by a colon: user:password"
        )
    from ..authentication import Basic

    return Basic(*value.reveal().split(":", 1))


def _build_ambiguity_error(argument: str, schemes: Collection[str]) -> ConfigurationError:
    from openrouterkit_runtime.security import format_argument

    return ConfigurationError(
        f"{argument} does not tell which of the service's {len(schemes)} security schemes it is for: "
        f"pass {format_argument(schemes)}, with those that you use"
    )
