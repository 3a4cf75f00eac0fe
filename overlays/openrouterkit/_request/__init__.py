"""From options and arguments to a `Request`: headers, URL, key and body. Private."""
