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

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from openrouterkit_local import LocalServer as LocalServer
    from openrouterkit_local import RecordedRequest as RecordedRequest

__all__ = ["LocalServer", "RecordedRequest"]


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    import openrouterkit_local

    return getattr(openrouterkit_local, name)


def __dir__() -> list[str]:
    return __all__
