"""The servers of a service, from which the arguments of a client choose one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attrs import field, frozen

from .._options.connection_settings import hide_password, hide_proxy
from .._request.headers import hide_credentials
from ..errors import ConfigurationError
from ..options import hide_auth, wrap_key

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from .._call.client_options import AsyncClientOptions, ClientOptions
    from ..service import Service


@frozen
class Server:
    """A server of a service, as the description of the service declares it.

    Args:
        url: The URL, with the names of its variables in braces, such as "https://{region}.pets.example/v1".
        defaults: Name of a variable -> its default.
        values: Name of a variable -> the values that it may have. Other variables may have any value.
    """

    url: str
    defaults: Mapping[str, str] = field(factory=dict)
    values: Mapping[str, Sequence[str]] = field(factory=dict)

    def build_url(self, **variables: str) -> str:
        """Return the URL of the server.

        Args:
            **variables: The values of variables, in place of their defaults.

        Raises:
            ConfigurationError: The server has no such variable, or the variable may not have this value.
        """
        for name, value in variables.items():
            if name not in self.defaults:
                known = f"use {_join(self.defaults)}" if self.defaults else "it has none at all"
                raise ConfigurationError(f"the server {self.url} has no variable {name!r:.100}: {known}")
            allowed = self.values.get(name, (value,))
            if value not in allowed:
                raise ConfigurationError(f"{name} must be {_join(allowed)}, not {value!r:.100}")
        url = self.url
        for name, value in {**self.defaults, **variables}.items():
            url = url.replace(f"{{{name}}}", value)
        return url


def choose_server(
    options: ClientOptions | AsyncClientOptions,
    service: Service,
    servers: Mapping[str, Server],
    server: str | None,
    variables: Mapping[str, str | None],
) -> None:
    """Set `base_url` in the options of a client to the URL of the server that its arguments choose, if they do.

    It also hides the credentials in the options: a traceback with local variables would show them.

    Args:
        options: The keyword arguments of the client, which are changed.
        service: The service of the client.
        servers: The servers by name, the default one first.
        server: The name of a server; None for the first one that has the variables.
        variables: The values of the server's variables; None for their defaults.

    Raises:
        ConfigurationError: There is no such server, a variable has an invalid value or belongs to another server, or
            `base_url` is passed, too.
    """
    _hide_credentials(options, service)
    passed = {name: value for name, value in variables.items() if value is not None}
    if server is None and not passed:
        return
    if options.get("base_url") is not None:
        names = ", ".join(([] if server is None else ["server"]) + list(passed))
        raise ConfigurationError(f"base_url cannot be combined with {names}: pass only one of them")
    if server is not None and server not in servers:
        raise ConfigurationError(f"{service.name} has no server {server!r:.100}: use {_join(servers)}")
    fitting = (each for each in servers.values() if passed.keys() <= each.defaults.keys())
    chosen = servers[server] if server is not None else next(fitting, next(iter(servers.values())))
    options["base_url"] = chosen.build_url(**passed)


def _hide_credentials(options: Any, service: Service) -> None:
    hidden = {
        "api_key": wrap_key,
        "auth": hide_auth,
        "headers": lambda headers: hide_credentials(headers, service.secret_names),
        "proxy": hide_proxy,
        "cert": hide_password,
    }
    options.update({name: hide(options[name]) for name, hide in hidden.items() if name in options})


def _join(values: Any) -> str:
    *others, last = map(repr, values)
    return f"{', '.join(others)} or {last}" if others else last
