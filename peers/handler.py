"""A model that breaks off in the middle of its answer. The proxy loads it, in its own environment."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import litellm  # type: ignore[import-not-found, unused-ignore]

if TYPE_CHECKING:
    from collections.abc import AsyncIterator


class Breaking(litellm.CustomLLM):  # type: ignore[misc, unused-ignore]
    """Streams two pieces of text, then fails."""

    async def astreaming(self, *_: Any, **__: Any) -> AsyncIterator[dict[str, Any]]:
        """Give the pieces, in LiteLLM's form, and raise the error."""
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
