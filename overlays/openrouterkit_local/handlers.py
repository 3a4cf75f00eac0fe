"""The operations that have a better answer than the contract's example, by operation id."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .operations.catalogue import count, embedding_models, find, listed
from .operations.chat import completed
from .operations.embeddings import embedded
from .operations.generations import content_of, record_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .service import Handler

HANDLERS: Mapping[str, Handler] = {
    "sendChatCompletionRequest": completed,
    "createEmbeddings": embedded,
    "getModels": listed,
    "listModelsUser": listed,
    "listModelsCount": count,
    "listEmbeddingsModels": embedding_models,
    "getModel": find,
    "getGeneration": record_of,
    "listGenerationContent": content_of,
}
