"""What answers each operation: models, embeddings, generations, chats, and the examples of the contract."""
