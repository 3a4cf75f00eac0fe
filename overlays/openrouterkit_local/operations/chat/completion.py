"""A completion: the replies of a model, and what stands around them in an answer."""

from __future__ import annotations

from time import time
from typing import TYPE_CHECKING, Any

from attrs import field, frozen

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ...memory import Generation
    from .reply import Reply


@frozen
class Completion:
    """What a model has made of a request.

    Attributes:
        id: of the generation.
        model: that answered.
        replies: one for each choice.
        usage: tokens and cost of all of them.
        error: what is told where the completion breaks with an error.
        kept: the record of the generation.
        created: Unix time, in seconds.
    """

    id: str
    model: str
    replies: Sequence[Reply]
    usage: Mapping[str, Any]
    error: Mapping[str, Any]
    kept: Generation
    created: int = field(factory=lambda: int(time()))

    @property
    def breaks(self) -> str | None:
        """Where it does not come to its end: see `Reply`."""
        return self.replies[0].breaks

    @property
    def wait(self) -> float:
        """Seconds of silence before the answer."""
        return self.replies[0].wait

    def chunk(self, choices: Sequence[Mapping[str, Any]], **more: Any) -> dict[str, Any]:
        """One chunk of the stream."""
        return {**self._head("chat.completion.chunk"), "choices": choices, **more}

    def whole(self) -> dict[str, Any]:
        """The whole answer, as JSON."""
        if self.breaks == "start":
            return {"error": self.error}
        choices = [self._choice(index, reply) for index, reply in enumerate(self.replies)]
        head = self._head("chat.completion")
        return {**head, "choices": choices, "system_fingerprint": None, "usage": self.usage}

    def _choice(self, index: int, reply: Reply) -> dict[str, Any]:
        reason = "error" if self.breaks == "error" else reply.finish_reason
        choice: dict[str, Any] = {"index": index, "finish_reason": reason, "native_finish_reason": reason}
        message = reply.message()
        if self.breaks == "error":
            choice["error"] = self.error
            message["content"] = message["content"][: len(message["content"]) // 2]
        return {**choice, "logprobs": None, "message": message}

    def _head(self, kind: str) -> dict[str, Any]:
        return {"id": self.id, "provider": "Local", "model": self.model, "object": kind, "created": self.created}
