"""How a call is made: settings, the request, attempts and retries, decoding of the response. Private."""
