"""The clients of Mistral: `Mistral` for sync code, `AsyncMistral` for asyncio and trio.

    from openrouterkit import user
    from openrouterkit.mistral import Mistral

    with Mistral() as client:
        result = client.chat.send(model="mistral-small-latest", messages=[user("Capital of France?")])
        print(result.text)

The settings, streams, errors, retries and middleware are those of every client; see `openrouterkit.client`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .clients import MISTRAL, AsyncMistral, Mistral

if TYPE_CHECKING:
    from .results import MistralChunk as MistralChunk
    from .results import MistralCompletion as MistralCompletion

_RESULTS = ("MistralChunk", "MistralCompletion")

__all__ = ["MISTRAL", "AsyncMistral", "Mistral", "MistralChunk", "MistralCompletion"]


if not TYPE_CHECKING:  # hidden, or type checkers would accept every name

    def __getattr__(name: str) -> Any:
        if name not in _RESULTS:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from . import results  # imports models, which the clients need at the first call only

        return getattr(results, name)


def __dir__() -> list[str]:
    return __all__
