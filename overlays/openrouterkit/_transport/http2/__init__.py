"""HTTP/2: ends single requests over a connection that others use, and lets threads share the connection."""
