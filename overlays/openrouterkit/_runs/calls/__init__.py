"""The tool calls of a run: what becomes of each, and how tools run."""
