"""Chat completions: the replies of the local models, as a whole or as a stream."""

from __future__ import annotations

from .handler import complete_chat

__all__ = ["complete_chat"]
