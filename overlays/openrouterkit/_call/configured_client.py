"""Settings, copies and derived clients: what the sync and the async client have in common."""

from __future__ import annotations

from copy import deepcopy
from types import FunctionType
from typing import TYPE_CHECKING, Any, NoReturn, Self, TypeVar

from openrouterkit_runtime.lazy import cached_property
from openrouterkit_runtime.unset import UNSET

from .._request.headers import hide_credentials
from .._transport import forks  # here, so that a fork during the first call waits for the imports of other threads
from ..errors import ConfigurationError
from ..options import hide_auth, wrap_key
from .flow_client import FlowClient

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from openrouterkit_runtime.sender import Timeout

    from .._options.connection_settings import ConnectionSettings
    from .._request.settings import Settings
    from .._transport.exchanges import OpenExchanges
    from ..authentication import Auth
    from ..middleware.signatures import Middleware
    from ..options import Key
    from ..retries import RetryOptions
    from ..service import Service

G = TypeVar("G")

_METHODS = ("send", "stream", "pages", "run", "build_flow", "build_stream")
"""The methods of a client that attached groups have, too: those of `openrouterkit_runtime.Sender`, and of flows."""


class ConfiguredClient(FlowClient):
    """A client with settings, from which others are derived.

    Attributes:
        service: The service that the client calls. A subclass defines it as an attribute of the class.
    """

    service: Service
    _settings: Settings
    _transport_arguments: tuple[Any, ConnectionSettings]
    _is_closed: bool = False

    @cached_property
    def _transport(self) -> Any:
        """The transport of this client; created at its first use, as its modules take a while to import."""
        with forks.IMPORTING:
            from .._transport.exchanges import OpenExchanges

            exchanges = OpenExchanges()
            # Stored before the client is checked: `close` of another thread finds the transport, or is noticed here.
            transport = vars(self).setdefault("_transport", self._create_transport(exchanges))
            if self._is_closed:
                exchanges.close()
            return transport

    def __init_subclass__(cls, **options: Any) -> None:
        super().__init_subclass__(**options)
        is_for_async_code = getattr(cls, "_is_for_async_code", None)
        is_async = hasattr(cls, "aclose")
        if is_for_async_code is not None and is_for_async_code is not is_async:
            client, groups = ("AsyncClient", "AsyncGroups") if is_async else ("Client", "Groups")
            raise ConfigurationError(
                f"the bases of {cls.__name__} do not fit: {client} needs the class {groups} of the package, as in "
                f"class {cls.__name__}({client}, {groups})"
            )

    def _create_transport(self, exchanges: OpenExchanges) -> Any:
        raise NotImplementedError

    def _close(self) -> Any:
        """Mark the client as closed, and return its transport to shut down; None if the client was not used."""
        self._is_closed = True
        return vars(self).get("_transport")

    def __repr__(self) -> str:
        settings: Settings | None = vars(self).get("_settings")  # unset if __init__ raised an error
        return f"{type(self).__name__}({'' if settings is None else f'base_url={settings.base_url!r}'})"

    @property
    def middleware(self) -> tuple[Middleware, ...]:
        """The middleware around every call of this client, outermost first. `with_options` adds some."""
        return self._settings.middleware

    @property
    def attempt_middleware(self) -> tuple[Middleware, ...]:
        """The middleware around every attempt of a call, outermost first. `with_options` adds some."""
        return self._settings.attempt_middleware

    def _convert_arguments(self, arguments: Mapping[str, Any]) -> Mapping[str, Any]:
        """Return the arguments of a call, with types that stand for a schema replaced; the generated methods use it."""
        if "response_format" not in arguments and "tools" not in arguments:
            return arguments
        from ..requests.type_arguments import convert_arguments

        return convert_arguments(arguments)

    def _convert_argument_error(self, error: Exception) -> Exception:
        """Return the error of this package for an invalid argument; the generated methods raise it."""
        from ..requests.remedies import convert_argument_error

        return convert_argument_error(error)

    def attach(self, groups: type[G]) -> G:
        """Return the groups of a generated package as an object that sends its calls through this client.

            pets = client.attach(pets_api.Groups)
            pets.dogs.list()

        Calls have the settings, connections and middleware of this client, and raise its errors. The object has the
        methods `send`, `stream`, `pages`, `run`, `build_flow` and `build_stream` of the client, for the methods of a
        subclass of `Groups`.

        Args:
            groups: The class `Groups` of the package, or a subclass; `AsyncGroups` for an async client.

        Raises:
            ConfigurationError: `groups` is not a class, or that of the other kind of client.
        """
        is_class = isinstance(groups, type) and not issubclass(groups, ConfiguredClient)
        if not is_class or getattr(groups, "_is_for_async_code", None) is not self._is_async:
            wanted = "AsyncGroups" if self._is_async else "Groups"
            name = getattr(groups, "__name__", type(groups).__name__)
            raise ConfigurationError(
                f"{type(self).__name__}.attach() needs the class {wanted} of a package, not {name}"
            )
        attached = groups.__new__(groups)
        # Attributes of the instance, so that a group with the name of one of them does not replace it.
        vars(attached).update({name: getattr(self, name) for name in _METHODS}, _attached_to=self)
        return attached

    def with_options(
        self,
        *,
        api_key: Key | None = UNSET,
        auth: Auth | None = UNSET,
        base_url: str | None = UNSET,
        timeout: Timeout = UNSET,
        retries: RetryOptions | int | None = UNSET,
        headers: Mapping[str, str | None] | None = UNSET,
        middleware: Sequence[Middleware] | None = UNSET,
        attempt_middleware: Sequence[Middleware] | None = UNSET,
    ) -> Self:
        """Return a client with changed settings that shares this client's connections.

        Settings that are not passed are copied from this client, and so is every other attribute that a subclass has
        set on it; what a `cached_property` has computed is computed anew. Closing the new client ends its calls, and
        leaves the connections open. As they are shared, `proxy`, `verify`, `cert`, `limits` and `http_client` need a
        new client.

            careful = client.with_options(timeout=10, retries=0)

        Args:
            api_key: Replaces the API key. Pass it together with a `base_url` of another origin, as this client's key
                is not sent there.
            auth: Replaces the values of the security schemes; a mapping replaces those that it names, and None removes
                one. See `openrouterkit.authentication`.
            base_url: Replaces the URL of the service.
            timeout: Replaces all time limits; see `Client`.
            retries: Replaces all retry settings; see `Client`.
            headers: Headers to merge over this client's. A value of None removes a header.
            middleware: Middleware to add inside that of this client. None removes the middleware of this client.
            attempt_middleware: Middleware to add around attempts, inside that of this client. None removes it.

        Raises:
            ConfigurationError: A setting is invalid.
        """
        # First, so that a traceback with local variables does not show credentials.
        api_key = api_key if api_key is UNSET else wrap_key(api_key)
        auth = auth if auth is UNSET else hide_auth(auth)
        headers = headers if headers is UNSET else hide_credentials(headers, self.service.secret_names)
        settings = self._settings.with_changes(
            api_key=api_key,
            auth=auth,
            base_url=base_url,
            timeout=timeout,
            retries=retries,
            headers=headers,
            middleware=middleware,
            attempt_middleware=attempt_middleware,
        )
        derived = type(self).__new__(type(self))
        kept = {name: value for name, value in vars(self).items() if not _is_computed(type(self), name)}
        vars(derived).update(kept, _settings=settings, _transport=self._transport.derive())
        return derived

    @property
    def _is_async(self) -> bool:
        return hasattr(self, "aclose")

    def __copy__(self) -> Self:
        return self.with_options()

    def __deepcopy__(self, memo: dict[int, Any]) -> Self:
        copied = type(self).__new__(type(self))
        memo[id(self)] = copied
        own = {
            "_settings": self._settings,
            "_transport": self._transport.renew(),
            "_transport_arguments": self._transport_arguments,
            "_is_closed": False,
        }
        others = {name: value for name, value in vars(self).items() if name not in own}
        vars(copied).update(deepcopy(others, memo), **own)
        return copied

    def __reduce__(self) -> NoReturn:
        name = type(self).__name__
        raise TypeError(f"cannot pickle {name}, as a pickle would contain its API key: create it in the worker process")


def _is_computed(kind: type, name: str) -> bool:
    """Return True if an attribute of an instance is the value of a `cached_property` of the class.

    Such values, like namespaces, refer to the client that computed them.
    """
    attribute = next((vars(each)[name] for each in kind.__mro__ if name in vars(each)), None)
    is_descriptor = hasattr(type(attribute), "__get__") and not hasattr(type(attribute), "__set__")
    return is_descriptor and not isinstance(attribute, FunctionType)
