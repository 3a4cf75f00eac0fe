"""From settings and arguments to a `Request`: options, headers, URL and key. Private."""
