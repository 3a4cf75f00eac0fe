"""The results of chat calls: the models of the contract, with the shortcuts of every chat."""

from __future__ import annotations

from typing import TYPE_CHECKING

from openrouterkit_mistral_api.models import ChatCompletionResponse, CompletionChunk

from ..results import Chunk, Completion

if TYPE_CHECKING:
    from openrouterkit_mistral_api.models import AssistantMessage, DeltaMessage  # noqa: F401 - used in base classes

__all__ = ["MistralChunk", "MistralCompletion"]


class MistralCompletion(Completion["AssistantMessage"], ChatCompletionResponse):
    """The result of `chat.send`: all members of `ChatCompletionResponse`, and shortcuts to the first choice."""


class MistralChunk(Chunk["DeltaMessage"], CompletionChunk):
    """A chunk of a chat stream: all members of `CompletionChunk`, and shortcuts to the first choice."""
