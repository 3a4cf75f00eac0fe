"""Implementation of the local server; the public import is `openrouterkit.local`.

`server` runs `app` in a thread. `contract/` routes and validates a request, `operations/` builds the response from it,
and `exchange/` defines requests, responses and errors. `state` keeps what later requests need from earlier ones.
"""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .recording import RecordedRequest as RecordedRequest
    from .server import LocalServer as LocalServer

_MODULES = {"LocalServer": ".server", "RecordedRequest": ".recording"}
_DEPENDENCIES = ("starlette", "uvicorn", "jsonschema")

__all__ = ["LocalServer", "RecordedRequest"]


def __getattr__(name: str) -> Any:
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    missing = [package for package in _DEPENDENCIES if find_spec(package) is None]
    if missing:
        raise ImportError(f"openrouterkit.local needs {', '.join(missing)}; run: pip install 'openrouterkit[local]'")
    value = getattr(import_module(_MODULES[name], __name__), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return __all__
