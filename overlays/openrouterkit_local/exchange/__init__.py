"""What the server exchanges with its clients: requests, responses, error responses and pages of lists."""
