"""How a call is made: attempts and retries, reading and decoding of the response. Private."""
