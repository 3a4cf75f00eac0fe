"""A local server that imitates OpenRouter, for development, tests and demonstrations.

    from openrouterkit import OpenRouter, user
    from openrouterkit.local import LocalServer

    with LocalServer() as server, OpenRouter(base_url=server.base_url) as client:
        client.chat.send(model="local/echo", messages=[user("Hello")])

The server implements every operation of the API contract and validates each request against the contract's schemas.
For chats and embeddings, the model name selects the behaviour (docs/local.md lists the models). Most other operations
return the example from the contract. No API key and no network access are needed.

To run the server in a terminal, use `python -m openrouterkit.local --port 8765`. In tests, use the pytest fixture
`openrouterkit_server`. Requires the extra: `pip install 'openrouterkit[local]'`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from openrouterkit_local import LocalServer as LocalServer
    from openrouterkit_local import RecordedRequest as RecordedRequest

__all__ = ["LocalServer", "RecordedRequest"]


if not TYPE_CHECKING:  # hidden, or type checkers would accept every name

    def __getattr__(name: str) -> Any:
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        import openrouterkit_local

        return getattr(openrouterkit_local, name)


def __dir__() -> list[str]:
    return __all__
