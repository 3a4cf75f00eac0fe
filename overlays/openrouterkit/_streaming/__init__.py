"""Event streams: the parser, the merging of deltas, and the open stream, sync and async. Private."""
