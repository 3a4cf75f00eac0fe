"""The embedded server, behind its public face `openrouterkit.local`.

`server` runs `app` in a thread. A request is routed and checked by `contract/`, answered by `operations/`, in the
shapes of `exchange/`. What one request leaves for a later one is in `memory`.
"""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .recording import RecordedRequest as RecordedRequest
    from .server import LocalServer as LocalServer

_HOMES = {"LocalServer": ".server", "RecordedRequest": ".recording"}
_NEEDED = ("starlette", "uvicorn", "jsonschema")

__all__ = ["LocalServer", "RecordedRequest"]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    missing = [needed for needed in _NEEDED if find_spec(needed) is None]
    if missing:
        raise ImportError(f"openrouterkit.local needs {', '.join(missing)}: pip install 'openrouterkit[local]'")
    value = getattr(import_module(_HOMES[name], __name__), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return __all__
