"""Building a `Request` from options and arguments: URL, headers, key and body. Private."""
