"""A mock model whose stream fails in the middle. The proxy loads this module in its own environment."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import litellm  # type: ignore[import-not-found, unused-ignore]  # installed only in .venv-peers

if TYPE_CHECKING:
    from collections.abc import AsyncIterator


class Breaking(litellm.CustomLLM):  # type: ignore[misc, unused-ignore]  # its base class is Any without litellm
    """A model that streams two pieces of text, then fails."""

    async def astreaming(self, *_: Any, **__: Any) -> AsyncIterator[dict[str, Any]]:
        """Yield the pieces in LiteLLM's format, then raise the error."""
        for text in ("Half ", "an "):
            yield {
                "text": text,
                "index": 0,
                "is_finished": False,
                "finish_reason": None,
                "tool_use": None,
                "usage": None,
            }
        raise litellm.exceptions.ServiceUnavailableError("the mock broke off", "mocked", "breaking")


breaking = Breaking()
