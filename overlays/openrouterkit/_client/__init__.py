"""Parts of the clients: their methods for operations and flows."""
