"""Responses by operation: models, embeddings, generations, chats, and the contract's examples for all others."""
