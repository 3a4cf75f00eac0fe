"""What differs if the server imitates Mistral: the format of requests, completions, models and errors."""
