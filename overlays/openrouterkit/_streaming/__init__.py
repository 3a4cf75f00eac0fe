"""Reading of bodies, and event streams: the parser, the merging of deltas, the open stream. Private."""
