"""The operations that the server implements itself, by operation id; all others return the contract's example."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .contract.document import RETRIEVE_MODEL
from .operations.catalogue import count_models, get_model, list_embedding_models, list_models, retrieve_model
from .operations.chat import complete_chat
from .operations.embeddings import create_embeddings
from .operations.generations import get_generation, get_generation_content

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .service import Handler

HANDLERS: Mapping[str, Handler] = {
    "sendChatCompletionRequest": complete_chat,
    "createEmbeddings": create_embeddings,
    "getModels": list_models,
    "listModelsUser": list_models,
    "listModelsCount": count_models,
    "listEmbeddingsModels": list_embedding_models,
    "getModel": get_model,
    RETRIEVE_MODEL: retrieve_model,
    "getGeneration": get_generation,
    "listGenerationContent": get_generation_content,
}
