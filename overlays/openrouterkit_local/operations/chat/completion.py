"""A completion: the replies of a model with the metadata of the response."""

from __future__ import annotations

from time import time
from typing import TYPE_CHECKING, Any

from attrs import field, frozen

from .logprobs import build_logprobs

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ...state import Generation
    from .reply import Failure, Reply


@frozen
class Completion:
    """The result of a request for a chat completion.

    Attributes:
        id: The id of the generation.
        model: The model that replied.
        replies: One reply for each choice.
        usage: The tokens and cost of all replies.
        error: The error object, sent only if `failure` is one of the errors.
        generation: The recorded generation.
        created: The Unix time in seconds.
        alternatives: The number of alternatives in the log probabilities of each token; None for no such.
    """

    id: str
    model: str
    replies: Sequence[Reply]
    usage: Mapping[str, Any]
    error: Mapping[str, Any]
    generation: Generation
    created: int = field(factory=lambda: int(time()))
    alternatives: int | None = None

    @property
    def failure(self) -> Failure | None:
        """How the response fails, see `Reply`; None if it does not."""
        return self.replies[0].failure

    @property
    def wait(self) -> float:
        """Seconds before the reply, in which only keep-alives are sent."""
        return self.replies[0].wait

    def build_chunk(self, choices: Sequence[Mapping[str, Any]], **members: Any) -> dict[str, Any]:
        """Return a chunk of the stream with choices and further members."""
        return {**self._build_head("chat.completion.chunk"), "choices": choices, **members}

    def build_body(self) -> dict[str, Any]:
        """Return the response body for a request without streaming."""
        if self.failure == "error-at-start":
            return {"error": self.error}
        choices = [self._build_choice(index, reply) for index, reply in enumerate(self.replies)]
        head = self._build_head("chat.completion")
        return {**head, "choices": choices, "system_fingerprint": None, "usage": self.usage}

    def _build_choice(self, index: int, reply: Reply) -> dict[str, Any]:
        reason = "error" if self.failure == "error-in-middle" else reply.finish_reason
        choice: dict[str, Any] = {"index": index, "finish_reason": reason, "native_finish_reason": reason}
        message = reply.build_message()
        if self.failure == "error-in-middle":
            choice["error"] = self.error
            message["content"] = message["content"][: len(message["content"]) // 2]
        return {**choice, "logprobs": build_logprobs(message["content"], self.alternatives), "message": message}

    def _build_head(self, kind: str) -> dict[str, Any]:
        """Return the members common to chunks and whole responses."""
        return {"id": self.id, "provider": "Local", "model": self.model, "object": kind, "created": self.created}
