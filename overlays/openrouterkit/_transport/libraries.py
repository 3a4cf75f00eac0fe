"""The libraries whose clients can send requests: httpx, and httpx2, a fork of it with the same interface."""

from __future__ import annotations

import sys
from functools import cache
from importlib import import_module
from typing import Any, Final

from attrs import frozen

from .decompression import DecompressionError

_CORES: Final = {"httpx": "httpcore", "httpx2": "httpcore2"}
"""Name of a library: name of the library of its connections."""


@frozen(eq=False)
class Library:
    """One of the libraries.

    Attributes:
        http: The module of the client, such as httpx.
        core: The module of the connections, such as httpcore.
    """

    http: Any
    core: Any

    def find_error_types(self) -> tuple[type[BaseException], ...]:
        """Return the exceptions that the library, and those it uses, raise for a failed request or response."""
        import anyio
        import h11

        http, core = self.http, self.core
        # h2 is optional, and is imported by the library when the first HTTP/2 connection is opened.
        h2 = sys.modules.get("h2.exceptions")
        return (
            DecompressionError,
            http.HTTPError,
            http.StreamError,
            http.InvalidURL,
            core.NetworkError,
            core.TimeoutException,
            core.ProtocolError,
            core.ConnectionNotAvailable,
            h11.ProtocolError,
            anyio.BrokenResourceError,
            anyio.ClosedResourceError,
            anyio.EndOfStream,
            OSError,
            UnicodeError,  # raised for an invalid host name
            *(() if h2 is None else (h2.H2Error,)),
        )


def find_library(instance: object) -> Library:
    """Return the library that defines the class of an object, or one of its base classes; else httpx."""
    kind: Any = type(instance)
    return _find_library_of_class(kind)


@cache
def _find_library_of_class(kind: type) -> Library:
    for base in kind.__mro__:
        name = base.__module__.partition(".")[0]
        if name in _CORES:
            return load_library(name)
    return load_library("httpx")


@cache
def load_library(name: str) -> Library:
    """Return a library by its name, and import it.

    Args:
        name: "httpx" or "httpx2".
    """
    return Library(import_module(name), import_module(_CORES[name]))
