"""Reads response bodies: event stream parsers, merging of deltas, open streams. Private."""
