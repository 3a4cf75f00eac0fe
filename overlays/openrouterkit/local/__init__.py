"""A server on this machine that speaks as the service does, to run, test and demonstrate against.

    from openrouterkit import OpenRouter, user
    from openrouterkit.local import LocalServer

    with LocalServer() as server, OpenRouter(base_url=server.base_url) as client:
        client.chat.send(model="local/echo", messages=[user("Hello")])

It reads the contract, so every operation of the contract is there: each request is checked against the schemas and
answered from the examples, chats and embeddings as the model's name says (docs/local.md has the table). No key, no
network. `python -m openrouterkit.local --port 8765` runs it for a terminal; the pytest fixture `openrouterkit_server`
for tests. Needs the extra: `pip install 'openrouterkit[local]'`.
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
