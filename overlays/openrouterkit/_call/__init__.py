"""Calls: attempts and retries, reading and decoding of responses. Private."""
